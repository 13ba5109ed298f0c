/** What users are told about selections of places, and about the regions they can be held against. */
import { z } from 'zod'
import { bilingualSchema, missingReasonSchema } from '#domain/answers/shared.ts'
import { COMPARISONS, SELECTION_LEVELS, selectionDocumentSchema } from '#domain/selection-document.ts'

const count = z.number().int()
const place = z.number().int().describe('Position in the list of places')
const text = z.number().int().describe('Position in the list of texts')
const criterion = z.number().int().describe('Position in the list of criteria')
const verdictSchema = z.enum(['yes', 'no', 'unknown'])
const countsSchema = z.object({ yes: count, no: count, unknown: count })

/** GET /v1/selections and /v1/selections/{id} */
export const selectionSchema = z.object({
  id: z.string(),
  name: bilingualSchema,
  explanation: bilingualSchema,
  /** Where the criteria come from. */
  source: bilingualSchema,
  document: selectionDocumentSchema,
  /** Why it cannot be answered yet; absent where it can. */
  waiting: bilingualSchema.optional(),
})
export const selectionListSchema = z.object({ selections: z.array(selectionSchema) })

const regionMemberSchema = z.object({ code: z.string(), name: z.string() })
/** GET /v1/regions and /v1/regions/{id} */
export const regionSchema = z.object({
  id: z.string(),
  name: z.string(),
  province: z.string(),
  kind: z.enum(['shrinking', 'anticipating']).describe('What the second action plan (2016) calls it'),
  firstPlan: z.enum(['shrinking', 'anticipating']).optional().describe('What the plan of 2009 called it'),
  tailored: z.boolean().describe('Had a plan made to measure with the national government in 2017'),
  remark: bilingualSchema.optional(),
  members: z.array(regionMemberSchema).describe('Municipalities on 1 January of the year of the plan'),
  membership: z.enum(['named', 'derived']).describe('named: the source names these municipalities; derived: put together, as the source says'),
  source: bilingualSchema.extend({ url: z.string().optional() }),
  today: z.array(regionMemberSchema.extend({ share: z.number().describe('Share of its inhabitants that lives in the region, above 0 and at most 1'), inFigures: z.boolean() })),
})
export const regionListSchema = z.object({
  name: bilingualSchema,
  year: count.describe('The members are those of 1 January of this year'),
  today: count.describe('The year of the municipalities in `today`'),
  source: bilingualSchema,
  regions: z.array(regionSchema),
})

const moveSchema = z.object({
  percent: z.number().describe('How far the threshold moved, in percent of the basis'),
  threshold: z.number(),
  selected: count,
  unknown: count,
  enters: z.array(place),
  leaves: z.array(place),
})

const criterionAnswerSchema = z.object({
  /** Path in the document: where.of.0 */
  field: z.string(),
  kind: z.enum(['figure', 'change', 'index', 'projected']),
  name: bilingualSchema,
  unit: bilingualSchema,
  decimals: count,
  years: z.array(count),
  compare: z.enum(COMPARISONS),
  threshold: z.number(),
  counts: countsSchema,
  values: z.array(z.number().nullable()).describe('By place; null where missing'),
  missing: z.partialRecord(missingReasonSchema, z.array(place)),
  remarks: z.array(z.object({ place, text })).describe('Why a figure is missing, or how it was put together'),
  spread: z.number().optional().describe('Distance between the quarters of the figures; absent where it is 0'),
  sources: z.array(z.string()),
  sensitivity: z.object({
    /** What percentages of are: the threshold, or the spread where the threshold is 0. */
    basis: z.enum(['threshold', 'spread', 'none']),
    curve: z.array(z.object({ threshold: z.number(), selected: count, unknown: count })),
    moves: z.array(moveSchema),
  }),
})

