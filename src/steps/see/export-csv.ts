/** A table as CSV: for Dutch Excel, or as RFC 4180 has it. */
import type { ExportCell, ExportTable } from '#steps/see/export-table.ts'

export interface Dialect {
  readonly separator: string
  readonly decimal: string
  /** So that Excel reads it as UTF-8. */
  readonly byteOrderMark: string
  /** Titles for people, or keys for programs. */
  readonly header: 'title' | 'key'
}

export const DUTCH_EXCEL: Dialect = { separator: ';', decimal: ',', byteOrderMark: '\uFEFF', header: 'title' }
export const RFC_4180: Dialect = { separator: ',', decimal: '.', byteOrderMark: '', header: 'key' }

/**
 * The table with a header row; lines end in CR LF. Text that a spreadsheet would take for a formula
 * (it begins with = + - @, tab or CR) gets an apostrophe before it. What is the same in all rows, and long, stands in the first.
 */
export function writeCsv(table: ExportTable, dialect: Dialect): string {
  const write = (cell: ExportCell) => writeCell(cell, dialect)
  const header = table.columns.map((column) => write(column[dialect.header])).join(dialect.separator)
  const saidOnce = table.columns.map(({ constant }) => constant === 'firstRow')
  const lines = table.rows.map((row, at) => row.map((cell, column) => (at > 0 && saidOnce[column] ? '' : write(cell))).join(dialect.separator))
  return `${dialect.byteOrderMark}${[header, ...lines].join('\r\n')}\r\n`
}

function writeCell(cell: ExportCell, { separator, decimal }: Dialect): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return decimal === '.' ? String(cell) : String(cell).replace('.', decimal)
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return text.includes(separator) || /["\r\n,;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
