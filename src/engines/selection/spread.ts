/** How far figures lie apart. */
import { getQuantile } from '#engines/numeric/quantile.ts'

/**
 * The distance between the quarter with the lowest figures and the quarter with the highest (interquartile range), missing ones left out.
 * NaN where there are no figures, or where this distance is 0: then nothing can be said as a share of it.
 */
export function measureSpread(values: Float64Array): number {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort()
  if (sorted.length === 0) return NaN
  const spread = getQuantile(sorted, 0.75) - getQuantile(sorted, 0.25)
  return spread > 0 ? spread : NaN
}
