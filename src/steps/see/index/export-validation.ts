/** The comparison with Leefbaarometer as a table for a file: one row an area and year, also for those left out. */
import type { IndexValidationAnswer } from '#domain/answers/index-answers.ts'
import { aboutStatistics, describeSource, say, type ExportCell, type ExportTable, type Language } from '#steps/see/export-table.ts'
import type { Statistics } from '#statistics/statistics.ts'

export function makeValidationTable(statistics: Statistics, { index, table, source, years }: IndexValidationAnswer, language: Language): ExportTable {
  const reasons = {
    onlyLeefbaarometer: say(language, 'Alleen in de Leefbaarometer', 'In Leefbaarometer only'),
    onlyFigures: say(language, 'Alleen in onze cijfers', 'In our figures only'),
    withoutScore: say(language, 'Te weinig cijfers voor een score', 'Too few figures for a score'),
  }
  const rows = years.flatMap(({ year, points, leftOut }): ExportCell[][] => [
    ...points.map(({ code, name, municipality, score, leefbaarometer }) => [year, code, name, municipality, score, leefbaarometer, null]),
    ...Object.entries(leftOut).flatMap(([reason, areas]) => areas.map(({ code, name }) => [year, code, name, null, null, null, reasons[reason as keyof typeof reasons]])),
  ])
  const described = describeSource(source ? [source] : [], language)
  return {
    title: say(language, 'Vergelijking met de Leefbaarometer', 'Comparison with Leefbaarometer'),
    fileName: `topdorp-index-${index}-leefbaarometer`,
    language,
    columns: [
      { key: 'year', title: say(language, 'Jaar', 'Year'), kind: 'number', width: 8 },
      { key: 'areaCode', title: say(language, 'Code', 'Code'), kind: 'text', width: 12 },
      { key: 'areaName', title: say(language, 'Naam', 'Name'), kind: 'text', width: 36 },
      { key: 'municipality', title: say(language, 'Gemeente', 'Municipality'), kind: 'text', width: 24 },
      { key: 'score', title: say(language, 'Score (meer is slechter)', 'Score (more is worse)'), kind: 'number', width: 20 },
      { key: 'leefbaarometer', title: say(language, 'Leefbaarometer (meer is beter)', 'Leefbaarometer (more is better)'), kind: 'number', width: 20 },
      { key: 'leftOut', title: say(language, 'Waarom niet vergeleken', 'Why not compared'), kind: 'text', width: 36 },
    ],
    rows,
    about: [
      [say(language, 'Let op', 'Please note'), say(language, 'Samenhang is geen bewijs.', 'A correlation is no proof.')],
      ...years.flatMap(({ year, correlations }) =>
        correlations.map(({ of, with: measure, n, spearman, kendall }): [string, string] => [`${year}: ${of} – ${measure}`, `Spearman ${spearman ?? '–'}, Kendall ${kendall ?? '–'}, n = ${n}`]),
      ),
      [say(language, 'Vergeleken met', 'Compared with'), described.text || table],
      [say(language, 'Licentie', 'Licence'), described.licence],
      ...aboutStatistics(statistics, language),
    ],
  }
}
