/** The model of an index document, as the engine computes it. Needs no figures, so that threads can make it too. */
import type { IndexDimension, IndexDocument, IndexIndicator, InnerIndexDimension } from '#domain/index-document.ts'
import { listIndexIndicators } from '#domain/index-indicators.ts'
import { AGGREGATIONS } from '#engines/index/aggregations/aggregations.ts'
import type { DimensionNode, IndexModel, IndicatorNode } from '#engines/index/index-model.ts'
import { NORMALISATIONS } from '#engines/index/normalisations/normalisations.ts'
import { keepOutliers } from '#engines/index/outliers/keep-outliers.ts'
import { winsorise } from '#engines/index/outliers/winsorise.ts'

export type Direction = IndicatorNode['direction']

/** @param directions of the indicators, in the order of `listIndexIndicators` */
export function makeIndexModel(document: IndexDocument, directions: readonly Direction[]): IndexModel {
  const places = new Map(listIndexIndicators(document).map(({ entry }, at) => [entry, at]))
  const makeLeaf = (entry: IndexIndicator): IndicatorNode => {
    const column = places.get(entry)!
    return { column, weight: entry.weight, direction: directions[column]! }
  }
  const makeDimension = (own: IndexDimension | InnerIndexDimension): DimensionNode => ({
    weight: own.weight,
    aggregation: findAggregation(own.aggregation ?? document.aggregation),
    ...(own.normalisation && { normalisation: findNormalisation(own.normalisation) }),
    children: [...own.indicators.map(makeLeaf), ...('dimensions' in own ? own.dimensions.map(makeDimension) : [])],
  })
  const { outliers } = document
  return {
    root: { weight: 1, aggregation: findAggregation(document.aggregation), children: document.dimensions.map(makeDimension) },
    normalisation: findNormalisation(document.normalisation),
    outliers: outliers.kind === 'none' ? keepOutliers : winsorise(outliers.lower, outliers.upper),
    minimumShare: document.minimumShare,
  }
}

const findNormalisation = (id: string) => NORMALISATIONS.find((own) => own.id === id)!
const findAggregation = (id: string) => AGGREGATIONS.find((own) => own.id === id)!
