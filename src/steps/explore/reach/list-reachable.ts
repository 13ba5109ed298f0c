/** All facilities that every place can reach within a time, over streets where they are known, and otherwise over main roads and straight lines. */
import { selectPoints } from '#engines/reach/access-points.ts'
import type { AccessPoints } from '#engines/reach/access-points.ts'
import type { ReachableSites } from '#engines/reach/reachable-sites.ts'
import { restrictHierarchy } from '#engines/reach/restricted-hierarchy.ts'
import type { RestrictedHierarchy } from '#engines/reach/restricted-hierarchy.ts'
import { sweepTravelMatrix } from '#engines/reach/travel-matrix.ts'
import type { CreateSweeper } from '#engines/reach/travel-matrix.ts'
import { divideWays } from '#steps/explore/reach/divide-ways.ts'
import type { WayGroup } from '#steps/explore/reach/divide-ways.ts'
import { NearbyPoints } from '#steps/explore/reach/nearby-points.ts'
import { LinesOverLand } from '#steps/explore/reach/open-water.ts'
import { listDoors, type Site, type SiteDoors } from '#steps/explore/reach/site-doors.ts'
import { spreadMinutes, type Places } from '#steps/explore/reach/spread-homes.ts'
import { toMinutes, toTicks } from '#steps/explore/reach/ticks.ts'
import { enterRoads, SNAP_METRES } from '#steps/explore/reach/travel-ground.ts'
import type { Point, TravelGround } from '#steps/explore/reach/travel-ground.ts'
import { FURTHEST_STRAIGHT_METRES, localMetres, localMinutes } from '#steps/explore/reach/travel-modes.ts'
import type { TravelMode } from '#steps/explore/reach/travel-modes.ts'

/** Pairs of at most so many minutes; of several ways, or several addresses of a site, the fastest. A place without a point reaches nothing. */
export function listReachable(
  places: Places,
  sites: readonly Site[],
  mode: TravelMode,
  ground: TravelGround,
  maximumMinutes: number,
  createSweeper: CreateSweeper,
): ReachableSites {
  const { points } = places
  const pairs = new PairList(points.length, sites.length, toTicks(maximumMinutes))
  const doors = listDoors(sites)
  const { elsewhere, onStreets } = divideWays(points, doors.points, mode, ground.streets)
  const metres = Math.min(FURTHEST_STRAIGHT_METRES, localMetres(mode, maximumMinutes))
  const lines = new LinesOverLand(ground.land)
  for (const group of elsewhere) {
    const { roads, land } = ground
    if (roads !== undefined && mode.onMainRoads) {
      const [from, to] = [group.places.map((at) => points[at]), group.sites.map((at) => doors.points[at])].map((list) => enterRoads(list, mode, roads, land))
      addSweep(pairs, group, doors, roads.part, from!, to!, createSweeper)
    }
    addStraightLines(pairs, group, points, doors, mode, metres, lines)
  }
  for (const group of onStreets?.groups ?? []) {
    const [from, to] = [selectPoints(onStreets!.places.access, group.places), selectPoints(onStreets!.sites.access, group.sites)]
    addSweep(pairs, group, doors, restrictHierarchy(onStreets!.streets.hierarchy, [...new Set([...from.nodes, ...to.nodes])]), from, to, createSweeper)
    addStraightLines(pairs, group, points, doors, mode, Math.min(metres, SNAP_METRES), lines)
  }
  return pairs.finish((place, ticks) => toTicks(spreadMinutes(places, place, mode, toMinutes(ticks))))
}

function addSweep(pairs: PairList, group: WayGroup, { siteOfDoor }: SiteDoors, part: RestrictedHierarchy, from: AccessPoints, to: AccessPoints, createSweeper: CreateSweeper): void {
  if (from.count === 0 || to.count === 0) return
  const sites = group.sites.map((at) => siteOfDoor[at]!)
  sweepTravelMatrix(part, from, to, createSweeper, (rows, first, count) => {
    for (let row = 0; row < count; row++) pairs.addRow(group.places[first + row]!, sites, rows.subarray(row * to.count, (row + 1) * to.count))
  })
}

