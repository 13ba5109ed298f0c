/** Minutes from many points to many sites, over the same ways as to the nearest facility. */
import { measureMetres } from '#domain/measure-metres.ts'
import type { AccessPoints } from '#engines/reach/access-points.ts'
import { createPlainSweeper } from '#engines/reach/plain-sweeper.ts'
import { restrictHierarchy } from '#engines/reach/restricted-hierarchy.ts'
import type { RestrictedHierarchy } from '#engines/reach/restricted-hierarchy.ts'
import { OUT_OF_REACH, sweepTravelMatrix } from '#engines/reach/travel-matrix.ts'
import { divideWays, type WayGroup } from '#steps/explore/reach/divide-ways.ts'
import { LinesOverLand } from '#steps/explore/reach/open-water.ts'
import { spreadMinutes, type KnownPlaces } from '#steps/explore/reach/spread-homes.ts'
import { toMinutes } from '#steps/explore/reach/ticks.ts'
import { enterRoads, SNAP_METRES, type Point, type TravelGround } from '#steps/explore/reach/travel-ground.ts'
import { FURTHEST_STRAIGHT_METRES, localMinutes, type TravelMode } from '#steps/explore/reach/travel-modes.ts'

/** A row a point, a column a site: minutes at [point × sites + site], Infinity where it cannot be reached. */
export function measureTravelMinutes(places: KnownPlaces, sites: readonly Point[], mode: TravelMode, ground: TravelGround): Float64Array {
  const { points } = places
  const minutes = new Float64Array(points.length * sites.length).fill(Infinity)
  const finish = () => minutes.map((own, cell) => spreadMinutes(places, Math.floor(cell / sites.length), mode, own))
  const offer = (place: number, site: number, own: number): void => {
    const cell = place * sites.length + site
    if (own < minutes[cell]!) minutes[cell] = own
  }
  const lines = new LinesOverLand(ground.land)
  const goStraight = (group: WayGroup, most: number): void => {
    for (const place of group.places) {
      const all = group.sites.map((site) => ({ site, to: sites[site]!, metres: measureMetres(points[place]!, sites[site]!) }))
      // Whether water stops them is asked last: of most pairs the main roads are faster.
      const faster = all.filter(({ site, metres }) => metres <= most && localMinutes(mode, metres) < minutes[place * sites.length + site]!)
      for (const [at, metres] of lines.measure(points[place]!, faster, most).entries()) offer(place, faster[at]!.site, localMinutes(mode, metres))
    }
  }
  const sweep = (part: RestrictedHierarchy, from: AccessPoints, to: AccessPoints, places?: readonly number[], own?: readonly number[]): void =>
    sweepTravelMatrix(part, from, to, createPlainSweeper, (ticks, first, count) => {
      for (let at = 0; at < count * to.count; at++) {
        if (ticks[at]! >= OUT_OF_REACH) continue
        const [row, column] = [first + Math.floor(at / to.count), at % to.count]
        offer(places?.[row] ?? row, own?.[column] ?? column, toMinutes(ticks[at]!))
      }
    })
  const ways = divideWays(points, sites, mode, ground.streets)
  const { roads } = ground
  for (const group of ways.elsewhere) {
    if (roads !== undefined && mode.onMainRoads && group.places.length > 0 && group.sites.length > 0) {
      const [from, to] = [group.places.map((at) => points[at]), group.sites.map((at) => sites[at])].map((list) => enterRoads(list, mode, roads, ground.land))
      sweep(roads.part, from!, to!, group.places, group.sites)
    }
    goStraight(group, FURTHEST_STRAIGHT_METRES)
  }
  if (ways.onStreets === undefined) return finish()
  const { streets, places: ofPlaces, sites: ofSites, groups } = ways.onStreets
  sweep(restrictHierarchy(streets.hierarchy, [...new Set([...ofPlaces.access.nodes, ...ofSites.access.nodes])]), ofPlaces.access, ofSites.access)
  for (const group of groups) goStraight(group, SNAP_METRES)
  return finish()
}
