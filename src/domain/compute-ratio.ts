/** One count against another, and why that gives no figure: the arithmetic of the derived indicators. */
import type { Figure } from '#domain/answers/shared.ts'
import type { Formula } from '#domain/indicator.ts'

/** Room for the noise of floating point. */
const NOISE = 1e-9

/**
 * factor × top ÷ bottom. Missing as `impossible` where `bottom` is 0, and as `roundingConflict` where the outcome lies outside the range:
 * a part that is larger than its whole. Publishers round both apart, so in a very small area they can contradict each other.
 */
export function computeRatio(top: number, bottom: number, { factor, range: [lowest, highest] }: Pick<Extract<Formula, { kind: 'ratio' }>, 'factor' | 'range'>): Figure {
  if (bottom === 0) return { missing: top > 0 && highest < Infinity ? 'roundingConflict' : 'impossible' }
  const value = (factor * top) / bottom
  return value < lowest - NOISE || value > highest + NOISE ? { missing: 'roundingConflict' } : { value }
}

/** Percentage by which a count changed since an earlier one; `impossible` where that was 0. */
export function computeChange(now: number, earlier: number): Figure {
  return earlier === 0 ? { missing: 'impossible' } : { value: (100 * (now - earlier)) / earlier }
}
