/** Which facilities there are, where they come from, and which are lacking. */
import type { FacilityTypeListAnswer } from '#domain/answers/reach-answers.ts'
import { FACILITY_TYPES, FACILITY_WORDS } from '#domain/facility.ts'
import type { SourceRecord, Statistics } from '#statistics/statistics.ts'
import { findFacilities, getRoads } from '#steps/explore/reach/reach-ground.ts'
import { findStreetSources } from '#steps/explore/reach/read-streets.ts'
import { findSourceYear } from '#steps/explore/reach/source-year.ts'
import { DETOUR_FACTOR } from '#steps/explore/reach/travel-modes.ts'

export async function listFacilityTypes(statistics: Statistics): Promise<FacilityTypeListAnswer> {
  const facilityTypes = await Promise.all(
    FACILITY_TYPES.map(async (id) => {
      const list = await findFacilities(statistics, id)
      const found = 'reason' in list ? { missing: list.reason } : { count: list.facilities.length, leftOut: list.leftOut, refused: [...list.refused], source: describeSource(list.source) }
      return { id, ...FACILITY_WORDS[id], ...found }
    }),
  )
  const roads = await getRoads(statistics)
  return { facilityTypes, ...(roads && { roads: describeSource(roads.network.source) }), streets: findStreetSources(statistics).map(describeSource), detourFactor: DETOUR_FACTOR }
}

function describeSource(source: SourceRecord) {
  const { resource, title, publisher, licence, retrievedAt } = source
  const dataYear = findSourceYear(source)
  return { resource, title, publisher, licence, retrievedAt, ...(dataYear !== undefined && { dataYear }) }
}
