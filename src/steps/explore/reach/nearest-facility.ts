/** For every place the nearest facilities of a type, over streets where they are known, and otherwise over main roads and straight lines. */
import type { Facility } from '#domain/facility.ts'
import { findNearestSites } from '#engines/reach/nearest-sites.ts'
import { restrictHierarchy } from '#engines/reach/restricted-hierarchy.ts'
import { UNREACHABLE } from '#engines/reach/road-graph.ts'
import type { NearestSites } from '#engines/reach/site-labels.ts'
import { divideWays } from '#steps/explore/reach/divide-ways.ts'
import type { DividedWays, WayGroup } from '#steps/explore/reach/divide-ways.ts'
import { NearbyPoints } from '#steps/explore/reach/nearby-points.ts'
import { NearestList } from '#steps/explore/reach/nearest-list.ts'
import type { NearestFacilities } from '#steps/explore/reach/nearest-list.ts'
import { toMinutes } from '#steps/explore/reach/ticks.ts'
import { enterRoads, SNAP_METRES } from '#steps/explore/reach/travel-ground.ts'
import type { Network, Point, PreparedRoads, TravelGround } from '#steps/explore/reach/travel-ground.ts'
import { localMinutes } from '#steps/explore/reach/travel-modes.ts'
import type { TravelMode } from '#steps/explore/reach/travel-modes.ts'

/** The k nearest facilities of each point. Where main roads and straight lines are used it is the faster of these. */
export function findNearestFacilities(points: readonly (Point | undefined)[], facilities: readonly Pick<Facility, 'point'>[], mode: TravelMode, ground: TravelGround = {}, k = 1): NearestFacilities {
  const sites = facilities.map(({ point }) => point)
  const list = new NearestList(points.length, k)
  const ways = divideWays(points, sites, mode, ground.streets)
  for (const group of ways.elsewhere) {
    offerStraightLines(list, points, sites, group, mode, mode.directMetres, k)
    if (ground.roads !== undefined && mode.onMainRoads) offerMainRoads(list, points, sites, group, mode, ground.roads, k)
  }
  if (ways.onStreets !== undefined) offerStreets(list, points, sites, mode, ways.onStreets, k)
  return list.finish()
}

function offerStraightLines(list: NearestList, points: readonly (Point | undefined)[], sites: readonly Point[], { places, sites: own }: WayGroup, mode: TravelMode, metres: number, k: number): void {
  if (places.length === 0 || own.length === 0) return
  const near = new NearbyPoints(own.map((at) => sites[at]![0]), own.map((at) => sites[at]![1]))
  for (const place of places) {
    for (const found of near.listNearest(points[place]!, metres, k)) list.offer(place, localMinutes(mode, found.metres), own[found.at]!, 'straightLine')
  }
}

function offerMainRoads(list: NearestList, points: readonly (Point | undefined)[], sites: readonly Point[], { places, sites: own }: WayGroup, mode: TravelMode, roads: PreparedRoads, k: number): void {
  if (places.length === 0 || own.length === 0) return
  const nearest = findNearestSites(roads.part, enterRoads(places.map((at) => points[at]), mode, roads), enterRoads(own.map((at) => sites[at]), mode, roads), k)
  offerAll(list, nearest, places, own, 'mainRoads', k)
}

function offerStreets(list: NearestList, points: readonly (Point | undefined)[], sites: readonly Point[], mode: TravelMode, onStreets: NonNullable<DividedWays['onStreets']>, k: number): void {
  const { streets, places, sites: ofSites, groups } = onStreets
  const part = restrictHierarchy(streets.hierarchy, [...new Set([...places.access.nodes, ...ofSites.access.nodes])])
  offerAll(list, findNearestSites(part, places.access, ofSites.access, k), undefined, undefined, 'streets', k)
  for (const group of groups) offerStraightLines(list, points, sites, group, mode, SNAP_METRES, k)
}

/** Places and sites by their positions in the whole lists, where they are not all of them. */
function offerAll(list: NearestList, { ticks, sites }: NearestSites, places: readonly number[] | undefined, own: readonly number[] | undefined, network: Network, k: number): void {
  for (let at = 0; at < ticks.length; at++) {
    if (ticks[at]! >= UNREACHABLE) continue
    const place = Math.floor(at / k)
    list.offer(places?.[place] ?? place, toMinutes(ticks[at]!), own?.[sites[at]!] ?? sites[at]!, network)
  }
}
