/** The kinds of household over the years, each year with the base under it where a scenario is shown. */
import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { BackTestAnswer, ProjectionAnswer } from '#domain/answers/projection-answers.ts'
import { backTestQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { SiteLink } from '#web/app/url.tsx'
import { HOUSEHOLD_COLOURS } from '#web/charts/chart-colours.ts'
import { ChartFigure } from '#web/charts/chart-figure.tsx'
import { useResourceLine } from '#web/charts/use-source-line.ts'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'
import { Section } from '#web/components/page.tsx'
import { listTenths } from '#web/outlook-page/outlook-years.ts'

interface HouseholdsProps {
  projection: ProjectionAnswer
  /** Undefined where that is what is shown. */
  base: ProjectionAnswer | undefined
}

const KINDS = ['onePerson', 'withoutChildren', 'withChildren'] as const

export function HouseholdsSection({ projection, base }: HouseholdsProps) {
  const { t } = useLanguage()
  return (
    <Section title={t.outlook.households.title} id="huishoudens">
      <p className="utrecht-paragraph">{projection.households === undefined ? t.outlook.households.none : t.outlook.households.lead} {base?.households && t.outlook.households.withBase}</p>
      {projection.households && (
        <>
          <HouseholdsFigure projection={projection} households={projection.households} base={base?.households} />
          <Missed />
        </>
      )}
    </Section>
  )
}

/** How wrong each kind was, over the most years that could be tried; nothing until that is known. */
function Missed() {
  const { t, format } = useLanguage()
  const text = t.outlook.households
  const { data } = useQuery(backTestQuery())
  const lines = KINDS.flatMap((kind) => findLongest(data?.lines ?? [], kind) ?? [])
  const [first] = lines
  if (first === undefined) return null
  const kinds = lines.map(({ measure, medianError }) => text.missedKind(t.outlook.made.measures[measure] ?? measure, format.number(Math.abs(medianError), 1), Math.sign(medianError)))
  return (
    <p className="utrecht-paragraph">
      {text.missed(first.jumpOff, first.year, kinds.join(', '))} <SiteLink to="/vooruitblik/terugtoets">{t.outlook.backTest.title}</SiteLink>
    </p>
  )
}

type TestLine = BackTestAnswer['lines'][number]

/** Of all municipalities together. */
const findLongest = (lines: readonly TestLine[], kind: string): TestLine | undefined =>
  lines.filter(({ measure, inhabitants: { from, until } }) => measure === kind && from === 0 && until === null).toSorted((a, b) => b.year - b.jumpOff - (a.year - a.jumpOff))[0]

type Households = NonNullable<ProjectionAnswer['households']>

function HouseholdsFigure({ projection: { years, name, sources }, households, base }: { projection: ProjectionAnswer; households: Households; base: Households | undefined }) {
  const { t, format } = useLanguage()
  const text = t.outlook.households
  const draw = useCallback(
    async (width: number) => {
      const { drawStackedBars } = await import('#web/charts/stacked-bars.ts')
      const read = (own: Households, year: number) => KINDS.map((kind) => own[kind][years.indexOf(year)] ?? 0)
      const bars = listTenths(years).flatMap((year, at) => [
        { label: String(year), values: read(households, year) },
        // In the first year they are the same.
        ...(base && at > 0 ? [{ label: text.base, values: read(base, year), isCompanion: true }] : []),
      ])
      const most = Math.max(1, ...bars.map(({ values }) => values.reduce((total, own) => total + own, 0)))
      return drawStackedBars(bars, { width, colours: HOUSEHOLD_COLOURS, most, write: (count) => format.number(count) })
    },
    [years, households, base, text, format],
  )
  const column = (id: (typeof KINDS)[number] | 'total', header: string, own = households): TableColumn<number> => ({
    id: own === households ? id : `${id}Base`,
    header: own === households ? header : t.outlook.base.column(header),
    numeric: true,
    value: (at) => own[id][at],
    render: (at) => format.number(own[id][at] ?? NaN),
  })
  const columns: TableColumn<number>[] = [
    { id: 'year', header: t.outlook.year, rowHeader: true, value: (at) => years[at] },
    ...KINDS.map((kind) => column(kind, t.outlook.measure[kind])),
    column('total', text.total),
    ...(base ? [...KINDS.map((kind) => column(kind, t.outlook.measure[kind], base)), column('total', text.total, base)] : []),
  ]
  return (
    <ChartFigure
      title={text.figure(name)}
      label={base ? text.labelWithBase(name) : text.label(name)}
      source={useResourceLine(sources)}
      draw={draw}
      legend={KINDS.map((kind, index) => ({ name: t.outlook.measure[kind], colour: HOUSEHOLD_COLOURS[index]! }))}
      table={<DataTable caption={text.table} columns={columns} rows={years.map((_, at) => at)} rowKey={String} />}
    />
  )
}
