/** A table as it travels between threads: by column, and what is the same in every row only once. */
import type { ExportCell, ExportTable } from '#steps/see/export-table.ts'

export interface PackedTable extends Omit<ExportTable, 'rows'> {
  readonly rowCount: number
  /** By column: its cells, or the one that they all are. */
  readonly cells: readonly (readonly ExportCell[] | ExportCell)[]
}

export function packTable({ rows, ...table }: ExportTable): PackedTable {
  const cells = table.columns.map((_column, at) => {
    const first = rows[0]?.[at] ?? null
    return rows.every((row) => Object.is(row[at] ?? null, first)) ? first : rows.map((row) => row[at] ?? null)
  })
  return { ...table, rowCount: rows.length, cells }
}

export function unpackTable({ rowCount, cells, ...table }: PackedTable): ExportTable {
  const rows = Array.from({ length: rowCount }, (_, row) => cells.map((column) => (isList(column) ? (column[row] ?? null) : column)))
  return { ...table, rows }
}

function isList(column: readonly ExportCell[] | ExportCell): column is readonly ExportCell[] {
  return Array.isArray(column)
}
