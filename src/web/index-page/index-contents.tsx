/** What an index consists of: every indicator with its year, its weight in the whole and how many areas lack it. */
import type { IndicatorAnswer } from '#domain/answers/answers.ts'
import type { IndexScoresAnswer } from '#domain/answers/index-answers.ts'
import { useLanguage } from '#web/app/language.tsx'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'
import { useDimensionName } from '#web/index-page/use-dimension-name.ts'

type Row = IndexScoresAnswer['indicators'][number]

export function IndexContents({ scores, indicators }: { scores: IndexScoresAnswer; indicators: readonly IndicatorAnswer[] }) {
  const { t, format, pick } = useLanguage()
  const nameDimension = useDimensionName()
  const nameOf = (id: string): string => {
    const indicator = indicators.find((one) => one.id === id)
    return indicator === undefined ? id : pick(indicator.name)
  }
  const columns: TableColumn<Row>[] = [
    { id: 'indicator', header: t.index.indicator, rowHeader: true, value: ({ indicator }) => nameOf(indicator) },
    {
      id: 'dimension',
      header: t.index.dimension,
      value: ({ dimension }) => nameDimension(scores.dimensions.find(({ id }) => id === dimension) ?? { id: dimension, name: dimension }),
    },
    { id: 'year', header: t.index.year, numeric: true, value: ({ year }) => year, render: ({ year }) => String(year) },
    { id: 'share', header: t.index.share, numeric: true, value: ({ share }) => share, render: ({ share }) => `${format.number(100 * share, 1)}%` },
    { id: 'direction', header: t.index.direction, value: ({ direction }) => (direction === 'lowerIsBetter' ? t.index.more : t.index.less) },
    { id: 'absent', header: t.index.absent, numeric: true, value: ({ missingCount }) => missingCount, render: ({ missingCount }) => format.number(missingCount) },
  ]
  return <DataTable caption={t.index.contents} hideCaption columns={columns} rows={scores.indicators} rowKey={({ indicator }) => indicator} />
}
