/** How the selection changes when a threshold moves a little. */
import type { SelectionCriterionAnswer } from '#domain/answers/selection-answers.ts'
import type { Criterion } from '#domain/selection-document.ts'
import { UNKNOWN, YES } from '#engines/selection/verdict.ts'
import { moveThreshold, type WhatIf } from '#engines/selection/what-if.ts'

/** Percent of the threshold, for the curve and for the moves whose places are named. */
const CURVE_PERCENTS = Array.from({ length: 21 }, (_, at) => at - 10)
const MOVE_PERCENTS = [-10, -5, 5, 10]

type Sensitivity = SelectionCriterionAnswer['sensitivity']

/** `spread` is that of the figures, NaN where they have none; it takes the place of a threshold of 0, of which a percentage is nothing. */
export function measureSensitivity(whole: Uint8Array, whatIf: WhatIf, values: Float64Array, { compare, threshold }: Criterion, spread: number): Sensitivity {
  const basis = threshold !== 0 ? 'threshold' : Number.isNaN(spread) ? 'none' : 'spread'
  if (basis === 'none') return { basis, curve: [], moves: [] }
  const unit = (basis === 'threshold' ? Math.abs(threshold) : spread) / 100
  const moveBy = (percent: number) => {
    const moved = tidy(threshold + percent * unit)
    return { moved, verdicts: moveThreshold(whole, whatIf, values, compare, moved) }
  }
  return {
    basis,
    curve: CURVE_PERCENTS.map((percent) => {
      const { moved, verdicts } = moveBy(percent)
      return { threshold: moved, selected: countOf(verdicts, YES), unknown: countOf(verdicts, UNKNOWN) }
    }),
    moves: MOVE_PERCENTS.map((percent) => {
      const { moved, verdicts } = moveBy(percent)
      return {
        percent,
        threshold: moved,
        selected: countOf(verdicts, YES),
        unknown: countOf(verdicts, UNKNOWN),
        enters: listWhere(verdicts, (verdict, place) => verdict === YES && whole[place] !== YES),
        leaves: listWhere(verdicts, (verdict, place) => verdict !== YES && whole[place] === YES),
      }
    }),
  }
}

export function countOf(verdicts: Uint8Array, wanted: number): number {
  let count = 0
  for (const verdict of verdicts) if (verdict === wanted) count++
  return count
}

function listWhere(verdicts: Uint8Array, test: (verdict: number, place: number) => boolean): number[] {
  const places: number[] = []
  verdicts.forEach((verdict, place) => {
    if (test(verdict, place)) places.push(place)
  })
  return places
}

/** Without the noise of binary fractions, so that −2.5 moved by 5 percent is −2.625. */
function tidy(value: number): number {
  return Number(value.toPrecision(12))
}