const foundSchema = z.enum(['wholly', 'partly', 'not'])
const overlapSchema = z.object({
  inhabitants: z.number().describe('Of the regions, as far as known'),
  selectedInRegions: z.number().describe('Inhabitants of selected places in the regions'),
  unknownInRegions: z.number().describe('Inhabitants of places in the regions of which it is unknown'),
  precision: z.number().optional().describe('Share of the selected inhabitants that live in the regions; absent where nothing is selected'),
  recall: z.number().optional().describe('Share of the inhabitants of the regions that are selected'),
  municipalities: z.object({ inRegions: count, selected: count, selectedInRegions: count, unknownInRegions: count, precision: z.number().optional(), recall: z.number().optional() }).optional()
    .describe('The same by municipalities; one counts in a region where at least half of its inhabitants live in it'),
})
const regionOverlapSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['shrinking', 'anticipating']),
  found: foundSchema,
  inhabitants: z.number(),
  selected: z.number(),
  unknown: z.number(),
  municipalities: z.array(regionMemberSchema.extend({ share: z.number(), inhabitants: z.number(), selected: z.number(), unknown: z.number() })),
})
const comparisonSchema = z.object({
  name: bilingualSchema,
  regions: z.array(regionOverlapSchema),
  shrinking: overlapSchema,
  anticipating: overlapSchema,
  all: overlapSchema,
  /** Regions of which no municipality is among the places. */
  absent: z.array(z.string()),
  selectedInhabitants: z.number(),
  withoutInhabitants: count.describe('Places of which the inhabitants are not known; they do not count'),
})

const resultSchema = z.object({
  counts: countsSchema,
  inhabitants: z.object({ yes: z.number(), no: z.number(), unknown: z.number() }),
  /** Columns, for areas in the order of /v1/areas for that level, year and within. */
  places: z.object({
    codes: z.array(z.string()),
    names: z.array(z.string()),
    municipalities: z.array(z.string()).describe('Name of the municipality of each, for districts and neighbourhoods; empty otherwise'),
    inhabitants: z.array(z.number().nullable()),
    verdicts: z.array(verdictSchema),
    distances: z.array(z.number().nullable()).describe('The smallest change that turns the place, as a sum of shares of the spread; null where nothing measured can'),
    changing: z.array(z.array(criterion)).describe('The criteria that change with it'),
  }),
  criteria: z.array(criterionAnswerSchema),
  /** What is said of figures, each once: criteria over the same years say the same. */
  texts: z.array(bilingualSchema),
  /** What is missing that could matter, for every place that is unknown. */
  unknown: z.array(z.object({ place, missing: z.array(z.object({ criterion, reason: missingReasonSchema, text: text.optional() })) })),
  comparison: comparisonSchema.optional(),
  source: z.array(z.object({ resource: z.string(), title: bilingualSchema, publisher: z.string(), licence: z.string(), retrievedAt: z.string() })),
})

/** POST /v1/selection-runs */
export const selectionRunSchema = z.object({
  /** With every year filled in: what reproduces it. */
  document: selectionDocumentSchema,
  version: z.string(),
  level: z.enum(SELECTION_LEVELS),
  year: count,
  status: z.enum(['done', 'waiting']),
  /** What it waits for; then there is no result. */
  waiting: z.array(z.object({ field: z.string(), name: bilingualSchema, reason: bilingualSchema })),
  result: resultSchema.optional(),
})

export type SelectionAnswer = z.infer<typeof selectionSchema>
export type SelectionListAnswer = z.infer<typeof selectionListSchema>
export type RegionAnswer = z.infer<typeof regionSchema>
export type RegionListAnswer = z.infer<typeof regionListSchema>
export type SelectionRunAnswer = z.infer<typeof selectionRunSchema>
export type SelectionResult = z.infer<typeof resultSchema>
export type SelectionCriterionAnswer = z.infer<typeof criterionAnswerSchema>
export type RegionComparison = z.infer<typeof comparisonSchema>
export type RegionOverlap = z.infer<typeof regionOverlapSchema>
export type Overlap = z.infer<typeof overlapSchema>
