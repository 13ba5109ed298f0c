/** Where there is land, as a grid of cells: quick to ask for every line between two points. Flat arrays, so that threads can share it. */
import { getBox, listPolygons } from '#engines/geometry/point-in-polygon.ts'
import type { Geometry, Position } from 'geojson'

type Point = readonly [x: number, y: number]

export interface LandGrid {
  /** The corner with the smallest coordinates, and the size of a cell. */
  readonly origin: Point
  readonly cell: Point
  readonly columns: number
  readonly rows: number
  /** By row, then by column: 1 where the middle of the cell lies in a shape. */
  readonly land: Uint8Array
}

/** Even-odd rule for each polygon, so that a lake left out of a shape is no land. Undefined where there is no polygon. */
export function createLandGrid(geometries: Iterable<Geometry>, cell: Point): LandGrid | undefined {
  const all = [...geometries]
  const boxes = all.map(getBox)
  const [west, south] = [Math.min(...boxes.map((box) => box[0])), Math.min(...boxes.map((box) => box[1]))]
  const [east, north] = [Math.max(...boxes.map((box) => box[2])), Math.max(...boxes.map((box) => box[3]))]
  if (!Number.isFinite(west + south + east + north)) return undefined
  const [columns, rows] = [Math.ceil((east - west) / cell[0]) || 1, Math.ceil((north - south) / cell[1]) || 1]
  const grid = { origin: [west, south] as const, cell, columns, rows, land: new Uint8Array(columns * rows) }
  for (const rings of all.flatMap(listPolygons)) fillPolygon(grid, rings)
  return grid
}

/** Whether the cell that a point lies in is land. */
export function isLandAt({ origin, cell, columns, rows, land }: LandGrid, [x, y]: Point): boolean {
  const [column, row] = [Math.floor((x - origin[0]) / cell[0]), Math.floor((y - origin[1]) / cell[1])]
  return column >= 0 && column < columns && row >= 0 && row < rows && land[row * columns + column] === 1
}

/** The same grid, with every cell that a border leads through as land too: a dam narrower than a cell is then whole. */
export function addBorders(grid: LandGrid, geometries: Iterable<Geometry>): LandGrid {
  const land = grid.land.slice()
  for (const ring of [...geometries].flatMap(listPolygons).flat()) {
    for (let at = 1; at < ring.length; at++) traceLine({ ...grid, land }, ring[at - 1]!, ring[at]!)
  }
  return { ...grid, land }
}

function traceLine({ origin, cell, columns, rows, land }: LandGrid, from: Position, to: Position): void {
  const [x, y] = [(from[0]! - origin[0]) / cell[0], (from[1]! - origin[1]) / cell[1]]
  const [dx, dy] = [(to[0]! - from[0]!) / cell[0], (to[1]! - from[1]!) / cell[1]]
  const steps = Math.max(1, Math.ceil(2 * Math.max(Math.abs(dx), Math.abs(dy))))
  for (let step = 0; step <= steps; step++) {
    // What lies on the last edge of the grid belongs to its last cell.
    const [column, row] = [Math.min(columns - 1, Math.floor(x + (dx * step) / steps)), Math.min(rows - 1, Math.floor(y + (dy * step) / steps))]
    land[Math.max(0, row) * columns + Math.max(0, column)] = 1
  }
}

/** Row by row: land between every odd border that a row crosses and the next. */
function fillPolygon({ origin, cell, columns, rows, land }: LandGrid, rings: readonly Position[][]): void {
  const ys = rings.flatMap((ring) => ring.map(([, y = 0]) => (y - origin[1]) / cell[1]))
  const [first, last] = [Math.max(0, Math.floor(Math.min(...ys))), Math.min(rows - 1, Math.ceil(Math.max(...ys)))]
  for (let row = first; row <= last; row++) {
    const borders = rings.flatMap((ring) => listCrossings(ring, origin[1] + (row + 0.5) * cell[1])).toSorted((a, b) => a - b)
    for (let at = 0; at + 1 < borders.length; at += 2) {
      const [from, to] = [Math.ceil((borders[at]! - origin[0]) / cell[0] - 0.5), Math.ceil((borders[at + 1]! - origin[0]) / cell[0] - 0.5)]
      land.fill(1, row * columns + Math.max(0, from), row * columns + Math.min(columns, to))
    }
  }
}

function listCrossings(ring: readonly Position[], y: number): number[] {
  const crossings: number[] = []
  let [previousX = 0, previousY = 0] = ring.at(-1) ?? []
  for (const [x = 0, ownY = 0] of ring) {
    if (ownY > y !== previousY > y) crossings.push(x + ((previousX - x) * (y - ownY)) / (previousY - ownY))
    ;[previousX, previousY] = [x, ownY]
  }
  return crossings
}

/** The longest part of a straight line that is no land, as a share of it in [0, 1]. Looks at least twice in every cell on the way. */
export function findLongestGap({ origin, cell, columns, rows, land }: LandGrid, from: Point, to: Point): number {
  const [x, y] = [(from[0] - origin[0]) / cell[0], (from[1] - origin[1]) / cell[1]]
  const [dx, dy] = [(to[0] - from[0]) / cell[0], (to[1] - from[1]) / cell[1]]
  const steps = Math.max(1, Math.ceil(2 * Math.max(Math.abs(dx), Math.abs(dy))))
  let [longest, length] = [0, 0]
  for (let step = 0; step < steps; step++) {
    const [column, row] = [Math.floor(x + (dx * (step + 0.5)) / steps), Math.floor(y + (dy * (step + 0.5)) / steps)]
    const isLand = column >= 0 && column < columns && row >= 0 && row < rows && land[row * columns + column] === 1
    length = isLand ? 0 : length + 1
    if (length > longest) longest = length
  }
  return longest / steps
}
