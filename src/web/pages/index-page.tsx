/** The index "Basis op orde": map, table, what is in it and what is not. */
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { IndicatorAnswer, StatusAnswer } from '#domain/answers/answers.ts'
import type { IndexAnswer } from '#domain/answers/index-answers.ts'
import { apiUrl } from '#web/api/client.ts'
import { areasQuery, INDEX_ID, indexScoresQuery, indicatorsQuery, indicesQuery, statusQuery } from '#web/api/queries.ts'
import { useRankUncertainty } from '#web/api/rank-uncertainty.ts'
import { useLanguage } from '#web/app/language.tsx'
import { findLevel, getLevelWord } from '#web/app/level-words.ts'
import { listUnused } from '#web/app/address-check.ts'
import { SiteLink, useSetUrlState, useUrlState } from '#web/app/url.tsx'
import { AddressNotice } from '#web/components/address-notice.tsx'
import { Alert } from '#web/components/alert.tsx'
import { DownloadLinks } from '#web/components/download-links.tsx'
import { Page, Section } from '#web/components/page.tsx'
import { Answer, LoadError, Loading } from '#web/components/page-states.tsx'
import { SelectField } from '#web/components/select-field.tsx'
import { IndexContents } from '#web/index-page/index-contents.tsx'
import { IndexLacking } from '#web/index-page/index-lacking.tsx'
import { IndexMap } from '#web/index-page/index-map.tsx'
import { joinScores } from '#web/index-page/index-rows.ts'
import { IndexTable } from '#web/index-page/index-table.tsx'
import { CertaintySummary, RankCertainty } from '#web/index-page/rank-certainty.tsx'
import { useCertaintyColumns } from '#web/index-page/use-certainty-columns.tsx'
import { useDimensionName } from '#web/index-page/use-dimension-name.ts'

type IndexLevel = IndexAnswer['levels'][number]

export function IndexPage() {
  const { t } = useLanguage()
  const indices = useQuery(indicesQuery())
  const status = useQuery(statusQuery())
  const indicators = useQuery(indicatorsQuery())
  return (
    <Page title={t.index.title} lead={t.index.lead} wide>
      <Answer query={indices} tall>
        {(list) => (
          <Answer query={status} tall>
            {(statusAnswer) => (
              <Answer query={indicators} tall>
                {({ indicators: all }) => <IndexContent levels={list.indices[0]?.levels ?? []} status={statusAnswer} indicators={all} />}
              </Answer>
            )}
          </Answer>
        )}
      </Answer>
    </Page>
  )
}

function IndexContent({ levels, status, indicators }: { levels: readonly IndexLevel[]; status: StatusAnswer; indicators: readonly IndicatorAnswer[] }) {
  const { t } = useLanguage()
  const state = useUrlState()
  const level = levels.find((one) => one.level === findLevel(state['niveau'])) ?? levels[0]
  if (level === undefined) {
    return (
      <Alert kind="info">
        <p>{t.index.none}</p>
      </Alert>
    )
  }
  return <IndexOfLevel levels={levels} level={level} status={status} indicators={indicators} />
}

interface IndexOfLevelProps {
  levels: readonly IndexLevel[]
  level: IndexLevel
  status: StatusAnswer
  indicators: readonly IndicatorAnswer[]
}

