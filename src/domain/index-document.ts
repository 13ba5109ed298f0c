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

/** In the place of what cannot be read: it is named by the schema, and counts as if it were right. */
const unreadable = { weight: 1 }
const sketchedIndicatorSchema = z.object({
  indicator: indexIndicatorSchema.shape.indicator.optional().catch(undefined),
  weight: weight.catch(1),
  direction: indexIndicatorSchema.shape.direction.catch(undefined),
  year: year.optional().catch(undefined),
}).catch(unreadable)
const sketchedDimension = {
  id: id.optional().catch(undefined),
  name: name.catch(''),
  weight: weight.catch(1),
  indicators: z.array(sketchedIndicatorSchema).max(MOST_INDICATORS).default([]).catch([unreadable]),
}
const sketchedInnerSchema = z.object(sketchedDimension).catch({ name: '', weight: 1, indicators: [unreadable] })
const sketchedDimensionSchema = z
  .object({ ...sketchedDimension, dimensions: z.array(sketchedInnerSchema).max(MOST_DIMENSIONS).default([]).catch([]) })
  .catch({ name: '', weight: 1, indicators: [unreadable], dimensions: [] })

/** What can be read of anything that should be an index document. Takes all there is. */
export const indexSketchSchema = z
  .object({
    name: name.catch(''),
    level: levelSchema.optional().catch(undefined),
    year: year.optional().catch(undefined),
    dimensions: z.array(sketchedDimensionSchema).min(1).max(MOST_DIMENSIONS).catch([{ name: '', weight: 1, indicators: [unreadable], dimensions: [] }]),
  })
  .catch({ name: '', dimensions: [{ name: '', weight: 1, indicators: [unreadable], dimensions: [] }] })

export type IndexSketch = z.infer<typeof indexSketchSchema>
export type IndexIndicator = z.infer<typeof indexIndicatorSchema>
export type IndexDimension = z.infer<typeof indexDimensionSchema>
export type InnerIndexDimension = z.infer<typeof innerDimensionSchema>
export type IndexDocument = z.infer<typeof indexDocumentSchema>
