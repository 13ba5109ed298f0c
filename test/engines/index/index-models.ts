/** Made-up figures and models for the tests of the index. */
import fc from 'fast-check'
import { AGGREGATIONS } from '#engines/index/aggregations/aggregations.ts'
import type { DimensionNode, FigureMatrix, IndexModel, IndicatorNode } from '#engines/index/index-model.ts'
import { NORMALISATIONS } from '#engines/index/normalisations/normalisations.ts'
import { keepOutliers } from '#engines/index/outliers/keep-outliers.ts'

const weight = fc.double({ min: 0.01, max: 10, noNaN: true })
const direction = fc.constantFrom('higherIsBetter' as const, 'lowerIsBetter' as const)
const aggregation = fc.constantFrom(...AGGREGATIONS)

/** Six indicators: two on their own, four in two dimensions of which one is inside the other. */
const INDICATORS = 6

const indicator = (column: number) => fc.record({ column: fc.constant(column), weight, direction })

const dimension = (children: readonly fc.Arbitrary<IndicatorNode | DimensionNode>[]): fc.Arbitrary<DimensionNode> =>
  fc.record({ weight, aggregation, normalisation: fc.constantFrom(...NORMALISATIONS, undefined), children: fc.tuple(...children) })
    .map(({ normalisation, ...node }) => (normalisation ? { ...node, normalisation } : node))

/** Models over six indicators. */
export const anyModel: fc.Arbitrary<IndexModel> = fc.record({
  root: dimension([indicator(0), indicator(1), dimension([indicator(2), indicator(3), dimension([indicator(4), indicator(5)])])]),
  normalisation: fc.constantFrom(...NORMALISATIONS),
  outliers: fc.constant(keepOutliers),
  minimumShare: fc.constantFrom(0.3, 0.6, 1),
})

/** Whole figures, many the same, of 1 to 25 areas; a part missing. */
export const anyMatrix = (gaps = true): fc.Arbitrary<FigureMatrix> =>
  fc.integer({ min: 1, max: 25 }).chain((areaCount) => {
    const figure = fc.integer({ min: -20, max: 20 })
    const cell = gaps ? fc.option(figure, { nil: NaN, freq: 6 }) : figure
    return fc.array(cell, { minLength: areaCount * INDICATORS, maxLength: areaCount * INDICATORS })
      .map((values) => ({ areaCount, indicatorCount: INDICATORS, values: Float64Array.from(values) }))
  })

/** An index of indicators with equal weights, more is worse. */
export function makeFlatModel(indicatorCount: number, change: Partial<IndexModel> & Partial<Pick<DimensionNode, 'aggregation'>> = {}): IndexModel {
  const { aggregation: own = AGGREGATIONS[0]!, ...rest } = change
  const children = Array.from({ length: indicatorCount }, (_, column): IndicatorNode => ({ column, weight: 1, direction: 'lowerIsBetter' }))
  return { root: { weight: 1, aggregation: own, children }, normalisation: NORMALISATIONS[1]!, outliers: keepOutliers, minimumShare: 1, ...rest }
}

/** A matrix from one list of figures an indicator. */
export function makeMatrix(...columns: readonly (readonly number[])[]): FigureMatrix {
  return { areaCount: columns[0]!.length, indicatorCount: columns.length, values: Float64Array.from(columns.flat()) }
}
