import type { Normalisation } from '#engines/index/normalisations/normalisation.ts'
import { countAtMost, countBelow } from '#engines/numeric/quantile.ts'

/** The percentage of figures that are better, with half of those that are the same (Hazen): above 0, below 100. */
export const percentileRank: Normalisation = {
  id: 'percentileRank',
  normalise(values, sorted, out) {
    for (let at = 0; at < values.length; at++) {
      const value = values[at]!
      if (value !== value) {
        out[at] = NaN
        continue
      }
      const below = countBelow(sorted, value)
      // Mostly no other figure is the same, and it need not be looked for.
      const atMost = sorted[below + 1] === value ? countAtMost(sorted, value) : below + 1
      out[at] = (50 * (below + atMost)) / sorted.length
    }
  },
  fromRank: (rank, sharing, count) => (50 * (2 * (count - rank + 1) - sharing)) / count,
}
