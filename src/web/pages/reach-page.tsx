/** How far facilities are, and for whom too far: map, table and how it was made. */
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { StatusAnswer } from '#domain/answers/answers.ts'
import type { FacilityTypeListAnswer } from '#domain/answers/reach-answers.ts'
import { areasQuery, facilityTypesQuery, reachQuery, statusQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { useUrlState } from '#web/app/url.tsx'
import { Alert } from '#web/components/alert.tsx'
import { Page } from '#web/components/page.tsx'
import { Answer, LoadError, Loading } from '#web/components/page-states.tsx'
import { readReachChoice, type ReachChoice } from '#web/reach-page/reach-choice.ts'
import { ReachControls } from '#web/reach-page/reach-controls.tsx'
import { ReachMap } from '#web/reach-page/reach-map.tsx'
import { ReachNotes } from '#web/reach-page/reach-notes.tsx'
import { joinReach, sumReach } from '#web/reach-page/reach-rows.ts'
import { ReachScenario } from '#web/reach-page/reach-scenario.tsx'
import { ReachTable } from '#web/reach-page/reach-table.tsx'

export function ReachPage() {
  const { t } = useLanguage()
  const types = useQuery(facilityTypesQuery())
  const status = useQuery(statusQuery())
  return (
    <Page title={t.reach.title} lead={t.reach.lead} wide>
      <Answer query={types} tall>
        {(list) => (
          <Answer query={status} tall>
            {(statusAnswer) => <ReachContent types={list} status={statusAnswer} />}
          </Answer>
        )}
      </Answer>
    </Page>
  )
}

function ReachContent({ types, status }: { types: FacilityTypeListAnswer; status: StatusAnswer }) {
  const { t } = useLanguage()
  const choice = readReachChoice(useUrlState(), types.facilityTypes)
  if (choice === undefined) {
    return (
      <Alert kind="info">
        <p>{t.reach.noneAtAll}</p>
      </Alert>
    )
  }
  return (
    <>
      <ReachControls choice={choice} types={types.facilityTypes} />
      <ReachOfChoice choice={choice} types={types} status={status} />
    </>
  )
}

/** A share that is not nought is never written as 0,0%. */
const writeShare = (part: number, whole: number, write: (share: number) => string, almostNobody: string): string => {
  const share = (100 * part) / Math.max(1, whole)
  return share > 0 && share < 0.05 ? almostNobody : `${write(share)}%`
}

function ReachOfChoice({ choice, types, status }: { choice: ReachChoice; types: FacilityTypeListAnswer; status: StatusAnswer }) {
  const { t, format, pick } = useLanguage()
  const { gebied: chosen, scenario } = useUrlState()
  const [pointed, setPointed] = useState<string>()
  const { facilityType, mode, level, normMinutes, shown } = choice
  const areas = useQuery(areasQuery(level, status.referenceYear))
  const reach = useQuery(reachQuery(facilityType, mode, level, normMinutes))
  const isOfLevel = reach.data?.level === level && areas.data?.level === level
  const rows = useMemo(() => (areas.data && reach.data && isOfLevel ? joinReach(areas.data, reach.data, shown) : undefined), [areas.data, reach.data, isOfLevel, shown])
  const error = areas.error ?? reach.error
  if (error) return <LoadError error={error} onRetry={() => [areas, reach].forEach((query) => void query.refetch())} />
  if (reach.data === undefined || rows === undefined) return <Loading tall />
  const type = types.facilityTypes.find(({ id }) => id === facilityType)
  const title = t.reach.mapTitle(type ? pick(type.name) : facilityType, t.reach.modes[mode])
  const { all, beyond, children, older } = sumReach(reach.data)
  const norm = format.number(reach.data.normMinutes, Number.isInteger(reach.data.normMinutes) ? 0 : 1)
  return (
    <>
      <ReachMap
        title={title}
        choice={choice}
        year={reach.data.year}
        rows={rows}
        status={status}
        source={type?.source ? `${type.source.publisher}, ${pick(type.source.title)}` : ''}
        pointed={pointed}
        onPoint={setPointed}
      >
        <p className="utrecht-paragraph" aria-live="polite">
          <strong>{beyond === 0 ? t.reach.resultNone(norm) : t.reach.result(format.number(beyond), format.number(all), writeShare(beyond, all, (share) => format.number(share, 1), t.reach.almostNobody), norm)}</strong>{' '}
          {beyond > 0 && t.reach.resultAges(format.number(children), format.number(older))}
        </p>
        <p className="td-note">{t.reach.indicative}</p>
      </ReachMap>
      {scenario !== undefined && areas.data && <ReachScenario reference={scenario} choice={choice} areas={areas.data} />}
      <ReachTable caption={t.reach.table(type ? pick(type.name) : facilityType, t.reach.modes[mode], t.levels[level].toLocaleLowerCase())} choice={choice} rows={rows} selected={pointed ?? chosen} />
      <ReachNotes reach={reach.data} types={types} />
    </>
  )
}