function addStraightLines(pairs: PairList, group: WayGroup, points: readonly (Point | undefined)[], doors: SiteDoors, mode: TravelMode, most: number, lines: LinesOverLand): void {
  if (group.places.length === 0 || group.sites.length === 0) return
  const near = new NearbyPoints(group.sites.map((at) => doors.points[at]![0]), group.sites.map((at) => doors.points[at]![1]))
  for (const place of group.places) {
    const found = near.listWithin(points[place]!, most).map(({ at, metres }) => ({ site: doors.siteOfDoor[group.sites[at]!]!, to: doors.points[group.sites[at]!]!, metres, ticks: toTicks(localMinutes(mode, metres)) }))
    // Whether water stops them is asked last: of most pairs the main roads are faster.
    const faster = pairs.selectFaster(place, found)
    pairs.addRow(place, faster.map(({ site }) => site), lines.measure(points[place]!, faster, most).map((metres) => toTicks(localMinutes(mode, metres))))
  }
}

/** Pairs a place; of pairs given twice the shorter time counts. */
class PairList {
  readonly #siteCount: number
  readonly #maximumTicks: number
  readonly #rows: (readonly [sites: Int32Array, ticks: Int32Array])[]
  readonly #best: Int32Array

  constructor(placeCount: number, siteCount: number, maximumTicks: number) {
    this.#siteCount = siteCount
    this.#maximumTicks = maximumTicks
    this.#rows = Array.from({ length: placeCount }, () => [new Int32Array(0), new Int32Array(0)] as const)
    this.#best = new Int32Array(siteCount).fill(-1)
  }

  addRow(place: number, sites: ArrayLike<number>, ticks: ArrayLike<number>): void {
    const best = this.#best
    const touched: number[] = []
    const offer = (site: number, own: number) => {
      if (own > this.#maximumTicks) return
      if (best[site]! < 0) touched.push(site)
      if (best[site]! < 0 || own < best[site]!) best[site] = own
    }
    const [before, beforeTicks] = this.#rows[place]!
    for (let at = 0; at < before.length; at++) offer(before[at]!, beforeTicks[at]!)
    for (let at = 0; at < sites.length; at++) offer(sites[at]!, ticks[at]!)
    const own = Int32Array.from(touched).sort()
    this.#rows[place] = [own, own.map((site) => best[site]!)]
    for (const site of touched) best[site] = -1
  }

  /** Those that are not known to be reached as fast in another way. */
  selectFaster<Way extends { readonly site: number; readonly ticks: number }>(place: number, ways: readonly Way[]): Way[] {
    const [sites, ticks] = this.#rows[place]!
    const best = this.#best
    for (let at = 0; at < sites.length; at++) best[sites[at]!] = ticks[at]!
    const faster = ways.filter((way) => best[way.site]! < 0 || way.ticks < best[way.site]!)
    for (let at = 0; at < sites.length; at++) best[sites[at]!] = -1
    return faster
  }

  /** With times made longer, none shorter; what is then beyond the time is left out. */
  finish(lengthen: (place: number, ticks: number) => number): ReachableSites {
    const rows = this.#rows.map(([sites, ticks], place) => {
      const longer = ticks.map((own) => lengthen(place, own))
      const isWithin = (_: number, at: number) => longer[at]! <= this.#maximumTicks
      return [sites.filter(isWithin), longer.filter(isWithin)] as const
    })
    const firstPairs = new Int32Array(rows.length + 1)
    rows.forEach(([sites], place) => (firstPairs[place + 1] = firstPairs[place]! + sites.length))
    const count = firstPairs[rows.length]!
    const all = { sites: new Int32Array(count), ticks: new Int32Array(count) }
    for (const [place, [sites, ticks]] of rows.entries()) {
      all.sites.set(sites, firstPairs[place])
      all.ticks.set(ticks, firstPairs[place])
    }
    return { placeCount: rows.length, siteCount: this.#siteCount, firstPairs, ...all }
  }
}
