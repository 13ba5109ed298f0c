/** All ways to bring indicators on one scale. A new one is a file and a line here; the conformance tests run over the list. */
import { exponentialRank } from '#engines/index/normalisations/exponential-rank.ts'
import { minMax } from '#engines/index/normalisations/min-max.ts'
import type { Normalisation } from '#engines/index/normalisations/normalisation.ts'
import { percentileRank } from '#engines/index/normalisations/percentile-rank.ts'
import { zScore } from '#engines/index/normalisations/z-score.ts'

export const NORMALISATIONS: readonly Normalisation[] = [zScore, minMax, percentileRank, exponentialRank]
