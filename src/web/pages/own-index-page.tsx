/** An index of one's own: choose figures and weights, see the map move, share it, take it along. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { IndicatorAnswer, StatusAnswer } from '#domain/answers/answers.ts'
import type { IndexAnswer } from '#domain/answers/index-answers.ts'
import type { IndexDocument } from '#domain/index-document.ts'
import { areasQuery, indexChoicesQuery, indexRunQuery, indicatorsQuery, indicesQuery, statusQuery } from '#web/api/queries.ts'
import { useRankUncertainty } from '#web/api/rank-uncertainty.ts'
import { useLanguage } from '#web/app/language.tsx'
import { findLevel, getLevelWord } from '#web/app/level-words.ts'
import { useSetUrlState, useUrlState } from '#web/app/url.tsx'
import { AddressNotice } from '#web/components/address-notice.tsx'
import { Alert } from '#web/components/alert.tsx'
import { CopyAddress } from '#web/components/copy-address.tsx'
import { Page, Section } from '#web/components/page.tsx'
import { Answer, LoadError, Loading } from '#web/components/page-states.tsx'
import { SelectField } from '#web/components/select-field.tsx'
import { TextField } from '#web/components/text-field.tsx'
import { useDelayed } from '#web/components/use-delayed.ts'
import { IndexContents } from '#web/index-page/index-contents.tsx'
import { IndexMap } from '#web/index-page/index-map.tsx'
import { joinScores } from '#web/index-page/index-rows.ts'
import { IndexTable } from '#web/index-page/index-table.tsx'
import { CertaintySummary, RankCertainty } from '#web/index-page/rank-certainty.tsx'
import { useCertaintyColumns } from '#web/index-page/use-certainty-columns.tsx'
import { nl } from '#web/messages/nl/index.ts'
import { ChooseIndicators } from '#web/own-index/choose-indicators.tsx'
import { ChosenIndicators } from '#web/own-index/chosen-indicators.tsx'
import { OpenDocument, SaveIndex } from '#web/own-index/index-documents.tsx'
import { IndexSettings } from '#web/own-index/index-settings.tsx'
import { makeOwnDocument, readOwnIndex, startFrom, writeOwnIndex, type OwnIndex } from '#web/own-index/own-index.ts'
import { ToSelection } from '#web/own-index/to-selection.tsx'
import { listUnusedChoices } from '#web/own-index/unused-choices.ts'

/** Weights are typed digit by digit. */
const WAIT_MS = 350
const NOTHING_CHOSEN = { cijfers: undefined, onderdelen: undefined, schaal: undefined, onderdeelschaal: undefined, optellen: undefined, uitschieters: undefined, minimum: undefined, naam: undefined, gebied: undefined }

export function OwnIndexPage() {
  const { t } = useLanguage()
  const status = useQuery(statusQuery())
  const indicators = useQuery(indicatorsQuery())
  const indices = useQuery(indicesQuery())
  return (
    <Page title={t.index.own.title} lead={t.index.own.lead} wide>
      <Answer query={status} tall>
        {(statusAnswer) => (
          <Answer query={indicators} tall>
            {(list) => <Answer query={indices} tall>{({ indices: [built] }) => <OwnIndexContent status={statusAnswer} indicators={list.indicators} built={built?.levels ?? []} />}</Answer>}
          </Answer>
        )}
      </Answer>
    </Page>
  )
}

interface ContentProps {
  status: StatusAnswer
  indicators: readonly IndicatorAnswer[]
  built: IndexAnswer['levels']
}

