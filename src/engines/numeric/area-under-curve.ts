/** How well scores tell cases from others: the area under the receiver operating characteristic, with its uncertainty (DeLong, DeLong & Clarke-Pearson 1988). */

export interface AreaUnderCurve {
  /** The chance that a case has a higher score than another, ties for half: 0.5 is a coin, 1 is perfect. */
  readonly area: number
  /** Standard error; NaN with fewer than two cases or others. */
  readonly standardError: number
}

/** Differences between two scores of the same cases. */
export interface AreaDifference {
  readonly difference: number
  readonly standardError: number
}

interface Placements {
  readonly area: number
  /** For every case the share of others below it, for every other the share of cases above it; ties for half. */
  readonly ofCases: Float64Array
  readonly ofOthers: Float64Array
}

/** `isCase` has a 1 for a case and a 0 for another. Throws a RangeError for lengths that differ, scores that are no number, or without any case or other. */
export function measureAreaUnderCurve(scores: ArrayLike<number>, isCase: ArrayLike<number>): AreaUnderCurve {
  const { area, ofCases, ofOthers } = place(scores, isCase)
  return { area, standardError: Math.sqrt(findCovariance(ofCases, ofCases) / ofCases.length + findCovariance(ofOthers, ofOthers) / ofOthers.length) }
}

/** How much larger the area of one score is than that of another, on the same cases: their errors go together. */
export function compareAreas(scores: ArrayLike<number>, others: ArrayLike<number>, isCase: ArrayLike<number>): AreaDifference {
  const [one, two] = [place(scores, isCase), place(others, isCase)]
  const spread = (a: Float64Array, b: Float64Array) => (findCovariance(a, a) + findCovariance(b, b) - 2 * findCovariance(a, b)) / a.length
  return { difference: one.area - two.area, standardError: Math.sqrt(Math.max(0, spread(one.ofCases, two.ofCases) + spread(one.ofOthers, two.ofOthers))) }
}

function place(scores: ArrayLike<number>, isCase: ArrayLike<number>): Placements {
  if (scores.length !== isCase.length) throw new RangeError(`${scores.length} scores for ${isCase.length} outcomes`)
  const [cases, others]: [number[], number[]] = [[], []]
  for (let at = 0; at < scores.length; at++) {
    if (!Number.isFinite(scores[at]!)) throw new RangeError(`score ${at} is ${scores[at]}`)
    ;(isCase[at] ? cases : others).push(scores[at]!)
  }
  if (cases.length === 0 || others.length === 0) throw new RangeError(`${cases.length} cases and ${others.length} others: there must be some of both`)
  const [sortedCases, sortedOthers] = [Float64Array.from(cases).sort(), Float64Array.from(others).sort()]
  const ofCases = Float64Array.from(cases, (own) => shareBelow(sortedOthers, own))
  const ofOthers = Float64Array.from(others, (own) => 1 - shareBelow(sortedCases, own))
  return { area: ofCases.reduce((sum, own) => sum + own, 0) / ofCases.length, ofCases, ofOthers }
}

/** Share of a sorted list below a value, equal ones for half. */
function shareBelow(sorted: Float64Array, value: number): number {
  return (countBefore(sorted, (own) => own < value) + countBefore(sorted, (own) => own <= value)) / (2 * sorted.length)
}

function countBefore(sorted: Float64Array, holds: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(sorted[middle]!)) low = middle + 1
    else high = middle
  }
  return low
}

function findCovariance(a: Float64Array, b: Float64Array): number {
  const mean = (list: Float64Array) => list.reduce((sum, own) => sum + own, 0) / list.length
  const [meanA, meanB] = [mean(a), mean(b)]
  return a.reduce((sum, own, at) => sum + (own - meanA) * (b[at]! - meanB), 0) / (a.length - 1)
}
