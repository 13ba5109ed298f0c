/** What travel times, and the people they are for, come from. For files. */
import type { FacilityType } from '#domain/facility.ts'
import type { SourceRecord, Statistics } from '#statistics/statistics.ts'
import { listProjectionSources } from '#steps/explore/inputs/projection-tables.ts'
import { findFacilities, getRoads, getStreets } from '#steps/explore/reach/reach-ground.ts'
import type { TravelMode } from '#steps/explore/reach/travel-modes.ts'

export interface ReachUses {
  readonly facilityTypes: readonly FacilityType[]
  /** Of going by car the main roads are a source, as each way over them is tried. */
  readonly modes: readonly TravelMode['id'][]
  /** Those of which a way may lead over streets; all of them where it is not known. */
  readonly onStreets?: readonly TravelMode['id'][]
  readonly peopleFrom: 'counted' | 'projected'
}

/** Columns of buurten that people and their households are counted in. */
const COUNTED = ['population', 'age0to14', 'age65Plus', 'carsPerHousehold'] as const

/** Facilities first, then main roads and streets, then people and households; each once. */
export async function listReachSources(statistics: Statistics, { facilityTypes, modes, onStreets = modes, peopleFrom }: ReachUses): Promise<readonly SourceRecord[]> {
  const facilities = (await Promise.all(facilityTypes.map((type) => findFacilities(statistics, type)))).flatMap((list) => ('reason' in list ? [] : [list.source]))
  const roads = modes.includes('car') ? await getRoads(statistics) : undefined
  const streets = (await Promise.all(onStreets.map((mode) => getStreets(statistics, mode)))).flatMap((own) => own?.sources ?? [])
  const people = new Set([
    ...COUNTED.flatMap((id) => statistics.findColumn(id, 'neighbourhood', statistics.referenceYear)?.sources ?? []),
    ...(peopleFrom === 'projected' ? listProjectionSources(statistics) : []),
  ])
  return [...new Set([...facilities, ...(roads ? [roads.network.source] : []), ...streets, ...statistics.sources.filter(({ resource }) => people.has(resource))])]
}
