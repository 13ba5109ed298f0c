import type { Normalisation } from '#engines/index/normalisations/normalisation.ts'
import { findPlaces } from '#engines/numeric/quantile.ts'

const DECAY = 23
const REACH = 1 - Math.exp(-100 / DECAY)

/**
 * Ranks on an exponential scale, as in the English Indices of Deprivation (technical report 2025): X = −23 ln(1 − R (1 − e^(−100/23))),
 * R = (N − r + 1) ÷ N with r = 1 for the worst; equal figures share the lowest r. Up to 100: the worst tenth has half of the scale,
 * so that being far behind in one dimension is not cancelled by another.
 */
export const exponentialRank: Normalisation = {
  id: 'exponentialRank',
  normalise(values, sorted, out) {
    const { atMost } = findPlaces(sorted, values)
    for (let at = 0; at < values.length; at++) {
      const value = values[at]!
      out[at] = value === value ? decay(atMost[at]! / sorted.length) : NaN
    }
  },
  fromRank: (rank, _sharing, count) => decay((count - rank + 1) / count),
}

function decay(share: number): number {
  return -DECAY * Math.log(1 - share * REACH)
}
