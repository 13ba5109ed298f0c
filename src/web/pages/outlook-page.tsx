/** The projection of one place: ages, people, households, demand, chances, scenarios, and how wrong it was before. */
import { useQuery } from '@tanstack/react-query'
import type { PlaceAnswer } from '#domain/answers/answers.ts'
import type { ProjectionAnswer } from '#domain/answers/projection-answers.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import { DRAWS, useProjectionDraws } from '#web/api/projection-draws.ts'
import { placeQuery, projectionQuery, projectionRunQuery, statusQuery, type PlaceKey } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { nameWithLevel } from '#web/app/level-words.ts'
import { placePath, SiteLink, useSetUrlState, useUrlState } from '#web/app/url.tsx'
import { AddressNotice } from '#web/components/address-notice.tsx'
import { Alert } from '#web/components/alert.tsx'
import { CopyAddress } from '#web/components/copy-address.tsx'
import { Page } from '#web/components/page.tsx'
import { isRefusal } from '#web/components/list-faults.ts'
import { Answer, describeError, LoadError, Loading } from '#web/components/page-states.tsx'
import { PlaceSearch } from '#web/components/place-search.tsx'
import { CompareSection } from '#web/outlook-page/compare-section.tsx'
import { ChancesSection, DemandSection } from '#web/outlook-page/demand-section.tsx'
import { DrawsSection } from '#web/outlook-page/draws-section.tsx'
import { MadeSection } from '#web/outlook-page/made-section.tsx'
import { listUnusedOfOutlook } from '#web/outlook-page/outlook-address.ts'
import { OutlookLacking } from '#web/outlook-page/outlook-lacking.tsx'
import { chooseYear } from '#web/outlook-page/outlook-years.ts'
import type { Messages } from '#web/messages/nl/index.ts'
import { OpenedNotice } from '#web/outlook-page/opened-notice.tsx'
import { useOpenedScenario, type OpenedScenario } from '#web/outlook-page/opened-scenario.ts'
import { OwnScenario } from '#web/outlook-page/own-scenario.tsx'
import { HouseholdsSection } from '#web/outlook-page/households-section.tsx'
import { PeopleSection } from '#web/outlook-page/people-section.tsx'
import { ProjectionDownloads } from '#web/outlook-page/projection-downloads.tsx'
import { readScenarios, type PageScenarios } from '#web/outlook-page/page-scenarios.ts'
import { ScenarioChoice } from '#web/outlook-page/scenario-choice.tsx'
import { PyramidSection } from '#web/outlook-page/pyramid-section.tsx'
import { SmallAreaTestNote } from '#web/outlook-page/small-area-test-note.tsx'
import { readPlaceKey } from '#web/place-page/place-choice.ts'
import { chooseScenario, type ScenarioId } from '#web/outlook-page/scenarios.ts'

const NO_PLACE: PlaceKey = { id: '' }

export function OutlookPage() {
  const { t } = useLanguage()
  const state = useUrlState()
  const key = state['plaats'] === undefined ? undefined : readPlaceKey(state['plaats'], state)
  const setState = useSetUrlState()
  const status = useQuery(statusQuery())
  const isPossible = status.data?.missingForProjection.length === 0
  const place = useQuery({ ...placeQuery(key ?? NO_PLACE), enabled: key !== undefined && isPossible })
  return (
    <Page title={place.data ? t.outlook.titleOf(place.data.name) : t.outlook.title} lead={t.outlook.lead}>
      <Answer query={status} tall>
        {(answer) =>
          isPossible ? (
            <>
              <PlaceSearch id="vooruitblik-zoek" label={key === undefined ? t.outlook.search : t.outlook.other} onChoose={(result) => setState({ plaats: result.id, buurten: undefined, naam: undefined }, { replace: false })} />
              {key === undefined ? <NoPlace /> : <Answer query={place} tall>{(found) => <OutlookOfPlace key={found.id} place={found} placeKey={key} />}</Answer>}
            </>
          ) : (
            <OutlookLacking status={answer} />
          )
        }
      </Answer>
    </Page>
  )
}

function NoPlace() {
  const { t } = useLanguage()
  return (
    <>
      <OpenedNotice opened={useOpenedScenario(useUrlState()['eigen'])} />
      <p className="td-note">{t.outlook.choose}</p>
      <p className="td-actions">
        <SiteLink to="/vooruitblik/kaart">{t.outlook.map.title}</SiteLink>
        <SiteLink to="/vooruitblik/terugtoets">{t.outlook.backTest.title}</SiteLink>
      </p>
    </>
  )
}

function OutlookOfPlace({ place, placeKey }: { place: PlaceAnswer; placeKey: PlaceKey }) {
  const { t } = useLanguage()
  const projection = useQuery(projectionQuery(placeKey))
  const opened = useOpenedScenario(useUrlState()['eigen'])
  if (projection.data && !opened.isPending) return <Outlook projection={projection.data} place={place} placeKey={placeKey} opened={opened} />
  if (isRefusal(projection.error)) return <NoOutlook place={place} error={projection.error} />
  if (projection.error) return <LoadError error={projection.error} onRetry={() => void projection.refetch()} />
  return (
    <>
      <Loading tall />
      <p className="td-note">{t.outlook.slow}</p>
    </>
  )
}

/** Of an area where nobody lives there is none; that of its municipality is a step away. */
function NoOutlook({ place: { name, parents }, error }: { place: PlaceAnswer; error: unknown }) {
  const { t } = useLanguage()
  const municipality = parents.find(({ level }) => level === 'municipality')
  return (
    <Alert kind="warning" title={t.outlook.none(name)} live>
      <p>{describeError(error, t)}</p>
      {municipality && (
        <p>
          <SiteLink to="/vooruitblik" search={{ plaats: municipality.code }}>
            {t.outlook.titleOf(municipality.name)}
          </SiteLink>
        </p>
      )}
    </Alert>
  )
}

