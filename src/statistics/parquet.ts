/** Parquet files in and out of columns. Any tool opens them; NaN is written as null. */
import { readFile } from 'node:fs/promises'
import type { Geometry } from 'geojson'
import { parquetRead } from 'hyparquet'
import { parquetWriteBuffer, type ColumnSource } from 'hyparquet-writer'
import type { Column } from '#domain/table.ts'
import { writeDurably } from '#statistics/durable-files.ts'

export type StoredColumn =
  | Column
  | { readonly name: string; readonly kind: 'code'; readonly values: Uint8Array }
  | { readonly name: string; readonly kind: 'geometry'; readonly values: readonly (Geometry | null)[] }

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

/** The columns as the bytes of a Parquet file. All columns have the same length. */
export function encodeParquet(columns: readonly StoredColumn[]): Uint8Array {
  return new Uint8Array(
    parquetWriteBuffer({
      columnData: columns.map(toColumnSource),
      rowGroupSize: ROW_GROUP_SIZE,
      kvMetadata: describeGeometries(columns),
      createdBy: 'Topdorp',
    }),
  )
}

/** Writes columns to a Parquet file and waits until they are on the disk. */
export async function writeParquet(path: string, columns: readonly StoredColumn[]): Promise<void> {
  await writeDurably(path, encodeParquet(columns))
}

/** Everything that stands in a Parquet file, by column name: nulls stay null, geometries stay WKB bytes. */
export async function readParquet(path: string): Promise<Map<string, ArrayLike<unknown>>> {
  const bytes = await readFile(path)
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  const columns = new Map<string, ArrayLike<unknown>>()
  await parquetRead({
    file,
    parsers: { geometryFromBytes: (bytes) => bytes },
    onChunk: ({ columnName, columnData, rowStart }) => {
      if (rowStart > 0) throw new Error(`${path}: more than one row group; written by another program?`)
      columns.set(columnName, columnData)
    },
  })
  return columns
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
