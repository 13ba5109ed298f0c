/** What users are told about places, one schema an answer: the type that steps return, the validation of the API and its OpenAPI at once. */
import { z } from 'zod'
import { LOCATED_BY } from '#domain/place.ts'
import { areaRefSchema, bilingualSchema, figureSchema, levelSchema, missingReasonSchema, themeSchema } from '#domain/answers/shared.ts'

/** GET /v1/status */
export const statusSchema = z.object({
  version: z.string(),
  importedAt: z.string(),
  packageName: z.string(),
  packageTitle: bilingualSchema,
  fictional: z.boolean(),
  referenceYear: z.number().int(),
  years: z.array(z.number().int()),
  levels: z.array(
    z.object({
      level: levelSchema,
      areas: z.number().int(),
      shapeYear: z.number().int().optional(),
      /** Areas of the reference year that have no shape. */
      withoutShape: z.number().int().optional(),
      years: z.array(z.number().int()),
    }),
  ),
  places: z.number().int(),
  indicators: z.number().int(),
  findings: z.object({ errors: z.number().int(), warnings: z.number().int(), infos: z.number().int() }),
  /** Tables that a projection needs and the package does not have; empty where one can be made. */
  missingForProjection: z.array(z.string()),
  jumpOffYear: z.number().int().optional().describe('A projection begins on 1 January of this year, which may be another than the reference year; absent where none can be made'),
})

/** GET /v1/indicators and /v1/indicators/{id} */
export const indicatorSchema = z.object({
  id: z.string(),
  name: bilingualSchema,
  explanation: bilingualSchema,
  theme: themeSchema,
  unit: bilingualSchema,
  decimals: z.number().int(),
  direction: z.enum(['higherIsBetter', 'lowerIsBetter', 'neutral']),
  kind: z.enum(['count', 'rate', 'code']),
  derived: z.boolean(),
  /** For a derived indicator, how it is computed, in words. */
  formula: bilingualSchema.optional(),
  protectedCharacteristic: z.boolean(),
  licence: z.string(),
  columns: z.array(z.object({ year: z.number().int(), table: z.string(), column: z.string() })),
  /** Years with at least one figure, by level. */
  availability: z.array(z.object({ level: levelSchema, years: z.array(z.number().int()) })),
})
export const indicatorListSchema = z.object({ indicators: z.array(indicatorSchema) })

/** GET /v1/areas?level=&year=&within= : columns, in the order that figures of that level and year follow. */
export const areaListSchema = z.object({
  level: levelSchema,
  year: z.number().int(),
  codes: z.array(z.string()),
  names: z.array(z.string()),
  /** Name of the municipality of each, for districts and neighbourhoods; empty otherwise. */
  municipalities: z.array(z.string()),
})

/** GET /v1/figures?indicator=&level=&year= : one column, in the order of /v1/areas for that level and year. */
export const figureColumnSchema = z.object({
  indicator: z.string(),
  level: levelSchema,
  year: z.number().int(),
  version: z.string(),
  /** null where missing. */
  values: z.array(z.number().nullable()),
  /** Positions of the missing figures, by reason. */
  missing: z.partialRecord(missingReasonSchema, z.array(z.number().int())),
  source: z.array(z.object({ resource: z.string(), title: bilingualSchema, publisher: z.string(), licence: z.string(), retrievedAt: z.string() })),
})

/** GET /v1/search?q= */
export const searchResultSchema = z.object({
  kind: z.enum(['village', 'postcode', 'municipality', 'province', 'corop', 'landsdeel', 'country', 'district', 'neighbourhood']),
  /** Where the place page of it is: an area code, or a place id (WP…/GN…) for a village. */
  id: z.string(),
  name: z.string(),
  /** What tells it apart: 'gemeente Aa en Hunze, Drenthe'. */
  context: bilingualSchema,
  population: z.number().optional(),
})
export const searchSchema = z.object({ query: z.string(), results: z.array(searchResultSchema) })

