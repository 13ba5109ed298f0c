/** People, households and what else is asked, over the years. */
import type { ProjectionAnswer } from '#domain/answers/projection-answers.ts'
import { useLanguage } from '#web/app/language.tsx'
import { useSetUrlState, useUrlState } from '#web/app/url.tsx'
import { Section } from '#web/components/page.tsx'
import { SelectField } from '#web/components/select-field.tsx'
import { FanFigure, MeasureSentence } from '#web/outlook-page/fan-figure.tsx'
import { listMeasures, type Measure } from '#web/outlook-page/measures.ts'

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
