/** One measure of a projection over the years, with its intervals. */
import { useCallback } from 'react'
import type { ProjectionAnswer } from '#domain/answers/projection-answers.ts'
import { useLanguage } from '#web/app/language.tsx'
import { BAND_COLOURS, LINE_COLOURS, LINE_DASHES } from '#web/charts/chart-colours.ts'
import { ChartFigure } from '#web/charts/chart-figure.tsx'
import { useResourceLine } from '#web/charts/use-source-line.ts'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'
import { findLikely, type Measure } from '#web/outlook-page/measures.ts'
import { roundFigure } from '#web/outlook-page/round-figure.ts'

interface FanFigureProps {
  projection: ProjectionAnswer
  measure: Measure
  /** The same measure in the base; undefined where that is what is shown. */
  base?: Measure | undefined
}

export function FanFigure({ projection, measure, base }: FanFigureProps) {
  const { t, format } = useLanguage()
  const { years, name } = projection
  const what = t.outlook.measure[measure.id]
  const draw = useCallback(
    async (width: number) => {
      const { drawFan } = await import('#web/charts/fan-chart.ts')
      return drawFan({ width, years, lines: base ? [measure.values, base.values] : [measure.values], bands: measure.bands, write: (value) => format.number(value, measure.decimals) })
    },
    [years, measure, base, format],
  )
  const bands = measure.bands.toSorted((a, b) => a.percent - b.percent)
  return (
    <ChartFigure
      title={t.outlook.fanTitle(what, name)}
      label={t.outlook.fanLabel(what, name, years[0] ?? 0, years.at(-1) ?? 0)}
      source={useResourceLine(projection.sources)}
      draw={draw}
      legend={[{ name: t.outlook.line(what), colour: LINE_COLOURS[0], dashes: '' }, ...(base ? [{ name: t.outlook.base.line(what), colour: LINE_COLOURS[1], dashes: LINE_DASHES[1] }] : []), ...bands.map(({ percent }) => ({ name: t.outlook.interval(percent), colour: BAND_COLOURS[percent] }))]}
      table={<FanTable projection={projection} measure={measure} base={base} />}
    />
  )
}

function FanTable({ projection: { years }, measure, base }: FanFigureProps) {
  const { t, format } = useLanguage()
  const column = (id: string, header: string, values: readonly number[]): TableColumn<number> => ({
    id,
    header,
    numeric: true,
    value: (at) => values[at],
    render: (at) => format.number(values[at] ?? NaN, measure.decimals),
  })
  const columns: TableColumn<number>[] = [
    { id: 'year', header: t.outlook.year, rowHeader: true, value: (at) => years[at] },
    column('expected', t.outlook.expected, measure.values),
    ...(base ? [column('base', t.outlook.base.value, base.values)] : []),
    ...measure.bands.flatMap(({ percent, lower, upper }) => [column(`from${percent}`, t.outlook.from(percent), lower), column(`to${percent}`, t.outlook.to(percent), upper)]),
  ]
  return <DataTable caption={t.outlook.table(t.outlook.measure[measure.id])} columns={columns} rows={years.map((_, at) => at)} rowKey={String} />
}

/** The same in a sentence: now, later, and between what. */
export function MeasureSentence({ projection: { years }, measure, base, year }: FanFigureProps & { year: number }) {
  const { t, format } = useLanguage()
  const at = years.indexOf(year)
  const likely = findLikely(measure)
  const write = (value: number | undefined): string => format.number(roundFigure(value ?? NaN, likely, at))
  return (
    <p className="utrecht-paragraph">
      {t.outlook.sentence(t.outlook.measure[measure.id], year, write(measure.values[at]), likely ? t.outlook.between(write(likely.lower[at]), write(likely.upper[at])) : '')}{' '}
      {base && `${t.outlook.base.sentence(write(base.values[at]))} `}
      {t.outlook.sentenceNow(format.number(measure.values[0] ?? NaN), years[0] ?? 0)}
    </p>
  )
}