interface OutlookProps {
  projection: ProjectionAnswer
  place: PlaceAnswer
  placeKey: PlaceKey
  opened: OpenedScenario
}

/** So many trajectories are asked for by this in the address. */
const DRAWS_WANTED = String(DRAWS)

function Outlook({ projection, place, placeKey, opened }: OutlookProps) {
  const { t, format } = useLanguage()
  const state = useUrlState()
  const setState = useSetUrlState()
  const year = chooseYear(state, projection.years)
  const scenarios = readScenarios(projection, state, opened.document, t)
  const ids: readonly ScenarioId[] = ['base', ...scenarios.list.map(([id]) => id)]
  const chosen = chooseScenario(state, ids)
  const document = scenarios.list.find(([id]) => id === chosen)?.[1]
  const run = useQuery({ ...projectionRunQuery(placeKey, document ?? NO_SCENARIO), enabled: document !== undefined })
  const wantsDraws = state['trekkingen'] === DRAWS_WANTED && projection.level !== 'smallArea'
  const draws = useProjectionDraws(placeKey, document, wantsDraws, () => setState({ trekkingen: undefined }))
  const found = draws.result ?? (document === undefined ? projection : run.data)
  const shown = found && document ? { ...found, name: nameUnder(projection.name, chosen, scenarios.opened?.name, t) } : (found ?? projection)
  const base = found && document ? projection : undefined
  const municipality = place.level === 'municipality' ? place.name : (place.parents.find(({ level }) => level === 'municipality')?.name ?? '')
  return (
    <>
      <AddressNotice unused={listUnusedOfOutlook(state, projection, ids, t, format)} />
      <OpenedNotice opened={opened} />
      <About projection={projection} place={place} placeKey={placeKey} isBase={chosen === 'base'} />
      <ScenarioChoice chosen={chosen} ids={ids} run={base ? shown : undefined} error={run.error} onRetry={() => void run.refetch()} />
      <PyramidSection projection={shown} base={base} year={year} />
      <PeopleSection projection={shown} base={base} year={year} />
      <HouseholdsSection projection={shown} base={base} />
      <DemandSection projection={shown} base={base} />
      <ChancesSection projection={shown} base={base} />
      <DrawsSection level={projection.level} state={draws} wanted={wantsDraws} onStart={() => setState({ trekkingen: DRAWS_WANTED })} />
      <Scenarios projection={projection} placeKey={placeKey} year={year} scenarios={scenarios} municipality={municipality} />
      <MadeSection projection={shown} municipality={municipality} />
      <ProjectionDownloads placeKey={placeKey} projection={shown} document={base && document} />
      <p className="td-actions">
        <SiteLink to="/vooruitblik/terugtoets">{t.outlook.backTest.title}</SiteLink>
        <SiteLink to="/vooruitblik/kaart">{t.outlook.map.title}</SiteLink>
      </p>
      <CopyAddress />
    </>
  )
}

/** 'Gieten, scenario Krimpsterterp'; the reader's own by the name in its file, or as such. */
function nameUnder(place: string, chosen: ScenarioId, opened: string | undefined, t: Messages): string {
  if (chosen !== 'own') return t.outlook.scenarioOf(place, t.outlook.scenarioNames[chosen])
  return opened === undefined ? `${place}, ${t.outlook.scenarioNames.own.toLocaleLowerCase()}` : t.outlook.scenarioOf(place, opened)
}

const NO_SCENARIO: ScenarioDocument = { name: '-', patches: [] }

function About({ projection, place, placeKey, isBase }: Omit<OutlookProps, 'opened'> & { isBase: boolean }) {
  const { t } = useLanguage()
  const state = useUrlState()
  return (
    <>
      <p className="utrecht-paragraph td-outlook-about">
        <strong>{t.outlook.modelled}</strong> {t.outlook.of(projection.areas.map((area) => nameWithLevel(area, t.level[area.level].toLocaleLowerCase())).join(', '))}{' '}
        {projection.level === 'smallArea' && t.outlook.share} <SiteLink to={placePath(state['plaats'] ?? place.id)} search={placeKey.members ? { buurten: placeKey.members.join(','), naam: placeKey.name } : {}}>{t.outlook.toPlace(place.name)}</SiteLink>
        {!isBase && ` ${t.outlook.base.onPlace}`}
      </p>
      <SmallAreaTestNote projection={projection} />
    </>
  )
}

interface ScenariosProps {
  projection: ProjectionAnswer
  placeKey: PlaceKey
  year: number
  scenarios: PageScenarios
  municipality: string
}

function Scenarios({ projection, placeKey, year, scenarios: { list, own, dials, homes, peoplePerHome, opened, isOwnLocal }, municipality }: ScenariosProps) {
  const { t } = useLanguage()
  const names = projection.areas.map(({ name }) => name).join(', ')
  return (
    <CompareSection base={projection} placeKey={placeKey} year={year} scenarios={list} where={isOwnLocal ? `${t.outlook.compare.where(municipality)} ${t.outlook.compare.whereOwn(names)}` : t.outlook.compare.where(projection.level === 'smallArea' ? municipality : names)}>
      <OwnScenario placeKey={placeKey} dials={dials} homes={homes} peoplePerHome={peoplePerHome} opened={opened} document={own} />
    </CompareSection>
  )
}
