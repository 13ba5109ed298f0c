/** `topdorp areas`: the areas of a level, or those that match what is typed. */
import { nameArea, nameAreas } from '#domain/area-names.ts'
import type { AreaLevel } from '#domain/area.ts'
import type { SearchResult } from '#domain/answers/answers.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { listAreaNames } from '#steps/see/catalogue.ts'
import { search } from '#steps/see/search.ts'
import { LEVEL_WORDS } from '#steps/see/export-words.ts'
import { findLevel, findYear, getYear, LEVEL_OPTION, YEAR_OPTION } from '#cli/choose.ts'
import { CommandError, EXIT, type Command, type CommandInput, type ExitCode } from '#cli/command.ts'
import { openFigures } from '#cli/open-figures.ts'
import { layOut } from '#cli/words.ts'

const MAX_FOUND = 50

export const areasCommand: Command = {
  name: 'areas',
  summary: { nl: 'zoekt een dorp of gebied, of noemt alle gebieden van een niveau', en: 'finds a village or area, or lists all areas of a level' },
  positionals: ['[query]'],
  options: { level: LEVEL_OPTION, year: YEAR_OPTION },
  examples: ['topdorp areas Krimpsterterp', 'topdorp areas 9469', 'topdorp areas --level municipality --year 2020', 'topdorp areas oost --level buurt --json'],
  run,
}

async function run(input: CommandInput): Promise<ExitCode> {
  const level = findLevel(input)
  const [query] = input.positionals
  findYear(input)
  const statistics = await openFigures(input)
  if (query === undefined) listLevel(statistics, level ?? 'municipality', input)
  else showFound(statistics, query, level, input)
  return EXIT.ok
}

function listLevel(statistics: Statistics, level: AreaLevel, input: CommandInput): void {
  const { json, language, terminal } = input
  const years = statistics.years.filter((candidate) => statistics.listPositions(level, candidate).length > 0)
  const year = getYear(input, years, LEVEL_WORDS[level][language], statistics.referenceYear)
  const { codes, names, municipalities } = listAreaNames(statistics, level, year)
  if (json) {
    terminal.print(JSON.stringify({ level, year, areas: codes.map((code, at) => ({ code, name: names[at], ...(municipalities[at] && { municipality: municipalities[at] }) })) }, null, 1))
    return
  }
  for (const line of layOut(codes.map((code, at) => [code, nameArea(code, names[at] ?? '', language), municipalities[at] ?? '']), [], '')) terminal.print(line)
  terminal.warn(`${codes.length} ${LEVEL_WORDS[level][language]}, ${year}`)
}

/** Villages, postcodes and areas that match; with a level, only areas of it. */
function showFound(statistics: Statistics, query: string, level: AreaLevel | undefined, input: CommandInput): void {
  const { json, language, terminal } = input
  const all = search(statistics, query, level === undefined ? MAX_FOUND : Infinity).results
  const year = findYear(input)
  const fits = (result: SearchResult): boolean => {
    if (level !== undefined && result.kind !== level) return false
    return year === undefined || (statistics.findArea(result.id)?.years.includes(year) ?? level === undefined)
  }
  const found = all.filter(fits).slice(0, MAX_FOUND)
  if (found.length === 0) throw new CommandError({ nl: `Niets gevonden voor "${query}".`, en: `Nothing found for "${query}".` })
  if (json) {
    terminal.print(JSON.stringify({ query, results: found }, null, 1))
    return
  }
  for (const line of layOut(nameAreas(found, language).map((result) => [result.id, result.name, result.context[language]]), [], '')) terminal.print(line)
  if (found.length === MAX_FOUND) terminal.warn(language === 'nl' ? `De eerste ${MAX_FOUND}. Typ meer om minder te vinden.` : `The first ${MAX_FOUND}. Type more to find fewer.`)
}
