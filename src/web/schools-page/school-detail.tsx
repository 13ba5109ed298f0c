/** One school: its pupils year by year, the schools near by, where its pupils live and where they would go. */
import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { SchoolDetailAnswer, SchoolDetailScenarioAnswer } from '#domain/answers/school-answers.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import { schoolQuery } from '#web/api/queries.ts'
import { schoolDetailRunQuery } from '#web/api/scenarios.ts'
import { useLanguage } from '#web/app/language.tsx'
import { placePath, SiteLink, useSetUrlState } from '#web/app/url.tsx'
import { BAND_COLOURS, LINE_COLOURS, LINE_DASHES } from '#web/charts/chart-colours.ts'
import { ChartFigure } from '#web/charts/chart-figure.tsx'
import { useResourceLine } from '#web/charts/use-source-line.ts'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'
import { Section } from '#web/components/page.tsx'
import { Answer } from '#web/components/page-states.tsx'
import { writeChance } from '#domain/write-chance.ts'

interface SchoolDetailProps {
  code: string
  year: number
  /** What the page is under; without it the base. */
  scenario: ScenarioDocument | undefined
}

export function SchoolDetail({ code, year, scenario }: SchoolDetailProps) {
  return scenario === undefined ? <BaseDetail code={code} year={year} /> : <ScenarioDetail code={code} year={year} scenario={scenario} />
}

function BaseDetail({ code, year }: Omit<SchoolDetailProps, 'scenario'>) {
  return <Answer query={useQuery(schoolQuery(code))}>{(answer) => <Detail answer={answer} year={year} />}</Answer>
}

function ScenarioDetail({ code, year, scenario }: SchoolDetailProps & { scenario: ScenarioDocument }) {
  return <Answer query={useQuery(schoolDetailRunQuery(code, scenario))}>{(answer) => <Detail answer={answer} year={year} />}</Answer>
}

/** A school that closes has no pupils to tell of; where they go is told below. */
function Detail({ answer, year }: { answer: SchoolDetailAnswer | SchoolDetailScenarioAnswer; year: number }) {
  const { t, format } = useLanguage()
  const setState = useSetUrlState()
  const { school } = answer
  const under = 'scenario' in answer ? answer : undefined
  const own = answer.forecast.find((one) => one.year === year)
  const show = (value: number | null | undefined) => (value === null || value === undefined ? '–' : format.number(value))
  const chance = (value: number | null) => (value === null ? '–' : writeChance(value, format.number))
  return (
    <Section title={`${school.name}${school.town ? `, ${school.town}` : ''}`} id="school">
      {under && <InScenario under={under} year={year} />}
      {own !== undefined && (
        <>
          <p className="utrecht-paragraph">
            <strong>{t.schools.detail.sentence(show(school.pupils), year, show(own.expected), show(own.lower80), show(own.upper80))}</strong>{' '}
            {t.schools.detail.chances(chance(own.chances.national), chance(own.chances.municipal), show(own.municipalNorm), chance(own.chances.small))}
          </p>
          <PupilFigure answer={answer} />
        </>
      )}
      {own === undefined && under?.scenario.closes !== true && <p className="utrecht-paragraph">{school.justOpened ? t.schools.detail.justOpened(show(school.pupils)) : t.schools.detail.noCount}</p>}
      <Others answer={answer} />
      {answer.buurten.length > 0 && <Shares title={t.schools.detail.from} header={t.schools.detail.buurt} rows={answer.buurten} link={placePath} />}
      {answer.ifClosed.length > 0 && <Shares title={t.schools.detail.to} header={t.schools.columns.name} rows={answer.ifClosed} />}
      <p className="td-actions">
        <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={() => setState({ school: undefined })}>
          {t.schools.detail.close}
        </button>
      </p>
    </Section>
  )
}

function InScenario({ under: { scenario, forecast, base }, year }: { under: SchoolDetailScenarioAnswer; year: number }) {
  const { t, format } = useLanguage()
  const text = t.schools.under
  const [own, before] = [forecast, base.forecast].map((list) => list.find((one) => one.year === year)?.expected)
  if (!scenario.closes && (own === undefined || before === undefined)) return null
  return (
    <p className="utrecht-paragraph">
      <strong>{own === undefined || before === undefined ? text.closes(scenario.name) : text.detail(scenario.name, year, format.number(own), format.number(before))}</strong>
    </p>
  )
}

