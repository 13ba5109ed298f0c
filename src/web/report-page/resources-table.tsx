import type { ResourceLine } from '#domain/report.ts'
import { useLanguage } from '#web/app/language.tsx'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'

/** Rows read, kept and refused of every resource. */
export function ResourcesTable({ resources }: { resources: readonly ResourceLine[] }) {
  const { t, format, pick } = useLanguage()
  const { column } = t.report
  const number = (id: string, header: string, value: (line: ResourceLine) => number): TableColumn<ResourceLine> => ({
    id,
    header,
    numeric: true,
    value,
    render: (line) => format.number(value(line)),
  })
  const columns: TableColumn<ResourceLine>[] = [
    { id: 'resource', header: column.resource, rowHeader: true, value: (line) => pick(line.title) },
    { id: 'outcome', header: column.outcome, value: (line) => t.report.outcome[line.outcome] },
    { id: 'usedFor', header: column.usedFor, value: ({ usedFor = [] }) => usedFor.map((use) => t.report.usedFor[use]).join(', ') || t.report.usedForNothing },
    number('files', column.files, (line) => line.files),
    { id: 'size', header: column.size, numeric: true, value: (line) => line.bytes, render: (line) => format.bytes(line.bytes) },
    number('read', column.read, (line) => line.rowsRead),
    number('kept', column.kept, (line) => line.rowsKept),
    {
      ...number('refused', column.refused, (line) => line.rowsRefused),
      render: (line) => (
        <>
          {format.number(line.rowsRefused)}
          {Object.entries(line.refusedFor).map(([code, count]) => (
            <span key={code} className="td-missing">
              {' '}
              {code}: {format.number(count)}
            </span>
          ))}
        </>
      ),
    },
  ]
  return <DataTable caption={t.report.resourcesTitle} hideCaption columns={columns} rows={resources} rowKey={(line) => line.resource} pageSize={50} />
}