/** One place (an area, a village, or an own village) in one year, beside the larger areas it lies in. */
export const placeFigureSchema = z.object({
  indicator: z.string(),
  theme: themeSchema,
  year: z.number().int(),
  here: figureSchema,
  /** In the order of `comparedWith`. */
  elsewhere: z.array(figureSchema),
  sources: z.array(z.string()),
})
/** GET /v1/places/{id}?year= ; id is an area code, a place id, or `own` with ?members=BU…,BU…&name= */
export const placeSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['area', 'village', 'ownVillage']),
  level: levelSchema.optional(),
  year: z.number().int(),
  years: z.array(z.number().int()),
  /** The area whose figures are shown for a village, and how that was found. */
  figuresOf: areaRefSchema.optional(),
  locatedBy: z.enum(LOCATED_BY).optional(),
  shapeYear: z.number().int().optional(),
  members: z.array(areaRefSchema),
  parents: z.array(areaRefSchema),
  /** Areas one level down, for walking on. */
  children: z.array(areaRefSchema),
  /** Villages inside. */
  villages: z.array(z.object({ id: z.string(), name: z.string() })),
  point: z.tuple([z.number(), z.number()]).optional(),
  /** west, south, east, north */
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
  comparedWith: z.array(areaRefSchema),
  figures: z.array(placeFigureSchema),
  /** Municipal boundary changes that touch it, in words. */
  boundaryChanges: z.array(z.object({ date: z.string(), text: bilingualSchema })),
  remarks: z.array(bilingualSchema),
})

/** GET /v1/places/{id}/series?indicator=&indicator= : years on the boundaries of the reference year. */
export const seriesPointSchema = z.object({
  year: z.number().int(),
  value: z.number().optional(),
  missing: missingReasonSchema.optional(),
  /** How the figure was brought to today's boundaries. */
  bridged: z.enum(['asPublished', 'addedUp', 'estimated']).optional(),
  /** The series breaks before this year: figures on both sides cannot be compared. */
  breakBefore: z.boolean().optional(),
  /** Why it breaks, is missing, or how it was bridged. */
  remark: bilingualSchema.optional(),
})
export const seriesSchema = z.object({
  id: z.string(),
  name: z.string(),
  referenceYear: z.number().int(),
  series: z.array(
    z.object({
      indicator: z.string(),
      points: z.array(seriesPointSchema),
      /** Resources that the points come from. */
      sources: z.array(z.string()).optional(),
    }),
  ),
})

/** GET /v1/sources */
export const sourceListSchema = z.object({
  sources: z.array(
    z.object({
      resource: z.string(),
      title: bilingualSchema,
      description: bilingualSchema,
      table: z.string().optional(),
      year: z.number().int().optional(),
      publisher: z.string(),
      url: z.string().optional(),
      licence: z.string(),
      licenceUrl: z.string().optional(),
      retrievedAt: z.string(),
      files: z.array(z.object({ location: z.string(), bytes: z.number(), sha256: z.string() })),
    }),
  ),
})

export type StatusAnswer = z.infer<typeof statusSchema>
export type IndicatorAnswer = z.infer<typeof indicatorSchema>
export type IndicatorListAnswer = z.infer<typeof indicatorListSchema>
export type AreaListAnswer = z.infer<typeof areaListSchema>
export type FigureColumnAnswer = z.infer<typeof figureColumnSchema>
export type SearchAnswer = z.infer<typeof searchSchema>
export type SearchResult = z.infer<typeof searchResultSchema>
export type PlaceAnswer = z.infer<typeof placeSchema>
export type PlaceFigure = z.infer<typeof placeFigureSchema>
export type SeriesAnswer = z.infer<typeof seriesSchema>
export type SeriesPoint = z.infer<typeof seriesPointSchema>
export type SourceListAnswer = z.infer<typeof sourceListSchema>
/** GET /v1/import-report answers the ReconciliationReport of domain/report.ts. */
