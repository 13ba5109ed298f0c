/**
 * An index as a document: everything that is needed to compute the same scores and ranks again, to the last digit.
 * More is worse in all that follows from it: the highest score has rank 1. Method: docs/methods/index-document.md.
 */
import { z } from 'zod'
import { levelSchema } from '#domain/answers/shared.ts'

export const INDEX_FORMAT = 'topdorp-index/1'
export const INDEX_NORMALISATIONS = ['zScore', 'minMax', 'percentileRank', 'exponentialRank'] as const
export const INDEX_AGGREGATIONS = ['arithmeticMean', 'geometricMean'] as const
/** More than this is no index anybody can check. */
export const MOST_INDICATORS = 200
const MOST_DIMENSIONS = 50
const LARGEST_WEIGHT = 1e6

const year = z.number().int().min(1900).max(2100)
const name = z.string().min(1).max(200)
const id = z.string().regex(/^[a-zA-Z][a-zA-Z0-9-]{0,59}$/)
const weight = z.number().min(0).max(LARGEST_WEIGHT).describe('Counts among its siblings; only the proportions matter')

export const indexIndicatorSchema = z.strictObject({
  indicator: z.string().min(1).max(100).describe('Identifier in the catalogue'),
  weight,
  direction: z.enum(['higherIsBetter', 'lowerIsBetter']).optional().describe('Needed for an indicator whose direction is neutral; otherwise the catalogue says'),
  year: year.optional().describe('Year of the figures where that is another than the year of the index; they are put on the areas of the index as a series is'),
})

const dimensionFields = {
  id,
  name,
  weight,
  aggregation: z.enum(INDEX_AGGREGATIONS).optional().describe('That of the index when left out'),
  normalisation: z.enum(INDEX_NORMALISATIONS).optional().describe('Brings the scores of the dimension on a scale again before they count; as they are when left out'),
  indicators: z.array(indexIndicatorSchema).max(MOST_INDICATORS).default([]),
}

const innerDimensionSchema = z.strictObject(dimensionFields)
export const indexDimensionSchema = z.strictObject({
  ...dimensionFields,
  dimensions: z.array(innerDimensionSchema).max(MOST_DIMENSIONS).default([]).describe('Dimensions within the dimension'),
})

export const indexDocumentSchema = z.strictObject({
  format: z.literal(INDEX_FORMAT),
  id: id.optional(),
  name,
  level: levelSchema,
  year: year.optional().describe('1 January of the year whose areas are scored; the reference year of the statistics when left out'),
  normalisation: z.enum(INDEX_NORMALISATIONS),
  outliers: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('none') }),
    z.strictObject({ kind: z.literal('winsorise'), lower: z.number().min(0).max(0.49), upper: z.number().min(0.51).max(1) }),
  ]),
  minimumShare: z.number().gt(0).max(1).describe('An area has a score only where indicators with at least this share of the weight have a figure'),
  aggregation: z.enum(INDEX_AGGREGATIONS),
  dimensions: z.array(indexDimensionSchema).min(1).max(MOST_DIMENSIONS),
  statisticsVersion: z.string().max(200).optional().describe('The statistics it was made on, as information'),
})

export type IndexIndicator = z.infer<typeof indexIndicatorSchema>
export type IndexDimension = z.infer<typeof indexDimensionSchema>
export type InnerIndexDimension = z.infer<typeof innerDimensionSchema>
export type IndexDocument = z.infer<typeof indexDocumentSchema>

/** An indicator of a document, and where it stands in it. */
export interface PlacedIndicator {
  readonly entry: IndexIndicator
  /** Path of the entry: dimensions.0.indicators.2 */
  readonly field: string
}

/** All indicators of a document, in the order in which the index takes them. */
export function listIndexIndicators({ dimensions }: IndexDocument): PlacedIndicator[] {
  const list = (indicators: readonly IndexIndicator[], path: string) => indicators.map((entry, at) => ({ entry, field: `${path}.indicators.${at}` }))
  return dimensions.flatMap((dimension, at) => [
    ...list(dimension.indicators, `dimensions.${at}`),
    ...dimension.dimensions.flatMap((inner, place) => list(inner.indicators, `dimensions.${at}.dimensions.${place}`)),
  ])
}
