/** The projection of one place: ages, people, households, demand, chances, scenarios, and how wrong it was before. */
import { useQuery } from '@tanstack/react-query'
import type { PlaceAnswer } from '#domain/answers/answers.ts'
import type { ProjectionAnswer } from '#domain/answers/projection-answers.ts'
import { placeQuery, projectionQuery, projectionUrl, statusQuery, type PlaceKey } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { placePath, SiteLink, useSetUrlState, useUrlState } from '#web/app/url.tsx'
import { AddressNotice } from '#web/components/address-notice.tsx'
import { Alert } from '#web/components/alert.tsx'
import { CopyAddress } from '#web/components/copy-address.tsx'
import { DownloadLinks } from '#web/components/download-links.tsx'
import { Page } from '#web/components/page.tsx'
import { Answer, LoadError, Loading } from '#web/components/page-states.tsx'
import { PlaceSearch } from '#web/components/place-search.tsx'
import { CompareSection } from '#web/outlook-page/compare-section.tsx'
import { ChancesSection, DemandSection } from '#web/outlook-page/demand-section.tsx'
import { MadeSection } from '#web/outlook-page/made-section.tsx'
import { listUnusedOfOutlook } from '#web/outlook-page/outlook-address.ts'
import { OutlookLacking } from '#web/outlook-page/outlook-lacking.tsx'
import { chooseYear } from '#web/outlook-page/outlook-years.ts'
import { OwnScenario } from '#web/outlook-page/own-scenario.tsx'
import { HouseholdsSection, PeopleSection } from '#web/outlook-page/people-section.tsx'
import { PyramidSection } from '#web/outlook-page/pyramid-section.tsx'
import { readPlaceKey } from '#web/place-page/place-choice.ts'
import { areTurned, GROWTH, listScenarioAreas, makeScenario, planHomes, readDials, readHomes, readOpened, SHRINK } from '#web/outlook-page/scenarios.ts'

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
  if (projection.data) return <Outlook projection={projection.data} place={place} placeKey={placeKey} />
  if (projection.error) return <LoadError error={projection.error} onRetry={() => void projection.refetch()} />
  return (
    <>
      <Loading tall />
      <p className="td-note">{t.outlook.slow}</p>
    </>
  )
}

function Outlook({ projection, place, placeKey }: { projection: ProjectionAnswer; place: PlaceAnswer; placeKey: PlaceKey }) {
  const { t, format } = useLanguage()
  const state = useUrlState()
  const year = chooseYear(state, projection.years)
  const canBuild = canBuildHomes(projection)
  const municipality = place.level === 'municipality' ? place.name : (place.parents.find(({ level }) => level === 'municipality')?.name ?? '')
  return (
    <>
      <AddressNotice unused={listUnusedOfOutlook(state, projection, canBuild, t, format)} />
      <p className="utrecht-paragraph td-outlook-about">
        <strong>{t.outlook.modelled}</strong> {t.outlook.of(projection.areas.map(({ name, level }) => `${t.level[level].toLocaleLowerCase()} ${name}`).join(', '))}{' '}
        {projection.level === 'smallArea' && t.outlook.share} <SiteLink to={placePath(state['plaats'] ?? place.id)} search={placeKey.members ? { buurten: placeKey.members.join(','), naam: placeKey.name } : {}}>{t.outlook.toPlace(place.name)}</SiteLink>
      </p>
      <PyramidSection projection={projection} year={year} />
      <PeopleSection projection={projection} year={year} />
      <HouseholdsSection projection={projection} />
      <DemandSection projection={projection} />
      <ChancesSection projection={projection} />
      <Scenarios projection={projection} placeKey={placeKey} year={year} areaNames={projection.level === 'smallArea' ? municipality : projection.areas.map(({ name }) => name).join(', ')} />
      <MadeSection projection={projection} municipality={municipality} />
      <DownloadLinks title={t.outlook.downloads} url={(format) => projectionUrl(placeKey, { format })} />
      <p className="td-actions">
        <a className="utrecht-link utrecht-link--html-a" href={projectionUrl(placeKey)} download={`topdorp-vooruitblik-${projection.id}.json`}>
          {t.download.json}
        </a>
        <SiteLink to="/vooruitblik/terugtoets">{t.outlook.backTest.title}</SiteLink>
        <SiteLink to="/vooruitblik/kaart">{t.outlook.map.title}</SiteLink>
      </p>
      <CopyAddress />
    </>
  )
}

function Scenarios({ projection, placeKey, year, areaNames }: { projection: ProjectionAnswer; placeKey: PlaceKey; year: number; areaNames: string }) {
  const { t } = useLanguage()
  const state = useUrlState()
  const dials = readDials(state)
  const read = readOpened(state['eigen'])
  const opened = read === 'unreadable' ? undefined : read
  const areas = listScenarioAreas(projection.areas.map(({ code }) => code))
  const make = (name: string, own: typeof dials) => makeScenario(name, own, projection.jumpOff, areas)
  const [municipality] = areas
  const canBuild = canBuildHomes(projection)
  const homes = canBuild ? readHomes(state) : 0
  const peoplePerHome = countPeoplePerHome(projection)
  const made = { ...make(t.outlook.scenarioNames.own, dials), ...planHomes(homes, projection.jumpOff, municipality ?? '', peoplePerHome) }
  const own = opened ?? (areTurned(dials) || homes !== 0 ? made : undefined)
  return (
    <CompareSection
      base={projection}
      placeKey={placeKey}
      year={year}
      areaNames={areaNames}
      scenarios={[['growth', make(t.outlook.scenarioNames.growth, GROWTH)], ['shrink', make(t.outlook.scenarioNames.shrink, SHRINK)], ...(own ? [['own', own] as const] : [])]}
    >
      {read === 'unreadable' && (
        <Alert kind="warning">
          <p>{t.outlook.compare.unreadable}</p>
        </Alert>
      )}
      <OwnScenario placeKey={placeKey} dials={dials} homes={canBuild ? homes : undefined} peoplePerHome={peoplePerHome} opened={opened} document={own} />
    </CompareSection>
  )
}

/** Only in one municipality, or a part of one. */
function canBuildHomes(projection: ProjectionAnswer): boolean {
  const [municipality, ...others] = listScenarioAreas(projection.areas.map(({ code }) => code))
  return others.length === 0 && municipality?.startsWith('GM') === true
}

/** Where households are not counted, about as many as in the country. */
const USUAL_PEOPLE_PER_HOME = 2.1

function countPeoplePerHome({ population, households }: ProjectionAnswer): number {
  const [people = 0, homes = 0] = [population.projected[0], households?.total[0]]
  return homes > 0 ? Math.round((10 * people) / homes) / 10 : USUAL_PEOPLE_PER_HOME
}
