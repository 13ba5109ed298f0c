/**
 * Where nobody goes in a straight line: over open water. Land is what lies in the shape of a municipality, so the sea, the large lakes and other countries are not.
 * Islands need no list: no straight line leads to them, and no main road.
 */
import { createLandGrid, findLongestGap } from '#engines/geometry/land-grid.ts'
import type { LandGrid } from '#engines/geometry/land-grid.ts'
import { measureMetres } from '#domain/measure-metres.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { shareArrays } from '#steps/explore/reach/share-arrays.ts'
import { findIndexedShapes } from '#steps/see/extent.ts'
import { memoize } from '#steps/see/memo.ts'

type Point = readonly [longitude: number, latitude: number]

/** Bridges for everybody are built over rivers, up to about 1,200 metres (Hollandsch Diep, Haringvliet). Beyond this people take a main road, or a ferry that is not known. */
export const WIDEST_WATER_METRES = 2000
/** About 250 metres at 52° north; borders are simplified to about that. */
const CELL_DEGREES = [0.0036, 0.0022] as const

/** Undefined where the package has no shapes of municipalities: then no water is known. */
export const getLand = memoize((statistics: Statistics): LandGrid | undefined => {
  const land = createLandGrid(findIndexedShapes(statistics, 'municipality')?.geometries ?? [], CELL_DEGREES)
  return land && shareArrays(land)
})

/** Whether a straight line leads over more water, or other country, than it may. */
export function crossesOpenWater(land: LandGrid | undefined, from: Point, to: Point, metres = measureMetres(from, to)): boolean {
  return land !== undefined && metres > WIDEST_WATER_METRES && findLongestGap(land, from, to) * metres > WIDEST_WATER_METRES
}
