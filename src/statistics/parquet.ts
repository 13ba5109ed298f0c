/** Parquet files in and out of columns. Any tool opens them; NaN is written as null. */
import { readFile } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import type { Geometry } from 'geojson'
import { parquetMetadata, parquetRead } from 'hyparquet'
import { parquetWriteBuffer, type ColumnSource } from 'hyparquet-writer'
import type { Column } from '#domain/table.ts'

export type StoredColumn =
  | Column
  | { readonly name: string; readonly kind: 'code'; readonly values: Uint8Array }
  | { readonly name: string; readonly kind: 'geometry'; readonly values: readonly (Geometry | null)[] }

export interface ParquetContent {
  readonly columns: ReadonlyMap<string, ArrayLike<unknown>>
  readonly notes: Readonly<Record<string, string>>
}

/** Only tables of a package have more rows than one row group holds: `readParquetTable` takes any number of these. */
const ROW_GROUP_SIZE = 1_000_000

function toColumnSource(column: StoredColumn): ColumnSource {
  const { name, kind } = column
  if (kind === 'number') {
    const hasNull = column.values.some(Number.isNaN)
    if (!hasNull) return { name, data: column.values, type: 'DOUBLE', nullable: false }
    return { name, data: Array.from(column.values, (value) => (Number.isNaN(value) ? null : value)), type: 'DOUBLE' }
  }
  if (kind === 'code') return { name, data: Int32Array.from(column.values), type: 'INT32', nullable: false }
  if (kind === 'geometry') return { name, data: [...column.values], type: 'GEOMETRY' }
  return { name, data: [...column.values], type: 'STRING' }
}

/** The GeoParquet description of the geometry columns, so that R, Python and QGIS know them. */
function describeGeometries(columns: readonly StoredColumn[]): { key: string; value: string }[] {
  const names = columns.filter((column) => column.kind === 'geometry').map((column) => column.name)
  const [primary] = names
  if (primary === undefined) return []
  const described = Object.fromEntries(names.map((name) => [name, { encoding: 'WKB', geometry_types: [] }]))
  return [{ key: 'geo', value: JSON.stringify({ version: '1.1.0', primary_column: primary, columns: described }) }]
}

/** The columns as the bytes of a Parquet file. All columns have the same length. Notes are kept in the file by name. */
export function encodeParquet(columns: readonly StoredColumn[], notes: Readonly<Record<string, string>> = {}): Uint8Array {
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: columns.map(toColumnSource),
      rowGroupSize: ROW_GROUP_SIZE,
      kvMetadata: [...describeGeometries(columns), ...Object.entries(notes).map(([key, value]) => ({ key, value }))],
      createdBy: 'Topdorp',
    }),
  )
}

/** Everything that stands in a Parquet file of one row group, by column name: nulls stay null, geometries stay WKB bytes. */
export async function readParquet(path: string): Promise<ParquetContent> {
  const { file, metadata, names } = await openParquet(path)
  // A file without rows has columns all the same.
  const columns = new Map<string, ArrayLike<unknown>>(names.map((name) => [name, []]))
  await parquetRead({
    file,
    metadata,
    parsers: { geometryFromBytes: (bytes) => bytes },
    onChunk: ({ columnName, columnData, rowStart }) => {
      if (rowStart > 0) throw new Error(`${path}: more than one row group; written by another program?`)
      columns.set(columnName, columnData)
    },
  })
  const notes = Object.fromEntries((metadata.key_value_metadata ?? []).map(({ key, value }) => [key, value ?? '']))
  return { columns, notes }
}

/**
 * The columns of numbers and texts in a Parquet file. One row group of a column at a time, and others go on in between: read at once, the streets
 * of a country would be more objects than there is room for.
 */
export async function readParquetTable(path: string): Promise<readonly Column[]> {
  const { file, metadata, names } = await openParquet(path)
  const columns: Column[] = []
  for (const name of names) {
    const column = new ColumnOfChunks(Number(metadata.num_rows))
    for (let rowStart = 0, group = 0; group < metadata.row_groups.length; group++) {
      const rowEnd = rowStart + Number(metadata.row_groups[group]!.num_rows)
      await parquetRead({ file, metadata, columns: [name], rowStart, rowEnd, onChunk: ({ columnData, rowStart: first }) => column.put(columnData, first) })
      await setImmediate()
      rowStart = rowEnd
    }
    columns.push(column.finish(name))
  }
  return columns
}

async function openParquet(path: string) {
  const bytes = await readFile(path)
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  const metadata = parquetMetadata(file)
  return { file, metadata, names: metadata.schema.slice(1).filter(({ num_children: children }) => !children).map(({ name }) => name) }
}

/** Numbers, until there is a text in it. */
class ColumnOfChunks {
  readonly #rowCount: number
  readonly #numbers: Float64Array
  #texts: (string | null)[] | undefined

  constructor(rowCount: number) {
    this.#rowCount = rowCount
    this.#numbers = new Float64Array(rowCount).fill(NaN)
  }

  put(chunk: ArrayLike<unknown>, first: number): void {
    if (!Array.prototype.some.call(chunk, (value: unknown) => typeof value === 'string')) this.#numbers.set(toNumbers(chunk), first)
    else {
      this.#texts ??= Array<string | null>(this.#rowCount).fill(null)
      for (const [at, text] of toTexts(chunk).entries()) this.#texts[first + at] = text
    }
  }

  finish(name: string): Column {
    return this.#texts === undefined ? { name, kind: 'number', values: this.#numbers } : { name, kind: 'text', values: this.#texts }
  }
}

/** Numbers with NaN for null. */
export function toNumbers(column: ArrayLike<unknown>): Float64Array {
  if (column instanceof Float64Array) return column
  const values = new Float64Array(column.length)
  for (let row = 0; row < column.length; row++) {
    const value = column[row]
    values[row] = typeof value === 'number' ? value : NaN
  }
  return values
}

/** Texts, null where there is none. */
export function toTexts(column: ArrayLike<unknown>): (string | null)[] {
  return Array.from(column, (value) => (typeof value === 'string' ? value : null))
}