function PupilFigure({ answer }: { answer: SchoolDetailAnswer | SchoolDetailScenarioAnswer }) {
  const { t, format } = useLanguage()
  const { forecast, school, sources } = answer
  const base = 'base' in answer ? answer.base.forecast : undefined
  const draw = useCallback(
    async (width: number) => {
      const { drawFan } = await import('#web/charts/fan-chart.ts')
      const take = (key: 'lower50' | 'upper50' | 'lower80' | 'upper80' | 'lower95' | 'upper95') => forecast.map((own) => own[key] ?? own.expected)
      const bands = ([95, 80, 50] as const).map((percent) => ({ percent, lower: take(`lower${percent}`), upper: take(`upper${percent}`) }))
      return drawFan({ width, years: forecast.map(({ year }) => year), lines: [forecast, ...(base ? [base] : [])].map((list) => list.map(({ expected }) => expected)), bands, write: (value) => format.number(value) })
    },
    [forecast, base, format],
  )
  const number = (id: string, header: string, value: (row: SchoolDetailAnswer['forecast'][number]) => number | null): TableColumn<SchoolDetailAnswer['forecast'][number]> => ({ id, header, numeric: true, value: (row) => value(row) ?? undefined, render: (row) => (value(row) === null ? '–' : format.number(value(row)!)) })
  const columns = [
    { id: 'year', header: t.outlook.year, rowHeader: true, value: (row: SchoolDetailAnswer['forecast'][number]) => row.year, render: (row: SchoolDetailAnswer['forecast'][number]) => String(row.year) },
    number('expected', t.outlook.expected, (row) => row.expected),
    ...(base ? [number('base', t.schools.under.base, (row) => base.find(({ year }) => year === row.year)?.expected ?? null)] : []),
    number('from', t.outlook.from(80), (row) => row.lower80),
    number('to', t.outlook.to(80), (row) => row.upper80),
    number('norm', t.schools.detail.municipalNorm, (row) => row.municipalNorm),
    { ...number('chance', t.schools.columns.chance, (row) => row.chances.municipal), render: (row: SchoolDetailAnswer['forecast'][number]) => (row.chances.municipal === null ? '–' : writeChance(row.chances.municipal, format.number)) },
  ]
  const title = t.schools.detail.chart(school.name)
  return (
    <ChartFigure
      title={title}
      label={t.schools.detail.label(school.name, forecast[0]?.year ?? 0, forecast.at(-1)?.year ?? 0)}
      source={useResourceLine(sources)}
      draw={draw}
      legend={[{ name: t.schools.detail.line, colour: LINE_COLOURS[0], dashes: '' }, ...(base ? [{ name: t.schools.under.base, colour: LINE_COLOURS[1], dashes: LINE_DASHES[1] }] : []), ...([50, 80, 95] as const).map((percent) => ({ name: t.outlook.interval(percent), colour: BAND_COLOURS[percent] }))]}
      table={<DataTable caption={title} columns={columns} rows={forecast} rowKey={(row) => String(row.year)} />}
    />
  )
}

function Others({ answer: { others } }: { answer: SchoolDetailAnswer }) {
  const { t, format } = useLanguage()
  const minutes = (value: number | null) => (value === null ? '–' : t.schools.minutes(format.number(value)))
  const columns: TableColumn<SchoolDetailAnswer['others'][number]>[] = [
    { id: 'name', header: t.schools.columns.name, rowHeader: true, value: (row) => row.name },
    { id: 'pupils', header: t.schools.detail.pupils, numeric: true, value: (row) => row.pupils ?? undefined, render: (row) => (row.pupils === null ? '–' : format.number(row.pupils)) },
    { id: 'bicycle', header: t.schools.detail.bicycle, numeric: true, value: (row) => row.cycleMinutes, render: (row) => minutes(row.cycleMinutes) },
    { id: 'car', header: t.schools.detail.car, numeric: true, value: (row) => row.carMinutes ?? undefined, render: (row) => minutes(row.carMinutes) },
  ]
  return <DataTable caption={t.schools.detail.others} columns={columns} rows={others} rowKey={(row) => row.code} />
}

interface SharesProps {
  title: string
  header: string
  rows: readonly { readonly code: string; readonly name: string; readonly pupils: number }[]
  link?: (code: string) => string
}

function Shares({ title, header, rows, link }: SharesProps) {
  const { t, format } = useLanguage()
  const columns: TableColumn<SharesProps['rows'][number]>[] = [
    { id: 'name', header, rowHeader: true, value: (row) => row.name, render: (row) => (link ? <SiteLink to={link(row.code)}>{row.name}</SiteLink> : row.name) },
    { id: 'pupils', header: t.schools.detail.pupils, numeric: true, value: (row) => row.pupils, render: (row) => format.number(row.pupils) },
  ]
  return <DataTable caption={title} columns={columns} rows={rows} rowKey={(row) => row.code} />
}
