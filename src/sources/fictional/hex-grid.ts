/**
 * The ground under the province: hexagons of about a third of a square kilometre with shaken corners. Three cells meet in every
 * corner, so the outline of any set of cells is a set of rings that never touch themselves, and neighbours
 * share their corners exactly.
 */
import type { Random } from '#sources/fictional/random.ts'

export interface HexGrid {
  readonly cellCount: number
  /** Middle of each cell, km east and north of the south-west corner. */
  readonly x: Float64Array
  readonly y: Float64Array
  /** Six a cell, counter-clockwise from the east; -1 beyond the edge of the grid. */
  readonly neighbours: Int32Array
  /** Six corners a cell, counter-clockwise; side k runs from corner k to corner k + 1 and faces neighbour k. */
  readonly corners: Int32Array
  /** Corners, km. */
  readonly cornerX: Float64Array
  readonly cornerY: Float64Array
  readonly areaSquareKm: Float64Array
}

/** Corners and neighbours in half-cell steps east and north; see the grid's own numbering below. */
const CORNER_STEPS = [[1, -1], [1, 1], [0, 2], [-1, 1], [-1, -1], [0, -2]] as const
const NEIGHBOUR_STEPS = [[2, 0], [1, 3], [-1, 3], [-2, 0], [-1, -3], [1, -3]] as const

/** Largest shift of a corner as a share of the cell width; below 0.25 no side can cross another. */
const SHAKE = 0.19

export function createHexGrid(columns: number, rows: number, cellWidthKm: number, random: Random): HexGrid {
  const cellCount = columns * rows
  const stepX = cellWidthKm / 2
  const stepY = cellWidthKm / Math.sqrt(3) / 2
  const cornerColumns = 2 * columns + 4
  const cornerCount = cornerColumns * (3 * rows + 5)
  const cornerX = new Float64Array(cornerCount)
  const cornerY = new Float64Array(cornerCount)
  for (let corner = 0; corner < cornerCount; corner++) {
    cornerX[corner] = ((corner % cornerColumns) + random.between(-2, 2) * SHAKE) * stepX
    cornerY[corner] = (Math.floor(corner / cornerColumns) + random.between(-2, 2) * SHAKE) * stepY
  }
  const x = new Float64Array(cellCount)
  const y = new Float64Array(cellCount)
  const neighbours = new Int32Array(6 * cellCount)
  const corners = new Int32Array(6 * cellCount)
  for (let cell = 0; cell < cellCount; cell++) {
    const row = Math.floor(cell / columns)
    const east = 2 * (cell % columns) + (row % 2) + 1
    const north = 3 * row + 2
    x[cell] = east * stepX
    y[cell] = north * stepY
    CORNER_STEPS.forEach(([dx, dy], side) => (corners[6 * cell + side] = (north + dy) * cornerColumns + east + dx))
    NEIGHBOUR_STEPS.forEach(([dx, dy], side) => {
      const otherRow = row + dy / 3
      const otherColumn = (east + dx - 1 - (Math.abs(otherRow) % 2)) / 2
      const inside = otherRow >= 0 && otherRow < rows && otherColumn >= 0 && otherColumn < columns
      neighbours[6 * cell + side] = inside ? otherRow * columns + otherColumn : -1
    })
  }
  const grid = { cellCount, x, y, neighbours, corners, cornerX, cornerY, areaSquareKm: new Float64Array(cellCount) }
  for (let cell = 0; cell < cellCount; cell++) grid.areaSquareKm[cell] = measureRing(grid, corners.subarray(6 * cell, 6 * cell + 6))
  return grid
}

/** Signed area of a ring of corners, km²; positive when counter-clockwise. */
export function measureRing({ cornerX, cornerY }: Pick<HexGrid, 'cornerX' | 'cornerY'>, ring: ArrayLike<number>): number {
  let twice = 0
  for (let index = 0; index < ring.length; index++) {
    const from = ring[index] ?? 0
    const to = ring[(index + 1) % ring.length] ?? 0
    twice += (cornerX[from] ?? 0) * (cornerY[to] ?? 0) - (cornerX[to] ?? 0) * (cornerY[from] ?? 0)
  }
  return twice / 2
}

/** Distance between the middles of two cells, km. */
export function measureDistance({ x, y }: HexGrid, from: number, to: number): number {
  return Math.hypot((x[from] ?? 0) - (x[to] ?? 0), (y[from] ?? 0) - (y[to] ?? 0))
}
