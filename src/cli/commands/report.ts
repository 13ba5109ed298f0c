/** `topdorp report`: the page of a place as text. */
import { nameAreas } from '#domain/area-names.ts'
import { THEMES, type Theme } from '#domain/indicator.ts'
import type { PlaceAnswer, PlaceFigure } from '#domain/answers/answers.ts'
import type { Figure } from '#domain/answers/shared.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getIndicator } from '#steps/see/catalogue.ts'
import { THEME_WORDS } from '#steps/see/export-words.ts'
import { MISSING_WORDS } from '#steps/see/missing-words.ts'
import { getPlace } from '#steps/see/place.ts'
import { findYear, getYear, YEAR_OPTION } from '#cli/choose.ts'
import { EXIT, type Command, type CommandInput, type ExitCode, type Language } from '#cli/command.ts'
import { getPlaceId } from '#cli/find-place.ts'
import { openFigures } from '#cli/open-figures.ts'
import { formatFigure, layOut } from '#cli/words.ts'

export const reportCommand: Command = {
  name: 'report',
  summary: { nl: 'laat alles zien over één dorp of gebied', en: 'shows all there is about one village or area' },
  positionals: ['<area>'],
  options: { year: YEAR_OPTION },
  examples: ['topdorp report Krimpsterterp', 'topdorp report GM1680 --year 2023', 'topdorp report NL00 --json'],
  run,
}

async function run(input: CommandInput): Promise<ExitCode> {
  findYear(input)
  const statistics = await openFigures(input)
  const [typed = ''] = input.positionals
  const newest = getPlace(statistics, getPlaceId(statistics, typed))
  const year = getYear(input, newest.years, newest.name)
  const place = year === newest.year ? newest : getPlace(statistics, newest.id, year)
  if (input.json) input.terminal.print(JSON.stringify(place, null, 1))
  else for (const line of describePlace(nameAreas(place, input.language), statistics, input.language)) input.terminal.print(line)
  return EXIT.ok
}

function describePlace(place: PlaceAnswer, statistics: Statistics, language: Language): string[] {
  const say = (nl: string, en: string): string => (language === 'nl' ? nl : en)
  const used = new Set(place.figures.flatMap((figure) => figure.sources))
  const sources = statistics.sources.filter((source) => used.has(source.resource))
  return [
    `${place.name} (${place.id}), ${place.year}`,
    ...(place.parents.length === 0 ? [] : [`${say('Ligt in', 'Lies in')}: ${place.parents.map((area) => area.name).join(', ')}`]),
    ...(place.figuresOf === undefined ? [] : [`${say('Cijfers van', 'Figures of')}: ${place.figuresOf.name} (${place.figuresOf.code})`]),
    ...place.remarks.map((remark) => remark[language]),
    ...THEMES.flatMap((theme) => describeTheme(place, theme, statistics, language)),
    ...part(say('Gemeentelijke herindeling', 'Municipal boundary changes'), place.boundaryChanges.map((change) => `${change.date}: ${change.text[language]}`)),
    ...part(say('Dorpen hier', 'Villages here'), place.villages.length === 0 ? [] : [place.villages.map((village) => village.name).join(', ')]),
    ...part(say('Bronnen', 'Sources'), sources.map((source) => `${source.publisher}, ${source.title[language]}, ${source.retrievedAt.slice(0, 10)}, ${source.licence}`)),
  ]
}

function part(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)]
}

function describeTheme(place: PlaceAnswer, theme: Theme, statistics: Statistics, language: Language): string[] {
  const figures = place.figures.filter((figure) => figure.theme === theme)
  if (figures.length === 0) return []
  const header = ['', language === 'nl' ? 'jaar' : 'year', place.name, ...place.comparedWith.map((area) => area.name), '']
  const rows = figures.map((figure) => describeFigure(figure, statistics, language))
  return ['', THEME_WORDS[theme][language], ...layOut([header, ...rows], [2, ...place.comparedWith.map((_, at) => at + 3)])]
}

function describeFigure({ indicator: id, year, here, elsewhere }: PlaceFigure, statistics: Statistics, language: Language): string[] {
  const indicator = getIndicator(statistics, id)
  const show = ({ value }: Figure): string => (value === undefined ? '–' : formatFigure(value, indicator, language))
  const why = here.missing === undefined ? '' : `(${MISSING_WORDS[here.missing][language].toLowerCase()})`
  return [indicator.name[language], String(year), show(here), ...elsewhere.map(show), `${indicator.unit[language]} ${why}`.trim()]
}
