/** Finding a village, wijk, buurt, municipality, province or postcode by what somebody types. */
import { findAreaCode } from '#domain/area.ts'
import type { SearchAnswer, SearchResult } from '#domain/answers/answers.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getSearchIndex } from '#steps/see/search-index.ts'
import type { SearchEntry } from '#steps/see/search-index.ts'
import { isWithinOneEdit, listSpellings, toPlain } from '#steps/see/search-text.ts'

/** From best to worst: how the words typed agree with a name. */
const TIERS = 5
/** The one of names that hold what was typed, but not at the beginning of a word. */
const HELD = 3

/** Words shorter than this are not forgiven a typing error: everything is one edit from everything. */
const SHORTEST_FORGIVEN = 4

/**
 * The best matches, best first: the whole name, then names that begin with it, then names with a word that does,
 * then names that hold it, then names whose place says the rest ('nieuwveen groningen'); within each, large before small.
 * Where no name or word begins with it, whole names one typing error away go before names that merely hold it;
 * where nothing matches at all, the beginning of a name may be one typing error away too.
 */
export function search(statistics: Statistics, query: string, limit: number): SearchAnswer {
  const index = getSearchIndex(statistics)
  const found =
    findByCode(index, query) ?? findByPostcode(index, query, limit) ?? findByName(index, query, limit) ?? findByTypo(index, query, limit)
  return { query, results: found ?? [] }
}

function findByCode(index: readonly SearchEntry[], query: string): SearchResult[] | undefined {
  const code = findAreaCode(query.toUpperCase())
  if (code === undefined) return undefined
  return index.filter((entry) => entry.result.id === code && entry.result.kind !== 'postcode').map((entry) => entry.result)
}

/** Two to four digits, or a whole postcode such as 9469 PA; letters are ignored, figures do not go finer than four digits. */
function findByPostcode(index: readonly SearchEntry[], query: string, limit: number): SearchResult[] | undefined {
  const digits = /^\s*(\d{2,4})\s*$|^\s*(\d{4})\s*[a-z]{1,2}\s*$/i.exec(query)
  const start = digits?.[1] ?? digits?.[2]
  if (start === undefined) return undefined
  const matches = index.filter((entry) => entry.result.kind === 'postcode' && entry.result.name.startsWith(start))
  if (matches.length === 0) return undefined
  return matches
    .map((entry) => entry.result)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .slice(0, limit)
}

function findByName(index: readonly SearchEntry[], query: string, limit: number): SearchResult[] | undefined {
  const plain = listSpellings(query).at(-1) ?? ''
  if (plain === '') return undefined
  const wanted = { ...markBeginning(plain), plain, words: plain.split(' ').map(markBeginning) }
  const tiers: SearchResult[][] = Array.from({ length: TIERS }, () => [])
  for (const entry of index) {
    const tier = findTier(entry, wanted)
    if (tier !== undefined) tiers[tier]?.push(entry.result)
  }
  const results = tiers.flat()
  if (results.length === 0) return undefined
  const merelyHeld = tiers[HELD] ?? []
  const misspelt = results.length === merelyHeld.length ? listMisspelt(index, plain).filter((result) => !merelyHeld.includes(result)) : []
  return [...misspelt, ...results].slice(0, limit)
}

/** Whole names that are one typing error away from what was typed. */
function listMisspelt(index: readonly SearchEntry[], plain: string): SearchResult[] {
  if (plain.length < SHORTEST_FORGIVEN) return []
  return index.flatMap((entry) => (entry.spellings.some((spelling) => isWithinOneEdit(spelling, plain)) ? [entry.result] : []))
}

/** How the beginning of a spelling, and of a word in it, looks in `SearchEntry.name`. Made once: the index is long. */
interface Beginning {
  readonly ofSpelling: string
  readonly ofWord: string
}

interface Wanted extends Beginning {
  readonly plain: string
  readonly words: readonly Beginning[]
}

function markBeginning(text: string): Beginning {
  return { ofSpelling: `|${text}`, ofWord: ` ${text}` }
}

function findTier({ name, context }: SearchEntry, wanted: Wanted): number | undefined {
  if (name.includes(wanted.plain)) {
    if (name.includes(wanted.ofSpelling)) return name.includes(`${wanted.ofSpelling}|`) ? 0 : 1
    return name.includes(wanted.ofWord) ? 2 : HELD
  }
  if (wanted.words.length === 1) return undefined
  let inName = 0
  for (const { ofSpelling, ofWord } of wanted.words) {
    if (name.includes(ofWord) || name.includes(ofSpelling)) inName++
    else if (!context.includes(ofWord)) return undefined
  }
  // At least one word must be of the name itself, or every buurt of a municipality would match that municipality.
  return inName > 0 ? 4 : undefined
}

function findByTypo(index: readonly SearchEntry[], query: string, limit: number): SearchResult[] | undefined {
  const plain = toPlain(query)
  if (plain.length < SHORTEST_FORGIVEN) return undefined
  const results: SearchResult[] = []
  for (const entry of index) {
    if (results.length === limit) break
    if (entry.spellings.some((spelling) => isNear(spelling, plain))) results.push(entry.result)
  }
  return results
}

/** One edit from the whole name, or from its beginning while somebody is still typing. */
function isNear(spelling: string, plain: string): boolean {
  if (isWithinOneEdit(spelling, plain)) return true
  if (spelling.length <= plain.length || spelling[0] !== plain[0]) return false
  return isWithinOneEdit(spelling.slice(0, plain.length), plain)
}
