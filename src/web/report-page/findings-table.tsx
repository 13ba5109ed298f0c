import type { Finding } from '#domain/finding.ts'
import { useLanguage } from '#web/app/language.tsx'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'

const ORDER = { error: 0, warning: 1, info: 2 } as const

/** Every finding, the worst first. */
export function FindingsTable({ findings }: { findings: readonly Finding[] }) {
  const { t, format, pick } = useLanguage()
  const { column } = t.report
  const rows = findings.map((finding, index) => ({ ...finding, key: String(index) })).sort((a, b) => ORDER[a.severity] - ORDER[b.severity])
  type Row = (typeof rows)[number]
  const writePlace = (row: Row): string =>
    [row.resource, row.file && `${t.report.file} ${row.file}`, row.row !== undefined && `${t.report.rowWord} ${row.row}`, row.field].filter(Boolean).join(', ')
  const columns: TableColumn<Row>[] = [
    {
      id: 'severity',
      header: column.severity,
      value: (row) => t.report.severity[row.severity],
      render: (row) => <span className={`td-verdict td-verdict--${row.severity}`}>{t.report.severity[row.severity]}</span>,
    },
    { id: 'message', header: column.message, rowHeader: true, value: (row) => pick(row.message) },
    { id: 'where', header: column.where, value: writePlace },
    { id: 'count', header: column.count, numeric: true, value: (row) => row.count ?? 1, render: (row) => format.number(row.count ?? 1) },
  ]
  return <DataTable caption={t.report.findingsTitle} hideCaption columns={columns} rows={rows} rowKey={(row) => row.key} pageSize={15} searchable />
}
