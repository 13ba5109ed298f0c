import type { IndicatorAnswer } from '#domain/answers/answers.ts'
import type { LevelSum } from '#domain/report.ts'
import { useLanguage } from '#web/app/language.tsx'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'
import { judgeSum } from '#web/report-page/report-summary.tsx'

/** The sum of each level against the country, by year. */
export function SumsTable({ sums, indicators }: { sums: readonly LevelSum[]; indicators: readonly IndicatorAnswer[] }) {
  const { t, format, pick } = useLanguage()
  const names = new Map(indicators.map(({ id, name }) => [id, pick(name)]))
  // Inhabitants first, the newest year first: that is where one looks for what does not add up.
  const sorted = sums.toSorted((a, b) => Number(b.indicator === 'population') - Number(a.indicator === 'population') || b.year - a.year)
  const { column } = t.report
  const columns: TableColumn<LevelSum>[] = [
    { id: 'year', header: column.year, value: (sum) => sum.year, rowHeader: true },
    { id: 'indicator', header: column.indicator, value: (sum) => names.get(sum.indicator) ?? sum.indicator },
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
      rows={sorted}
      rowKey={(sum) => `${sum.indicator} ${sum.year} ${sum.level} ${sum.against}`}
      pageSize={20}
      searchable
    />
  )
}

function Verdict({ sum }: { sum: LevelSum }) {
  const { t } = useLanguage()
  const verdict = judgeSum(sum)
  return <span className={`td-verdict td-verdict--${verdict}`}>{t.report[verdict]}</span>
}
