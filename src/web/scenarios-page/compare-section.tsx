/** Two to four scenarios side by side in one place: people, households, pupils, minutes, people beyond the norm. */
import { useQueries, useQuery } from '@tanstack/react-query'
import type { PlaceAnswer, StatusAnswer } from '#domain/answers/answers.ts'
import type { FacilityTypeListAnswer, ReachScenarioAnswer } from '#domain/answers/reach-answers.ts'
import type { AreaLevel } from '#domain/area.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import { changesPeople } from '#domain/changes-people.ts'
import { facilityTypesQuery, placeQuery, projectionQuery, projectionRunQuery } from '#web/api/queries.ts'
import { reachRunQuery, type ReachAsked } from '#web/api/scenarios.ts'
import { useLanguage } from '#web/app/language.tsx'
import { useSetUrlState, useUrlState } from '#web/app/url.tsx'
import { Answer, Loading } from '#web/components/page-states.tsx'
import { PeopleYearField } from '#web/components/people-year-field.tsx'
import { PlaceSearch } from '#web/components/place-search.tsx'
import { Section } from '#web/components/page.tsx'
import { FACILITY_PATHS, MODE_PATHS, readReachChoice, type ReachChoice } from '#web/reach-page/reach-choice.ts'
import { NumberField } from '#web/components/number-field.tsx'
import { SelectField } from '#web/components/select-field.tsx'
import { listPeopleRows, listReachRows } from '#web/scenarios-page/compare-rows.ts'
import { CompareTable } from '#web/scenarios-page/compare-table.tsx'
import { readCompareYear } from '#web/scenarios-page/scenarios-address.ts'
import { Faults } from '#web/components/faults.tsx'
import { listFaults } from '#web/components/list-faults.ts'

export function CompareSection({ scenarios, status }: { scenarios: readonly ScenarioDocument[]; status: StatusAnswer }) {
  const { t } = useLanguage()
  const state = useUrlState()
  const setState = useSetUrlState()
  const types = useQuery(facilityTypesQuery())
  const place = useQuery({ ...placeQuery({ id: state['plaats'] ?? '' }), enabled: state['plaats'] !== undefined })
  return (
    <Section title={t.scenarios.compareTitle} id="vergelijken">
      <PlaceSearch id="scenarios-plaats" label={t.scenarios.comparePlace} onChoose={({ id }) => setState({ plaats: id })} />
      {state['plaats'] === undefined ? (
        <p className="td-note">{t.scenarios.compareWhere}</p>
      ) : (
        <Answer query={types}>{(list) => <Answer query={place}>{(found) => <Comparison place={found} scenarios={scenarios} types={list} status={status} />}</Answer>}</Answer>
      )}
    </Section>
  )
}

/** The area whose people are taken: that of the place, or the one that a village lies in. */
function findArea(place: PlaceAnswer): { code: string; level: AreaLevel; name: string } | undefined {
  if (place.figuresOf) return place.figuresOf
  return place.level === undefined ? undefined : { code: place.id, level: place.level, name: place.name }
}

interface ComparisonProps {
  place: PlaceAnswer
  scenarios: readonly ScenarioDocument[]
  types: FacilityTypeListAnswer
  status: StatusAnswer
}

function Comparison({ place, scenarios, types, status }: ComparisonProps) {
  const { t } = useLanguage()
  const state = useUrlState()
  const year = readCompareYear(state, status)
  const choice = readReachChoice(state, types.facilityTypes)
  const area = findArea(place)
  return (
    <div className="td-scenario-comparison">
      <h3 className="utrecht-heading-3">{t.scenarios.compareIn(place.name)}</h3>
      {place.figuresOf && <p className="td-note">{t.scenarios.compareOf(t.level[place.figuresOf.level].toLocaleLowerCase(), place.figuresOf.name)}</p>}
      {status.missingForProjection.length === 0 && (
        <div className="td-controls td-controls--even">
          <PeopleYearField year={year} countedYear={status.referenceYear} words={{ label: t.scenarios.compareYear, none: t.scenarios.compareYearNone(status.referenceYear) }} />
        </div>
      )}
      <PeopleCompared place={place} scenarios={scenarios} year={year} />
      {choice && <Controls choice={choice} types={types} />}
      {choice && area && <ReachCompared place={place} scenarios={scenarios} types={types} asked={{ facilityType: choice.facilityType, mode: choice.mode, level: area.level, within: area.code, normMinutes: choice.normMinutes, year }} countedYear={status.referenceYear} />}
    </div>
  )
}

