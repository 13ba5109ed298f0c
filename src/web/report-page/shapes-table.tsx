import type { ShapesLine } from '#domain/report.ts'
import { useLanguage } from '#web/app/language.tsx'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'

/** Areas without a shape, shapes without an area, and invalid shapes, by level. */
export function ShapesTable({ shapes }: { shapes: readonly ShapesLine[] }) {
  const { t, format } = useLanguage()
  const { column } = t.report
  const list = (id: string, header: string, of: (line: ShapesLine) => readonly string[]): TableColumn<ShapesLine> => ({
    id,
    header,
    numeric: true,
    value: (line) => of(line).length,
    render: (line) => <NameList names={of(line)} />,
  })
  const columns: TableColumn<ShapesLine>[] = [
    { id: 'level', header: column.level, rowHeader: true, value: (line) => t.levels[line.level] },
    { id: 'shapeYear', header: column.shapeYear, value: (line) => line.shapeYear },
    { id: 'areas', header: column.areas, numeric: true, value: (line) => line.areas, render: (line) => format.number(line.areas) },
    { id: 'shapes', header: column.shapes, numeric: true, value: (line) => line.shapes, render: (line) => format.number(line.shapes) },
    list('without', column.without, (line) => line.areasWithoutShape),
    list('orphan', column.orphan, (line) => line.shapesWithoutArea),
    list('invalid', column.invalid, (line) => line.invalidShapes),
  ]
  return <DataTable caption={t.report.shapesTitle} hideCaption columns={columns} rows={shapes} rowKey={(line) => line.level} />
}

function NameList({ names }: { names: readonly string[] }) {
  const { format } = useLanguage()
  if (names.length === 0) return '0'
  return (
    <details className="td-names">
      <summary>{format.number(names.length)}</summary>
      <span className="td-names__list">{names.join(', ')}</span>
    </details>
  )
}
