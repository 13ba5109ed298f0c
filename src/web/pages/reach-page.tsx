/** How far facilities are, and for whom too far: map, table and how it was made. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { StatusAnswer } from '#domain/answers/answers.ts'
import type { FacilityTypeListAnswer } from '#domain/answers/reach-answers.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import { apiUrl } from '#web/api/client.ts'
import { areasQuery, facilityTypesQuery, statusQuery } from '#web/api/queries.ts'
import { reachRunUrl } from '#web/api/scenarios.ts'
import { listUnused } from '#web/app/address-check.ts'
import type { Messages } from '#web/messages/nl/index.ts'
import { useLanguage } from '#web/app/language.tsx'
import { findLevel } from '#web/app/level-words.ts'
import type { UrlState } from '#web/app/search-state.ts'
import { SiteLink, useSetUrlState, useUrlState } from '#web/app/url.tsx'
import { useChosenScenario } from '#web/chosen-scenario/chosen-scenario.ts'
import { getJumpOff } from '#web/chosen-scenario/jump-off.ts'
import { ScenarioPicker } from '#web/chosen-scenario/scenario-picker.tsx'
import { AddressNotice } from '#web/components/address-notice.tsx'
import { Alert } from '#web/components/alert.tsx'
import { DownloadLinks } from '#web/components/download-links.tsx'
import { SelectField } from '#web/components/select-field.tsx'
import { Page } from '#web/components/page.tsx'
import { Answer, LoadError, Loading } from '#web/components/page-states.tsx'
import { SaveTables } from '#web/components/save-tables.tsx'
import { toFileName } from '#web/map/picture.ts'
import { FACILITY_PATHS, MODE_PATHS, readReachChoice, type ReachChoice } from '#web/reach-page/reach-choice.ts'
import { ReachControls } from '#web/reach-page/reach-controls.tsx'
import { ReachMap } from '#web/reach-page/reach-map.tsx'
import { ReachNotes } from '#web/reach-page/reach-notes.tsx'
import { sumReach } from '#web/reach-page/reach-rows.ts'
import { ReachScenario } from '#web/reach-page/reach-scenario.tsx'
import { SIDES, useReachSides, type Side } from '#web/reach-page/use-reach-sides.ts'
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
  const state = useUrlState()
  const canProject = status.missingForProjection.length === 0
  const choice = readReachChoice(state, types.facilityTypes, canProject)
  const areas = useQuery(areasQuery(choice?.level ?? 'municipality', status.referenceYear))
  if (choice === undefined) {
    return (
      <Alert kind="info">
        <p>{t.reach.noneAtAll}</p>
      </Alert>
    )
  }
  return (
    <>
      <AddressNotice unused={listUnusedOf(state, choice, areas.data?.codes, t)} />
      <ReachControls choice={choice} types={types.facilityTypes} countedYear={status.referenceYear} canProject={canProject} />
      <ReachOfChoice choice={choice} types={types} status={status} />
    </>
  )
}

/** `codes` are the areas that are shown, once they are known. */
function listUnusedOf(state: UrlState, { facilityType, mode, level, normMinutes, shown, rank, year }: ReachChoice, codes: readonly string[] | undefined, t: Messages): ReturnType<typeof listUnused> {
  return listUnused(state, {
    voorziening: { isTaken: state['voorziening'] === FACILITY_PATHS[facilityType] },
    manier: { isTaken: state['manier'] === MODE_PATHS[mode], shown: t.reach.modes[mode].toLocaleLowerCase() },
    niveau: { isTaken: findLevel(state['niveau']) === level, shown: t.levels[level].toLocaleLowerCase() },
    norm: { isTaken: Number(state['norm']) === normMinutes, shown: String(normMinutes) },
    toon: { isTaken: state['toon'] === shown },
    hoeveelste: { isTaken: state['hoeveelste'] === String(rank) },
    jaar: { isTaken: state['jaar'] === String(year) },
    gebied: { isTaken: codes === undefined || codes.includes(state['gebied'] ?? '') },
    scenario: 'any',
    kant: { isTaken: state['scenario'] !== undefined && SIDES.some((side) => side === state['kant']) },
  })
}

/** A share that is not nought is never written as 0,0%. */
const writeShare = (part: number, whole: number, write: (share: number) => string, almostNobody: string): string => {
  const share = (100 * part) / Math.max(1, whole)
  return share > 0 && share < 0.05 ? almostNobody : `${write(share)}%`
}

