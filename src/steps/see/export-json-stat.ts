/** A column of figures as JSON-stat 2.0 (https://json-stat.org/full/): dimensions area, time and indicator. */
import type { FigureColumnAnswer } from '#domain/answers/answers.ts'
import type { MissingReason } from '#domain/missing.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getIndicator, listAreaNames } from '#steps/see/catalogue.ts'
import type { Language } from '#steps/see/export-table.ts'
import { MISSING_WORDS } from '#steps/see/missing-words.ts'

const ROLES = { geo: ['area'], time: ['year'], metric: ['indicator'] }

/** The dataset; `status` says of each missing figure why it is missing. Throws SeeError as getFigureColumn. */
export function makeJsonStat(statistics: Statistics, column: FigureColumnAnswer, language: Language, within?: string) {
  const indicator = getIndicator(statistics, column.indicator)
  const { codes, names } = listAreaNames(statistics, column.level, column.year, within)
  const year = String(column.year)
  const reasons = Object.entries(column.missing) as [MissingReason, number[]][]
  const status = Object.fromEntries(reasons.flatMap(([reason, positions]) => positions.map((position) => [String(position), reason] as const)))
  return {
    version: '2.0' as const,
    class: 'dataset' as const,
    label: `${indicator.name[language]}, ${year}`,
    source: column.source.map(({ publisher, title }) => `${publisher}, ${title[language]}`).join('; '),
    updated: statistics.importedAt,
    id: ['indicator', 'year', 'area'],
    size: [1, 1, codes.length],
    role: ROLES,
    dimension: {
      indicator: {
        label: language === 'nl' ? 'Cijfer' : 'Indicator',
        category: {
          index: [indicator.id],
          label: { [indicator.id]: indicator.name[language] },
          unit: { [indicator.id]: { label: indicator.unit[language], decimals: indicator.decimals } },
        },
      },
      year: { label: language === 'nl' ? 'Jaar' : 'Year', category: { index: [year], label: { [year]: year } } },
      area: {
        label: language === 'nl' ? 'Gebied' : 'Area',
        category: { index: codes, label: Object.fromEntries(codes.map((code, at) => [code, names[at] ?? code])) },
      },
    },
    value: column.values,
    ...(reasons.length > 0 && { status }),
    note: [indicator.explanation[language]],
    extension: {
      licence: [...new Set(column.source.map(({ licence }) => licence))],
      retrieved: [...new Set(column.source.map(({ retrievedAt }) => retrievedAt))],
      missingReasons: Object.fromEntries(reasons.map(([reason]) => [reason, MISSING_WORDS[reason][language]])),
      fictional: statistics.fictional,
    },
  }
}
