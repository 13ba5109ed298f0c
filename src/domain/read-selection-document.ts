/** From anything to a selection document, or everything that is wrong with it, in words. */
import { describeIssue, limitFaults } from '#domain/describe-issue.ts'
import { makeFault, type Fault } from '#domain/fault.ts'
import { MOST_CRITERIA, MOST_LAYERS, listCriteria, selectionDocumentSchema, type SelectionDocument, type SelectionGroup } from '#domain/selection-document.ts'

/** The document, or the faults. Never throws. */
export function readSelectionDocument(raw: unknown): { readonly document: SelectionDocument } | { readonly faults: readonly Fault[] } {
  // Before the schema looks at all of it: what is far too large is not worth a list of faults.
  const size = measureGroups(raw)
  if (size.criteria > MOST_CRITERIA || size.layers > MOST_LAYERS) return { faults: [describeSize(size)] }
  const result = selectionDocumentSchema.safeParse(raw)
  const faults = result.success ? listGroupFaults(result.data.where) : result.error.issues.map((issue) => describeIssue(issue, raw))
  if (result.success && faults.length === 0) return { document: result.data }
  return { faults: limitFaults(faults) }
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
  return makeFault('where', `De selectie heeft ${criteria} voorwaarden. Hooguit ${MOST_CRITERIA} kan.`, `The selection has ${criteria} criteria. At most ${MOST_CRITERIA} are possible.`)
}

/** What only shows when parts are held against each other. */
function listGroupFaults(where: SelectionGroup): Fault[] {
  return [...listCountFaults(where, 'where'), ...listYearFaults(where)]
}

function listCountFaults({ meet, of }: SelectionGroup, field: string): Fault[] {
  const inner = of.flatMap((part, at) => (part.kind === 'group' ? listCountFaults(part, `${field}.of.${at}`) : []))
  if (typeof meet !== 'number' || meet <= of.length) return inner
  const own = makeFault(
    `${field}.meet`,
    `Er moeten er ${meet} kloppen, maar de groep heeft er ${of.length}. Kies ${of.length} of minder.`,
    `${meet} must be met, but the group has ${of.length}. Choose ${of.length} or less.`,
  )
  return [own, ...inner]
}

function listYearFaults(where: SelectionGroup): Fault[] {
  return listCriteria(where).flatMap(({ criterion, field }) => {
    if (criterion.kind !== 'change' && criterion.kind !== 'projected') return []
    const { from, to } = criterion
    if (from === undefined || to === undefined || from < to) return []
    return [makeFault(`${field}.to`, `Het laatste jaar (${to}) moet na het eerste (${from}) liggen.`, `The last year (${to}) must come after the first (${from}).`)]
  })
}
