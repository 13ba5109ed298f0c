/** Areas that have a name of their own in English: the country and its parts. All others are called in both languages as their publisher calls them. */
import type { AreaCode } from '#domain/area.ts'
import type { Words } from '#domain/words.ts'

const NAMES: Readonly<Record<AreaCode, Words>> = {
  NL00: { nl: 'Nederland', en: 'The Netherlands' },
  LD01: { nl: 'Noord-Nederland', en: 'Northern Netherlands' },
  LD02: { nl: 'Oost-Nederland', en: 'Eastern Netherlands' },
  LD03: { nl: 'West-Nederland', en: 'Western Netherlands' },
  LD04: { nl: 'Zuid-Nederland', en: 'Southern Netherlands' },
}

/** What an area is called in a language. Another country under the same code, as the fictional one, keeps its name. */
export function nameArea(code: AreaCode, name: string, language: keyof Words): string {
  const names = Object.hasOwn(NAMES, code) ? NAMES[code] : undefined
  return names?.nl === name ? names[language] : name
}

/** Within an English sentence the country has no capital: "ages in the Netherlands". */
export const writeInSentence = (english: string): string => english.replaceAll(/(?<=[\p{Ll}\d,;:(] \(?)The(?= Netherlands\b)/gu, 'the')

type Fields = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null
const areTexts = (value: unknown): value is readonly string[] => Array.isArray(value) && typeof value[0] === 'string'

/**
 * An answer in which every area has the name of that language. An area is an object with a name beside its code or id, or a place in the columns
 * `codes` and `names`. The answer itself stays as it is, and is given back where nothing is called otherwise.
 */
export function nameAreas<Answer>(answer: Answer, language: keyof Words): Answer {
  return language === 'nl' ? answer : (rename(answer, language) as Answer)
}

function rename(value: unknown, language: keyof Words): unknown {
  if (Array.isArray(value)) return isObject(value[0]) ? keepUnlessChanged(value, value.map((part) => rename(part, language))) : value
  if (!isObject(value)) return value
  const names = new Map(Object.entries(value).map(([key, part]) => [key, rename(part, language)]))
  const { name, codes } = value
  const code = value['code'] ?? value['id']
  if (typeof name === 'string' && typeof code === 'string') names.set('name', nameArea(code, name, language))
  if (areTexts(codes) && areTexts(value['names'])) names.set('names', keepUnlessChanged(value['names'], value['names'].map((own, at) => nameArea(codes[at] ?? '', own, language))))
  return [...names].every(([key, part]) => part === value[key]) ? value : Object.fromEntries(names)
}

const keepUnlessChanged = (before: readonly unknown[], after: readonly unknown[]): readonly unknown[] => (after.every((part, at) => part === before[at]) ? before : after)
