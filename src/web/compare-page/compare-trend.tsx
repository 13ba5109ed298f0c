/** Inhabitants of the places over the years, each starting at 100. */
import { useQueries } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { PlaceAnswer, SeriesAnswer, SeriesPoint } from '#domain/answers/answers.ts'
import { seriesQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { ChartFigure } from '#web/charts/chart-figure.tsx'
import { useSourceLine } from '#web/charts/use-source-line.ts'
import { LINE_COLOURS, LINE_DASHES } from '#web/charts/chart-colours.ts'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'
import { Loading } from '#web/components/page-states.tsx'

const NO_POINTS: readonly SeriesPoint[] = []

interface Line {
  readonly name: string
  readonly points: readonly SeriesPoint[]
}

export function CompareTrend({ places }: { places: readonly PlaceAnswer[] }) {
  const { t } = useLanguage()
  const answers = useQueries({ queries: places.map(({ id }) => seriesQuery({ id }, ['population'])) })
  const ready = answers.every(({ isPending }) => !isPending)
  const key = answers.map(({ dataUpdatedAt }) => dataUpdatedAt).join()
  const lines = useMemo(() => {
    const all = places.map((place, index): Line => ({
      // Two villages can have the same name.
      name: places.findIndex(({ name }) => name === place.name) === index ? place.name : `${place.name} (${place.id})`,
      points: answers[index]?.data?.series[0]?.points ?? NO_POINTS,
    }))
    return startTogether(all)
  }, [places.map(({ id }) => id).join(), key])
  if (!ready) return <Loading />
  if (!lines.some(({ points }) => points.some(({ value }) => value !== undefined))) return <p>{t.place.noSeries}</p>
  return <TrendFigure lines={lines} answers={answers.flatMap(({ data }) => data ?? [])} />
}

/** The lines from the first year that all of them have, so that 100 is the same moment for each. */
function startTogether(lines: readonly Line[]): Line[] {
  const firstYears = lines.flatMap(({ points }) => points.find(({ value }) => value !== undefined)?.year ?? [])
  const start = Math.max(...firstYears)
  return lines.map(({ name, points }) => ({ name, points: points.filter(({ year }) => year >= start) }))
}

/** The points with each stretch between breaks as a share of its own first year, which is 100. */
function toIndex(points: readonly SeriesPoint[]): { year: number; value: number; breakBefore: boolean }[] {
  let base: number | undefined
  return points.map(({ year, value, breakBefore = false }) => {
    if (breakBefore) base = undefined
    base ??= value
    return { year, value: value === undefined || base === undefined || base === 0 ? NaN : (value / base) * 100, breakBefore }
  })
}

function TrendFigure({ lines, answers }: { lines: readonly Line[]; answers: readonly SeriesAnswer[] }) {
  const { t, format } = useLanguage()
  const source = useSourceLine(...answers)
  const draw = useCallback(
    async (width: number) => {
      const { drawSeriesLine } = await import('#web/charts/series-line.ts')
      return drawSeriesLine(
        lines.flatMap(({ name, points }) => toIndex(points).map((point) => ({ ...point, line: name }))),
        { width, lines: lines.map(({ name }) => name), write: (value) => format.number(value, 1), breakText: t.place.breakBefore, reference: 100 },
      )
    },
    [lines, format, t],
  )
  const years = [...new Set(lines.flatMap(({ points }) => points.map(({ year }) => year)))].sort()
  const columns: TableColumn<number>[] = [
    { id: 'year', header: t.place.year, rowHeader: true, value: (year) => year },
    ...lines.map(({ name, points }): TableColumn<number> => {
      const valueOf = (year: number) => points.find((point) => point.year === year)?.value
      return {
        id: name,
        header: name,
        numeric: true,
        value: valueOf,
        render: (year) => {
          const value = valueOf(year)
          return value === undefined ? '–' : format.number(value)
        },
      }
    }),
  ]
  return (
    <ChartFigure
      title={`${t.compare.trend} (${t.compare.trendIndex})`}
      label={t.compare.trendLabel}
      source={source}
      draw={draw}
      legend={lines.map(({ name }, index) => ({ name, colour: LINE_COLOURS[index] ?? '#888888', dashes: LINE_DASHES[index] ?? '' }))}
      table={<DataTable caption={t.compare.trend} columns={columns} rows={years} rowKey={String} />}
    />
  )
}
