/** From anything to a selection document, or everything that is wrong with it, in words. */
import { describeIssue } from '#domain/describe-issue.ts'
import { makeFault, type Fault } from '#domain/fault.ts'
import { MOST_CRITERIA, MOST_LAYERS, criterionSchema, selectionDocumentSchema, selectionFrameSchema, type PlacedCriterion, type SelectionDocument, type SelectionFrame } from '#domain/selection-document.ts'
import { writeNumber } from '#domain/write-number.ts'

/** What of a document could be read, right or not: where to select, and the criteria that are right by themselves. */
export interface SelectionSketch extends SelectionFrame {
  readonly criteria: readonly PlacedCriterion[]
}

/** The document, or all faults in its form, and what of it could be read all the same, so that the rest can be checked too. Never throws. */
export function readSelectionDocument(raw: unknown): { readonly document: SelectionDocument } | { readonly faults: readonly Fault[]; readonly sketch: SelectionSketch } {
  const frame = selectionFrameSchema.parse(raw)
  // Before the schema looks at all of it: what is far too large is not worth a list of faults.
  const size = measureGroups(raw)
  if (size.criteria > MOST_CRITERIA || size.layers > MOST_LAYERS) return { faults: [describeSize(size)], sketch: { ...frame, criteria: [] } }
  const result = selectionDocumentSchema.safeParse(raw)
  const { criteria, faults: inGroups } = isObject(raw) ? inspectGroup(raw['where'], 'where') : NOTHING
  const faults = [...(result.success ? [] : result.error.issues.map((issue) => describeIssue(issue, raw))), ...inGroups]
  return result.success && faults.length === 0 ? { document: result.data } : { faults, sketch: { ...frame, criteria } }
}

interface Size {
  readonly criteria: number
  readonly layers: number
}

/** How many criteria and layers of groups there are in something that may be a document. Looks no deeper than is allowed. */
function measureGroups(raw: unknown): Size {
  const visit = (node: unknown, layer: number): Size => {
    const of = isObject(node) && Array.isArray(node['of']) ? (node['of'] as unknown[]) : undefined
    if (of === undefined) return { criteria: 1, layers: layer - 1 }
    if (layer > MOST_LAYERS) return { criteria: 0, layers: layer }
    const parts = of.map((part) => visit(part, layer + 1))
    return { criteria: parts.reduce((sum, part) => sum + part.criteria, 0), layers: parts.reduce((most, part) => Math.max(most, part.layers), layer) }
  }
  return isObject(raw) ? visit(raw['where'], 1) : { criteria: 0, layers: 0 }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function describeSize({ criteria, layers }: Size): Fault {
  if (layers > MOST_LAYERS) {
    return makeFault('where', `De groepen staan in meer dan ${MOST_LAYERS} lagen in elkaar. Hooguit ${MOST_LAYERS} kan.`, `The groups lie in more than ${MOST_LAYERS} layers. At most ${MOST_LAYERS} are possible.`)
  }
  return makeFault('where', `De selectie heeft ${writeNumber(criteria, 'nl')} voorwaarden. Hooguit ${MOST_CRITERIA} kan.`, `The selection has ${writeNumber(criteria, 'en')} criteria. At most ${MOST_CRITERIA} are possible.`)
}

interface Inspected {
  readonly criteria: readonly PlacedCriterion[]
  /** What only shows when parts are held against each other. */
  readonly faults: readonly Fault[]
}

const NOTHING: Inspected = { criteria: [], faults: [] }

function inspectGroup(raw: unknown, field: string): Inspected {
  if (!isObject(raw) || !Array.isArray(raw['of'])) return NOTHING
  const of = raw['of'] as unknown[]
  const parts = of.map((part, at) => inspectPart(part, `${field}.of.${at}`))
  return { criteria: parts.flatMap(({ criteria }) => criteria), faults: [...listCountFaults(raw['meet'], of.length, field), ...parts.flatMap(({ faults }) => faults)] }
}

function inspectPart(raw: unknown, field: string): Inspected {
  if (isObject(raw) && Array.isArray(raw['of'])) return inspectGroup(raw, field)
  const { success, data: criterion } = criterionSchema.safeParse(raw)
  return success ? { criteria: [{ criterion, field }], faults: listYearFaults({ criterion, field }) } : NOTHING
}

function listCountFaults(meet: unknown, count: number, field: string): Fault[] {
  if (typeof meet !== 'number' || meet <= count || meet > MOST_CRITERIA) return []
  return [makeFault(
    `${field}.meet`,
    `Er moeten er ${meet} kloppen, maar de groep heeft er ${count}. Kies ${count} of minder.`,
    `${meet} must be met, but the group has ${count}. Choose ${count} or less.`,
  )]
}

function listYearFaults({ criterion, field }: PlacedCriterion): Fault[] {
  if (criterion.kind !== 'change' && criterion.kind !== 'projected') return []
  const { from, to } = criterion
  if (from === undefined || to === undefined || from < to) return []
  return [makeFault(`${field}.to`, `Het laatste jaar (${to}) moet na het eerste (${from}) liggen.`, `The last year (${to}) must come after the first (${from}).`)]
}
