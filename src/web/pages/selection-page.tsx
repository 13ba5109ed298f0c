/** Places by criteria: choose them, see the map move, see how close and how sure, share it, take it along. */
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { IndicatorAnswer, StatusAnswer } from '#domain/answers/answers.ts'
import type { SelectionAnswer, SelectionRunAnswer } from '#domain/answers/selection-answers.ts'
import type { SelectionDocument } from '#domain/selection-document.ts'
import { indicatorsQuery, selectionRunQuery, selectionsQuery, statusQuery } from '#web/api/queries.ts'
import { listUnused } from '#web/app/address-check.ts'
import { useLanguage } from '#web/app/language.tsx'
import { SiteLink, useSetUrlState, useUrlState } from '#web/app/url.tsx'
import { AddressNotice } from '#web/components/address-notice.tsx'
import { Alert } from '#web/components/alert.tsx'
import { CopyAddress } from '#web/components/copy-address.tsx'
import { Page, Section } from '#web/components/page.tsx'
import { Answer, LoadError, Loading } from '#web/components/page-states.tsx'
import { useDelayed } from '#web/components/use-delayed.ts'
import { Outcome } from '#web/selection-page/outcome-section.tsx'
import { PlacesTable, UnknownTable } from '#web/selection-page/places-table.tsx'
import { RegionOutlookSection } from '#web/selection-page/region-outlook-section.tsx'
import { RegionsSection } from '#web/selection-page/regions-section.tsx'
import { Faults } from '#web/components/faults.tsx'
import { OpenSelection, SaveSelection } from '#web/selection-page/selection-documents.tsx'
import { isRefusal, listFaults } from '#web/components/list-faults.ts'
import { SelectionForm } from '#web/selection-page/selection-form.tsx'
import { listSelectable, makeDocument, readSelection, writeSelection } from '#web/selection-page/selection-state.ts'
import { findPlace } from '#web/selection-page/verdict-colours.ts'
import { Sensitivity } from '#web/selection-page/sensitivity-section.tsx'

/** Thresholds are typed digit by digit. */
const WAIT_MS = 400
/** What one sees first. */
const FIRST_SELECTION = 'minder-inwoners'

export function SelectionPage() {
  const { t } = useLanguage()
  const status = useQuery(statusQuery())
  const indicators = useQuery(indicatorsQuery())
  const selections = useQuery(selectionsQuery())
  return (
    <Page title={t.selection.title} lead={t.selection.lead} wide>
      <Answer query={status} tall>
        {(statusAnswer) => (
          <Answer query={indicators} tall>
            {(list) => <Answer query={selections} tall>{(answer) => <Content status={statusAnswer} indicators={list.indicators} selections={answer.selections} />}</Answer>}
          </Answer>
        )}
      </Answer>
    </Page>
  )
}

interface ContentProps {
  status: StatusAnswer
  indicators: readonly IndicatorAnswer[]
  selections: readonly SelectionAnswer[]
}

function Content({ status, indicators, selections }: ContentProps) {
  const { t, pick } = useLanguage()
  const state = useUrlState()
  const setState = useSetUrlState()
  const fallback = findFirst(selections, pick) ?? makeDocument(t.selection.defaultName, 'population')
  const { document, start, taken } = readSelection(state, selections, fallback, pick)
  const settled = useSettled(document)
  const run = useQuery(selectionRunQuery(settled))
  const result = run.data?.level === document.level ? run.data.result : undefined
  const unused = listUnused(state, {
    selectie: { isTaken: taken.selectie, shown: start.name },
    niveau: { isTaken: taken.niveau, shown: document.level === 'region' ? t.selection.levelRegion : t.levels[document.level].toLocaleLowerCase() },
    jaar: { isTaken: taken.jaar, shown: String(document.year ?? status.referenceYear) },
    waar: { isTaken: taken.waar, shown: t.selection.criteriaOf(start.name) },
    naam: 'any',
    binnen: 'any',
    gebied: { isTaken: result === undefined || findPlace(result, document.level === 'region', state['gebied']) !== -1 },
  })
  const refused = run.error !== null && isRefusal(run.error)
  const change = (next: SelectionDocument): void => setState(writeSelection(next))
  return (
    <div className="td-selection">
      <div className="td-selection__form">
        <AddressNotice unused={unused} />
        <SelectionForm document={document} status={status} indicators={listSelectable(indicators)} selections={selections} onChange={change} />
        <OpenSelection onOpen={change} />
      </div>
      <div className="td-selection__result">
        <p className="td-note td-selection__busy" role="status">
          {run.isFetching && run.data !== undefined ? t.selection.busy : ''}
        </p>
        {run.error !== null && (refused ? <Faults faults={listFaults(run.error, t)} /> : <LoadError error={run.error} onRetry={() => void run.refetch()} />)}
        {run.error === null && (run.data === undefined ? <Loading tall /> : <Result answer={run.data} status={status} />)}
      </div>
    </div>
  )
}

function findFirst(selections: readonly SelectionAnswer[], pick: (words: SelectionAnswer['name']) => string): SelectionDocument | undefined {
  const first = selections.find(({ id }) => id === FIRST_SELECTION)
  return first && { ...first.document, name: pick(first.name) }
}

/** The document once it has been the same for a moment. */
function useSettled(document: SelectionDocument): SelectionDocument {
  const text = useDelayed(JSON.stringify(document), WAIT_MS)
  return useMemo(() => JSON.parse(text) as SelectionDocument, [text])
}

function Result({ answer, status }: { answer: SelectionRunAnswer; status: StatusAnswer }) {
  const { t, pick } = useLanguage()
  const chosen = useUrlState()['gebied']
  const [pointed, setPointed] = useState<string>()
  const { result, waiting } = answer
  return (
    <>
      {waiting.length > 0 && (
        <Alert kind="info" title={t.selection.waitingTitle} live>
          <ul>
            {waiting.map(({ field, reason }) => (
              <li key={field}>{pick(reason)}</li>
            ))}
          </ul>
          <p>{t.selection.waitingText}</p>
        </Alert>
      )}
      {result && (
        <>
          <Section title={t.selection.outcome} id="uitkomst">
            <Outcome answer={answer} result={result} status={status} pointed={pointed} onPoint={setPointed} />
          </Section>
          <Section title={t.selection.list} id="plaatsen">
            <PlacesTable result={result} isRegions={answer.level === 'region'} selected={pointed ?? chosen} onPoint={setPointed} />
          </Section>
          {result.unknown.length > 0 && (
            <Section title={t.selection.unknownTitle} id="onbekend">
              <p className="utrecht-paragraph">{t.selection.unknownText}</p>
              <UnknownTable result={result} />
            </Section>
          )}
          <Section title={t.selection.sensitivity} id="gevoelig">
            <Sensitivity result={result} />
          </Section>
          {answer.level === 'region' && result.criteria.some(({ kind }) => kind === 'projected') && (
            <Section title={t.regionOutlook.title} id="regio-verwachting">
              <RegionOutlookSection />
            </Section>
          )}
          <Section title={t.selection.regions} id="regios">
            <RegionsSection comparison={result.comparison} />
          </Section>
        </>
      )}
      <Section title={t.selection.save} id="bewaren" className="td-screen-only">
        <SaveSelection answer={answer} />
        <CopyAddress />
        <p className="td-note">{t.selection.method} <SiteLink to="/methode/selectie">{t.methods.toSelection}</SiteLink></p>
      </Section>
    </>
  )
}
