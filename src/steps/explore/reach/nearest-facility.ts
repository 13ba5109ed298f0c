/** For every place the nearest facilities of a type, over streets where they are known, and otherwise over main roads and straight lines. */
import { findNearestSites } from '#engines/reach/nearest-sites.ts'
import { restrictHierarchy } from '#engines/reach/restricted-hierarchy.ts'
import { UNREACHABLE } from '#engines/reach/road-graph.ts'
import type { NearestSites } from '#engines/reach/site-labels.ts'
import { divideWays } from '#steps/explore/reach/divide-ways.ts'
import type { DividedWays, WayGroup } from '#steps/explore/reach/divide-ways.ts'
import { NearbyPoints, type NearPoint } from '#steps/explore/reach/nearby-points.ts'
import { NearestList } from '#steps/explore/reach/nearest-list.ts'
import type { NearestFacilities } from '#steps/explore/reach/nearest-list.ts'
import { LinesOverLand, type Land, type Line } from '#steps/explore/reach/open-water.ts'
import { countDoorsToAsk, listDoors, type Site, type SiteDoors } from '#steps/explore/reach/site-doors.ts'
import { spreadMinutes, type Places } from '#steps/explore/reach/spread-homes.ts'
import { toMinutes } from '#steps/explore/reach/ticks.ts'
import { enterRoads, SNAP_METRES } from '#steps/explore/reach/travel-ground.ts'
import type { Network, Point, PreparedRoads, TravelGround } from '#steps/explore/reach/travel-ground.ts'
import { FURTHEST_STRAIGHT_METRES, localMetres, localMinutes } from '#steps/explore/reach/travel-modes.ts'
import type { TravelMode } from '#steps/explore/reach/travel-modes.ts'

/** The k nearest facilities of each place, each at the address that is nearest. Where main roads and straight lines are used it is the faster of these. */
export function findNearestFacilities(places: Places, facilities: readonly Site[], mode: TravelMode, ground: TravelGround = {}, k = 1): NearestFacilities {
  const { points } = places
  const doors = listDoors(facilities)
  const list = new NearestList(points.length, k)
  const ways = divideWays(points, doors.points, mode, ground.streets)
  const search: Search = { list, points, doors, mode, k: countDoorsToAsk(doors, k), land: ground.land, lines: new LinesOverLand(ground.land) }
  for (const group of ways.elsewhere) {
    const stopped = offerStraightLines(search, group, FURTHEST_STRAIGHT_METRES)
    if (ground.roads !== undefined && mode.onMainRoads) offerMainRoads(search, group, ground.roads)
    offerWaysAround(search, stopped)
  }
  if (ways.onStreets !== undefined) offerStreets(search, ways.onStreets)
  const nearest = list.finish()
  return { ...nearest, minutes: nearest.minutes.map((minutes, at) => spreadMinutes(places, Math.floor(at / k), mode, minutes)) }
}

interface Search {
  readonly list: NearestList
  readonly points: readonly (Point | undefined)[]
  readonly doors: SiteDoors
  readonly mode: TravelMode
  /** Nearest doors to look for. */
  readonly k: number
  readonly land: Land | undefined
  readonly lines: LinesOverLand
}

/** Straight lines from a place that open water stops, all that are nearer than the k nearest that it does not. */
interface StoppedLines {
  readonly place: number
  readonly lines: readonly (Line & { readonly door: number })[]
}

function offerStraightLines({ list, points, doors, mode, k, lines }: Search, { places, sites: own }: WayGroup, most: number): StoppedLines[] {
  if (places.length === 0 || own.length === 0) return []
  const near = new NearbyPoints(own.map((at) => doors.points[at]![0]), own.map((at) => doors.points[at]![1]))
  const stopped: StoppedLines[] = []
  for (const place of places) {
    const ofPlace = new Map<number, StoppedLines['lines'][number]>()
    const isDry = ({ at, metres }: NearPoint) => {
      const [door, line] = [own[at]!, { to: doors.points[own[at]!]!, metres }]
      if (!lines.isStopped(points[place]!, line)) return true
      ofPlace.set(door, { ...line, door })
      return false
    }
    for (const found of near.listNearest(points[place]!, most, k, isDry)) list.offer(place, localMinutes(mode, found.metres), doors.siteOfDoor[own[found.at]!]!, 'straightLine')
    if (ofPlace.size > 0) stopped.push({ place, lines: [...ofPlace.values()] })
  }
  return stopped
}

/** After all else: only what would be faster in a straight line is worth a way around. */
function offerWaysAround({ list, points, doors, mode, k, lines }: Search, stopped: readonly StoppedLines[]): void {
  for (const { place, lines: all } of stopped) {
    const slowest = list.findSlowest(place)
    const most = Number.isNaN(slowest) ? FURTHEST_STRAIGHT_METRES : Math.min(FURTHEST_STRAIGHT_METRES, localMetres(mode, slowest))
    const nearer = all.filter(({ metres }) => metres < most)
    for (const [at, metres] of lines.measureAround(points[place]!, nearer, most, k).entries()) {
      if (metres <= most) list.offer(place, localMinutes(mode, metres), doors.siteOfDoor[nearer[at]!.door]!, 'straightLine')
    }
  }
}

function offerMainRoads(search: Search, { places, sites: own }: WayGroup, roads: PreparedRoads): void {
  if (places.length === 0 || own.length === 0) return
  const { points, doors, mode, k, land } = search
  const nearest = findNearestSites(roads.part, enterRoads(places.map((at) => points[at]), mode, roads, land), enterRoads(own.map((at) => doors.points[at]), mode, roads, land), k)
  offerAll(search, nearest, places, own, 'mainRoads')
}

function offerStreets(search: Search, { streets, places, sites: ofDoors, groups }: NonNullable<DividedWays['onStreets']>): void {
  const part = restrictHierarchy(streets.hierarchy, [...new Set([...places.access.nodes, ...ofDoors.access.nodes])])
  offerAll(search, findNearestSites(part, places.access, ofDoors.access, search.k), undefined, undefined, 'streets')
  for (const group of groups) offerStraightLines(search, group, SNAP_METRES)
}

/** Places and doors by their positions in the whole lists, where they are not all of them. */
function offerAll({ list, doors, k }: Search, { ticks, sites }: NearestSites, places: readonly number[] | undefined, own: readonly number[] | undefined, network: Network): void {
  for (let at = 0; at < ticks.length; at++) {
    if (ticks[at]! >= UNREACHABLE) continue
    const place = Math.floor(at / k)
    list.offer(places?.[place] ?? place, toMinutes(ticks[at]!), doors.siteOfDoor[own?.[sites[at]!] ?? sites[at]!]!, network)
  }
}
