/** The nearest facility of every buurt, computed once for each type and mode. */
import type { Facility, FacilityType } from '#domain/facility.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { prepareHomePoints } from '#steps/explore/reach/home-points.ts'
import type { NearestFacilities } from '#steps/explore/reach/nearest-list.ts'
import { getFacilities, getGround } from '#steps/explore/reach/reach-ground.ts'
import { findNearestBeside } from '#steps/explore/reach/reach-thread.ts'
import type { Places } from '#steps/explore/reach/spread-homes.ts'
import { NETWORKS } from '#steps/explore/reach/travel-ground.ts'
import type { Network, TravelGround } from '#steps/explore/reach/travel-ground.ts'
import { getTravelMode } from '#steps/explore/reach/travel-modes.ts'
import type { TravelMode } from '#steps/explore/reach/travel-modes.ts'
import { memoize } from '#steps/see/memo.ts'
import { nextTurn } from '#steps/shared/turns.ts'

const getKept = memoize(() => new Map<string, Promise<NearestFacilities>>())

/** In the order of `getHomePoints`: the nearest, or the second, or third. Throws SeeError `noFacilities`. */
export function findNearestOfBuurten(statistics: Statistics, type: FacilityType, mode: TravelMode['id'], rank = 1): Promise<NearestFacilities> {
  const kept = getKept(statistics)
  const key = `${type} ${mode} ${rank}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const computing = compute(statistics, type, mode, rank)
  kept.set(key, computing)
  return computing
}

async function compute(statistics: Statistics, type: FacilityType, id: TravelMode['id'], rank: number): Promise<NearestFacilities> {
  const { facilities } = await getFacilities(statistics, type)
  const mode = getTravelMode(id)
  await nextTurn()
  const homes = await prepareHomePoints(statistics)
  await nextTurn()
  return findNearestFrom(homes, facilities, mode, await getGround(statistics, mode), rank)
}

/** From every place, in a thread beside the one that answers. */
export async function findNearestFrom({ points, radii }: Places, facilities: readonly Facility[], mode: TravelMode, ground: TravelGround, rank = 1): Promise<NearestFacilities> {
  const [nearest] = await findNearestBeside([{ points, radii, sites: facilities, mode, k: rank }], { [mode.id]: ground })
  return pickRank(nearest!, rank)
}

/** Of the k nearest of every buurt the furthest, as if it were the only one. */
function pickRank(nearest: NearestFacilities, k: number): NearestFacilities {
  if (k === 1) return nearest
  const isPicked = (_: number, at: number) => at % k === k - 1
  const networks = nearest.networks.filter(isPicked)
  const count = (network: Network) => networks.reduce((sum, own) => sum + Number(NETWORKS[own] === network), 0)
  return { minutes: nearest.minutes.filter(isPicked), facilities: nearest.facilities.filter(isPicked), networks, overMainRoads: count('mainRoads'), overStreets: count('streets') }
}
