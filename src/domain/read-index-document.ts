/** From anything to an index document, or everything that is wrong with it, in words. */
import { z } from 'zod'
import { MOST_INDICATORS, indexDocumentSchema, listIndexIndicators } from '#domain/index-document.ts'
import type { IndexDocument } from '#domain/index-document.ts'

/** Something that is not right, and where. */
export interface Fault {
  /** Path within what was given: dimensions.0.weight; empty for the whole. */
  readonly field: string
  readonly message: { readonly nl: string; readonly en: string }
}

/** Faults beyond these are counted. */
const MOST_FAULTS = 20

/** The document with what was left out filled in, or the faults. Never throws. */
export function readIndexDocument(raw: unknown): { readonly document: IndexDocument } | { readonly faults: readonly Fault[] } {
  const result = indexDocumentSchema.safeParse(raw)
  const faults = result.success ? listWeighingFaults(result.data) : result.error.issues.map((issue) => describeIssue(issue, raw))
  if (result.success && faults.length === 0) return { document: result.data }
  if (faults.length <= MOST_FAULTS) return { faults }
  const more = faults.length - MOST_FAULTS
  return { faults: [...faults.slice(0, MOST_FAULTS), makeFault('', `En nog ${more} fouten.`, `And ${more} more faults.`)] }
}

export function makeFault(field: string, nl: string, en: string): Fault {
  return { field, message: { nl, en } }
}

function listWeighingFaults(document: IndexDocument): Fault[] {
  const indicators = listIndexIndicators(document)
  if (indicators.length > MOST_INDICATORS) {
    return [makeFault('dimensions', `Het document heeft ${indicators.length} cijfers. Hooguit ${MOST_INDICATORS} kan.`, `The document has ${indicators.length} indicators. At most ${MOST_INDICATORS} are possible.`)]
  }
  const seen = new Map<string, string>()
  const twice = indicators.flatMap(({ entry, field }) => {
    const first = seen.get(entry.indicator)
    seen.set(entry.indicator, field)
    return first === undefined ? [] : [makeFault(`${field}.indicator`, `Het cijfer "${entry.indicator}" staat er twee keer in.`, `The indicator "${entry.indicator}" is in it twice.`)]
  })
  return [...twice, ...listSameIds(document), ...listSumFaults(document)]
}

/** Scores of dimensions are found by their id. */
function listSameIds({ dimensions }: IndexDocument): Fault[] {
  const ids = dimensions.flatMap((dimension) => [dimension.id, ...dimension.dimensions.map(({ id }) => id)])
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
function listSumFaults(document: Weighed | IndexDocument, field = ''): Fault[] {
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

function describeIssue(issue: z.core.$ZodIssue, raw: unknown): Fault {
  const field = issue.path.join('.')
  const place = field === '' ? { nl: 'Het document', en: 'The document' } : { nl: `"${field}"`, en: `"${field}"` }
  const given = readPath(raw, issue.path)
  const say = (nl: string, en: string) => makeFault(field, `${place.nl} ${nl}.`, `${place.en} ${en}.`)
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.slice(0, 5).map((key) => `"${key.slice(0, 60)}"`).join(', ')
    return say(`heeft iets dat we niet kennen: ${keys}`, `has something we do not know: ${keys}`)
  }
  if (given === undefined) return say('ontbreekt', 'is missing')
  const allowed = describeAllowed(issue)
  if (typeof given === 'object') return say(`kan zo niet${allowed.nl}`, `cannot be so${allowed.en}`)
  const shown = JSON.stringify(String(given).slice(0, 60))
  return say(`kan niet ${shown} zijn${allowed.nl}`, `cannot be ${shown}${allowed.en}`)
}

function readPath(raw: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined), raw)
}

const TYPE_WORDS: Readonly<Record<string, readonly [nl: string, en: string]>> = {
  number: ['een getal', 'a number'],
  int: ['een heel getal', 'a whole number'],
  string: ['een tekst', 'a text'],
  array: ['een lijst', 'a list'],
  object: ['een object', 'an object'],
}

function describeAllowed(issue: z.core.$ZodIssue): { nl: string; en: string } {
  const say = (nl: string, en: string) => ({ nl: `, wel ${nl}`, en: `, but ${en}` })
  switch (issue.code) {
    case 'invalid_value':
      return say(issue.values.join(', '), issue.values.join(', '))
    case 'invalid_union': {
      const options = 'options' in issue ? (issue.options as readonly unknown[]).join(', ') : ''
      return say(`een van deze: ${options}`, `one of these: ${options}`)
    }
    case 'too_small': {
      if (issue.origin === 'string') return say('een langere tekst', 'a longer text')
      if (issue.origin === 'array') return say(`een lijst van ten minste ${issue.minimum}`, `a list of at least ${issue.minimum}`)
      return issue.inclusive ? say(`${issue.minimum} of meer`, `${issue.minimum} or more`) : say(`meer dan ${issue.minimum}`, `more than ${issue.minimum}`)
    }
    case 'too_big':
      if (issue.origin === 'string') return say(`hooguit ${issue.maximum} tekens`, `at most ${issue.maximum} characters`)
      if (issue.origin === 'array') return say(`een lijst van hooguit ${issue.maximum}`, `a list of at most ${issue.maximum}`)
      return say(`${issue.maximum} of minder`, `${issue.maximum} or less`)
    case 'invalid_type': {
      const words = TYPE_WORDS[issue.expected]
      return words ? say(words[0], words[1]) : { nl: '', en: '' }
    }
    case 'invalid_format':
      return say('letters, cijfers en streepjes, met een letter vooraan', 'letters, digits and hyphens, a letter first')
    default:
      return { nl: '', en: '' }
  }
}
