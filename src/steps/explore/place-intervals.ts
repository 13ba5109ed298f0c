/** Intervals and chances of the inhabitants of a place, from the error sizes of past projections. Method: docs/methods/back-test.md. */
import { shareBelow } from '#engines/numeric/normal-distribution.ts'
import { LEAST_INHABITANTS } from '#steps/explore/small-area-errors.ts'
import { getDeviation, type ErrorSizes } from '#steps/explore/error-sizes.ts'

/** Half the width of an interval in standard deviations. */
const INTERVALS = [
  { percent: 50, z: 0.6744897501960817 },
  { percent: 80, z: 1.2815515655446004 },
  { percent: 95, z: 1.959963984540054 },
] as const

/**
 * Standard deviation of the logarithm of a place, `years` ahead: errors of the country are shared, those of its parts are each their own.
 * `inhabitants` are those of the parts at the jump-off, one municipality or buurt each.
 */
export function getPlaceDeviation(sizes: ErrorSizes, inhabitants: readonly number[], years: number): number {
  const all = inhabitants.reduce((total, own) => total + own, 0)
  const national = getDeviation({ ...sizes, own: { shocks: 0, lasting: 0 } }, all, years) ** 2
  const own = inhabitants.reduce((total, people) => total + (people / all) ** 2 * (getDeviation(sizes, people, years) ** 2 - national), 0)
  return Math.sqrt(national + own)
}

/** The same for buurten of one municipality: they share its errors, and have the rest of theirs each on their own. */
export function getSmallPlaceDeviation(sizes: ErrorSizes, small: ErrorSizes, municipality: number, inhabitants: readonly number[], years: number): number {
  const all = inhabitants.reduce((total, own) => total + own, 0)
  const shared = getDeviation(sizes, municipality, years) ** 2
  const own = inhabitants.reduce((total, people) => total + (people / all) ** 2 * Math.max(0, getDeviation(small, Math.max(people, LEAST_INHABITANTS), years) ** 2 - shared), 0)
  return Math.sqrt(shared + own)
}

export function makeIntervals(projected: readonly number[], deviations: readonly number[]): { percent: 50 | 80 | 95; lower: number[]; upper: number[] }[] {
  return INTERVALS.map(({ percent, z }) => ({
    percent,
    lower: projected.map((people, at) => people * Math.exp(-z * deviations[at]!)),
    upper: projected.map((people, at) => people * Math.exp(z * deviations[at]!)),
  }))
}

/** The chance that a place with a projected number ends at `line` or below. */
export function findChanceBelow(projected: number, deviation: number, line: number): number {
  if (projected <= 0) return 1
  if (deviation === 0) return projected <= line ? 1 : 0
  return shareBelow(Math.log(line / projected) / deviation)
}
