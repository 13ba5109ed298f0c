/** A table as an Excel workbook: the figures, and a sheet about their source. */
import writeExcelFile from 'write-excel-file/node'
import type { ExportTable } from '#steps/see/export-table.ts'

/** Characters; a longer label takes more lines. */
const [NARROWEST_LABEL, WIDEST_LABEL] = [22, 50]

/** The bytes of the workbook. Text cells are text, never a formula. */
export async function writeXlsx(table: ExportTable): Promise<Uint8Array> {
  const shown = table.columns.flatMap((column, at) => (column.constant !== undefined ? [] : [{ column, at }]))
  const header = shown.map(({ column }) => ({ value: column.title, fontWeight: 'bold' as const }))
  const rows = table.rows.map((row) =>
    shown.map(({ at }) => {
      const cell = row[at]
      return typeof cell === 'string' ? { value: cell, type: String } : (cell ?? null)
    }),
  )
  const about = table.about.map(([label, value]) => [
    { value: label, fontWeight: 'bold' as const, wrap: true },
    typeof value === 'number' ? { value, type: Number, format: Number.isInteger(value) ? '#,##0' : '#,##0.0', align: 'left' as const } : { value, type: String, wrap: true },
  ])
  const dutch = table.language === 'nl'
  const workbook = writeExcelFile([
    {
      data: [header, ...rows],
      sheet: dutch ? 'Cijfers' : 'Figures',
      columns: shown.map(({ column }) => ({ width: column.width ?? 16 })),
      stickyRowsCount: 1,
    },
    { data: about, sheet: dutch ? 'Bron en uitleg' : 'Source and explanation', columns: [{ width: Math.min(WIDEST_LABEL, Math.max(NARROWEST_LABEL, ...table.about.map(([label]) => label.length))) }, { width: 100 }] },
  ])
  return workbook.toBuffer()
}
