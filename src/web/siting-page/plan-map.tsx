/** The map of a plan: lines from where people live to their site, and what happens to each site. */
import { useMemo } from 'react'
import type { SiteOutcome, SitingOutcome, SitingRunAnswer } from '#domain/answers/siting-answers.ts'
import { useLanguage } from '#web/app/language.tsx'
import type { Bounds } from '#web/map/bounds.ts'
import { LandLayer } from '#web/map/land-layer.tsx'
import { MapView } from '#web/map/map-view.tsx'
import { NameLayer } from '#web/map/name-layer.tsx'
import { TripLayer, type MapSite, type MapTrip } from '#web/map/trip-layer.tsx'
import { FATE_COLOURS, isClosed } from '#web/siting-page/fate-colours.ts'

interface PlanMapProps {
  run: SitingRunAnswer
  outcome: SitingOutcome
  title: string
}

export function PlanMap({ run, outcome, title }: PlanMapProps) {
  const { t } = useLanguage()
  const bounds = useMemo(() => findBounds(run), [run])
  const trips = useMemo(() => listTrips(run, outcome), [run, outcome])
  const sites = useMemo(() => listSites(run, outcome), [run, outcome])
  return (
    <MapView bounds={bounds} label={t.siting.map(title)}>
      <LandLayer />
      <TripLayer trips={trips} sites={sites} />
      <NameLayer kinds={['place']} raised />
    </MapView>
  )
}

function findBounds({ places, sites }: SitingRunAnswer): Bounds {
  const points = [...places.map(({ point }) => point), ...sites.filter(({ kind }) => kind !== 'outside').map(({ point }) => point)]
  const [longitudes, latitudes] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return [Math.min(...longitudes) - 0.02, Math.min(...latitudes) - 0.012, Math.max(...longitudes) + 0.02, Math.max(...latitudes) + 0.012]
}

function listTrips({ places, sites, today }: SitingRunAnswer, { trips }: SitingOutcome): MapTrip[] {
  const before = new Map(today.trips.map(({ place, site }) => [place, site]))
  return trips.map(({ place, site, people }) => ({ from: places[place]!.point, to: sites[site]!.point, people, isChanged: before.get(place) !== site }))
}

function listSites({ sites }: SitingRunAnswer, outcome: SitingOutcome): MapSite[] {
  const fates = new Map<number, SiteOutcome['fate']>(outcome.sites.map(({ site, fate }) => [site, fate]))
  return sites.flatMap(({ kind, point }, at) => {
    const fate = fates.get(at)
    if (fate === undefined) return kind === 'outside' ? [{ point, colour: FATE_COLOURS.outside, isClosed: false, isSmall: false }] : []
    return [{ point, colour: FATE_COLOURS[fate], isClosed: isClosed(fate), isSmall: fate === 'mobile' }]
  })
}
