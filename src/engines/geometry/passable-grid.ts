/** Where one can go: land, and water so narrow that it is crossed. On cells twice as large as those of the land, so that ways are found quickly. Flat arrays, so that threads can share it. */
import type { LandGrid } from '#engines/geometry/land-grid.ts'

type Point = readonly [x: number, y: number]
/** Tells the length of the straight line between two points. */
export type Measure = (from: Point, to: Point) => number

/** To the sixteen cells around one goes by these steps, their mirror images and their opposites. A way along them is at most 2.8 percent longer than one that may turn anywhere. */
export const STEPS: readonly (readonly [columns: number, rows: number])[] = [[1, 0], [0, 1], [1, 1], [2, 1], [1, 2]]
/** All that lead upwards; `length`: position in STEPS. */
export const UPWARD_STEPS = STEPS.flatMap(([dx, dy], length) => (dx * dy === 0 ? [{ dx, dy, length }] : [{ dx, dy, length }, { dx: -dx, dy, length }]))
/** The largest of a step: so many cells around the land are empty, and no step leaves the array. */
const MARGIN = 2
/** Cells of the land in one of these, each way. */
const COARSER = 2

export interface PassableGrid {
  /** The corner with the smallest coordinates, and the size of a cell. */
  readonly origin: Point
  readonly cell: Point
  readonly columns: number
  readonly rows: number
  /** By row, then by column: 0 where one cannot go, and otherwise the number of a piece; no way leads from one piece to another. */
  readonly pieces: Int32Array
  /** By row, then by step of STEPS: the length of a step upwards from that row. */
  readonly stepLengths: Float64Array
}

export interface Passable {
  /** Water is crossed where it is so wide or less, in the unit of the measure. */
  readonly widest: number
  /** Land of fewer cells is none to go over: an islet in a lake is no bridge. */
  readonly leastCells: number
}

export function createPassableGrid(land: LandGrid, { widest, leastCells }: Passable, measure: Measure): PassableGrid {
  const wide = addMargin(land)
  const passable = makeCoarser(crossNarrowWater(dropIslets(wide, leastCells), widest, measureSteps(wide, measure)))
  const { origin, cell, columns, rows } = passable
  return { origin, cell, columns, rows, pieces: numberPieces(passable.land, UPWARD_STEPS.map(({ dx, dy }) => dy * columns + dx)).pieces, stepLengths: measureSteps(passable, measure) }
}

/** Wide enough for the coarser cells too. */
function addMargin({ origin, cell, columns, rows, land }: LandGrid): LandGrid {
  const margin = COARSER * MARGIN
  const wide = { origin: [origin[0] - margin * cell[0], origin[1] - margin * cell[1]] as const, cell, columns: columns + 2 * margin, rows: rows + 2 * margin }
  const own = new Uint8Array(wide.columns * wide.rows)
  for (let row = 0; row < rows; row++) own.set(land.subarray(row * columns, (row + 1) * columns), (row + margin) * wide.columns + margin)
  return { ...wide, land: own }
}

/** A cell is one to go over where any of the cells in it is. */
function makeCoarser({ origin, cell, columns, rows, land }: LandGrid): LandGrid {
  const coarse = { origin, cell: [cell[0] * COARSER, cell[1] * COARSER] as const, columns: Math.ceil(columns / COARSER), rows: Math.ceil(rows / COARSER) }
  const own = new Uint8Array(coarse.columns * coarse.rows)
  for (let row = 0; row < rows; row++) {
    const first = Math.floor(row / COARSER) * coarse.columns
    for (let column = 0; column < columns; column++) if (land[row * columns + column] === 1) own[first + Math.floor(column / COARSER)] = 1
  }
  return { ...coarse, land: own }
}

function dropIslets(grid: LandGrid, leastCells: number): LandGrid {
  const { columns, land } = grid
  const { pieces, sizes } = numberPieces(land, [1, columns - 1, columns, columns + 1])
  return { ...grid, land: land.map((own, at) => (own === 1 && sizes[pieces[at]!]! < leastCells ? 0 : own)) }
}

function measureSteps({ origin, cell, rows }: LandGrid, measure: Measure): Float64Array {
  return Float64Array.from({ length: rows * STEPS.length }, (_, at) => {
    const [dx, dy] = STEPS[at % STEPS.length]!
    const y = origin[1] + (Math.floor(at / STEPS.length) + 0.5) * cell[1]
    return measure([origin[0], y], [origin[0] + dx * cell[0], y + dy * cell[1]])
  })
}

/** Land, and every cell on a line over at most so much water from land to land, in the directions of the steps. */
function crossNarrowWater(grid: LandGrid, widest: number, stepLengths: Float64Array): LandGrid {
  const { columns, rows, land } = grid
  const crossed = land.slice()
  for (const start of listCoast(grid)) {
    const [column, row] = [start % columns, Math.floor(start / columns)]
    for (const { dx, dy, length } of UPWARD_STEPS) {
      const stride = dy * columns + dx
      const most = Math.floor(widest / stepLengths[row * STEPS.length + length]!)
      for (let water = 0, x = column + dx, y = row + dy; water <= most && x >= 0 && x < columns && y < rows; water++, x += dx, y += dy) {
        if (land[y * columns + x] === 0) continue
        for (let step = 1; step <= water; step++) crossed[start + step * stride] = 1
        break
      }
    }
  }
  return { ...grid, land: crossed }
}

/** Land from which a step upwards leads to water. */
function listCoast({ columns, land }: LandGrid): number[] {
  const strides = Int32Array.from(UPWARD_STEPS, ({ dx, dy }) => dy * columns + dx)
  const coast: number[] = []
  for (let start = 0; start < land.length; start++) {
    if (land[start] === 0) continue
    for (let at = 0; at < strides.length; at++) {
      if (land[start + strides[at]!] === 1) continue
      coast.push(start)
      break
    }
  }
  return coast
}

/** Pieces of what is 1, numbered from 1, where a step leads from each cell of a piece to the next; 0 is none, and has no size. */
function numberPieces(cells: Uint8Array, upwardStrides: readonly number[]): { readonly pieces: Int32Array; readonly sizes: number[] } {
  const strides = Int32Array.from([...upwardStrides, ...upwardStrides.map((stride) => -stride)])
  const pieces = new Int32Array(cells.length)
  const stack = new Int32Array(cells.length)
  const sizes = [0]
  for (let start = 0; start < cells.length; start++) {
    if (cells[start] === 0 || pieces[start] !== 0) continue
    const piece = sizes.length
    let [size, waiting] = [0, 1]
    pieces[start] = piece
    stack[0] = start
    while (waiting > 0) {
      const from = stack[--waiting]!
      size++
      for (let at = 0; at < strides.length; at++) {
        const next = from + strides[at]!
        if (cells[next] === 0 || pieces[next] !== 0) continue
        pieces[next] = piece
        stack[waiting++] = next
      }
    }
    sizes.push(size)
  }
  return { pieces, sizes }
}
