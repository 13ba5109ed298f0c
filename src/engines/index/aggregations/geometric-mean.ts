import type { Aggregation } from '#engines/index/aggregations/aggregation.ts'

/** The worst of the bounded scales is 100; one step beyond is where nothing is left. */
const WORST = 101
/** Of a scale without bounds (the z-score) everything from 100 on counts as 100. */
const LEAST = 1

/**
 * The geometric mean of what is left to the worst, 101 − value: being far behind in one thing is not fully made up for by another,
 * as in the Human Development Index, where the mean is of what goes well.
 */
export const geometricMean: Aggregation = {
  id: 'geometricMean',
  isFalling: true,
  forward(values, out, from, to) {
    for (let at = from; at < to; at++) {
      const left = WORST - values[at]!
      out[at] = Math.log(left < LEAST ? LEAST : left)
    }
  },
  back(means, from, to) {
    for (let at = from; at < to; at++) means[at] = WORST - Math.exp(means[at]!)
  },
}
