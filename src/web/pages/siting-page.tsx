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
  const order = completeQuestion(question)
  const facility = types.find(({ id }) => id === question.facilityType)
  const canProject = status.missingForProjection.length === 0
  const wanted = state['bereken'] === 'ja' && order !== undefined && question.name !== ''
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
        <AddressNotice unused={listUnusedOfQuestion(state, question, facility ? pick(facility.name) : question.facilityType, t)} />
        <SitingForm question={question} types={types} firstYear={status.referenceYear} canProject={canProject} onChange={change} />
        <FacilityYears of={[question.facilityType]} />
        {order === undefined && <p className="td-note">{t.siting.needsBound}</p>}
        <p className="td-actions">
          {/* Not disabled while it works: that would take the focus away. */}
          <button type="button" ref={startButton} className={`utrecht-button utrecht-button--primary-action ${wanted ? 'utrecht-button--disabled' : ''}`} disabled={order === undefined} aria-disabled={wanted} onClick={() => !wanted && start()}>
            {t.siting.start}
          </button>
        </p>
        <OpenSiting onOpen={(opened) => setState({ ...writeQuestion(opened), plan: undefined, bereken: 'ja' }, { replace: false })} />
      </section>
      <div>
        {wanted && <Result key={JSON.stringify(order)} order={order} isProjected={canProject} question={question} wasAsked={wasAsked} onChange={demand} onStopped={stop} />}
        {isStopped && !wanted && order !== undefined && <JobStopped text={t.job.stopped} takesFocus onAgain={start} />}
      </div>
    </div>
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
