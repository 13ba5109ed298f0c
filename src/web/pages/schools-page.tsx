/** Primary schools in later years, also under a scenario: map, table, one school, and how well this can be told. */
import { useQuery } from '@tanstack/react-query'
import type { SchoolListAnswer, SchoolScenarioAnswer } from '#domain/answers/school-answers.ts'
import { ApiError } from '#web/api/client.ts'
import { placeQuery, schoolsQuery, schoolsUrl, sourcesQuery } from '#web/api/queries.ts'
import { schoolRunQuery, schoolRunUrl } from '#web/api/scenarios.ts'
import { useLanguage } from '#web/app/language.tsx'
import { useUrlState } from '#web/app/url.tsx'
import { useChosenScenario, type ChosenScenario } from '#web/chosen-scenario/chosen-scenario.ts'
import { findScenarioArea } from '#web/chosen-scenario/scenario-area.ts'
import { ScenarioPicker } from '#web/chosen-scenario/scenario-picker.tsx'
import { AddressNotice } from '#web/components/address-notice.tsx'
import { Alert } from '#web/components/alert.tsx'
import { DownloadLinks } from '#web/components/download-links.tsx'
import { Faults } from '#web/components/faults.tsx'
import { listFaults } from '#web/components/list-faults.ts'
import { Page, Section } from '#web/components/page.tsx'
import { LoadError, Loading } from '#web/components/page-states.tsx'
import { SaveTables } from '#web/components/save-tables.tsx'
import { toFileName } from '#web/map/picture.ts'
import { readSchoolChoice, type SchoolChoice } from '#web/schools-page/school-choice.ts'
import { SchoolDetail } from '#web/schools-page/school-detail.tsx'
import { SchoolHistory } from '#web/schools-page/school-history.tsx'
import { listUnusedOfSchools } from '#web/schools-page/schools-address.ts'
import { SchoolsControls } from '#web/schools-page/schools-controls.tsx'
import { SchoolsMap } from '#web/schools-page/schools-map.tsx'
import { SchoolsSummary } from '#web/schools-page/schools-summary.tsx'
import { SchoolsTable } from '#web/schools-page/schools-table.tsx'
import { useSchoolsThere } from '#web/schools-page/use-schools-there.ts'

export function SchoolsPage() {
  const { t } = useLanguage()
  const choice = readSchoolChoice(useUrlState())
  const { isThere, lacking } = useSchoolsThere()
  const schools = useQuery({ ...schoolsQuery(choice), enabled: isThere === true })
  return (
    <Page title={t.schools.title} lead={t.schools.lead} wide>
      {lacking !== undefined && (
        <Alert kind="info">
          <p>{lacking}</p>
        </Alert>
      )}
      {isThere !== false && <SchoolsState choice={choice} answer={schools.data} error={schools.error} onRetry={() => void schools.refetch()} />}
    </Page>
  )
}

function SchoolsState({ choice, answer, error, onRetry }: { choice: SchoolChoice; answer: SchoolListAnswer | undefined; error: unknown; onRetry: () => void }) {
  const { t } = useLanguage()
  const state = useUrlState()
  if (error instanceof ApiError && error.status === 404) {
    return (
      <Alert kind="info" {...(error.problem && { title: error.problem.title })}>
        <p>{error.problem?.detail}</p>
      </Alert>
    )
  }
  if (error) return <LoadError error={error} onRetry={onRetry} />
  if (answer === undefined) {
    return (
      <>
        <Loading tall />
        <p className="td-note">{t.schools.slow}</p>
      </>
    )
  }
  return (
    <>
      <AddressNotice unused={listUnusedOfSchools(state, choice, answer.year, t)} />
      <SchoolsControls choice={choice} name={answer.area?.name} year={answer.year} years={answer.years} />
      <SchoolsUnder choice={choice} base={answer} />
      <SchoolHistory moments={answer.moments} />
    </>
  )
}

/** The base until the scenario of the address has been worked out, and where there is none. */
function SchoolsUnder({ choice, base }: { choice: SchoolChoice; base: SchoolListAnswer }) {
  const { t } = useLanguage()
  const chosen = useSchoolScenario(choice, base)
  const { document } = chosen
  const run = useQuery({ ...schoolRunQuery(choice, document ?? { name: '', patches: [] }), enabled: document !== undefined, retry: false })
  const under = document === undefined ? undefined : run.data
  const isComing = chosen.value !== undefined && under === undefined && chosen.error === null && run.error === null
  return (
    <>
      <ScenarioPicker chosen={chosen} />
      {document !== undefined && run.error && <Faults title={t.scenarios.refused} faults={listFaults(run.error, t)} />}
      {isComing && <Loading />}
      {chosen.value !== undefined && under === undefined && <p className="td-note">{isComing ? t.schools.stillBase : t.scenarios.shownWithout}</p>}
      <SchoolsContent choice={choice} answer={under ?? base} scenario={under && document} />
    </>
  )
}

/** Growth and shrink are in the municipality of the place, or in the whole country. */
function useSchoolScenario({ area }: SchoolChoice, { years: [jumpOff = 0] }: SchoolListAnswer): ChosenScenario {
  const { scenario } = useUrlState()
  const place = useQuery({ ...placeQuery({ id: area ?? '' }), enabled: area !== undefined && scenario !== undefined }).data
  const own = place && findScenarioArea(place)
  const isKnown = area === undefined || own !== undefined
  return useChosenScenario(scenario, isKnown ? { areas: own ? [own.code] : [], name: own?.name, jumpOff } : undefined)
}

interface SchoolsContentProps {
  choice: SchoolChoice
  answer: SchoolListAnswer | SchoolScenarioAnswer
  /** The one that the answer is under. */
  scenario: ChosenScenario['document']
}

function SchoolsContent({ choice, answer, scenario }: SchoolsContentProps) {
  const { t, format, pick } = useLanguage()
  const publisher = useQuery(sourcesQuery()).data?.sources.find(({ resource }) => resource === answer.sources[0])?.publisher
  if (answer.total.schools === 0 && !('scenario' in answer && answer.scenario.changedSchools > 0)) return <p className="utrecht-paragraph">{t.schools.none}</p>
  return (
    <>
      <SchoolsSummary answer={answer} />
      {choice.school !== undefined && <SchoolDetail code={choice.school} year={answer.year} scenario={scenario} />}
      {answer.schools.length === 0 ? <p className="utrecht-paragraph">{t.schools.noneShown}</p> : <SchoolsMap answer={answer} chosen={choice.school} />}
      {answer.schools.length > 0 && <SchoolsTable answer={answer} chosen={choice.school} />}
      {scenario === undefined ? (
        <DownloadLinks url={(kind) => schoolsUrl(choice, kind)} />
      ) : (
        <SaveTables url={(kind) => schoolRunUrl(choice, kind)} order={scenario} name={`topdorp-${toFileName(`${t.schools.file} ${answer.area?.name ?? ''} ${answer.year} ${scenario.name}`)}`} />
      )}
      <Section title={t.schools.notes} id="uitleg">
        <ul className="utrecht-unordered-list">
          {answer.remarks.map((remark) => (
            <li key={remark.en} className="utrecht-unordered-list__item">
              {pick(remark)}
            </li>
          ))}
        </ul>
        <p className="td-note">{t.schools.source(publisher ?? '', format.month(answer.moment))}</p>
      </Section>
    </>
  )
}
