/**
 * Errors of what is asked, beyond those of births, deaths and moves: of the ages at which people move, and of the positions they have in households. The
 * outcome of an area in a year is multiplied by exp(national deviation × z + own deviation × z of the area). The z are standard normal, one for people and one
 * for households, and stay the same in all years of a trajectory: what grows is the deviation.
 */
import type { Outcome } from '#engines/projection/outcomes.ts'
import type { ProjectionShape } from '#engines/projection/projection-shape.ts'

/** Standard deviations of logarithms, 0 and up. */
export interface OutcomeErrors {
  /** By step, the base year first, then by outcome; the same for all areas. */
  readonly national: Float64Array
  /** By step, area and outcome. */
  readonly own: Float64Array
}

/** A larger one is no projection. */
const LARGEST_DEVIATION = 1

/** Throws a RangeError that says which figure, and what is wrong with it. */
export function checkOutcomeErrors({ areaCount }: ProjectionShape, stepCount: number, outcomes: readonly Outcome[], errors: OutcomeErrors): void {
  const length = (stepCount + 1) * outcomes.length
  for (const [name, figures, expected] of [['national', errors.national, length], ['own', errors.own, length * areaCount]] as const) {
    if (figures.length !== expected) throw new RangeError(`${name} errors of outcomes have ${figures.length} figures: it must be ${expected}`)
    const at = figures.findIndex((figure) => !(figure >= 0 && figure <= LARGEST_DEVIATION))
    if (at >= 0) throw new RangeError(`${name} error ${at} of outcomes is ${figures[at]}: it must be from 0 to ${LARGEST_DEVIATION}`)
  }
}

/** Which of the two standard normal numbers an outcome goes by. */
export const getNormalOf = ({ measure }: Outcome): 0 | 1 => (measure === 'people' ? 0 : 1)

/** Pairs of a national and an own deviation, by step, area and outcome. */
export function packOutcomeErrors({ areaCount }: ProjectionShape, outcomeCount: number, { national, own }: OutcomeErrors): Float32Array {
  return Float32Array.from({ length: 2 * own.length }, (_, at) => {
    const place = at >> 1
    const step = Math.floor(place / (areaCount * outcomeCount))
    return at % 2 === 0 ? national[step * outcomeCount + (place % outcomeCount)]! : own[place]!
  })
}
