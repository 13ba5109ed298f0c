/** Cells of a worksheet into a table: where the header row is, and the records below it. */
import { makeNamesUnique } from '#sources/shared/header.ts'
import type { Problems } from '#sources/shared/problems.ts'
import type { JsonObject } from '#sources/shared/read-json.ts'

export type Cell = string | number | boolean | Date | null

const ROWS_SEARCHED = 30

/** A header row fills at least this share of the columns of the table below it. */
const HEADER_FILLED = 0.6

/**
 * The row that names the columns: the first that fills most of the columns, with texts alone, and has a row below it.
 * Titles above a table fill one or two cells and are passed over. Undefined when there is no such row.
 */
export function findHeaderRow(rows: readonly (readonly Cell[])[]): number | undefined {
  const searched = rows.slice(0, ROWS_SEARCHED)
  const width = Math.max(0, ...searched.map(countFilled))
  const index = searched.findIndex(
    (row) => countFilled(row) >= HEADER_FILLED * width && row.every((cell) => cell === null || typeof cell === 'string'),
  )
  return index === -1 || width === 0 || index === rows.length - 1 ? undefined : index
}

function countFilled(row: readonly Cell[]): number {
  return row.reduce<number>((count, cell) => count + (isFilled(cell) ? 1 : 0), 0)
}

function isFilled(cell: Cell | undefined): boolean {
  return cell !== null && cell !== undefined && !(typeof cell === 'string' && cell.trim() === '')
}

export interface SheetRecords {
  readonly records: JsonObject[]
  /** Row numbers as the spreadsheet program shows them. */
  readonly rows: number[]
}

/** Records below the header; blank rows are no rows. Values to the right of the header get a named column of their own. */
export function parseSheet(rows: readonly (readonly Cell[])[], header: number, file: string, problems: Problems): SheetRecords {
  const below = rows.slice(header + 1)
  const width = below.reduce((widest, row) => Math.max(widest, lastFilled(row) + 1), lastFilled(rows[header] ?? []) + 1)
  const names = makeNamesUnique(
    Array.from({ length: width }, (_, column) => String(rows[header]?.[column] ?? '')),
    file,
    problems,
  )
  const parsed: SheetRecords = { records: [], rows: [] }
  for (const [index, row] of below.entries()) {
    if (!row.some(isFilled)) continue
    parsed.records.push(Object.fromEntries(names.map((name, column) => [name, toValue(row[column] ?? null)])))
    parsed.rows.push(header + index + 2)
  }
  return parsed
}

function lastFilled(row: readonly Cell[]): number {
  return row.findLastIndex(isFilled)
}

/** Dates as ISO 8601, without the time where there is none. */
function toValue(cell: Cell): string | number | boolean | null {
  if (!(cell instanceof Date)) return cell
  const written = Number.isNaN(cell.getTime()) ? '' : cell.toISOString()
  return written.endsWith('T00:00:00.000Z') ? written.slice(0, 10) : written
}
