/**
 * A selection of places as a document: everything that is needed to select the same places again.
 * Method: docs/methods/selection.md.
 */
import { z } from 'zod'
import { AREA_LEVELS } from '#domain/area.ts'
import { codeSchema } from '#domain/answers/shared.ts'
import { indexDocumentSchema } from '#domain/index-document.ts'

export const SELECTION_FORMAT = 'topdorp-selection/1'
/** A place can also be a named region made of municipalities. */
export const SELECTION_LEVELS = [...AREA_LEVELS, 'region'] as const
export const COMPARISONS = ['below', 'atMost', 'atLeast', 'above'] as const
/** More than this is no selection anybody can check. */
export const MOST_CRITERIA = 30
/** Groups within groups, the outermost included. */
export const MOST_LAYERS = 4
const LARGEST_THRESHOLD = 1e12

const year = z.number().int().min(1900).max(2100)
const indicator = z.string().min(1).max(100).describe('Identifier in the catalogue')
const line = {
  compare: z.enum(COMPARISONS).describe('How the figure is held against the threshold; on the line meets atMost and atLeast, not below and above'),
  threshold: z.number().min(-LARGEST_THRESHOLD).max(LARGEST_THRESHOLD),
}

const figureCriterionSchema = z.strictObject({
  kind: z.literal('figure'),
  indicator,
  year: year.optional().describe('The newest year that nearly all places have a figure of, up to the year of the selection, when left out'),
  ...line,
})

const changeCriterionSchema = z.strictObject({
  kind: z.literal('change'),
  indicator,
  from: year.optional().describe('First year; the first that nearly all places have a figure of when left out'),
  to: year.optional().describe('Last year; the newest that nearly all places have a figure of, up to the year of the selection, when left out'),
  measure: z.enum(['percent', 'absolute']).describe('percent of the first year, or the difference in the unit of the figure'),
  ...line,
})

const indexCriterionSchema = z.strictObject({
  kind: z.literal('index'),
  index: z.union([z.string().min(1).max(100), indexDocumentSchema]).describe('Identifier of an index that Topdorp comes with, or a document'),
  measure: z.enum(['score', 'rank', 'worstShare']).describe('The score (more is worse), the rank (1 is the worst), or the rank in percent of the places that have one'),
  ...line,
})

const projectedCriterionSchema = z.strictObject({
  kind: z.literal('projected'),
  indicator,
  from: year.optional().describe('The year of the selection when left out'),
  to: year,
  ...line,
  threshold: line.threshold.describe('Projected change in percent of the first year'),
})

const CRITERION_SCHEMAS = [figureCriterionSchema, changeCriterionSchema, indexCriterionSchema, projectedCriterionSchema] as const
export const criterionSchema = z.discriminatedUnion('kind', CRITERION_SCHEMAS)

const meet = z.union([z.enum(['all', 'any']), z.number().int().min(1).max(MOST_CRITERIA)]).describe('How many parts must be met: all, any (one is enough), or at least so many')

/** Groups of so many layers; written out, so that a program that reads the description needs no recursion. */
function makeGroupSchema(layers: number): z.ZodObject {
  const part = layers === 1 ? criterionSchema : z.discriminatedUnion('kind', [...CRITERION_SCHEMAS, makeGroupSchema(layers - 1)])
  return z.strictObject({ kind: z.literal('group'), meet, of: z.array(part).min(1).max(MOST_CRITERIA) })
}
const groupSchema = makeGroupSchema(MOST_LAYERS) as unknown as z.ZodType<SelectionGroup>

export type Criterion = z.infer<typeof criterionSchema>
export interface SelectionGroup {
  readonly kind: 'group'
  readonly meet: 'all' | 'any' | number
  readonly of: readonly (Criterion | SelectionGroup)[]
}

export const selectionDocumentSchema = z.strictObject({
  format: z.literal(SELECTION_FORMAT),
  id: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/).optional(),
  name: z.string().min(1).max(200),
  level: z.enum(SELECTION_LEVELS).describe('What is selected: areas of a level, or the named regions of the second action plan'),
  year: year.optional().describe('1 January of the year whose places are selected; the reference year of the statistics when left out'),
  within: codeSchema.optional().describe('Only places in this area, such as PV22; or in a region of daily life: DL, how many regions, and its number, such as DL4507'),
  where: groupSchema,
  statisticsVersion: z.string().max(200).optional().describe('The statistics it was made on, as information'),
})
export type SelectionDocument = z.infer<typeof selectionDocumentSchema>

/** Where a document selects, as far as that can be read. Takes all there is. */
export const selectionFrameSchema = z
  .object({ level: z.enum(SELECTION_LEVELS).optional().catch(undefined), year: year.optional().catch(undefined), within: codeSchema.optional().catch(undefined) })
  .catch({})
export type SelectionFrame = z.infer<typeof selectionFrameSchema>

/** A criterion of a document, and where it stands in it. */
export interface PlacedCriterion {
  readonly criterion: Criterion
  /** Path of it: where.of.0.of.2 */
  readonly field: string
}

/** All criteria, in the order in which they stand in the document. */
export function listCriteria(group: SelectionGroup, path = 'where'): PlacedCriterion[] {
  return group.of.flatMap((part, at) => {
    const field = `${path}.of.${at}`
    return part.kind === 'group' ? listCriteria(part, field) : [{ criterion: part, field }]
  })
}

/** Whether a criterion asks for projected figures, which take a while to make. */
export const needsProjection = ({ where }: SelectionDocument): boolean => listCriteria(where).some(({ criterion }) => criterion.kind === 'projected')

/** The document with another criterion in the place of each, in the order of `listCriteria`. */
export function replaceCriteria(group: SelectionGroup, replace: (criterion: Criterion, at: number) => Criterion): SelectionGroup {
  let at = 0
  const visit = (own: SelectionGroup): SelectionGroup => ({ ...own, of: own.of.map((part) => (part.kind === 'group' ? visit(part) : replace(part, at++))) })
  return visit(group)
}
