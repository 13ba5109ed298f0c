import type { Aggregation } from '#engines/index/aggregations/aggregation.ts'

/** Being far behind in one thing is made up for by being equally far ahead in another. */
export const arithmeticMean: Aggregation = {
  id: 'arithmeticMean',
  isFalling: false,
  forward(values, out, from, to) {
    if (out !== values) out.set(values.subarray(from, to), from)
  },
  back() {},
}
