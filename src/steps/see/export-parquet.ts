/** A table as Parquet, for R, Python, DuckDB: the text about it is in the key-value metadata. */
import { parquetWriteBuffer } from 'hyparquet-writer'
import type { ExportTable } from '#steps/see/export-table.ts'

export function writeParquet(table: ExportTable): Uint8Array {
  const columnData = table.columns.map((column, at) => {
    const data = table.rows.map((row) => row[at] ?? null)
    return { name: column.key, data, type: column.kind === 'text' ? ('STRING' as const) : ('DOUBLE' as const), nullable: true }
  })
  const kvMetadata = [
    { key: 'title', value: table.title },
    { key: 'about', value: JSON.stringify(table.about.map(([label, text]) => ({ label, text }))) },
  ]
  return new Uint8Array(parquetWriteBuffer({ columnData, kvMetadata, createdBy: 'topdorp' }))
}
