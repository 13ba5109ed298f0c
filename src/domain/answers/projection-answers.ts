/** Answers about the projection of population and households. */
import { z } from 'zod'
import { CHANGE_MEASURES } from '#domain/change-measures.ts'
import { areaRefSchema, bilingualSchema } from '#domain/answers/shared.ts'

const perYear = z.array(z.number()).describe('One figure a year, in the order of `years`')
const perAge = z.array(z.number()).length(101).describe('Ages 0 to 99, and 100 and over')

export const DEMANDS = ['children0to3', 'pupils4to11', 'pupils12to17', 'young18to24', 'people65Plus', 'people75Plus', 'people85Plus', 'alone75Plus'] as const

const intervalSchema = z.object({ percent: z.union([z.literal(50), z.literal(80), z.literal(95)]), lower: perYear, upper: perYear })

const outcomeSchema = z.object({
  jumpOff: z.number().int(),
  year: z.number().int(),
  measure: z.string(),
  projected: z.number(),
  counted: z.number(),
  lower80: z.number().optional(),
  upper80: z.number().optional(),
})

const guessErrorsSchema = z.object({ median: z.number().describe('Percent, of the area in the middle'), weightedMean: z.number().describe('Percent, weighted by inhabitants') })

const smallAreaTestSchema = z.object({
  level: z.enum(['district', 'neighbourhood']),
  jumpOff: z.number().int(),
  year: z.number().int(),
  inhabitants: z.object({ from: z.number(), until: z.number().nullable() }).describe('At the jump-off: from, and up to but not including; null: no end'),
  areas: z.number().int(),
  projected: guessErrorsSchema,
  noChange: guessErrorsSchema.describe('The guess that nothing changes'),
  sharedOut: guessErrorsSchema.describe('The guess that every area grows as its municipality is projected to'),
  unchanged: z.number().min(0).max(1).describe('Share whose published count, rounded to five, did not change'),
})

export const projectionSchema = z.object({
  version: z.string().describe('Version of the statistics'),
  id: z.string(),
  name: z.string(),
  areas: z.array(areaRefSchema).describe('What was projected; a village is the area it lies in'),
  level: z.enum(['region', 'municipality', 'smallArea']).describe('Small areas are shares of their municipality'),
  jumpOff: z.number().int().describe('1 January from which is projected'),
  years: z.array(z.number().int()),
  population: z.object({ projected: perYear, intervals: z.array(intervalSchema) }),
  pyramids: z.array(z.object({ year: z.number().int(), women: perAge, men: perAge })),
  households: z.object({ total: perYear, onePerson: perYear, withoutChildren: perYear, withChildren: perYear }).optional().describe('Modelled positions at the counted level; not there where households are not counted'),
  indicators: z.object({ greyPressure: perYear, greenPressure: perYear }),
  demand: z.array(z.object({ id: z.enum(DEMANDS), values: perYear })),
  intervals: z.array(z.object({ id: z.string().describe('An id of `demand`, a kind of household, or households'), percent: z.literal(80), lower: perYear, upper: perYear })).describe('From what earlier projections missed of age groups and households'),
  change: z.object({ births: perYear, deaths: perYear, netMigration: perYear }).optional().describe('In the year before each year, 0 for the first; not for small areas'),
  draws: z
    .object({ count: z.number().int(), seed: z.number().int(), intervals: z.array(intervalSchema.extend({ id: z.string().describe('population, households, a kind of household, or an id of `demand`') })) })
    .optional()
    .describe('Intervals from trajectories of all municipalities together; for municipalities and larger areas, when `draws` was asked'),
  thresholds: z.array(z.object({ measure: z.enum(['population', 'households', 'pupils4to11']), year: z.number().int(), changePercent: z.number().optional(), below: z.number().optional(), chance: z.number().min(0).max(1) })).describe('The chance that it falls by `changePercent` or more since the jump-off, or is below a number. Pupils: children of 4 to 11 who live there, for small areas'),
  backTest: z.array(outcomeSchema).describe('Of the municipality: what the same program projected earlier, beside what was counted'),
  smallAreaTest: smallAreaTestSchema.optional().describe('Of a wijk or buurt: how wrong the same program was for those of its size, from as far back as is known'),
  scenario: z
    .object({
      name: z.string(),
      changedFigures: z.array(z.number().int()).describe('Of every patch, then of every plan for homes, over all years and areas; 0 is one without effect'),
      changes: z.array(z.object({ field: z.string().describe('patches.0 is the first patch'), text: bilingualSchema, changedFigures: z.number().int() })),
    })
    .optional(),
  remarks: z.array(bilingualSchema),
  findings: z.array(z.object({ severity: z.string(), code: z.string(), resource: z.string(), message: bilingualSchema })),
  sources: z.array(z.string()).describe('Resources, as in /v1/sources'),
})

