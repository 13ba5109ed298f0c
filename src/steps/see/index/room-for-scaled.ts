/** Room for the scaled figures that the threads of a run make for each other. */
import { AGGREGATIONS } from '#engines/index/aggregations/aggregations.ts'
import { NORMALISATIONS } from '#engines/index/normalisations/normalisations.ts'
import { createSharedFigures, type SharedFigures } from '#engines/index/shared-figures.ts'
import type { DrawRanksInput } from '#steps/see/index/draw-ranks-task.ts'

/** Scores are made four areas at a time, so a row may be up to three areas longer than the list. */
const MOST_EXTRA_AREAS = 3

export function makeRoomForScaled({ matrix, request: { vary } }: Pick<DrawRanksInput, 'matrix' | 'request'>): SharedFigures {
  const scaleCount = vary.normalisation ? NORMALISATIONS.length : 1
  return createSharedFigures(scaleCount, scaleCount * (vary.aggregation ? AGGREGATIONS.length : 1), matrix.indicatorCount, (matrix.areaCount + MOST_EXTRA_AREAS) * matrix.indicatorCount)
}
