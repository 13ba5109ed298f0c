/** What a flag or argument names: a level, a year, an indicator. Each throws CommandError (misuse) that names what there is. */
import { AREA_LEVELS, type AreaLevel } from '#domain/area.ts'
import type { Indicator } from '#domain/indicator.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { findIndicator, hasFigures } from '#steps/see/catalogue.ts'
import { suggest } from '#cli/closest.ts'
import { CommandError, misuse, type CommandInput } from '#cli/command.ts'

/** Levels by the names people use for them in Dutch. */
const DUTCH_LEVELS: Readonly<Record<string, AreaLevel>> = {
  land: 'country',
  provincie: 'province',
  gemeente: 'municipality',
  wijk: 'district',
  buurt: 'neighbourhood',
}

export const LEVEL_OPTION = {
  type: 'string',
  value: 'level',
  help: { nl: 'country, landsdeel, province, corop, municipality, district of neighbourhood (of in het Nederlands: gemeente, buurt …)', en: 'country, landsdeel, province, corop, municipality, district or neighbourhood' },
} as const

export const YEAR_OPTION = { type: 'string', value: 'year', help: { nl: 'jaar (1 januari); anders het nieuwste', en: 'year (1 January); the newest otherwise' } } as const

/** The level asked for, undefined where the flag is not there. */
export function findLevel({ flags }: CommandInput): AreaLevel | undefined {
  const text = flags['level']
  if (typeof text !== 'string') return undefined
  const level = AREA_LEVELS.find((candidate) => candidate === text) ?? DUTCH_LEVELS[text.toLowerCase()]
  if (level !== undefined) return level
  const names = [...AREA_LEVELS, ...Object.keys(DUTCH_LEVELS)]
  const { nl, en } = suggest(text, names)
  throw misuse(`"${text}" is geen niveau.${nl} Kies uit: ${AREA_LEVELS.join(', ')}.`, `"${text}" is not a level.${en} Choose from: ${AREA_LEVELS.join(', ')}.`)
}

/** The year asked for, undefined where the flag is not there. */
export function findYear({ flags }: CommandInput): number | undefined {
  const text = flags['year']
  if (typeof text !== 'string') return undefined
  if (/^\d{4}$/.test(text)) return Number(text)
  throw misuse(`--year moet een jaar van vier cijfers zijn, niet "${text}".`, `--year must be a year of four digits, not "${text}".`)
}

/** The year asked for, or else `usual`, or the newest of `years`. Throws CommandError where there is nothing of that year. */
export function getYear(input: CommandInput, years: readonly number[], subject: string, usual?: number): number {
  const asked = findYear(input)
  const year = asked ?? (usual !== undefined && years.includes(usual) ? usual : years.at(-1))
  if (year !== undefined && years.includes(year)) return year
  const list = years.length === 0 ? '–' : years.join(', ')
  throw new CommandError({
    nl: `Van ${subject} zijn er geen cijfers${asked === undefined ? '' : ` over ${asked}`}. Wel over: ${list}.`,
    en: `There are no figures of ${subject}${asked === undefined ? '' : ` for ${asked}`}. There are for: ${list}.`,
  })
}

export function getIndicatorByName(statistics: Statistics, typed: string): Indicator {
  const exact = findIndicator(statistics, typed)
  if (exact !== undefined) return exact
  const { indicators } = statistics
  const byName = indicators.find(({ name }) => [name.nl, name.en].some((text) => text.toLowerCase() === typed.toLowerCase()))
  if (byName !== undefined) return byName
  const { nl, en } = suggest(typed, indicators.map(({ id }) => id))
  const list = 'topdorp figures'
  throw misuse(`Er is geen cijfer "${typed}".${nl} Alle cijfers: ${list}`, `There is no indicator "${typed}".${en} All indicators: ${list}`)
}

/** Years with at least one figure of the indicator at that level. */
export function listFilledYears(statistics: Statistics, indicator: string, level: AreaLevel): number[] {
  return statistics.listYears(indicator, level).filter((year) => hasFigures(statistics, indicator, level, year))
}
