/** What every reader makes of a file: columns of numbers or text, and shapes where there are any. */
import type { Geometry } from 'geojson'

export type Column =
  /** NaN stands for an empty cell. */
  | { readonly name: string; readonly kind: 'number'; readonly values: Float64Array }
  | { readonly name: string; readonly kind: 'text'; readonly values: readonly (string | null)[] }

export interface Table {
  readonly rowCount: number
  readonly columns: readonly Column[]
}

/** One code of a dimension or topic, with what the publisher says about it. */
export interface CodeEntry {
  readonly code: string
  readonly title: string
  readonly description?: string
  readonly group?: string
  readonly unit?: string
}

export interface ReadResult {
  readonly table: Table
  /** As many as the table has rows, WGS84; null where a row has no usable shape. Absent for tables without shapes. */
  readonly shapes?: readonly (Geometry | null)[]
  /** Code lists by dimension (v3: the geo dimension and `Topics`; v4: every dimension and `Measures`). */
  readonly codes: ReadonlyMap<string, readonly CodeEntry[]>
  /** Rows found in the files, and rows refused (each with a finding). rowsRead − rowsRefused = table.rowCount. */
  readonly rowsRead: number
  readonly rowsRefused: number
}

/** The column of that name, or undefined. */
export function findColumn(table: Table, name: string): Column | undefined {
  return table.columns.find((column) => column.name === name)
}

/** The values of a number column, or undefined where it is absent or holds text. */
export function findNumbers(table: Table, name: string): Float64Array | undefined {
  const column = findColumn(table, name)
  return column?.kind === 'number' ? column.values : undefined
}

/** The values of a text column, or undefined where it is absent or holds numbers. */
export function findTexts(table: Table, name: string): readonly (string | null)[] | undefined {
  const column = findColumn(table, name)
  return column?.kind === 'text' ? column.values : undefined
}
