/** One figure over the years on today's boundaries, with breaks and remarks in sight. */
import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { IndicatorAnswer, PlaceAnswer, SeriesAnswer, SeriesPoint } from '#domain/answers/answers.ts'
import { seriesQuery, type PlaceKey } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { useSetUrlState, useUrlState } from '#web/app/url.tsx'
import { ChartFigure } from '#web/charts/chart-figure.tsx'
import { useSourceLine } from '#web/charts/use-source-line.ts'
import { writeYears } from '#web/format/sources.ts'
import { writeName } from '#web/format/indicator-name.ts'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'
import { IndicatorField } from '#web/components/indicator-field.tsx'
import { Section } from '#web/components/page.tsx'
import { Answer } from '#web/components/page-states.tsx'

interface ChangeSectionProps {
  place: PlaceAnswer
  placeKey: PlaceKey
  indicators: readonly IndicatorAnswer[]
}

export function ChangeSection({ place, placeKey, indicators }: ChangeSectionProps) {
  const { t } = useLanguage()
  const state = useUrlState()
  const setState = useSetUrlState()
  const choices = indicators.filter((one) => one.kind !== 'code' && new Set(one.availability.flatMap(({ years }) => years)).size > 1)
  const indicator = choices.find(({ id }) => id === state['reeks']) ?? choices.find(({ id }) => id === 'population') ?? choices[0]
  const series = useQuery({ ...seriesQuery(placeKey, [indicator?.id ?? '']), enabled: indicator !== undefined })
  if (indicator === undefined) return null
  return (
    <Section title={t.place.change} id="verandering">
      <IndicatorField label={t.place.changeTopic} indicators={choices} value={indicator.id} onChange={(id) => setState({ reeks: id })} />
      <Answer query={series}>{(answer) => <ChangeFigure place={place} indicator={indicator} answer={answer} />}</Answer>
    </Section>
  )
}

function ChangeFigure({ place, indicator, answer }: { place: PlaceAnswer; indicator: IndicatorAnswer; answer: SeriesAnswer }) {
  const { t, pick, format } = useLanguage()
  const points = answer.series.find((one) => one.indicator === indicator.id)?.points ?? NO_POINTS
  const source = useSourceLine(answer)
  const name = pick(indicator.name)
  const draw = useCallback(
    async (width: number) => {
      const { drawSeriesLine } = await import('#web/charts/series-line.ts')
      return drawSeriesLine(
        points.map((point) => ({ year: point.year, value: point.value ?? NaN, line: name, breakBefore: point.breakBefore === true })),
        { width, lines: [name], write: (value) => format.value(value, indicator), breakText: t.place.breakBefore },
      )
    },
    [points, name, format, indicator, t],
  )
  if (!points.some(({ value }) => value !== undefined)) return <p className="utrecht-paragraph">{t.place.noSeries}</p>
  const title = `${writeName(indicator, pick)}, ${place.name}`
  return (
    <>
      <p className="utrecht-paragraph">{t.place.changeLead(answer.referenceYear)}</p>
      <ChartFigure
        title={title}
        label={t.place.changeLabel(name, place.name)}
        source={source}
        draw={draw}
        table={<SeriesTable points={points} indicator={indicator} />}
      />
      <SeriesRemarks points={points} />
    </>
  )
}

const NO_POINTS: readonly SeriesPoint[] = []

function SeriesTable({ points, indicator }: { points: readonly SeriesPoint[]; indicator: IndicatorAnswer }) {
  const { t, pick, format } = useLanguage()
  const columns: TableColumn<SeriesPoint>[] = [
    { id: 'year', header: t.place.year, rowHeader: true, value: (point) => point.year },
    {
      id: 'value',
      header: pick(indicator.name),
      numeric: true,
      value: (point) => point.value,
      render: (point) => (point.value === undefined ? <span className="td-missing">{point.missing && t.missing[point.missing]}</span> : format.value(point.value, indicator)),
    },
    {
      id: 'remark',
      header: t.place.remark,
      value: (point) =>
        [point.breakBefore && t.place.breakBefore, point.bridged && t.bridged[point.bridged], point.remark && pick(point.remark)].filter(Boolean).join('. '),
    },
  ]
  return <DataTable caption={t.place.perYear(pick(indicator.name))} columns={columns} rows={points} rowKey={(point) => String(point.year)} />
}

/** Each remark once, with the years it is about. */
function SeriesRemarks({ points }: { points: readonly SeriesPoint[] }) {
  const { pick } = useLanguage()
  const yearsByRemark = Map.groupBy(
    points.filter(({ remark }) => remark !== undefined),
    ({ remark }) => (remark === undefined ? '' : pick(remark)),
  )
  if (yearsByRemark.size === 0) return null
  return (
    <ul className="td-remarks">
      {[...yearsByRemark].map(([remark, of]) => (
        <li key={remark}>
          <strong>{writeYears(of.map(({ year }) => year))}</strong>: {remark}
        </li>
      ))}
    </ul>
  )
}
