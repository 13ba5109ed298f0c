/** People, households and what else is asked, over the years; and the kinds of household. */
import { useCallback } from 'react'
import type { ProjectionAnswer } from '#domain/answers/projection-answers.ts'
import { useLanguage } from '#web/app/language.tsx'
import { useSetUrlState, useUrlState } from '#web/app/url.tsx'
import { AGE_COLOURS } from '#web/charts/chart-colours.ts'
import { ChartFigure } from '#web/charts/chart-figure.tsx'
import { useResourceLine } from '#web/charts/use-source-line.ts'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'
import { Section } from '#web/components/page.tsx'
import { SelectField } from '#web/components/select-field.tsx'
import { FanFigure, MeasureSentence } from '#web/outlook-page/fan-figure.tsx'
import { listMeasures, type Measure } from '#web/outlook-page/measures.ts'
import { listTenths } from '#web/outlook-page/outlook-years.ts'

export function findMeasure(measures: readonly Measure[], id: string | undefined): Measure {
  return measures.find((own) => own.id === id) ?? (measures[0] as Measure)
}

export function MeasureField({ measures, value }: { measures: readonly Measure[]; value: Measure }) {
  const { t } = useLanguage()
  const setState = useSetUrlState()
  return (
    <div className="td-outlook-choice">
      <SelectField
        label={t.outlook.which}
        value={value.id}
        options={measures.map(({ id }) => ({ value: id, text: t.outlook.measure[id] }))}
        onChange={(id) => setState({ onderwerp: id })}
      />
    </div>
  )
}

interface PeopleProps {
  projection: ProjectionAnswer
  /** Undefined where that is what is shown. */
  base: ProjectionAnswer | undefined
  year: number
}

export function PeopleSection({ projection, base, year }: PeopleProps) {
  const { t, format } = useLanguage()
  const measures = listMeasures(projection)
  const measure = findMeasure(measures, useUrlState()['onderwerp'])
  const { indicators, years } = projection
  const findBase = (id: Measure['id']): Measure | undefined => base && listMeasures(base).find((own) => own.id === id)
  const write = (value: number | undefined): string => format.number(value ?? NaN)
  return (
    <Section title={t.outlook.people.title} id="mensen">
      <MeasureSentence projection={projection} measure={findMeasure(measures, 'population')} base={findBase('population')} year={year} />
      {measures.some(({ id }) => id === 'households') && <MeasureSentence projection={projection} measure={findMeasure(measures, 'households')} base={findBase('households')} year={year} />}
      <p className="utrecht-paragraph">{t.outlook.pressure(write(indicators.greyPressure[0]), write(indicators.greyPressure[years.indexOf(year)]), year)} {base && t.outlook.base.sentence(write(base.indicators.greyPressure[years.indexOf(year)]))}</p>
      <p className="td-note">{t.outlook.likely}</p>
      <MeasureField measures={measures} value={measure} />
      <FanFigure projection={projection} measure={measure} base={findBase(measure.id)} />
    </Section>
  )
}

const KINDS = ['onePerson', 'withoutChildren', 'withChildren'] as const

export function HouseholdsSection({ projection, base }: Omit<PeopleProps, 'year'>) {
  const { t } = useLanguage()
  return (
    <Section title={t.outlook.households.title} id="huishoudens">
      <p className="utrecht-paragraph">{projection.households === undefined ? t.outlook.households.none : t.outlook.households.lead}</p>
      {projection.households && <HouseholdsFigure projection={projection} households={projection.households} base={base?.households} />}
    </Section>
  )
}

type Households = NonNullable<ProjectionAnswer['households']>

function HouseholdsFigure({ projection: { years, name, sources }, households, base }: { projection: ProjectionAnswer; households: Households; base: Households | undefined }) {
  const { t, format } = useLanguage()
  const text = t.outlook.households
  const draw = useCallback(
    async (width: number) => {
      const { drawAgeStructure } = await import('#web/charts/age-structure.ts')
      const shares = listTenths(years).flatMap((year) => {
        const at = years.indexOf(year)
        return KINDS.map((kind) => ({ year, group: t.outlook.measure[kind], share: (100 * (households[kind][at] ?? 0)) / Math.max(1e-9, households.total[at] ?? 0) }))
      })
      return drawAgeStructure(shares, { width, groups: KINDS.map((kind) => t.outlook.measure[kind]), write: (share) => `${format.number(share)}%` })
    },
    [years, households, t, format],
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
      label={text.label(name)}
      source={useResourceLine(sources)}
      draw={draw}
      legend={KINDS.map((kind, index) => ({ name: t.outlook.measure[kind], colour: AGE_COLOURS[index] ?? '#888888' }))}
      table={<DataTable caption={text.table} columns={columns} rows={years.map((_, at) => at)} rowKey={String} />}
    />
  )
}
