/** Parquet files in and out of columns. Any tool opens them; NaN is written as null. */
import { readFile } from 'node:fs/promises'
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

/** One row group: the files are read whole. */
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

/** Everything that stands in a Parquet file, by column name: nulls stay null, geometries stay WKB bytes. */
export async function readParquet(path: string): Promise<ParquetContent> {
  const bytes = await readFile(path)
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  const metadata = parquetMetadata(file)
  const columns = new Map<string, ArrayLike<unknown>>()
  // A file without rows has columns all the same.
  for (const { name, num_children: children } of metadata.schema.slice(1)) if (!children) columns.set(name, [])
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
