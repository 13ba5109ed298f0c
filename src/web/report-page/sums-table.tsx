import type { LevelSum } from '#domain/report.ts'
import { useLanguage } from '#web/app/language.tsx'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'
import { judgeSum } from '#web/report-page/report-summary.tsx'

/** The sum of each level against the country, by year. */
export function SumsTable({ sums }: { sums: readonly LevelSum[] }) {
  const { t, format } = useLanguage()
  const { column } = t.report
  const columns: TableColumn<LevelSum>[] = [
    { id: 'year', header: column.year, value: (sum) => sum.year, rowHeader: true },
    { id: 'level', header: column.level, value: (sum) => t.levels[sum.level] },
    { id: 'areas', header: column.areas, numeric: true, value: (sum) => sum.areas, render: (sum) => format.number(sum.areas) },
    { id: 'sum', header: column.sum, numeric: true, value: (sum) => sum.sum, render: (sum) => format.number(sum.sum) },
    { id: 'country', header: column.country, numeric: true, value: (sum) => sum.countrySum, render: (sum) => format.number(sum.countrySum) },
    { id: 'difference', header: column.difference, numeric: true, value: (sum) => sum.difference, render: (sum) => format.signed(sum.difference) },
    { id: 'verdict', header: column.verdict, value: (sum) => t.report[judgeSum(sum)], render: (sum) => <Verdict sum={sum} /> },
  ]
  return (
    <DataTable
      caption={t.report.sumsTitle}
      hideCaption
      columns={columns}
      rows={sums}
      rowKey={(sum) => `${sum.indicator} ${sum.year} ${sum.level} ${sum.against}`}
      pageSize={20}
    />
  )
}

function Verdict({ sum }: { sum: LevelSum }) {
  const { t } = useLanguage()
  const verdict = judgeSum(sum)
  return <span className={`td-verdict td-verdict--${verdict}`}>{t.report[verdict]}</span>
}
