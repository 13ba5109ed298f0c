import { useMemo } from 'react'
import type { IndicatorAnswer } from '#domain/answers/answers.ts'
import type { MissingReason } from '#domain/missing.ts'
import type { ColumnLine } from '#domain/report.ts'
import { useLanguage } from '#web/app/language.tsx'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'

/** Figures present and missing, by indicator, year and level. */
export function ColumnsTable({ columns: lines, indicators }: { columns: readonly ColumnLine[]; indicators: readonly IndicatorAnswer[] }) {
  const { t, format, pick } = useLanguage()
  const names = useMemo(() => new Map(indicators.map(({ id, name }) => [id, pick(name)])), [indicators, pick])
  const { column } = t.report
  const countMissing = (line: ColumnLine): number => Object.values(line.missing).reduce((sum, count) => sum + (count ?? 0), 0)
  const writeReasons = (line: ColumnLine): string =>
    Object.entries(line.missing)
      .filter(([, count]) => (count ?? 0) > 0)
      .map(([reason, count]) => `${t.missing[reason as MissingReason]}: ${format.number(count ?? 0)}`)
      .join('; ')
  const columns: TableColumn<ColumnLine>[] = [
    { id: 'indicator', header: column.indicator, rowHeader: true, value: (line) => names.get(line.indicator) ?? line.indicator },
    { id: 'year', header: column.year, value: (line) => line.year },
    { id: 'level', header: column.level, value: (line) => t.levels[line.level] },
    { id: 'present', header: column.present, numeric: true, value: (line) => line.present, render: (line) => format.number(line.present) },
    { id: 'missing', header: column.missing, numeric: true, value: countMissing, render: (line) => format.number(countMissing(line)) },
    { id: 'reasons', header: column.reasons, value: writeReasons },
  ]
  return (
    <DataTable
      caption={t.report.columnsTitle}
      hideCaption
      columns={columns}
      rows={lines}
      rowKey={(line) => `${line.indicator} ${line.year} ${line.level}`}
      initialSort={{ column: 'missing', descending: true }}
      pageSize={15}
      searchable
    />
  )
}
