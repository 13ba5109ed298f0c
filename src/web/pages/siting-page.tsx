/** Which sites of a facility can stay: the question, and its plans. */
import { useEffect, useRef, useState, type RefObject } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { StatusAnswer } from '#domain/answers/answers.ts'
import type { FacilityTypeListAnswer } from '#domain/answers/reach-answers.ts'
import type { SitingRunAnswer } from '#domain/answers/siting-answers.ts'
import type { SitingOrder } from '#domain/siting-document.ts'
import { apiUrl } from '#web/api/client.ts'
import { useJobRun } from '#web/api/job-run.ts'
import { facilityTypesQuery, placeQuery, statusQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { useSetUrlState, useUrlState } from '#web/app/url.tsx'
import { getJumpOff } from '#web/chosen-scenario/jump-off.ts'
import { ScenarioPicker } from '#web/chosen-scenario/scenario-picker.tsx'
import { AddressNotice } from '#web/components/address-notice.tsx'
import { Alert } from '#web/components/alert.tsx'
import { FacilityYears } from '#web/components/facility-years.tsx'
import { focusHeading } from '#web/components/focus-heading.ts'
import { JobStopped } from '#web/components/job-end.tsx'
import { Page } from '#web/components/page.tsx'
import { Answer } from '#web/components/page-states.tsx'
import { PlanView } from '#web/siting-page/plan-view.tsx'
import { ScenariosSection } from '#web/siting-page/scenarios-section.tsx'
import { OpenSiting } from '#web/siting-page/siting-documents.tsx'
import { listUnusedOfQuestion } from '#web/siting-page/siting-address.ts'
import { SitingForm } from '#web/siting-page/siting-form.tsx'
import { SitingRunView } from '#web/siting-page/siting-run-view.tsx'
import { completeQuestion, readQuestion, writeQuestion, type SitingDraft } from '#web/siting-page/siting-state.ts'
import { useSitingScenario } from '#web/siting-page/use-siting-scenario.ts'

export function SitingPage() {
  const { t } = useLanguage()
  const types = useQuery(facilityTypesQuery())
  const status = useQuery(statusQuery())
  return (
    <Page title={t.siting.title} lead={t.siting.lead} wide>
      <Answer query={types} tall>
        {(list) => (
          <Answer query={status} tall>
            {(statusAnswer) => (list.facilityTypes.some(({ count = 0 }) => count > 0) ? <SitingContent types={list.facilityTypes} status={statusAnswer} /> : <Alert kind="info"><p>{t.reach.noneAtAll}</p></Alert>)}
          </Answer>
        )}
      </Answer>
    </Page>
  )
}

/** The name of the question, where nobody gave it another. */
function useName(question: SitingDraft, types: FacilityTypeListAnswer['facilityTypes']): string | undefined {
  const { t, pick } = useLanguage()
  const code = 'codes' in question.area && question.area.codes.length === 1 ? question.area.codes[0] : undefined
  const place = useQuery({ ...placeQuery({ id: code ?? '' }), enabled: code !== undefined })
  const type = types.find(({ id }) => id === question.facilityType)
  // Plans wait for it: under another name it would be another question.
  if (code !== undefined && place.isPending) return undefined
  return t.siting.defaultName(type ? pick(type.name) : question.facilityType, place.data?.name ?? '')
}

function SitingContent({ types, status }: { types: FacilityTypeListAnswer['facilityTypes']; status: StatusAnswer }) {
  const { t, pick } = useLanguage()
  const state = useUrlState()
  const setState = useSetUrlState()
  const read = readQuestion(state, '')
  const name = useName(read, types)
  const [isStopped, setStopped] = useState(false)
  const startButton = useRef<HTMLButtonElement>(null)
  const wasAsked = useRef(false)
  const question: SitingDraft = { ...read, name: state['naam'] ?? name ?? '' }
  const canProject = status.missingForProjection.length === 0
  const chosen = useSitingScenario(canProject && question.scenario === undefined ? state['scenario'] : undefined, question, getJumpOff(status))
  const asked: SitingDraft = { ...question, ...(chosen.document && { scenario: chosen.document }) }
  const order = completeQuestion(asked)
  const facility = types.find(({ id }) => id === question.facilityType)
  // Plans wait for the scenario: without it they would be of another question.
  const isReady = chosen.value === undefined || chosen.document !== undefined
  const wanted = state['bereken'] === 'ja' && order !== undefined && question.name !== '' && isReady
  // The name that follows from the choices is not one that somebody gave.
  const change = (next: SitingDraft): void => {
    setStopped(false)
    setState({ ...writeQuestion(next), naam: next.name === name ? undefined : next.name, bereken: undefined, plan: undefined })
  }
  const start = (): void => {
    wasAsked.current = true
    setStopped(false)
    setState({ bereken: 'ja' }, { replace: false })
  }
  // What had the focus goes with the plans.
  const demand = (next: SitingDraft): void => {
    change(next)
    startButton.current?.focus()
  }
  const stop = (): void => {
    setStopped(true)
    setState({ bereken: undefined })
  }
  return (
    <div className="td-siting">
      <section className="td-siting__form" aria-labelledby="vraag-titel">
        <h2 className="utrecht-heading-2" id="vraag-titel">
          {t.siting.question}
        </h2>
        <AddressNotice unused={listUnusedOfQuestion(state, question, { facilityName: facility ? pick(facility.name) : question.facilityType, canProject }, t)} />
        {canProject && (question.scenario === undefined ? <ScenarioPicker chosen={chosen} clears={AGAIN} /> : <OwnScenario name={question.scenario.name} onRemove={() => change(withoutScenario(question))} />)}
        <SitingForm question={question} types={types} firstYear={status.referenceYear} canProject={canProject} onChange={change} />
        <FacilityYears of={[question.facilityType]} />
        {order === undefined && <p className="td-note">{t.siting.needsBound}</p>}
        <p className="td-actions">
          {/* Not disabled while it works: that would take the focus away. */}
          <button type="button" ref={startButton} className={`utrecht-button utrecht-button--primary-action ${wanted ? 'utrecht-button--disabled' : ''}`} disabled={order === undefined || !isReady} aria-disabled={wanted} onClick={() => !wanted && start()}>
            {t.siting.start}
          </button>
        </p>
        <OpenSiting onOpen={(opened) => setState({ ...writeQuestion(opened), scenario: undefined, plan: undefined, bereken: 'ja' }, { replace: false })} />
      </section>
      <div>
        {wanted && <Result key={JSON.stringify(order)} order={order} isProjected={canProject} question={question} wasAsked={wasAsked} onChange={demand} onStopped={stop} />}
        {isStopped && !wanted && order !== undefined && <JobStopped text={t.job.stopped} takesFocus onAgain={start} />}
      </div>
    </div>
  )
}

/** Another scenario is asked anew. */
const AGAIN = { bereken: undefined, plan: undefined }

const withoutScenario = ({ scenario: _, ...rest }: SitingDraft): SitingDraft => rest

/** The one in a document that was opened. */
function OwnScenario({ name, onRemove }: { name: string; onRemove: () => void }) {
  const { t } = useLanguage()
  return (
    <p className="td-actions">
      <span>{t.siting.underScenario(name)}</span>
      <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={onRemove}>
        {t.siting.withoutScenario}
      </button>
    </p>
  )
}

interface ResultProps {
  order: SitingOrder
  isProjected: boolean
  question: SitingDraft
  /** With the button, and not by opening a link: the focus follows. */
  wasAsked: RefObject<boolean>
  onChange: (question: SitingDraft) => void
  onStopped: () => void
}

function Result({ order, isProjected, question, wasAsked, onChange, onStopped }: ResultProps) {
  const { t } = useLanguage()
  const state = useJobRun<SitingRunAnswer>({ url: apiUrl('siting-runs'), order, wanted: true, onCancelled: onStopped })
  const isThere = state.result !== undefined
  useEffect(() => {
    if (!isThere || !wasAsked.current) return
    wasAsked.current = false
    focusHeading('plannen')
  }, [isThere, wasAsked])
  const demand = (id: string, wish: 'open' | 'closed' | 'free'): void => {
    const without = (ids: readonly string[] | undefined) => (ids ?? []).filter((own) => own !== id)
    onChange({ ...question, forced: [...without(question.forced), ...(wish === 'open' ? [id] : [])], forbidden: [...without(question.forbidden), ...(wish === 'closed' ? [id] : [])] })
  }
  return (
    <SitingRunView state={state} label={t.siting.busy} isProjected={isProjected}>
      {(run) => (
        <PlanView run={run} resultUrl={state.resultUrl ?? ''} onDemand={demand}>
          {run.peopleFrom === 'projected' && run.plans.length > 0 && order.scenario === undefined && <ScenariosSection base={run} order={order} />}
        </PlanView>
      )}
    </SitingRunView>
  )
}
