/** Scenarios side by side: a line each, and what they come to in the year that one looks at. */
import { useQueries } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { ProjectionAnswer } from '#domain/answers/projection-answers.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import { projectionRunQuery, type PlaceKey } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { useSetUrlState, useUrlState } from '#web/app/url.tsx'
import { BAND_COLOURS, LINE_COLOURS, LINE_DASHES } from '#web/charts/chart-colours.ts'
import { ChartFigure } from '#web/charts/chart-figure.tsx'
import { useResourceLine } from '#web/charts/use-source-line.ts'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'
import { Section } from '#web/components/page.tsx'
import { LoadError, Loading } from '#web/components/page-states.tsx'
import { SelectField } from '#web/components/select-field.tsx'
import { DifferencesTable, type Compared } from '#web/outlook-page/differences-table.tsx'
import { findLikely, listMeasures, type Measure, type MeasureId } from '#web/outlook-page/measures.ts'
import { findMeasure, MeasureField } from '#web/outlook-page/people-section.tsx'
import type { ScenarioId } from '#web/outlook-page/scenarios.ts'
import { Faults } from '#web/components/faults.tsx'
import { isRefusal, listFaults } from '#web/components/list-faults.ts'

interface CompareSectionProps {
  base: ProjectionAnswer
  placeKey: PlaceKey
  year: number
  /** Beside the base. */
  scenarios: readonly (readonly [ScenarioId, ScenarioDocument])[]
  /** In which areas they hold. */
  where: string
  /** Where one makes a scenario. */
  children: React.ReactNode
}

export function CompareSection({ base, placeKey, year, scenarios, where, children }: CompareSectionProps) {
  const { t } = useLanguage()
  const runs = useQueries({ queries: scenarios.map(([, document]) => projectionRunQuery(placeKey, document)) })
  const compared: Compared[] = [
    { id: 'base', projection: base },
    ...scenarios.flatMap(([id], at) => {
      const projection = runs[at]?.data
      return projection ? [{ id, projection }] : []
    }),
  ]
  return (
    <Section title={t.outlook.compare.title} id="scenarios">
      <p className="utrecht-paragraph">
        {t.outlook.compare.lead} {where}
      </p>
      <ul className="utrecht-unordered-list td-list">
        {(['base', 'growth', 'shrink'] as const).map((id) => (
          <li key={id} className="utrecht-unordered-list__item">
            {t.outlook.scenarioText[id]}
          </li>
        ))}
      </ul>
      {children}
      {runs.map(({ error, refetch }, at) =>
        error === null ? null : isRefusal(error) ? <Faults key={scenarios[at]?.[0]} faults={listFaults(error, t)} title={t.outlook.compare.refused} /> : <LoadError key={scenarios[at]?.[0]} error={error} onRetry={() => void refetch()} />,
      )}
      {runs.some(({ isPending }) => isPending) && <Loading />}
      <Comparison compared={compared} base={base} year={year} />
    </Section>
  )
}

function Comparison({ compared, base, year }: { compared: readonly Compared[]; base: ProjectionAnswer; year: number }) {
  const { t } = useLanguage()
  const measures = listMeasures(base)
  const measure = findMeasure(measures, useUrlState()['onderwerp'])
  const setState = useSetUrlState()
  return (
    <>
      <div className="td-outlook-choice">
        <SelectField label={t.outlook.year} value={String(year)} options={base.years.map((own) => ({ value: String(own), text: String(own) }))} onChange={(jaar) => setState({ jaar })} />
      </div>
      <DifferencesTable base={base} compared={compared} year={year} />
      <details className="td-all-measures">
        <summary>{t.outlook.compare.allMeasures}</summary>
        <ScenarioTable compared={compared} measures={measures} at={base.years.indexOf(year)} caption={t.outlook.compare.caption(year)} />
      </details>
      <MeasureField measures={measures} value={measure} />
      <ScenarioFigure compared={compared} base={base} measure={measure} />
    </>
  )
}

const findValues = (projection: ProjectionAnswer, id: MeasureId): readonly number[] => listMeasures(projection).find((own) => own.id === id)?.values ?? []

/** Colours stay with a scenario, whichever of them have come. */
const ORDER: readonly ScenarioId[] = ['base', 'growth', 'shrink', 'own']

function ScenarioFigure({ compared, base, measure }: { compared: readonly Compared[]; base: ProjectionAnswer; measure: Measure }) {
  const { t, format } = useLanguage()
  const what = t.outlook.measure[measure.id]
  const likely = findLikely(measure)
  const ids = compared.map(({ id }) => id)
  const lines = ORDER.map((id) => compared.find((own) => own.id === id)).map((own) => (own ? findValues(own.projection, measure.id) : []))
  const key = JSON.stringify(lines)
  const draw = useCallback(
    async (width: number) => {
      const { drawFan } = await import('#web/charts/fan-chart.ts')
      return drawFan({ width, years: base.years, lines: JSON.parse(key) as number[][], bands: likely ? [likely] : [], write: (value) => format.number(value, measure.decimals) })
    },
    [key, base, likely, measure, format],
  )
  const columns: TableColumn<number>[] = [
    { id: 'year', header: t.outlook.year, rowHeader: true, value: (at) => base.years[at] },
    ...compared.map(({ id, projection }): TableColumn<number> => {
      const values = findValues(projection, measure.id)
      return { id, header: t.outlook.scenarioNames[id], numeric: true, value: (at) => values[at], render: (at) => format.number(values[at] ?? NaN, measure.decimals) }
    }),
  ]
  return (
    <ChartFigure
      title={t.outlook.compare.figure(what, base.name)}
      label={t.outlook.compare.label(what, base.name)}
      source={useResourceLine(base.sources)}
      draw={draw}
      legend={[
        ...ids.map((id) => ({ name: t.outlook.scenarioNames[id], colour: LINE_COLOURS[ORDER.indexOf(id)] ?? '#888888', dashes: LINE_DASHES[ORDER.indexOf(id)] ?? '' })),
        ...(likely ? [{ name: `${t.outlook.scenarioNames.base}: ${t.outlook.interval(80)}`, colour: BAND_COLOURS[80] }] : []),
      ]}
      table={<DataTable caption={t.outlook.table(what)} columns={columns} rows={base.years.map((_, at) => at)} rowKey={String} />}
    />
  )
}

function ScenarioTable({ compared, measures, at, caption }: { compared: readonly Compared[]; measures: readonly Measure[]; at: number; caption: string }) {
  const { t, format } = useLanguage()
  const columns: TableColumn<Measure>[] = [
    { id: 'what', header: t.outlook.which, rowHeader: true, value: ({ id }) => t.outlook.measure[id] },
    ...compared.map(({ id, projection }): TableColumn<Measure> => {
      const read = (measure: Measure): number | undefined => findValues(projection, measure.id)[at]
      return { id, header: t.outlook.scenarioNames[id], numeric: true, value: read, render: (measure) => format.number(read(measure) ?? NaN, measure.decimals) }
    }),
  ]
  return <DataTable caption={caption} columns={columns} rows={measures} rowKey={({ id }) => id} />
}
