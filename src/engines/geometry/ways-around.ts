/** The shortest way over a grid of where one can go, from one point to many (Dijkstra, with the buckets of Dial 1969). */
import { STEPS, UPWARD_STEPS } from '#engines/geometry/passable-grid.ts'
import type { Measure, PassableGrid } from '#engines/geometry/passable-grid.ts'

type Point = readonly [x: number, y: number]

export class WaysAround {
  readonly #grid: PassableGrid
  readonly #measure: Measure
  readonly #steps: readonly { readonly stride: number; readonly firstRow: number; readonly length: number }[]
  /** No step is shorter: what lies in one bucket does not shorten anything else in it. */
  readonly #bucketWidth: number
  /** Infinity everywhere between two questions. */
  readonly #lengths: Float64Array

  /** `measure` as the grid was made with. */
  constructor(grid: PassableGrid, measure: Measure) {
    this.#grid = grid
    this.#measure = measure
    this.#steps = UPWARD_STEPS.flatMap(({ dx, dy, length }) => [{ stride: dy * grid.columns + dx, firstRow: 0, length }, { stride: -dy * grid.columns - dx, firstRow: -dy, length }])
    this.#bucketWidth = grid.stepLengths.reduce((least, own) => Math.min(least, own))
    this.#lengths = new Float64Array(grid.pieces.length).fill(Infinity)
  }

  /** Lengths of the ways to other points; Infinity where one is longer than `most`, or there is none, and it may be where `enough` others are shorter. The same in both directions. */
  measureWays(from: Point, to: readonly Point[], most: number, enough = Infinity): Float64Array {
    const { pieces } = this.#grid
    const starts = this.#listEntrances(from)
    const ownPieces = new Set(starts.map(({ cell }) => pieces[cell]))
    const ends = to.map((point) => this.#listEntrances(point).filter(({ cell }) => ownPieces.has(pieces[cell]!)))
    const { known, touched } = this.#spread(starts, ends.filter((own) => own.length > 0), most, enough)
    const found = Float64Array.from(ends, (own) => this.#findLength(own)).map((length) => (length <= known ? length : Infinity))
    for (const cell of touched) this.#lengths[cell] = Infinity
    return found
  }

  #findLength(end: readonly Entrance[]): number {
    return end.reduce((least, { cell, length }) => Math.min(least, this.#lengths[cell]! + length), Infinity)
  }

  /** Fills in lengths until those of enough ends are known. Returns up to which length all are, and the cells that it filled in. */
  #spread(starts: readonly Entrance[], ends: readonly (readonly Entrance[])[], most: number, enough: number): { readonly known: number; readonly touched: number[] } {
    const { columns, pieces, stepLengths } = this.#grid
    const [lengths, width, touched]: [Float64Array, number, number[]] = [this.#lengths, this.#bucketWidth, []]
    const buckets: number[][] = Array.from({ length: Math.floor(most / width) + 1 }, () => [])
    const reach = (cell: number, length: number) => {
      if (length >= lengths[cell]! || length > most) return
      if (lengths[cell] === Infinity) touched.push(cell)
      lengths[cell] = length
      buckets[Math.floor(length / width)]!.push(cell)
    }
    for (const { cell, length } of starts) reach(cell, length)
    for (const [at, bucket] of buckets.entries()) {
      const known = at * width
      if (ends.reduce((count, end) => count + Number(this.#findLength(end) <= known), 0) >= Math.min(enough, ends.length)) return { known, touched }
      for (const cell of bucket) {
        const length = lengths[cell]!
        // It was reached again by a shorter way, and had its turn.
        if (length < known) continue
        const row = Math.floor(cell / columns)
        for (const step of this.#steps) {
          const next = cell + step.stride
          if (pieces[next] !== 0) reach(next, length + stepLengths[(row + step.firstRow) * STEPS.length + step.length]!)
        }
      }
    }
    return { known: most, touched }
  }

  /** A point enters at its own cell and the eight around it. */
  #listEntrances(point: Point): Entrance[] {
    const { origin, cell, columns, rows, pieces } = this.#grid
    const [column, row] = [Math.floor((point[0] - origin[0]) / cell[0]), Math.floor((point[1] - origin[1]) / cell[1])]
    const found: Entrance[] = []
    for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
      for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
        const middle = [origin[0] + (x + 0.5) * cell[0], origin[1] + (y + 0.5) * cell[1]] as const
        if (pieces[y * columns + x] !== 0) found.push({ cell: y * columns + x, length: this.#measure(point, middle) })
      }
    }
    return found
  }
}

interface Entrance {
  readonly cell: number
  readonly length: number
}
