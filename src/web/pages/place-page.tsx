/** Everything about one place. */
import { useQuery } from '@tanstack/react-query'
import type { AreaLevel } from '#domain/area.ts'
import type { IndicatorAnswer, PlaceAnswer } from '#domain/answers/answers.ts'
import { ApiError } from '#web/api/client.ts'
import { indicatorsQuery, placeQuery, type PlaceKey } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { readYear } from '#web/app/search-state.ts'
import { placePath, SiteLink, usePathPart, useUrlState } from '#web/app/url.tsx'
import { Page } from '#web/components/page.tsx'
import { Answer } from '#web/components/page-states.tsx'
import { NotFound } from '#web/pages/not-found-page.tsx'
import { AgeSection } from '#web/place-page/age-section.tsx'
import { BoundarySection } from '#web/place-page/boundary-section.tsx'
import { ChangeSection } from '#web/place-page/change-section.tsx'
import { FiguresSection } from '#web/place-page/figures-section.tsx'
import { IndexSection } from '#web/place-page/index-section.tsx'
import { OWN_VILLAGE_PATH, readPlaceKey } from '#web/place-page/place-choice.ts'
import { OutlookSection } from '#web/place-page/outlook-section.tsx'
import { PlaceHead } from '#web/place-page/place-head.tsx'
import { PlaceLinks } from '#web/place-page/place-links.tsx'
import { ReachSection } from '#web/place-page/reach-section.tsx'
import { SchoolsSection } from '#web/place-page/schools-section.tsx'
import { SignalsSection } from '#web/place-page/signals-section.tsx'
import { SourcesSection } from '#web/place-page/sources-section.tsx'

export function PlacePage() {
  const { t } = useLanguage()
  const state = useUrlState()
  const id = usePathPart('id') ?? ''
  const key = readPlaceKey(id, state)
  const place = useQuery(placeQuery(key, readYear(state['jaar'])))
  const indicators = useQuery(indicatorsQuery())
  if (place.error instanceof ApiError && [400, 404].includes(place.error.status)) return <PlaceNotFound id={id} error={place.error} />
  if (place.data === undefined) {
    return (
      <Page title={place.error ? t.state.errorTitle : t.state.loading}>
        <Answer query={place} tall>
          {() => null}
        </Answer>
      </Page>
    )
  }
  const answer = place.data
  return (
    <Answer query={indicators} tall>
      {(list) => <PlaceContent key={answer.id} place={answer} placeKey={key} indicators={list.indicators} />}
    </Answer>
  )
}

/** What is wrong with the address, and a way out of it. */
function PlaceNotFound({ id, error }: { id: string; error: ApiError }) {
  const { t } = useLanguage()
  const { jaar, ...state } = useUrlState()
  const isYear = error.problem?.code === 'noSuchYear' || error.problem?.fields?.some(({ field }) => field === 'year')
  if (isYear && jaar !== undefined) {
    return (
      <NotFound title={t.notFound.yearTitle} text={t.notFound.yearText(jaar)}>
        <SiteLink to={placePath(id)} search={state}>
          {t.notFound.newestYear}
        </SiteLink>
      </NotFound>
    )
  }
  if (id === OWN_VILLAGE_PATH) {
    return (
      <NotFound title={t.notFound.ownTitle} text={t.notFound.ownText}>
        <SiteLink to="/eigen-dorp">{t.nav.ownVillage}</SiteLink>
      </NotFound>
    )
  }
  return <NotFound title={t.notFound.placeTitle} text={t.notFound.placeText(id)} />
}

/** From one point of a larger area distances mean nothing. */
const REACHING_LEVELS: readonly AreaLevel[] = ['neighbourhood', 'district', 'municipality']

function PlaceContent({ place, placeKey, indicators }: { place: PlaceAnswer; placeKey: PlaceKey; indicators: readonly IndicatorAnswer[] }) {
  return (
    <Page title={place.name} above={<PlaceHead.Path place={place} />}>
      <PlaceHead place={place} placeKey={placeKey} indicators={indicators} />
      <FiguresSection place={place} placeKey={placeKey} indicators={indicators} />
      {placeKey.members === undefined && <IndexSection place={place} />}
      {(place.kind === 'village' || (place.level !== undefined && REACHING_LEVELS.includes(place.level))) && <ReachSection id={place.id} />}
      {(place.kind === 'village' || place.level === 'district' || place.level === 'neighbourhood') && <SchoolsSection id={place.id} />}
      <SignalsSection place={place} />
      <AgeSection place={place} placeKey={placeKey} indicators={indicators} />
      <ChangeSection place={place} placeKey={placeKey} indicators={indicators} />
      <OutlookSection placeKey={placeKey} />
      <BoundarySection place={place} />
      <PlaceLinks place={place} />
      <SourcesSection place={place} />
    </Page>
  )
}
