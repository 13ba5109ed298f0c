/** Which place somebody means by a code or a name. */
import { findAreaCode } from '#domain/area.ts'
import type { SearchResult } from '#domain/answers/answers.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { findPlace } from '#steps/see/families.ts'
import { search } from '#steps/see/search.ts'
import { CommandError } from '#cli/command.ts'

const MAX_CANDIDATES = 10

/** Identifier of the place: an area code, a place id, or the only (or only exact) match of a name. Throws CommandError with the candidates. */
export function getPlaceId(statistics: Statistics, typed: string): string {
  const code = findAreaCode(typed.toUpperCase())
  if (code !== undefined && statistics.findArea(code) !== undefined) return code
  if (findPlace(statistics, typed.toUpperCase()) !== undefined) return typed.toUpperCase()
  const { results } = search(statistics, typed, MAX_CANDIDATES)
  const exact = results.filter((result) => result.name.toLowerCase() === typed.toLowerCase())
  // A village and the municipality named after it are both meant by that name; the village is the more likely question.
  const only = pickOnly(exact.length > 0 ? exact : results) ?? pickOnly(exact.filter((result) => result.kind === 'village'))
  if (only !== undefined) return only.id
  throw refuse(typed, exact.length > 0 ? exact : results)
}

function pickOnly(results: readonly SearchResult[]): SearchResult | undefined {
  return results.length === 1 ? results[0] : undefined
}

function refuse(typed: string, results: readonly SearchResult[]): CommandError {
  if (results.length === 0) return new CommandError({ nl: `Er is geen plaats of gebied "${typed}".`, en: `There is no place or area "${typed}".` })
  const list = (language: 'nl' | 'en') => results.map((result) => `  ${result.id}  ${result.name}, ${result.context[language]}`).join('\n')
  return new CommandError({
    nl: `"${typed}" kan meer dan één plaats zijn. Kies er een met de code:\n${list('nl')}`,
    en: `"${typed}" can be more than one place. Choose one by its code:\n${list('en')}`,
  })
}