export const backTestSchema = z.object({
  version: z.string(),
  municipalities: z.number().int(),
  lines: z.array(
    z.object({
      jumpOff: z.number().int(),
      year: z.number().int(),
      measure: z.string(),
      inhabitants: z.object({ from: z.number(), until: z.number().nullable() }),
      municipalities: z.number().int(),
      medianAbsoluteError: z.number().describe('Percent'),
      medianError: z.number().describe('Percent; below 0 is too low'),
      within80: z.number().min(0).max(1).nullable().describe('Share of outcomes in the 80 percent interval; null where none could be made'),
      noChange: z.number().describe('Median absolute error of the guess that nothing changes'),
      constantGrowth: z.number().nullable().describe('Median absolute error of the guess that growth goes on'),
    }),
  ),
  smallAreas: z.array(smallAreaTestSchema).describe('Inhabitants of wijken and buurten that could be followed'),
  errorSizes: z
    .object({
      national: z.object({ shocks: z.number(), lasting: z.number() }),
      own: z.object({ shocks: z.number(), lasting: z.number() }),
      sizePower: z.number(),
      windows: z.object({ from: z.number().int(), to: z.number().int(), furthest: z.number().int(), count: z.number().int() }),
    })
    .nullable()
    .describe('Those of the newest projection; see docs/methods/back-test.md'),
})

const perMunicipality = z.array(z.number().nullable()).describe('In the order of `codes`; null where it is not known')

export const projectedChangeSchema = z.object({
  version: z.string(),
  measure: z.enum(CHANGE_MEASURES),
  level: z.literal('municipality'),
  from: z.number().int().describe('The jump-off'),
  to: z.number().int(),
  years: z.array(z.number().int()).describe('Years that can be asked for'),
  codes: z.array(z.string()),
  names: z.array(z.string()),
  before: perMunicipality,
  after: perMunicipality,
  changePercent: perMunicipality,
  sources: z.array(z.string()).describe('Resources, as in /v1/sources'),
})

const percentChange = z.number().describe('Percent of the first year')
const regionProjectionSchema = z.object({
  from: z.number(),
  to: z.number(),
  changePercent: percentChange,
  interval80: z.object({ lower: percentChange, upper: percentChange }).nullable().describe('Null where the size of errors is not known'),
  chances: z.array(z.object({ changePercent: z.number(), chance: z.number().min(0).max(1) })).describe('The chance that it falls by as much or more'),
  withoutForeignGrowth: percentChange.describe('The same projection with as many people from abroad as leave for it'),
})

export const regionOutlookSchema = z.object({
  version: z.string(),
  name: bilingualSchema,
  from: z.number().int().describe('The jump-off'),
  to: z.number().int(),
  country: z.object({ population: regionProjectionSchema, households: regionProjectionSchema.optional() }),
  regions: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: z.enum(['shrinking', 'anticipating']).describe('What the plan of 2016 calls it'),
      estimated: z.boolean().describe('Parts of municipalities are counted by their share of the inhabitants'),
      past: z
        .array(z.object({ from: z.number().int(), to: z.number().int(), changePercent: percentChange, naturalPercent: percentChange.describe('By births and deaths'), movesPercent: percentChange.describe('By moves and migration') }))
        .describe('What was counted: before the plan as far as is known, and since'),
      population: regionProjectionSchema,
      households: regionProjectionSchema.optional(),
      meets: z.enum(['shrinking', 'anticipating', 'none']).describe('The definition that the projection meets; the chances say how sure that is'),
    }),
  ),
  absent: z.array(z.string()).describe('Ids of regions with municipalities that are not among the figures'),
  remarks: z.array(bilingualSchema.extend({ url: z.string().optional() })),
  sources: z.array(z.string()).describe('Resources, as in /v1/sources'),
})

export type RegionOutlookAnswer = z.infer<typeof regionOutlookSchema>
export type RegionProjection = z.infer<typeof regionProjectionSchema>
export type ProjectedChangeAnswer = z.infer<typeof projectedChangeSchema>
export type ProjectionAnswer = z.infer<typeof projectionSchema>
export type BackTestAnswer = z.infer<typeof backTestSchema>
