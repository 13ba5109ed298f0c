/** What every question about reach stands on: facilities, roads and streets of the package, read once for each version of the statistics. */
import type { FacilityType } from '#domain/facility.ts'
import { remember } from '#domain/remember.ts'
import { restrictHierarchy } from '#engines/reach/restricted-hierarchy.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { createKept, type Kept } from '#steps/explore/kept.ts'
import { getLand } from '#steps/explore/reach/get-land.ts'
import { NearbyPoints } from '#steps/explore/reach/nearby-points.ts'
import { contractBeside } from '#steps/explore/reach/reach-thread.ts'
import { readFacilities } from '#steps/explore/reach/read-facilities.ts'
import type { FacilityList } from '#steps/explore/reach/read-facilities.ts'
import { readRoads } from '#steps/explore/reach/read-roads.ts'
import type { RoadNetwork } from '#steps/explore/reach/read-roads.ts'
import { findStreetSources } from '#steps/explore/reach/read-streets.ts'
import type { FoundStreets } from '#steps/explore/reach/read-streets.ts'
import { shareAlone, shareArrays } from '#steps/explore/reach/share-arrays.ts'
import { makeStreetContents, STREET_FORMAT, type StreetContents } from '#steps/explore/reach/street-contents.ts'
import type { PreparedRoads, PreparedStreets, TravelGround } from '#steps/explore/reach/travel-ground.ts'
import { TRAVEL_MODES, type TravelMode } from '#steps/explore/reach/travel-modes.ts'
import { memoize } from '#steps/see/memo.ts'
import { SeeError } from '#steps/see/problems.ts'
import { nextTurn } from '#steps/shared/turns.ts'

/** Undefined where the package has no main roads. */
export const getRoads = memoize(async (statistics: Statistics): Promise<PreparedRoads | undefined> => {
  const network = await readRoads(statistics)
  return network && prepareRoads(network)
})

export async function prepareRoads(read: RoadNetwork): Promise<PreparedRoads> {
  const network = shareArrays(read)
  const all = Array.from({ length: network.graph.nodeCount }, (_, node) => node)
  return { network, part: shareArrays(restrictHierarchy(await contractBeside(network.graph), all)), nodes: new NearbyPoints(network.longitudes, network.latitudes) }
}

/** Streets for a mode, ready to be asked, and what of them is not used. */
export interface StreetsOfMode extends Omit<FoundStreets, 'network'> {
  readonly prepared: PreparedStreets | undefined
}

/** A mode each: what takes long of its streets, in shared memory. Null where no street is open to it. */
export const KEPT_STREETS: ReadonlyMap<TravelMode['id'], Kept<StreetContents | null>> = new Map(
  TRAVEL_MODES.map(({ id }) => [id, createKept(`streets-${id}`, new URL('./street-contents.ts', import.meta.url), (statistics) => makeStreetContents(statistics, id), STREET_FORMAT)]),
)

const getStreetsOfModes = memoize((statistics: Statistics) => remember(async (mode: TravelMode['id']): Promise<StreetsOfMode | undefined> => {
  const extracts = findStreetSources(statistics)
  const contents = extracts.length === 0 ? null : await KEPT_STREETS.get(mode)!.get(statistics)
  if (contents === null) return undefined
  const { network, hierarchy, tree, resources, ...leftOut } = contents
  const sources = extracts.filter(({ resource }) => resources.includes(resource))
  return { ...leftOut, sources, prepared: network && hierarchy && tree && prepareStreets({ network, hierarchy, tree }) }
}))

/** Undefined where the package has no streets for this mode. */
export const getStreets = (statistics: Statistics, mode: TravelMode['id']): Promise<StreetsOfMode | undefined> => getStreetsOfModes(statistics)(mode)

export function prepareStreets(contracted: Omit<PreparedStreets, 'nodes'>): PreparedStreets {
  const shared = shareArrays({ ...contracted, tree: shareAlone(contracted.tree) })
  return { ...shared, nodes: new NearbyPoints(shared.network.longitudes, shared.network.latitudes, shared.tree) }
}

export async function getGround(statistics: Statistics, mode: TravelMode): Promise<TravelGround> {
  const [roads, streets] = await Promise.all([mode.onMainRoads ? getRoads(statistics) : undefined, getStreets(statistics, mode.id)])
  // The land is worked out at a stretch: not in one with what came before it.
  await nextTurn()
  return { roads, streets: streets?.prepared, land: await getLand(statistics) }
}

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
