import type { Normalisation } from '#engines/index/normalisations/normalisation.ts'
import { findPlaces } from '#engines/numeric/quantile.ts'

/** The percentage of figures that are better, with half of those that are the same (Hazen): above 0, below 100. */
export const percentileRank: Normalisation = {
  id: 'percentileRank',
  normalise(values, sorted, out) {
    const { below, atMost } = findPlaces(sorted, values)
    for (let at = 0; at < values.length; at++) {
      const value = values[at]!
      out[at] = value === value ? (50 * (below[at]! + atMost[at]!)) / sorted.length : NaN
    }
  },
  fromRank: (rank, sharing, count) => (50 * (2 * (count - rank + 1) - sharing)) / count,
}
