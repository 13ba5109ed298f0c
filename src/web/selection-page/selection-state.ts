/** A selection as choices: in the address of the page, and as a document. */
import type { IndicatorAnswer } from '#domain/answers/answers.ts'
import type { SelectionAnswer } from '#domain/answers/selection-answers.ts'
import type { IndexDocument } from '#domain/index-document.ts'
import type { Criterion, SelectionDocument, SelectionGroup } from '#domain/selection-document.ts'
import type { Words } from '#domain/words.ts'
import { findLevel, getLevelWord } from '#web/app/level-words.ts'
import { readYear, type UrlState } from '#web/app/search-state.ts'

export type SelectionLevel = SelectionDocument['level']
export type SelectionPart = SelectionGroup['of'][number]

const FORMAT = 'topdorp-selection/1'
const REGION_WORD = 'regio'

export function getSelectionLevelWord(level: SelectionLevel): string {
  return level === 'region' ? REGION_WORD : getLevelWord(level)
}

export function findSelectionLevel(word: string | undefined): SelectionLevel | undefined {
  return word === REGION_WORD ? 'region' : findLevel(word)
}

export interface ReadSelection {
  readonly document: SelectionDocument
  /** What it was made from: the selection that is named, or the first one. */
  readonly start: SelectionDocument
  /** Whether what is in the address of each could be read, and is known. */
  readonly taken: Readonly<Record<'selectie' | 'niveau' | 'jaar' | 'waar', boolean>>
}

/**
 * The selection in the address: one that comes along (`selectie`), with what was changed in it. Criteria are JSON (`waar`); whether they are
 * right is for the API to say. `fallback` is what one sees first; `pick` takes the name in the language of the page.
 */
export function readSelection(state: UrlState, selections: readonly SelectionAnswer[], fallback: SelectionDocument, pick: (words: Words) => string): ReadSelection {
  const chosen = selections.find(({ id }) => id === state['selectie'])
  const start = chosen === undefined ? fallback : { ...chosen.document, name: pick(chosen.name) }
  const where = readGroup(state['waar'])
  const { id: _id, ...rest } = start
  const year = readYear(state['jaar'])
  const level = findSelectionLevel(state['niveau'])
  const document: SelectionDocument = {
    ...rest,
    ...(state['naam'] !== undefined && { name: state['naam'].slice(0, 200) }),
    ...(level !== undefined && { level }),
    ...(year !== undefined && { year }),
    ...(state['binnen'] !== undefined && { within: state['binnen'] }),
    ...(where !== undefined && { where }),
  }
  return { document, start, taken: { selectie: chosen !== undefined, niveau: level !== undefined, jaar: year !== undefined, waar: where !== undefined } }
}

function readGroup(text: string | undefined): SelectionGroup | undefined {
  if (text === undefined) return undefined
  try {
    const value = JSON.parse(text) as unknown
    return isGroup(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** What the form needs to show it; the rest is checked by the API. */
function isGroup(value: unknown): value is SelectionGroup {
  if (typeof value !== 'object' || value === null) return false
  const { kind, of } = value as { kind?: unknown; of?: unknown }
  return kind === 'group' && Array.isArray(of) && of.every((part) => isGroup(part) || (typeof part === 'object' && part !== null && 'kind' in part && part.kind !== 'group'))
}

/** The worst tenth by an index of one's own, to go on from. */
export function selectByIndex(index: IndexDocument): SelectionDocument {
  const criterion: Criterion = { kind: 'index', index, measure: 'worstShare', compare: 'atMost', threshold: 10 }
  return { format: FORMAT, name: index.name, level: index.level, ...(index.year !== undefined && { year: index.year }), where: { kind: 'group', meet: 'all', of: [criterion] } }
}

/** A selection that comes along, as it is. */
export function startFrom(id: string): UrlState {
  return { selectie: id, naam: undefined, niveau: undefined, jaar: undefined, binnen: undefined, waar: undefined, gebied: undefined }
}

/** The whole document in the address. */
export function writeSelection({ name, level, year, within, where }: SelectionDocument): UrlState {
  return {
    selectie: undefined,
    naam: name,
    niveau: getSelectionLevelWord(level),
    jaar: year === undefined ? undefined : String(year),
    binnen: within,
    waar: JSON.stringify(where),
    gebied: undefined,
  }
}

export const CRITERION_KINDS = ['figure', 'change', 'index', 'projected'] as const

/** A criterion to start from. */
export function makeCriterion(kind: Criterion['kind'], indicator: string): Criterion {
  switch (kind) {
    case 'figure':
      return { kind, indicator, compare: 'atLeast', threshold: 0 }
    case 'change':
      return { kind, indicator, measure: 'percent', compare: 'below', threshold: 0 }
    case 'index':
      return { kind, index: 'basis-op-orde', measure: 'worstShare', compare: 'atMost', threshold: 10 }
    case 'projected':
      return { kind, indicator, to: 2040, compare: 'atMost', threshold: -2.5 }
  }
}

/** Indicators that places may be selected by: all but those about origin. */
export function listSelectable(indicators: readonly IndicatorAnswer[]): IndicatorAnswer[] {
  return indicators.filter(({ protectedCharacteristic }) => !protectedCharacteristic)
}

export function makeDocument(name: string, indicator: string): SelectionDocument {
  return { format: FORMAT, name, level: 'municipality', where: { kind: 'group', meet: 'all', of: [makeCriterion('figure', indicator)] } }
}
