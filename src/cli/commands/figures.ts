/** `topdorp figures`: one indicator for all areas of a level in one year; without an indicator, what there is to choose from. */
import { nameArea } from '#domain/area-names.ts'
import type { AreaLevel } from '#domain/area.ts'
import type { Indicator } from '#domain/indicator.ts'
import type { MissingReason } from '#domain/missing.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { listAreaNames } from '#steps/see/catalogue.ts'
import { RFC_4180, writeCsv } from '#steps/see/export-csv.ts'
import { makeColumnTable } from '#steps/see/export-table.ts'
import { getFigureColumn } from '#steps/see/figures.ts'
import { MISSING_WORDS } from '#steps/see/missing-words.ts'
import { LEVEL_WORDS } from '#steps/see/export-words.ts'
import { findLevel, getIndicatorByName, getYear, LEVEL_OPTION, listFilledYears, YEAR_OPTION } from '#cli/choose.ts'
import { EXIT, misuse, type Command, type CommandInput, type ExitCode, type Language } from '#cli/command.ts'
import { openFigures } from '#cli/open-figures.ts'
import { formatFigure, layOut } from '#cli/words.ts'

export const figuresCommand: Command = {
  name: 'figures',
  summary: { nl: 'geeft één cijfer voor alle gebieden, met de som', en: 'gives one indicator for all areas, with the sum' },
  positionals: ['[indicator]'],
  options: { level: LEVEL_OPTION, year: YEAR_OPTION, csv: { type: 'boolean', help: { nl: 'als CSV (RFC 4180)', en: 'as CSV (RFC 4180)' } } },
  examples: ['topdorp figures', 'topdorp figures population --level municipality --year 2024 --json', 'topdorp figures households --level neighbourhood --csv > huishoudens.csv'],
  run,
}

type AreaFigure = { readonly code: string; readonly name: string } & ({ readonly value: number } | { readonly missing: MissingReason })

export interface FiguresAnswer {
  readonly indicator: string
  readonly level: AreaLevel
  readonly year: number
  /** Of the figures that are there; only for counts, as nothing else adds up. */
  readonly sum?: number
  /** Number of areas, with and without a figure. */
  readonly areas: number
  readonly figures: readonly AreaFigure[]
}

async function run(input: CommandInput): Promise<ExitCode> {
  const { flags, json, language, terminal } = input
  if (json && flags['csv'] === true) throw misuse('Kies --json of --csv, niet allebei.', 'Choose --json or --csv, not both.')
  const level = findLevel(input) ?? 'municipality'
  const statistics = await openFigures(input)
  const [typed] = input.positionals
  if (typed === undefined) {
    listIndicators(statistics, input)
    return EXIT.ok
  }
  const indicator = getIndicatorByName(statistics, typed)
  const years = listFilledYears(statistics, indicator.id, level)
  const year = getYear(input, years, `${indicator.name[language]} (${LEVEL_WORDS[level][language]})`)
  if (flags['csv'] === true) {
    const table = makeColumnTable(statistics, getFigureColumn(statistics, indicator.id, level, year), language)
    terminal.print(writeCsv(table, RFC_4180).trimEnd())
    return EXIT.ok
  }
  const answer = collectFigures(statistics, indicator, level, year)
  if (json) terminal.print(JSON.stringify(answer, null, 1))
  else for (const line of describeFigures(answer, indicator, statistics, language)) terminal.print(line)
  return EXIT.ok
}

function collectFigures(statistics: Statistics, indicator: Indicator, level: AreaLevel, year: number): FiguresAnswer {
  const { values, missing } = getFigureColumn(statistics, indicator.id, level, year)
  const { codes, names } = listAreaNames(statistics, level, year)
  const reasons = new Map<number, MissingReason>()
  for (const [reason, positions] of Object.entries(missing) as [MissingReason, number[]][]) for (const at of positions) reasons.set(at, reason)
  const figures = codes.map((code, at): AreaFigure => {
    const name = names[at] ?? ''
    const value = values[at]
    return typeof value === 'number' ? { code, name, value } : { code, name, missing: reasons.get(at) ?? 'rowMissing' }
  })
  const sum = values.reduce<number>((total, value) => total + (value ?? 0), 0)
  return { indicator: indicator.id, level, year, ...(indicator.kind === 'count' && { sum }), areas: codes.length, figures }
}

function describeFigures(answer: FiguresAnswer, indicator: Indicator, statistics: Statistics, language: Language): string[] {
  const { level, year, areas, figures, sum } = answer
  const unit = indicator.unit[language]
  const show = (value: number): string => formatFigure(value, indicator, language)
  const rows = figures.map((figure) => [figure.code, nameArea(figure.code, figure.name, language), 'value' in figure ? show(figure.value) : MISSING_WORDS[figure.missing][language].toLowerCase()])
  const without = figures.filter((figure) => 'missing' in figure).length
  const total = language === 'nl' ? `${areas} ${LEVEL_WORDS[level].nl}, ${without} zonder cijfer` : `${areas} ${LEVEL_WORDS[level].en}, ${without} without a figure`
  return [
    `${indicator.name[language]}, ${year}${unit === '' ? '' : ` (${unit})`}`,
    ...(statistics.fictional ? [language === 'nl' ? 'LET OP: deze cijfers zijn verzonnen.' : 'MIND: these figures are made up.'] : []),
    ...layOut(rows, [2]),
    `${total}${sum === undefined ? '' : `, ${language === 'nl' ? 'samen' : 'together'} ${show(sum)}`}`,
  ]
}

function listIndicators({ indicators }: Statistics, { json, language, terminal }: CommandInput): void {
  if (json) {
    terminal.print(JSON.stringify({ indicators: indicators.map(({ id, name, theme, unit, kind }) => ({ id, name, theme, unit, kind })) }, null, 1))
    return
  }
  const rows = indicators.map((indicator) => [indicator.id, indicator.name[language], indicator.unit[language]])
  for (const line of layOut(rows, [], '')) terminal.print(line)
}
