/** The figure of a whole from the figures of its parts: the arithmetic, and how much may be missing. */
import type { Aggregation } from '#domain/indicator.ts'

/** Largest share of a whole, in [0, 1], that may lie in parts without a figure: of its inhabitants, or of the weight of a mean. */
export const ALLOWED_MISSING_SHARE = 0.05

/**
 * Whether a part can count in the whole: its value and weight are known, and for a harmonic mean its value is above zero.
 * (A density that was rounded down to 0 says nothing about the land.)
 */
export function canCount({ kind }: Aggregation, value: number, weight: number): boolean {
  return !Number.isNaN(weight) && (kind === 'harmonicMean' ? value > 0 : !Number.isNaN(value))
}

/**
 * Sum: Σ w·v, where w is the share of the part in the whole. Weighted mean: Σ w·v ÷ Σ w.
 * Harmonic mean: Σ w ÷ Σ (w ÷ v), for a count per unit of something that adds up.
 * Parts that cannot count are left out. NaN where none is left, where a mean has no weight, and for codes.
 */
export function combineFigures(aggregation: Aggregation, values: ArrayLike<number>, weights: ArrayLike<number>): number {
  const { kind } = aggregation
  if (kind === 'none') return NaN
  let present = 0
  let weight = 0
  let total = 0
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? NaN
    const own = weights[at] ?? NaN
    if (!canCount(aggregation, value, own)) continue
    present++
    weight += own
    total += kind === 'harmonicMean' ? own / value : own * value
  }
  if (kind === 'sum') return present === 0 ? NaN : total
  return kind === 'weightedMean' ? total / weight : weight / total
}