function OwnIndexContent({ status, indicators, built }: ContentProps) {
  const { t, format } = useLanguage()
  const state = useUrlState()
  const setState = useSetUrlState()
  const [opened, setOpened] = useState<IndexDocument>()
  const { index, refused } = readOwnIndex(state, indicators)
  const choices = useQuery(indexChoicesQuery(index.level))
  const change = (part: Partial<OwnIndex>): void => setState(writeOwnIndex({ ...index, ...part }))
  const start = (level = index.level): void => {
    const own = built.find((one) => one.level === level) ?? built[0]
    if (own !== undefined) setState({ ...NOTHING_CHOSEN, ...writeOwnIndex(startFrom(own.document, indicators)), begin: undefined })
  }
  const begin = state['begin']
  useEffect(() => {
    if (begin !== undefined) start(findLevel(begin))
  }, [begin])
  const own = choices.data && makeOwnDocument(index, indicators, choices.data, nl.theme, t.index.own.defaultName)
  const document = useSettled(opened ?? own)
  const levels = status.levels.filter(({ level, areas }) => level !== 'country' && areas > 1)
  return (
    <div className="td-own-index">
      <div className="td-own-index__form">
        {opened !== undefined && (
          <Alert kind="info" live>
            <p>{t.index.own.opened(opened.name)}</p>
            <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={() => setOpened(undefined)}>
              {t.index.own.close}
            </button>
          </Alert>
        )}
        <AddressNotice unused={listUnusedChoices(state, index, refused, t, format)} />
        {opened === undefined && (
          <>
            <SelectField label={t.index.level} value={getLevelWord(index.level)} options={levels.map(({ level }) => ({ value: getLevelWord(level), text: t.levels[level] }))} onChange={(word) => setState({ niveau: word, gebied: undefined })} />
            <p className="td-actions">
              <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={() => start()}>{t.index.own.start}</button>
              <button type="button" className="utrecht-button utrecht-button--subtle" onClick={() => setState(NOTHING_CHOSEN)}>{t.index.own.clear}</button>
            </p>
            <Answer query={choices}>
              {(answer) => (
                <>
                  <ChosenIndicators index={index} indicators={indicators} choices={answer} onChange={change} />
                  <ChooseIndicators index={index} indicators={indicators} choices={answer} onChange={change} />
                </>
              )}
            </Answer>
            <IndexSettings index={index} onChange={change} />
            <TextField label={t.index.own.name} value={index.name ?? ''} placeholder={t.index.own.defaultName} onChange={(name) => change({ name: name === '' ? undefined : name.slice(0, 200) })} />
          </>
        )}
        <OpenDocument onOpen={setOpened} />
      </div>
      <div className="td-own-index__result">
        {document === undefined ? <p className="td-note">{t.index.own.empty}</p> : <OwnIndexResult document={document} status={status} indicators={indicators} isOpened={opened !== undefined} />}
      </div>
    </div>
  )
}

/** The document once it has been the same for a moment. */
function useSettled(document: IndexDocument | undefined): IndexDocument | undefined {
  const text = useDelayed(document === undefined ? '' : JSON.stringify(document), WAIT_MS)
  return useMemo(() => (text === '' ? undefined : (JSON.parse(text) as IndexDocument)), [text])
}

function OwnIndexResult({ document, status, indicators, isOpened }: { document: IndexDocument; status: StatusAnswer; indicators: readonly IndicatorAnswer[]; isOpened: boolean }) {
  const { t } = useLanguage()
  const chosen = useUrlState()['gebied']
  const [pointed, setPointed] = useState<string>()
  const run = useQuery(indexRunQuery(document))
  // The areas of the scores that are shown, which may still be those of the former document.
  const level = run.data?.level ?? document.level
  const year = run.data?.year ?? document.year ?? status.referenceYear
  const areas = useQuery(areasQuery(level, year))
  const rows = useMemo(() => (areas.data && run.data ? joinScores(areas.data, run.data, undefined) : undefined), [areas.data, run.data])
  const [askedFor, setAskedFor] = useState<IndexDocument>()
  const shown = run.data?.document ?? document
  const isSureWanted = askedFor !== undefined && JSON.stringify(askedFor) === JSON.stringify(shown)
  const certainty = useRankUncertainty(shown, isSureWanted, () => setAskedFor(undefined))
  const certaintyColumns = useCertaintyColumns(certainty.result, rows)
  const error = run.error ?? areas.error
  return (
    <>
      {error && <LoadError error={error} onRetry={() => [run, areas].forEach((query) => void query.refetch())} />}
      <p className="td-note td-own-index__busy" role="status">{run.isFetching && rows !== undefined ? t.index.own.busy : ''}</p>
      {run.data === undefined || rows === undefined ? (
        !error && <Loading tall />
      ) : (
        <>
          <IndexMap title={run.data.document.name} scores={run.data} rows={rows} status={status} pointed={pointed} onPoint={setPointed} certainty={certainty.result} />
          <Section title={t.index.sure.title} id="zekerheid">
            <p className="utrecht-paragraph">{t.index.sure.lead}</p>
            <RankCertainty state={certainty} wanted={isSureWanted} button={t.index.sure.start} onStart={() => setAskedFor(shown)}>
              <CertaintySummary state={certainty} />
            </RankCertainty>
          </Section>
          <IndexTable more={certaintyColumns} scores={run.data} rows={rows} withEarlier={false} selected={pointed ?? chosen} />
          <SaveIndex scores={run.data} />
          <p className="td-note">{t.index.documentText}</p>
          <ToSelection index={run.data.document} />
          <Section title={t.index.own.share} id="delen">
            <p className="utrecht-paragraph">{isOpened ? t.index.own.openedShare : t.index.own.shareText}</p>
            {!isOpened && <CopyAddress />}
          </Section>
          <Section title={t.index.contents} id="inhoud">
            <IndexContents scores={run.data} indicators={indicators} />
          </Section>
        </>
      )}
    </>
  )
}
