import type { Normalisation } from '#engines/index/normalisations/normalisation.ts'

/** 50 + 10 × (value − mean) ÷ standard deviation (of a population); 50 where all figures are the same. Not bounded. */
export const zScore: Normalisation = {
  id: 'zScore',
  normalise(values, sorted, out) {
    // Sums run over the sorted figures: the order of the areas then makes no difference, to the last digit.
    let sum = 0
    for (let at = 0; at < sorted.length; at++) sum += sorted[at]!
    const mean = sum / sorted.length
    let squares = 0
    for (let at = 0; at < sorted.length; at++) squares += (sorted[at]! - mean) ** 2
    const deviation = Math.sqrt(squares / sorted.length)
    const scale = sorted[0] !== sorted[sorted.length - 1] && deviation > 0 ? 10 / deviation : 0
    for (let at = 0; at < values.length; at++) out[at] = 50 + (values[at]! - mean) * scale
  },
}
