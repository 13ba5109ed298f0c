/** Facilities that lie where nobody can go: at sea, or abroad. A wrong coordinate shows here, by name. */
import type { Facility } from '#domain/facility.ts'
import { remember } from '#domain/remember.ts'
import { containsPoint } from '#engines/geometry/point-in-polygon.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getHomePoints } from '#steps/explore/reach/home-points.ts'
import { NearbyPoints } from '#steps/explore/reach/nearby-points.ts'
import { FURTHEST_SNAP_METRES } from '#steps/explore/reach/travel-ground.ts'
import type { Point, TravelGround } from '#steps/explore/reach/travel-ground.ts'
import type { TravelMode } from '#steps/explore/reach/travel-modes.ts'
import { findIndexedShapes, listLevelsWithShapes } from '#steps/see/extent.ts'
import { memoize } from '#steps/see/memo.ts'

/** Whoever is so near to a home is no further from an area than the people there. */
const NEAR_HOME_METRES = 3000

const getJudged = memoize(() => remember((_mode: TravelMode['id']) => new WeakMap<Facility, boolean>()))

/**
 * Those of which an address is further from every road than anybody goes to get to one, and in no area; where the package has no shapes, far from every home.
 * Each is looked at once for a way of travelling: a scenario has most facilities of the base.
 */
export function findOutside(statistics: Statistics, facilities: readonly Facility[], mode: TravelMode, ground: TravelGround): Facility[] {
  const judged = getJudged(statistics)(mode.id)
  const others = facilities.filter((facility) => !judged.has(facility))
  const outside = new Set(others.length === 0 ? [] : listOutside(statistics, others, mode, ground))
  for (const facility of others) judged.set(facility, outside.has(facility))
  return facilities.filter((facility) => judged.get(facility))
}

function listOutside(statistics: Statistics, facilities: readonly Facility[], { accessMetres }: TravelMode, { roads, streets }: TravelGround): Facility[] {
  const homes = getHomePoints(statistics).points.filter((point) => point !== undefined)
  const nearHomes = new NearbyPoints(homes.map(([longitude]) => longitude), homes.map(([, latitude]) => latitude))
  const isNear = (nodes: NearbyPoints | undefined, point: Point, metres: number) => nodes?.findNearest(point, metres) !== undefined
  const isFar = (point: Point) => !isNear(nearHomes, point, NEAR_HOME_METRES) && !isNear(roads?.nodes, point, accessMetres) && !isNear(streets?.nodes, point, FURTHEST_SNAP_METRES)
  const listFar = ({ point, furtherPoints = [] }: Facility) => [point, ...furtherPoints].filter(isFar)
  const far = facilities.filter((one) => listFar(one).length > 0)
  if (far.length === 0) return []
  const isInside = createLocator(statistics)
  return far.filter((one) => !listFar(one).every(isInside))
}

function createLocator(statistics: Statistics): (point: Point) => boolean {
  // The largest areas that have shapes cover what the smaller ones do.
  const shapes = listLevelsWithShapes(statistics).map((level) => findIndexedShapes(statistics, level)!)[0]
  if (shapes !== undefined) {
    return ([x, y]) => shapes.boxes.some(([west, south, east, north], at) => x >= west && x <= east && y >= south && y <= north && containsPoint(shapes.geometries.at(at)!, x, y))
  }
  return () => false
}
