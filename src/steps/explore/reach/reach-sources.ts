/** What travel times, and the people they are for, come from. For files. */
import type { FacilityType } from '#domain/facility.ts'
import type { SourceRecord, Statistics } from '#statistics/statistics.ts'
import { PROJECTION_TABLES } from '#steps/explore/inputs/projection-tables.ts'
import { findFacilities, getRoads } from '#steps/explore/reach/reach-ground.ts'
import { findStreetSources } from '#steps/explore/reach/read-streets.ts'
import type { TravelMode } from '#steps/explore/reach/travel-modes.ts'

export interface ReachUses {
  readonly facilityTypes: readonly FacilityType[]
  readonly modes: readonly TravelMode['id'][]
  readonly peopleFrom: 'counted' | 'projected'
}

/** Facilities first, then main roads and streets, then people and households; each once. */
export async function listReachSources(statistics: Statistics, { facilityTypes, modes, peopleFrom }: ReachUses): Promise<readonly SourceRecord[]> {
  const facilities = (await Promise.all(facilityTypes.map((type) => findFacilities(statistics, type)))).flatMap((list) => ('reason' in list ? [] : [list.source]))
  const roads = modes.includes('car') ? await getRoads(statistics) : undefined
  const people = new Set([
    ...(['population', 'carsPerHousehold'] as const).flatMap((id) => statistics.findColumn(id, 'neighbourhood', statistics.referenceYear)?.sources ?? []),
    ...(peopleFrom === 'projected' ? PROJECTION_TABLES : []),
  ])
  return [...new Set([...facilities, ...(roads ? [roads.network.source] : []), ...findStreetSources(statistics), ...statistics.sources.filter(({ resource }) => people.has(resource))])]
}
