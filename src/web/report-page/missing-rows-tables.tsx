import type { MissingRow, MissingRowsLine } from '#domain/report.ts'
import { useLanguage } from '#web/app/language.tsx'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'

/** The rows that are missing, a table a year. */
export function MissingRowsTables({ lines }: { lines: readonly MissingRowsLine[] }) {
  const { t, format } = useLanguage()
  const { column } = t.report
  const columns: TableColumn<MissingRow>[] = [
    { id: 'row', header: column.row, rowHeader: true, value: (row) => row.rowId },
    { id: 'level', header: column.level, value: (row) => row.level && t.level[row.level] },
    { id: 'municipality', header: column.municipality, value: (row) => row.municipalityName },
    { id: 'name', header: column.name, value: (row) => row.name },
  ]
  return lines.map((line) => (
    <details key={`${line.year} ${line.table}`} className="td-details">
      <summary>
        {line.year}, {column.table.toLowerCase()} {line.table}: {format.number(line.rows)} ({listLevels(line)})
      </summary>
      <DataTable
        caption={`${t.report.missingTitle}, ${line.year}`}
        hideCaption
        columns={columns}
        rows={line.listed}
        rowKey={(row) => String(row.rowId)}
        pageSize={25}
        searchable={line.listed.length > 25}
      />
    </details>
  ))

  function listLevels(line: MissingRowsLine): string {
    return Object.entries(line.byLevel)
      .map(([level, count]) => `${t.levels[level as keyof typeof t.levels].toLowerCase()}: ${format.number(count ?? 0)}`)
      .join(', ')
  }
}
