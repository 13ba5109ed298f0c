/** An index document computed on the figures at hand. */
import type { AreaLevel } from '#domain/area.ts'
import type { IndexDocument } from '#domain/index-document.ts'
import { computeIndex } from '#engines/index/compute-index.ts'
import type { DimensionScores, IndexResult } from '#engines/index/compute-index.ts'
import { listColumnSources } from '#steps/see/figures.ts'
import type { PlacedColumn } from '#steps/see/index/check-indicators.ts'
import { listPlaces } from '#steps/see/index/index-places.ts'
import { getDirection, makeIndexInput } from '#steps/see/index/index-input.ts'
import type { Statistics } from '#statistics/statistics.ts'

/** One dimension, in the order in which the engine has them: parents before their children. */
export interface IndexDimensionRun extends DimensionScores {
  readonly id: string
  readonly name: string
  /** Id of the dimension it lies in; undefined for those of the index itself. */
  readonly parent?: string
  /** Share of the weight of the whole index, in [0, 1]. */
  readonly share: number
}

export interface IndexIndicatorRun extends PlacedColumn {
  /** Id of the dimension it lies in. */
  readonly dimension: string
  /** Share of the weight of the whole index, in [0, 1]. */
  readonly share: number
  readonly direction: 'higherIsBetter' | 'lowerIsBetter'
  /** Areas without a figure, and figures taken to a limit as outliers. */
  readonly missingCount: number
  readonly outlierCount: number
  /** Names of the resources that the figures come from. */
  readonly sources: readonly string[]
}

/** Arrays follow `positions`. More is worse; rank 1 is the worst. See `IndexResult` for the arrays of the whole index. */
export interface IndexRun extends Omit<IndexResult, 'dimensions' | 'indicators'> {
  /** With its year. */
  readonly document: IndexDocument & { readonly year: number }
  readonly version: string
  readonly level: AreaLevel
  /** The areas, as positions in `statistics.listAreas(level)`. */
  readonly positions: Int32Array
  /** How many areas have a rank. */
  readonly rankedCount: number
  readonly dimensions: readonly IndexDimensionRun[]
  readonly indicators: readonly IndexIndicatorRun[]
}

/** Computes an index. Throws SeeError as `makeIndexInput`. */
export function runIndex(statistics: Statistics, given: IndexDocument): IndexRun {
  const { document, positions, matrix, model, indicators } = makeIndexInput(statistics, given)
  const { dimensions, indicators: counts, ...index } = computeIndex(matrix, model)
  const places = listPlaces(document)
  return {
    ...index,
    document,
    version: statistics.version,
    level: document.level,
    positions,
    rankedCount: index.missingCounts.scored,
    dimensions: places.dimensions.map((place, at) => ({ ...place, ...dimensions[at + 1]! })),
    indicators: indicators.map((column, at) => ({
      ...column,
      ...places.indicators[at]!,
      direction: getDirection(column),
      ...counts[at]!,
      sources: listColumnSources(statistics, column.indicator, document.level, column.year).map(({ resource }) => resource),
    })),
  }
}
