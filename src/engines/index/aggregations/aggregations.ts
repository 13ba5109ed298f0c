/** All ways to put indicators and dimensions together. */
import type { Aggregation } from '#engines/index/aggregations/aggregation.ts'
import { arithmeticMean } from '#engines/index/aggregations/arithmetic-mean.ts'
import { geometricMean } from '#engines/index/aggregations/geometric-mean.ts'

export const AGGREGATIONS: readonly Aggregation[] = [arithmeticMean, geometricMean]
