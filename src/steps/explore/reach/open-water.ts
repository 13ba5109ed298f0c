/**
 * Where nobody goes in a straight line: over open water. Land is what lies in the shape of a municipality, so the sea, the large lakes and other countries are not.
 * Where water stops a line the way leads around it, over land. Islands need no list: no straight line leads to them, no way around, and no main road.
 */
import { measureMetres } from '#domain/measure-metres.ts'
import { addBorders, createLandGrid, findLongestGap, isLandAt } from '#engines/geometry/land-grid.ts'
import type { LandGrid } from '#engines/geometry/land-grid.ts'
import { createPassableGrid } from '#engines/geometry/passable-grid.ts'
import type { PassableGrid } from '#engines/geometry/passable-grid.ts'
import { WaysAround } from '#engines/geometry/ways-around.ts'
import { shareArrays } from '#steps/explore/reach/share-arrays.ts'
import { nextTurn } from '#steps/shared/turns.ts'
import type { Geometry } from 'geojson'

type Point = readonly [longitude: number, latitude: number]

/** Bridges for everybody are built over rivers, up to about 1,200 metres (Hollandsch Diep, Haringvliet). Beyond this people take a main road, or a ferry that is not known. */
export const WIDEST_WATER_METRES = 2000
/** About 250 metres at 52° north; borders are simplified to about that. */
const CELL_DEGREES = [0.0036, 0.0022] as const

/** Who goes around crosses where it is narrow, over the widest bridges; a straight line may cross those rivers aslant. On the grid water up to 1 kilometre is always crossed, and over 2 never. */
const WIDEST_BRIDGE_METRES = 1250
/** About ten square kilometres: Tiengemeten and the islets of the Grevelingen are smaller, the Wadden islands where people live larger. */
const LEAST_ISLAND_CELLS = 160

export interface Land {
  /** What a straight line is held against. */
  readonly grid: LandGrid
  /** Over what a way around leads: land, dams, and water that is not open. */
  readonly passable: PassableGrid
}

/** Undefined where there is no shape: then no water is known. `findPassable` may do on another thread what `createPassable` does. */
export async function createLand(municipalities: Iterable<Geometry>, findPassable: (land: LandGrid) => PassableGrid | Promise<PassableGrid> = createPassable): Promise<Land | undefined> {
  const shapes = [...municipalities]
  const grid = createLandGrid(shapes, CELL_DEGREES)
  if (grid === undefined) return undefined
  // Some forty milliseconds until here: what follows is not part of that stretch.
  await nextTurn()
  // Dams and bridges over open water are drawn as strips of a few metres.
  return shareArrays({ grid, passable: await findPassable(shareArrays(addBorders(grid, shapes))) })
}

/** Where a way around may lead. */
export const createPassable = (land: LandGrid): PassableGrid => createPassableGrid(land, { widest: WIDEST_BRIDGE_METRES, leastCells: LEAST_ISLAND_CELLS }, measureMetres)

/** Whether a point lies in a municipality. Where no shapes are known all is land. */
export const isOnLand = (land: Land | undefined, point: Point): boolean => land === undefined || isLandAt(land.grid, point)

/** Whether a straight line leads over more water, or other country, than it may. */
export function crossesOpenWater(land: Land | undefined, from: Point, to: Point, metres = measureMetres(from, to)): boolean {
  return land !== undefined && metres > WIDEST_WATER_METRES && findLongestGap(land.grid, from, to) * metres > WIDEST_WATER_METRES
}

export interface Line {
  readonly to: Point
  readonly metres: number
}

/** Straight lines, and around open water where it stops them. Keeps memory for the ways around: make one for many questions. */
export class LinesOverLand {
  readonly #land: Land | undefined
  readonly #ways: WaysAround | undefined

  constructor(land: Land | undefined) {
    this.#land = land
    this.#ways = land && new WaysAround(land.passable, measureMetres)
  }

  isStopped(from: Point, { to, metres }: Line): boolean {
    return crossesOpenWater(this.#land, from, to, metres)
  }

  /** Metres around the water for lines that it stops, never less than straight; Infinity where that is more than `most`, or where water lies all around, and it may be where `enough` others are nearer. The same in both directions. */
  measureAround(from: Point, stopped: readonly Line[], most: number, enough?: number): Float64Array {
    if (stopped.length === 0) return new Float64Array(0)
    return this.#ways!.measureWays(from, stopped.map(({ to }) => to), most, enough).map((around, at) => Math.max(around, stopped[at]!.metres))
  }

  /** Metres straight where that may be, and otherwise around. */
  measure(from: Point, lines: readonly Line[], most: number): Float64Array {
    const lengths = Float64Array.from(lines, ({ metres }) => metres)
    const stopped = [...lines.keys()].filter((at) => this.isStopped(from, lines[at]!))
    const around = this.measureAround(from, stopped.map((at) => lines[at]!), most)
    for (const [at, line] of stopped.entries()) lengths[line] = around[at]!
    return lengths
  }
}
