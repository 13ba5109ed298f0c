import type { Normalisation } from '#engines/index/normalisations/normalisation.ts'

/** 0 for the best figure, 100 for the worst, straight in between; 50 where all figures are the same. */
export const minMax: Normalisation = {
  id: 'minMax',
  normalise(values, sorted, out) {
    const lowest = sorted[0] ?? NaN
    const range = (sorted[sorted.length - 1] ?? NaN) - lowest
    for (let at = 0; at < values.length; at++) {
      const value = values[at]!
      out[at] = range > 0 ? (100 * (value - lowest)) / range : 50 + (value - value)
    }
  },
}
