/** What users are told about indices. More is worse everywhere: the highest score has rank 1. */
import { z } from 'zod'
import { areaRefSchema, bilingualSchema, levelSchema, themeSchema } from '#domain/answers/shared.ts'
import { indexDocumentSchema } from '#domain/index-document.ts'

const year = z.number().int()
const share = z.number().describe('In [0, 1]')

/** An earlier moment with the same formula. */
export const indexTrendStepSchema = z.object({
  yearsBack: z.number().int(),
  /** Share of the weight whose figures are that many years earlier; the rest keeps the figures it has. */
  movingShare: share,
  kept: z.array(z.string()).describe('Indicators without figures that many years earlier'),
})

const levelOfIndexSchema = z.object({
  level: levelSchema,
  year,
  document: indexDocumentSchema.describe('What reproduces it: also GET /v1/indices/{id}/document'),
  /** Basics without a single figure of this level, and indicators that have none. */
  withoutFigures: z.array(themeSchema),
  leftOut: z.array(z.object({ indicator: z.string(), name: bilingualSchema, theme: themeSchema })),
  trend: z.array(indexTrendStepSchema),
})

/** GET /v1/indices/{id} */
export const indexSchema = z.object({ id: z.string(), name: bilingualSchema, explanation: bilingualSchema, levels: z.array(levelOfIndexSchema) })
/** GET /v1/indices */
export const indexListSchema = z.object({ indices: z.array(indexSchema) })

const numbers = z.array(z.number().nullable())
const positions = z.array(z.number().int())

/** GET /v1/indices/{id}/scores and POST /v1/index-runs: columns, in the order of /v1/areas for that level and year. */
export const indexScoresSchema = z.object({
  document: indexDocumentSchema,
  version: z.string(),
  level: levelSchema,
  year,
  scores: numbers.describe('More is worse; null where there is no score'),
  ranks: numbers.describe('1 for the worst; equal scores share the lowest'),
  tiedWith: z.array(z.number().int()).describe('How many other areas have the same rank'),
  presentShares: z.array(z.number()).describe('Share of the weight that has a figure'),
  rankedCount: z.number().int(),
  /** Positions of the areas without a score, by reason. */
  missing: z.object({ noFigures: positions, tooFewFigures: positions }),
  dimensions: z.array(z.object({ id: z.string(), name: z.string(), parent: z.string().optional(), share, scores: numbers })),
  indicators: z.array(
    z.object({
      indicator: z.string(),
      dimension: z.string(),
      year,
      weight: z.number(),
      share,
      direction: z.enum(['higherIsBetter', 'lowerIsBetter']),
      missingCount: z.number().int().describe('Areas without this figure'),
      outlierCount: z.number().int().describe('Figures taken to a limit'),
    }),
  ),
  source: z.array(z.object({ resource: z.string(), title: bilingualSchema, publisher: z.string(), licence: z.string(), retrievedAt: z.string() })),
})

const missingScoreSchema = z.enum(['noFigures', 'tooFewFigures', 'noSuchArea'])
const standingSchema = z.object({ score: z.number(), rank: z.number().int(), of: z.number().int(), tiedWith: z.number().int() })
/** One area in an index: a standing or why there is none. */
const areaInIndexSchema = z.object({
  area: areaRefSchema,
  year,
  standing: standingSchema.optional(),
  missing: missingScoreSchema.optional(),
  dimensions: z.array(
    z.object({ id: z.string(), name: z.string(), share, standing: standingSchema.optional(), earlier: standingSchema.optional() }),
  ),
  /** The same formula on figures of so many years earlier, where it can be computed. */
  earlier: z.object({ step: indexTrendStepSchema, standing: standingSchema.optional() }).optional(),
})
/** GET /v1/indices/{id}/places/{placeId}: the area of the place, and the larger ones it lies in. */
export const placeInIndexSchema = z.object({ id: z.string(), index: z.string(), areas: z.array(areaInIndexSchema) })

const namedSchema = z.object({ code: z.string(), name: z.string() })
/** The index against Leefbaarometer in one year. Scores of Leefbaarometer are turned, so that more is worse in both. */
const validationYearSchema = z.object({
  year,
  /** Year of the areas, as Leefbaarometer has them. */
  areaYear: year,
  indicators: z.array(z.object({ indicator: z.string(), year })),
  correlations: z.array(
    z.object({
      of: z.string().describe('`index`, or the id of a dimension'),
      with: z.string().describe('Column of Leefbaarometer: lbm (total), fys, onv, soc, vrz, won'),
      n: z.number().int(),
      spearman: z.number().nullable().describe('1 for the same order, -1 for the opposite; null where there is no order'),
      kendall: z.number().nullable(),
    }),
  ),
  points: z.array(namedSchema.extend({ municipality: z.string(), score: z.number(), leefbaarometer: z.number() })),
  /** Areas that could not be compared, by name. */
  leftOut: z.object({
    onlyLeefbaarometer: z.array(namedSchema),
    onlyFigures: z.array(namedSchema),
    withoutScore: z.array(namedSchema),
  }),
})
/** GET /v1/indices/{id}/validation */
export const indexValidationSchema = z.object({
  index: z.string(),
  level: levelSchema,
  table: z.string().describe('Resource of the data package that is compared with'),
  available: z.boolean(),
  source: z.object({ title: bilingualSchema, publisher: z.string(), licence: z.string(), retrievedAt: z.string() }).optional(),
  years: z.array(validationYearSchema),
})

/** GET /v1/index-indicators?level= */
export const indexChoicesSchema = z.object({
  level: levelSchema,
  year: year.describe('Of the areas'),
  indicators: z.array(z.object({ indicator: z.string(), year: year.describe('The newest in which nearly all areas have it') })),
})

export type IndexChoicesAnswer = z.infer<typeof indexChoicesSchema>
export type IndexValidationAnswer = z.infer<typeof indexValidationSchema>
export type ValidationYear = z.infer<typeof validationYearSchema>
export type IndexTrendStep = z.infer<typeof indexTrendStepSchema>
export type IndexAnswer = z.infer<typeof indexSchema>
export type IndexListAnswer = z.infer<typeof indexListSchema>
export type IndexScoresAnswer = z.infer<typeof indexScoresSchema>
export type AreaInIndex = z.infer<typeof areaInIndexSchema>
export type Standing = z.infer<typeof standingSchema>
export type PlaceInIndexAnswer = z.infer<typeof placeInIndexSchema>
