/** From anything to an index document, or everything that is wrong with it, in words. */
import { describeIssue } from '#domain/describe-issue.ts'
import { makeFault, type Fault } from '#domain/fault.ts'
import { MOST_INDICATORS, indexDocumentSchema, indexSketchSchema } from '#domain/index-document.ts'
import { listIndexIndicators } from '#domain/index-indicators.ts'
import type { IndexDocument, IndexSketch } from '#domain/index-document.ts'

/**
 * The document with what was left out filled in, or all faults in the form and the weights, and what of it could be read all the same:
 * so that the rest can be checked too. Never throws.
 */
export function readIndexDocument(raw: unknown): { readonly document: IndexDocument } | { readonly faults: readonly Fault[]; readonly sketch: IndexSketch } {
  const result = indexDocumentSchema.safeParse(raw)
  const sketch = indexSketchSchema.parse(raw)
  const faults = [...(result.success ? [] : result.error.issues.map((issue) => describeIssue(issue, raw))), ...listWeighingFaults(sketch)]
  return result.success && faults.length === 0 ? { document: result.data } : { faults, sketch }
}

function listWeighingFaults(document: IndexSketch): Fault[] {
  const indicators = listIndexIndicators(document)
  if (indicators.length > MOST_INDICATORS) {
    return [makeFault('dimensions', `Het document heeft ${indicators.length} cijfers. Hooguit ${MOST_INDICATORS} kan.`, `The document has ${indicators.length} indicators. At most ${MOST_INDICATORS} are possible.`)]
  }
  const seen = new Set<string>()
  const twice = indicators.flatMap(({ entry: { indicator }, field }) => {
    const isSeen = indicator !== undefined && seen.has(indicator)
    if (indicator !== undefined) seen.add(indicator)
    return isSeen ? [makeFault(`${field}.indicator`, `Het cijfer "${indicator}" staat er twee keer in.`, `The indicator "${indicator}" is in it twice.`)] : []
  })
  return [...twice, ...listSameIds(document), ...listSumFaults(document)]
}

/** Scores of dimensions are found by their id. */
function listSameIds({ dimensions }: IndexSketch): Fault[] {
  const ids = dimensions.flatMap((dimension) => [dimension.id, ...dimension.dimensions.map(({ id }) => id)]).filter((id) => id !== undefined)
  const twice = [...new Set(ids.filter((id, at) => ids.indexOf(id) < at))]
  return twice.map((id) => makeFault('dimensions', `Twee dimensies heten "${id}". Geef elke dimensie een eigen id.`, `Two dimensions are called "${id}". Give every dimension an id of its own.`))
}

interface Weighed {
  readonly weight: number
  readonly name?: string
  readonly indicators?: readonly Weighed[]
  readonly dimensions?: readonly Weighed[]
}

/** The parts of every dimension must weigh more than nothing together. */
function listSumFaults(document: Weighed | IndexSketch, field = ''): Fault[] {
  const { name = '', dimensions = [] } = document
  const parts = [...('indicators' in document ? (document.indicators ?? []) : []), ...dimensions]
  const inner = dimensions.flatMap((dimension, at) => listSumFaults(dimension, `${field === '' ? '' : `${field}.`}dimensions.${at}`))
  if (parts.some(({ weight }) => weight > 0)) return inner
  const own =
    parts.length === 0
      ? makeFault(field, `In "${name}" zit geen enkel cijfer. Voeg een cijfer toe of haal het weg.`, `"${name}" holds no indicator. Add one or take it out.`)
      : makeFault(field, `De gewichten in "${name}" zijn samen nul. Geef ten minste één deel een gewicht boven nul.`, `The weights in "${name}" add up to zero. Give at least one part a weight above zero.`)
  return [own, ...inner]
}
