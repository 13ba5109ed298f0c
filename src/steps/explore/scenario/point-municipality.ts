/** In which municipality a point lies; in none at sea and across the border. */
import { listPredecessors } from '#domain/area-successors.ts'
import type { AreaCode } from '#domain/area.ts'
import { createPolygonLookup } from '#engines/geometry/point-in-polygon.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getHomePoints } from '#steps/explore/reach/home-points.ts'
import { NearbyPoints } from '#steps/explore/reach/nearby-points.ts'
import { findIndexedShapes } from '#steps/see/extent.ts'
import { memoize } from '#steps/see/memo.ts'

type Point = readonly [longitude: number, latitude: number]

/** Simplified borders cut off quays and dunes: so near to a buurt a point still belongs to it. */
const NEAR_A_BUURT_METRES = 1000
/** No municipality is larger. */
const FAR_METRES = 100_000

/** The municipality of the reference year that a point lies in. Undefined at sea and abroad. */
export const getMunicipalityFinder = memoize((statistics: Statistics): ((point: Point) => AreaCode | undefined) => {
  const shapes = findIndexedShapes(statistics, 'municipality')
  const lookUp = createPolygonLookup(shapes?.geometries ?? [])
  const homes = getHomePoints(statistics)
  const known = homes.points.flatMap((point, at) => (point === undefined ? [] : [{ point, area: homes.areas[at]! }]))
  const near = new NearbyPoints(known.map(({ point }) => point[0]), known.map(({ point }) => point[1]))
  const successors = listSuccessorsByCode(statistics)
  return (point) => {
    const code = shapes?.codes[lookUp(...point) ?? -1]
    const nearest = near.findNearest(point, code === undefined ? NEAR_A_BUURT_METRES : FAR_METRES)
    const ofBuurt = nearest && known[nearest.at]!.area.parents.municipality
    if (code === undefined) return ofBuurt
    const options = successors.get(code) ?? [code]
    // Divided over several: that of the nearest buurt.
    return options.length === 1 || ofBuurt === undefined || !options.includes(ofBuurt) ? options[0] : ofBuurt
  }
})

/** Shapes may be of an earlier year than the municipalities. */
function listSuccessorsByCode(statistics: Statistics): ReadonlyMap<AreaCode, readonly AreaCode[]> {
  const all = statistics.listAreas('municipality')
  const successors = new Map<AreaCode, AreaCode[]>()
  for (const position of statistics.listPositions('municipality', statistics.referenceYear)) {
    const { code } = all[position]!
    for (const former of listPredecessors(statistics.boundaryChanges, code)) successors.set(former, [...(successors.get(former) ?? []), code])
  }
  // Who lives on is itself, also where it gave land away.
  for (const position of statistics.listPositions('municipality', statistics.referenceYear)) successors.set(all[position]!.code, [all[position]!.code])
  return successors
}
