/** Findings about single values of a table: which row, which area, what stands there. */
import type { AreaCode } from '#domain/area.ts'
import type { Finding } from '#domain/finding.ts'
import type { Indicator } from '#domain/indicator.ts'
import type { Words } from '#domain/words.ts'
import { writeNumber } from '#domain/write-number.ts'
import type { WideTable } from '#steps/import/wide-tables.ts'

/** A row of a table (from 0), and how it is told: the area, with the value. */
export interface NamedRow {
  readonly row: number
  readonly text: string | Words
}

/** Where a single value stands. */
export interface PlacedRow {
  readonly row: number
  readonly code: AreaCode
  readonly year: number
}

/** "GM0376 in 2012 (11.538 / 11.540)" */
export function nameValues({ row, code, year }: PlacedRow, ...values: readonly number[]): NamedRow {
  const tell = (language: keyof Words) => values.map((value) => writeNumber(value, language, { maximumFractionDigits: 6 })).join(' / ')
  return { row, text: { nl: `${code} in ${year} (${tell('nl')})`, en: `${code} in ${year} (${tell('en')})` } }
}

/** How many values a finding names; the rest is counted. */
const NAMED = 10

/** Where the first of these rows is and how many there are, and the first ten of them in words. */
export function locateRows({ resource, file, nameRow }: WideTable, rows: readonly NamedRow[]): { where: Pick<Finding, 'resource' | 'file' | 'row' | 'count'>; listed: Words } {
  const first = rows[0]?.row ?? 0
  const where = { resource, ...(file ? { file } : {}), row: nameRow?.(first) ?? first + 1, count: rows.length }
  const list = (language: keyof Words) => rows.slice(0, NAMED).map(({ text }) => (typeof text === 'string' ? text : text[language])).join(', ') + (rows.length > NAMED ? ' …' : '')
  return { where, listed: { nl: list('nl'), en: list('en') } }
}

export function describeUnreadable({ name }: Indicator, table: WideTable, field: string, rows: readonly NamedRow[]): Finding {
  const { where, listed } = locateRows(table, rows)
  return {
    severity: 'warning',
    code: 'column-not-numbers',
    ...where,
    field,
    message: {
      nl: `In de kolom van "${name.nl}" staat bij ${writeNumber(rows.length, 'nl')} gebieden tekst in plaats van een getal. Die cijfers zijn geweigerd: ${listed.nl}.`,
      en: `The column of "${name.en}" holds text instead of a number for ${writeNumber(rows.length, 'en')} areas. Those figures were refused: ${listed.en}.`,
    },
  }
}

export function describeImpossible({ name }: Indicator, table: WideTable, field: string, rows: readonly NamedRow[]): Finding {
  const { where, listed } = locateRows(table, rows)
  return {
    severity: 'warning',
    code: 'impossible-value',
    ...where,
    field,
    message: {
      nl: `"${name.nl}" kan deze waarde niet hebben; geweigerd: ${listed.nl}.`,
      en: `"${name.en}" cannot have this value; refused: ${listed.en}.`,
    },
  }
}

export function describeDiffering({ name }: Indicator, table: WideTable, field: string, rows: readonly NamedRow[]): Finding {
  const { where, listed } = locateRows(table, rows)
  return {
    severity: 'info',
    code: 'sources-differ',
    ...where,
    field,
    message: {
      nl: `"${name.nl}" verschilt van een andere tabel, die voorgaat: ${listed.nl}.`,
      en: `"${name.en}" differs from another table, which prevails: ${listed.en}.`,
    },
  }
}

/** An area and year in which a part is larger than its whole. */
export interface RoundingConflict {
  readonly code: AreaCode
  readonly year: number
}

/** All of them by year, so that everyone can look them up. */
export function describeRoundingConflicts({ id, name }: Indicator, sources: readonly string[], conflicts: readonly RoundingConflict[]): Finding {
  const years = [...new Set(conflicts.map(({ year }) => year))].sort((a, b) => a - b)
  const listed = years.map((year) => `${year}: ${conflicts.filter((conflict) => conflict.year === year).map(({ code }) => code).join(', ')}`).join('; ')
  return {
    severity: 'info',
    code: 'rounding-conflict',
    resource: [...new Set(sources)].join(', '),
    field: id,
    count: conflicts.length,
    message: {
      nl: `"${name.nl}" is ${conflicts.length} keer niet te berekenen. De bron rondt de aantallen apart af, en daardoor spreken ze elkaar tegen: een deel is groter dan het geheel. ${listed}.`,
      en: `"${name.en}" could not be computed ${conflicts.length} times. The source rounds the counts apart, so that they contradict each other: a part is larger than the whole. ${listed}.`,
    },
  }
}
