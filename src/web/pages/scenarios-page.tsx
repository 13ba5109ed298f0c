/** Scenarios: make, keep, share, change and compare them. */
import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { KeptScenarioAnswer } from '#domain/answers/scenario-answers.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import { facilityTypesQuery, statusQuery } from '#web/api/queries.ts'
import { keptScenarioQuery } from '#web/api/scenarios.ts'
import { useLanguage } from '#web/app/language.tsx'
import { useSetUrlState, useUrlState } from '#web/app/url.tsx'
import { AddressNotice } from '#web/components/address-notice.tsx'
import { Page } from '#web/components/page.tsx'
import { readReachChoice } from '#web/reach-page/reach-choice.ts'
import { EMPTY_SCENARIO } from '#web/scenario-editor/scenario-steps.ts'
import { CompareSection } from '#web/scenarios-page/compare-section.tsx'
import { MakeSection } from '#web/scenarios-page/make-section.tsx'
import { OpenedSection } from '#web/scenarios-page/opened-section.tsx'
import { referTo } from '#web/scenarios-page/own-scenarios.ts'
import { OwnSection } from '#web/scenarios-page/own-section.tsx'
import type { OwnScenario } from '#web/scenarios-page/parse-own.ts'
import { listUnusedOfScenarios, MOST_COMPARED, readCompared } from '#web/scenarios-page/scenarios-address.ts'
import { Faults } from '#web/components/faults.tsx'
import { listFaults } from '#web/components/list-faults.ts'

export function ScenariosPage() {
  const { t } = useLanguage()
  const state = useUrlState()
  const setState = useSetUrlState()
  const client = useQueryClient()
  const [draft, setDraft] = useState<ScenarioDocument>(EMPTY_SCENARIO)
  const [changing, setChanging] = useState<OwnScenario>()
  const compared = readCompared(state)
  const status = useQuery(statusQuery()).data
  const types = useQuery(facilityTypesQuery()).data
  const opened = useQueries({ queries: compared.map((reference) => ({ ...keptScenarioQuery(reference), retry: false })) })
  const kept = opened.flatMap(({ data }) => (data ? [data] : []))
  const faults = opened.flatMap(({ error }) => (error ? listFaults(error, t) : []))
  const compare = (reference: string, isWanted: boolean): void => {
    const others = compared.filter((own) => own !== reference)
    setState({ bekijk: (isWanted ? [...others, reference] : others).join(',') || undefined })
  }
  const change = async (own: OwnScenario): Promise<void> => {
    const { document } = await client.fetchQuery(keptScenarioQuery(referTo(own)))
    setDraft(document)
    setChanging(own)
    goTo('maken')
  }
  const copy = ({ document }: KeptScenarioAnswer): void => {
    setDraft({ ...document, name: t.scenarios.copyName(document.name) })
    setChanging(undefined)
    goTo('maken')
  }
  return (
    <Page title={t.scenarios.title} lead={t.scenarios.lead}>
      {status && types && <AddressNotice unused={listUnusedOfScenarios(state, readReachChoice(state, types.facilityTypes), status, t)} />}
      {faults.length > 0 && <Faults title={t.scenarios.notOpened} faults={faults} />}
      {kept.length > 0 && <OpenedSection scenarios={kept} onCopy={copy} onClose={(reference) => compare(reference, false)} />}
      {kept.length > 0 && status && <CompareSection scenarios={kept.map(({ document }) => document)} status={status} />}
      <MakeSection scenario={draft} onChange={setDraft} changing={changing} onChanging={setChanging} />
      <OwnSection compared={compared} onCompare={compare} onChange={(own) => void change(own)} mostCompared={MOST_COMPARED} />
    </Page>
  )
}

/** A part that has just been filled is brought into view, and keyboards go on there. */
function goTo(id: string): void {
  requestAnimationFrame(() => {
    const part = document.getElementById(id)
    part?.scrollIntoView()
    part?.querySelector<HTMLElement>('input')?.focus()
  })
}
