/** How ages are divided, over the years. */
import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { IndicatorAnswer, PlaceAnswer, SeriesAnswer } from '#domain/answers/answers.ts'
import { seriesQuery, type PlaceKey } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { ChartFigure } from '#web/charts/chart-figure.tsx'
import { AGE_COLOURS } from '#web/charts/chart-colours.ts'
import { useSourceLine } from '#web/charts/use-source-line.ts'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'
import { Section } from '#web/components/page.tsx'
import { Answer } from '#web/components/page-states.tsx'
import { findAgeIndicators } from '#web/place-page/age-indicators.ts'

interface AgeSectionProps {
  place: PlaceAnswer
  placeKey: PlaceKey
  indicators: readonly IndicatorAnswer[]
}

export function AgeSection({ place, placeKey, indicators }: AgeSectionProps) {
  const { t } = useLanguage()
  const groups = useMemo(() => findAgeIndicators(indicators), [indicators])
  const ids = groups.map(({ id }) => id)
  const series = useQuery({ ...seriesQuery(placeKey, ids), enabled: ids.length > 0 })
  if (groups.length === 0) return null
  return (
    <Section title={t.place.ages} id="leeftijden">
      <Answer query={series}>{(answer) => <AgeFigure place={place} groups={groups} answer={answer} />}</Answer>
    </Section>
  )
}

interface AgeYear {
  readonly year: number
  readonly shares: readonly (number | undefined)[]
}

/** Shares of the groups in a year, computed from counts where the indicators are counts. */
function listAgeYears(groups: readonly IndicatorAnswer[], answer: SeriesAnswer): AgeYear[] {
  const lines = groups.map(({ id }) => answer.series.find((one) => one.indicator === id)?.points ?? [])
  const years = [...new Set(lines.flatMap((points) => points.map(({ year }) => year)))].sort()
  return years.flatMap((year) => {
    const values = lines.map((points) => points.find((point) => point.year === year)?.value)
    if (values.some((value) => value === undefined)) return []
    const total = values.reduce<number>((sum, value) => sum + (value ?? 0), 0)
    return total === 0 ? [] : [{ year, shares: values.map((value) => ((value ?? 0) / total) * 100) }]
  })
}

const SHARE = { unit: { nl: '%', en: '%' }, decimals: 1 }

function AgeFigure({ place, groups, answer }: { place: PlaceAnswer; groups: readonly IndicatorAnswer[]; answer: SeriesAnswer }) {
  const { t, pick, format } = useLanguage()
  const names = useMemo(() => groups.map((group) => pick(group.name)), [groups, pick])
  const years = useMemo(() => listAgeYears(groups, answer), [groups, answer])
  const draw = useCallback(
    async (width: number) => {
      const { drawStackedBars } = await import('#web/charts/stacked-bars.ts')
      const bars = years.map(({ year, shares }) => ({ label: String(year), values: shares.map((share) => share ?? 0) }))
      return drawStackedBars(bars, { width, colours: AGE_COLOURS, most: 100, write: (share) => `${format.number(share)}%` })
    },
    [years, format],
  )
  if (years.length === 0) return <p className="utrecht-paragraph">{t.place.noSeries}</p>
  const columns: TableColumn<AgeYear>[] = [
    { id: 'year', header: t.place.year, rowHeader: true, value: (row) => row.year },
    ...names.map(
      (name, index): TableColumn<AgeYear> => ({
        id: name,
        header: name,
        numeric: true,
        value: (row) => row.shares[index],
        render: (row) => format.figure({ value: row.shares[index] }, SHARE),
      }),
    ),
  ]
  return (
    <ChartFigure
      title={`${t.place.ages}: ${place.name}`}
      label={t.place.agesLabel(place.name)}
      source={useSourceLine(answer)}
      draw={draw}
      legend={names.map((name, index) => ({ name, colour: AGE_COLOURS[index] ?? '#888888' }))}
      table={<DataTable caption={`${t.place.ages} (${t.place.agesShare})`} columns={columns} rows={years} rowKey={(row) => String(row.year)} />}
    />
  )
}
