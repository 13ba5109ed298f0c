/** What every question about reach stands on: facilities and roads of the package, read once for each version of the statistics. */
import type { FacilityType } from '#domain/facility.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { prepareRoads } from '#steps/explore/reach/nearest-facility.ts'
import type { PreparedRoads } from '#steps/explore/reach/nearest-facility.ts'
import { readFacilities } from '#steps/explore/reach/read-facilities.ts'
import type { FacilityList } from '#steps/explore/reach/read-facilities.ts'
import { readRoads } from '#steps/explore/reach/read-roads.ts'
import { memoize } from '#steps/see/memo.ts'
import { SeeError } from '#steps/see/problems.ts'

/** Undefined where the package has no main roads. */
export const getRoads = memoize(async (statistics: Statistics): Promise<PreparedRoads | undefined> => {
  const network = await readRoads(statistics)
  return network && prepareRoads(network)
})

const getLists = memoize(() => new Map<FacilityType, ReturnType<typeof readFacilities>>())

export function findFacilities(statistics: Statistics, type: FacilityType): ReturnType<typeof readFacilities> {
  const lists = getLists(statistics)
  const list = lists.get(type) ?? readFacilities(statistics, type)
  lists.set(type, list)
  return list
}

/** Throws SeeError `noFacilities` where the package has no facilities of this type. */
export async function getFacilities(statistics: Statistics, type: FacilityType): Promise<FacilityList> {
  const list = await findFacilities(statistics, type)
  if ('reason' in list || list.facilities.length === 0) throw new SeeError('noFacilities', type)
  return list
}