/** What several scenarios have wrong is said once. */
function Refused({ errors }: { errors: readonly unknown[] }) {
  const { t } = useLanguage()
  return <Faults title={t.scenarios.refused} faults={[...new Set(errors.flatMap((error) => listFaults(error, t)))]} />
}

function PeopleCompared({ place: { id, name }, scenarios, year }: { place: PlaceAnswer; scenarios: readonly ScenarioDocument[]; year: number | undefined }) {
  const { t } = useLanguage()
  const base = useQuery({ ...projectionQuery({ id }), retry: false })
  // A scenario that changes no people has the projection of the base: no need to ask.
  const runs = useQueries({ queries: scenarios.map((scenario) => ({ ...projectionRunQuery({ id }, scenario), enabled: changesPeople(scenario), retry: false })) })
  const errors = runs.flatMap(({ error }) => error ?? [])
  if (base.error) return <p className="td-note">{t.scenarios.noProjection}</p>
  if (errors.length > 0) return <Refused errors={errors} />
  const answers = runs.map(({ data }, at) => (changesPeople(scenarios[at]!) ? data : base.data))
  if (base.data === undefined || answers.includes(undefined)) return <Loading />
  return (
    <CompareTable
      caption={t.scenarios.peopleCaption(name)}
      scenarios={scenarios.map((own) => own.name)}
      rows={listPeopleRows(base.data, answers.flatMap((own) => own ?? []), year)}
      name={(row) => `${t.scenarios.rows[row.id]('', '')}, ${row.year}`}
    />
  )
}

interface ReachComparedProps {
  place: PlaceAnswer
  scenarios: readonly ScenarioDocument[]
  types: FacilityTypeListAnswer
  asked: ReachAsked
  countedYear: number
}

function ReachCompared({ place, scenarios, types, asked, countedYear }: ReachComparedProps) {
  const { t, pick, format } = useLanguage()
  const runs = useQueries({ queries: scenarios.map((scenario) => ({ ...reachRunQuery(asked, scenario), retry: false })) })
  const errors = runs.flatMap(({ error }) => error ?? [])
  if (errors.length > 0) return <Refused errors={errors} />
  const answers = runs.flatMap(({ data }) => data ?? [])
  if (answers.length < scenarios.length) {
    return (
      <>
        <Loading />
        {asked.year !== undefined && <p className="td-note">{t.reach.slow}</p>}
      </>
    )
  }
  const columns = scenarios.map(({ name }) => name)
  const type = types.facilityTypes.find(({ id }) => id === asked.facilityType)
  const facility = type ? pick(type.name).toLocaleLowerCase() : ''
  return (
    <>
      <CompareTable
        caption={t.scenarios.reachCaption(place.name, asked.year === undefined ? t.reach.counted(countedYear) : t.reach.projected(asked.year))}
        scenarios={columns}
        rows={listReachRows(answers)}
        name={({ id }) => t.scenarios.rows[id](facility, format.number(asked.normMinutes))}
      />
      <Remarks answers={answers} names={columns} />
    </>
  )
}

function Controls({ choice, types }: { choice: ReachChoice; types: FacilityTypeListAnswer }) {
  const { t, pick } = useLanguage()
  const setState = useSetUrlState()
  return (
    <div className="td-controls td-controls--even">
      <SelectField
        label={t.reach.facility}
        value={FACILITY_PATHS[choice.facilityType]}
        options={types.facilityTypes.filter(({ count = 0 }) => count > 0).map(({ id, name }) => ({ value: FACILITY_PATHS[id], text: pick(name) }))}
        onChange={(voorziening) => setState({ voorziening, norm: undefined })}
      />
      <SelectField label={t.reach.mode} value={MODE_PATHS[choice.mode]} options={(['car', 'bicycle', 'foot'] as const).map((mode) => ({ value: MODE_PATHS[mode], text: t.reach.modes[mode] }))} onChange={(manier) => setState({ manier })} />
      <NumberField label={t.reach.norm} value={choice.normMinutes} unit={t.reach.minutesUnit(choice.normMinutes)} onChange={(norm) => setState({ norm: norm === undefined ? undefined : String(norm) })} />
    </div>
  )
}

/** What touches nothing in the answer, by scenario. */
function Remarks({ answers, names }: { answers: readonly ReachScenarioAnswer[]; names: readonly string[] }) {
  const { pick } = useLanguage()
  const remarks = answers.flatMap(({ scenario }, at) => scenario.remarks.map((remark) => `${names[at]}: ${pick(remark)}`))
  if (remarks.length === 0) return null
  return (
    <ul className="td-notes">
      {remarks.map((remark) => (
        <li key={remark}>{remark}</li>
      ))}
    </ul>
  )
}
