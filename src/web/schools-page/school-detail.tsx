/** One school: its pupils year by year, the schools near by, where its pupils live and where they would go. */
import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { SchoolDetailAnswer, SchoolScenarioAnswer } from '#domain/answers/school-answers.ts'
import { schoolQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { placePath, SiteLink, useSetUrlState } from '#web/app/url.tsx'
import { BAND_COLOURS, LINE_COLOURS } from '#web/charts/chart-colours.ts'
import { ChartFigure } from '#web/charts/chart-figure.tsx'
import { useResourceLine } from '#web/charts/use-source-line.ts'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'
import { Section } from '#web/components/page.tsx'
import { Answer } from '#web/components/page-states.tsx'
import { writeChance } from '#web/schools-page/schools-table.tsx'

interface SchoolDetailProps {
  year: number
  /** The list under a scenario: the school year by year is known in the base only. */
  under: SchoolScenarioAnswer | undefined
}

export function SchoolDetail({ code, ...rest }: SchoolDetailProps & { code: string }) {
  return <Answer query={useQuery(schoolQuery(code))}>{(answer) => <Detail answer={answer} {...rest} />}</Answer>
}

function Detail({ answer, year, under }: SchoolDetailProps & { answer: SchoolDetailAnswer }) {
  const { t, format } = useLanguage()
  const setState = useSetUrlState()
  const { school } = answer
  const own = answer.forecast.find((one) => one.year === year)
  const show = (value: number | null | undefined) => (value === null || value === undefined ? '–' : format.number(value))
  const chance = (value: number | null) => (value === null ? '–' : writeChance(value, format.number))
  return (
    <Section title={`${school.name}${school.town ? `, ${school.town}` : ''}`} id="school">
      {under && own && <InScenario under={under} code={school.code} base={own.expected} />}
      {own === undefined ? (
        <p className="utrecht-paragraph">{school.justOpened ? t.schools.detail.justOpened(show(school.pupils)) : t.schools.detail.noCount}</p>
      ) : (
        <>
          <p className="utrecht-paragraph">
            <strong>{t.schools.detail.sentence(show(school.pupils), year, show(own.expected), show(own.lower80), show(own.upper80))}</strong>{' '}
            {t.schools.detail.chances(chance(own.chances.national), chance(own.chances.municipal), show(own.municipalNorm), chance(own.chances.small))}
          </p>
          <PupilFigure answer={answer} />
        </>
      )}
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

function InScenario({ under: { scenario, schools, year }, code, base }: { under: SchoolScenarioAnswer; code: string; base: number }) {
  const { t, format } = useLanguage()
  const text = t.schools.under
  const school = schools.find((one) => one.code === code)
  const closes = scenario.closed.some((one) => one.code === code)
  if (!closes && (school === undefined || school.expected === null)) return <p className="td-note">{text.detailOfBase}</p>
  return (
    <p className="utrecht-paragraph">
      <strong>{school === undefined || school.expected === null ? text.closes(scenario.name) : text.detail(scenario.name, year, format.number(school.expected), format.number(base))}</strong> {text.detailOfBase}
    </p>
  )
}

function PupilFigure({ answer: { forecast, school, sources } }: { answer: SchoolDetailAnswer }) {
  const { t, format } = useLanguage()
  const draw = useCallback(
    async (width: number) => {
      const { drawFan } = await import('#web/charts/fan-chart.ts')
      const take = (key: 'lower50' | 'upper50' | 'lower80' | 'upper80' | 'lower95' | 'upper95') => forecast.map((own) => own[key] ?? own.expected)
      const bands = ([95, 80, 50] as const).map((percent) => ({ percent, lower: take(`lower${percent}`), upper: take(`upper${percent}`) }))
      return drawFan({ width, years: forecast.map(({ year }) => year), lines: [forecast.map(({ expected }) => expected)], bands, write: (value) => format.number(value) })
    },
    [forecast, format],
  )
  const number = (id: string, header: string, value: (row: SchoolDetailAnswer['forecast'][number]) => number | null): TableColumn<SchoolDetailAnswer['forecast'][number]> => ({ id, header, numeric: true, value: (row) => value(row) ?? undefined, render: (row) => (value(row) === null ? '–' : format.number(value(row)!)) })
  const columns = [
    { id: 'year', header: t.outlook.year, rowHeader: true, value: (row: SchoolDetailAnswer['forecast'][number]) => row.year, render: (row: SchoolDetailAnswer['forecast'][number]) => String(row.year) },
    number('expected', t.outlook.expected, (row) => row.expected),
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
      legend={[{ name: t.schools.detail.line, colour: LINE_COLOURS[0], dashes: '' }, ...([50, 80, 95] as const).map((percent) => ({ name: t.outlook.interval(percent), colour: BAND_COLOURS[percent] }))]}
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