function IndexOfLevel({ levels, level: { level, year, trend, document, ...lacking }, status, indicators }: IndexOfLevelProps) {
  const { t, format, pick } = useLanguage()
  const nameDimension = useDimensionName()
  const state = useUrlState()
  const setState = useSetUrlState()
  const [pointed, setPointed] = useState<string>()
  const step = trend.find(({ yearsBack }) => String(yearsBack) === state['eerder'])
  const areas = useQuery(areasQuery(level, year))
  const scores = useQuery(indexScoresQuery(level))
  const earlier = useQuery({ ...indexScoresQuery(level, step?.yearsBack), enabled: step !== undefined })
  const part = scores.data?.dimensions.find(({ id }) => id === state['onderdeel'])
  const rows = useMemo(
    () => (areas.data && scores.data ? joinScores(areas.data, scores.data, part?.id, step && earlier.data) : undefined),
    [areas.data, scores.data, part?.id, step, earlier.data],
  )
  const isSureWanted = state['zekerheid'] === 'aan'
  const certainty = useRankUncertainty(document, isSureWanted, () => setState({ zekerheid: undefined }))
  const certaintyColumns = useCertaintyColumns(certainty.result, rows)
  const error = areas.error ?? scores.error ?? earlier.error
  const unused = listUnused(state, {
    niveau: { isTaken: findLevel(state['niveau']) === level, shown: t.levels[level].toLocaleLowerCase() },
    onderdeel: { isTaken: scores.data === undefined || part !== undefined, shown: t.index.whole.toLocaleLowerCase() },
    eerder: { isTaken: step !== undefined, shown: t.index.trendNone.toLocaleLowerCase() },
    zekerheid: { isTaken: isSureWanted },
    gebied: { isTaken: rows === undefined || rows.some(({ code }) => code === state['gebied']) },
  })
  const name = (id: string): string => pick(indicators.find((one) => one.id === id)?.name ?? { nl: id, en: id })
  return (
    <>
      <AddressNotice unused={unused} />
      <div className="td-controls">
        <SelectField
          label={t.index.level}
          value={getLevelWord(level)}
          options={levels.map((one) => ({ value: getLevelWord(one.level), text: t.levels[one.level] }))}
          onChange={(word) => setState({ niveau: word, gebied: undefined, eerder: undefined, onderdeel: undefined })}
        />
        <SelectField
          label={t.index.part}
          value={part?.id ?? ''}
          options={[{ value: '', text: t.index.whole }, ...(scores.data?.dimensions ?? []).map((own) => ({ value: own.id, text: nameDimension(own) }))]}
          onChange={(id) => setState({ onderdeel: id })}
        />
        <SelectField
          label={t.index.trend}
          value={step === undefined ? '' : String(step.yearsBack)}
          options={[{ value: '', text: t.index.trendNone }, ...trend.map(({ yearsBack }) => ({ value: String(yearsBack), text: t.index.trendStep(yearsBack) }))]}
          onChange={(back) => setState({ eerder: back })}
        />
      </div>
      {step && <p className="td-note">{t.index.trendNote(`${format.number(100 * step.movingShare)}%`, step.kept.map(name).join(', '))} {t.index.movedNote}</p>}
      {error && <LoadError error={error} onRetry={() => [areas, scores, earlier].forEach((query) => void query.refetch())} />}
      {scores.data === undefined || rows === undefined ? (
        !error && <Loading tall />
      ) : (
        <>
          <IndexMap title={part === undefined ? t.index.title : `${t.index.title}: ${nameDimension(part)}`} scores={scores.data} rows={rows} status={status} pointed={pointed} onPoint={setPointed} certainty={certainty.result}>
            <p className="td-note">{t.index.careful}</p>
            <p className="td-actions">
              <SiteLink to="/index/eigen" search={{ begin: getLevelWord(level) }}>{t.index.makeOwn}</SiteLink>
              <SiteLink to="/methode/basis-op-orde">{t.methods.toIndex}</SiteLink>
              <SiteLink to="/index/vergelijking">{t.index.toValidation}</SiteLink>
            </p>
          </IndexMap>
          <Section title={t.index.sure.title} id="zekerheid">
            <p className="utrecht-paragraph">{t.index.sure.lead}</p>
            <RankCertainty state={certainty} wanted={isSureWanted} button={t.index.sure.start} onStart={() => setState({ zekerheid: 'aan' })}>
              <CertaintySummary state={certainty} />
            </RankCertainty>
          </Section>
          <IndexTable more={certaintyColumns} scores={scores.data} rows={rows} withEarlier={step !== undefined && earlier.data !== undefined} selected={pointed ?? state['gebied']} />
          <DownloadLinks url={(format_) => apiUrl(`indices/${INDEX_ID}/scores`, { level, yearsBack: step?.yearsBack, format: format_ })} />
          <Section title={t.index.contents} id="inhoud">
            <p className="utrecht-paragraph">{t.index.contentsLead}</p>
            <IndexContents scores={scores.data} indicators={indicators} />
          </Section>
          <IndexLacking level={level} {...lacking} hasSafety={scores.data.dimensions.some(({ id }) => id === 'safety')} />
          <Section title={t.index.document} id="document">
            <p className="utrecht-paragraph">{t.index.documentText}</p>
            <a className="utrecht-button utrecht-button--secondary-action utrecht-button-link" href={apiUrl(`indices/${INDEX_ID}/document`, { level })} download>
              {t.index.downloadDocument}
            </a>
          </Section>
        </>
      )}
    </>
  )
}