function ReachOfChoice({ choice, types, status }: { choice: ReachChoice; types: FacilityTypeListAnswer; status: StatusAnswer }) {
  const { t, format, pick } = useLanguage()
  const { gebied: selected, scenario, kant } = useUrlState()
  const setState = useSetUrlState()
  const [pointed, setPointed] = useState<string>()
  const { facilityType, mode, level, shown, rank, year } = choice
  const chosen = useChosenScenario(scenario, { areas: [], name: undefined, jumpOff: getJumpOff(status) })
  const { areas, base, under, supply, supplyUnder, side, rows, error, retry } = useReachSides(choice, status.referenceYear, chosen.document, kant)
  if (error) return <LoadError error={error} onRetry={retry} />
  if (base === undefined || rows === undefined) {
    return (
      <>
        {types.streets.length > 0 && <p className="td-note">{t.reach.preparingStreets}</p>}
        {year !== undefined && <p className="td-note">{t.reach.slow}</p>}
        <Loading tall />
      </>
    )
  }
  const type = types.facilityTypes.find(({ id }) => id === facilityType)
  const shownReach = under && side !== 'basis' ? under : base
  const describeSide = (own: Side) => (scenario === undefined ? '' : ` (${t.scenarios.onReach.sides[own].toLocaleLowerCase()})`)
  const title = t.reach.mapTitle(type ? pick(type.name) : facilityType, t.reach.modes[mode]) + describeSide(side)
  const { all, beyond, children, older, oldest, withoutCar, timeUnknown } = sumReach(shownReach)
  const norm = format.number(shownReach.normMinutes, Number.isInteger(shownReach.normMinutes) ? 0 : 1)
  return (
    <>
      <ScenarioPicker chosen={chosen} />
      {under && (
        <div className="td-outlook-choice">
          <SelectField label={t.scenarios.onReach.side} value={side} options={SIDES.map((own) => ({ value: own, text: t.scenarios.onReach.sides[own] }))} onChange={(own) => setState({ kant: own === 'scenario' ? undefined : own })} />
        </div>
      )}
      {chosen.value !== undefined && !under && <p className="td-note">{chosen.error ? t.scenarios.shownWithout : t.scenarios.onReach.working}</p>}
      <ReachMap
        title={title}
        choice={choice}
        year={base.year}
        rows={rows}
        measure={supply?.measure}
        status={status}
        source={type?.source ? `${type.source.publisher}, ${pick(type.source.title)}` : ''}
        pointed={pointed}
        onPoint={setPointed}
      >
        <p className="utrecht-paragraph" aria-live="polite">
          <strong>{beyond === 0 ? t.reach.resultNone(norm, timeUnknown === 0) : t.reach.result(format.number(beyond), format.number(all), writeShare(beyond, all, (share) => format.number(share, 1), t.reach.almostNobody), norm)}</strong>{' '}
          {beyond > 0 && (children === undefined || older === undefined ? t.reach.agesUnknown : t.reach.resultAges(format.number(children), format.number(older)))} {beyond > 0 && oldest !== undefined && t.reach.resultOldest(format.number(oldest))}
        </p>
        {year !== undefined && <p className="td-note">{t.reach.ofYear(year)}</p>}
        {rank > 1 && <p className="td-note">{t.reach.ofRank(t.reach.ranks[rank - 1] ?? '')}</p>}
        {withoutCar !== undefined && beyond > 0 && <p className="td-note">{mode === 'car' ? t.reach.withoutCarByCar(format.number(withoutCar)) : t.reach.withoutCar(format.number(withoutCar))}</p>}
        {supply && <p className="td-note">{shown === 'keuze' ? t.reach.aboutWithin(supply.minutes) : t.reach.aboutPlaces(supply.minutes, supply.measure === 'size', supply.users === 'age0to14')}</p>}
        {supply && shown === 'plekken' && supply.sizeUnknown.length > 0 && <p className="td-note">{t.reach.sizeUnknown(format.number(supply.sizeUnknown.length))}</p>}
        {supplyUnder?.scenario.remarks.map((remark) => <p key={remark.en} className="td-note">{pick(remark)}</p>)}
        {timeUnknown > 0 && <p className="utrecht-paragraph">{t.reach.timeUnknown(format.number(timeUnknown))}</p>}
        <p className="td-note">
          {t.reach.indicative} {base.roads === 'mainRoads' && types.roads?.dataYear !== undefined && t.reach.roadsYear(types.roads.dataYear)}
        </p>
      </ReachMap>
      {chosen.document && areas && <ReachScenario scenario={chosen.document} choice={choice} areas={areas} />}
      <ReachTable caption={t.reach.table(type ? pick(type.name) : facilityType, t.reach.modes[mode], t.level[level].toLocaleLowerCase()) + describeSide(side === 'verschil' ? 'scenario' : side)} choice={choice} rows={rows} selected={pointed ?? selected} />
      {supply && <p className="td-note">{t.reach.filesOfTimes}</p>}
      <ReachFiles choice={choice} document={chosen.document} />
      <p className="td-actions">
        <SiteLink to="/bereik/normen" search={{ ...(scenario !== undefined && { scenario }), ...(year !== undefined && { jaar: String(year) }) }}>{t.norms.link}</SiteLink>
      </p>
      <ReachNotes reach={base} types={types} />
    </>
  )
}

/** Of the scenario, with the base in columns beside it, or of the base alone. */
function ReachFiles({ choice: { facilityType, mode, level, normMinutes, rank, year }, document }: { choice: ReachChoice; document: ScenarioDocument | undefined }) {
  const { t } = useLanguage()
  const asked = { facilityType, mode, level, normMinutes, rank, year }
  if (document) return <SaveTables url={(kind) => reachRunUrl(asked, kind)} order={document} name={`topdorp-${toFileName(`${facilityType} ${mode} ${level} ${document.name}`)}`} further={{ format: 'geojson', label: t.reach.geojson }} />
  return (
    <>
      <DownloadLinks url={(kind) => apiUrl('reach', { ...asked, format: kind })} />
      <p className="td-actions">
        <a className="utrecht-link utrecht-link--html-a" href={apiUrl('reach', { ...asked, format: 'geojson' })} download>
          {t.reach.geojson}
        </a>
      </p>
    </>
  )
}
