/** Growing over the grid from one or more cells, nearest first: territories, village centres and roads come from it. */
import { measureDistance, type HexGrid } from '#sources/fictional/hex-grid.ts'
import type { Random } from '#sources/fictional/random.ts'

export interface Spread {
  /** Position of the seed that reached each cell first, -1 where none did. */
  readonly owner: Int32Array
  /** The cell from which each cell was reached, -1 at seeds. */
  readonly parent: Int32Array
  /** Cells in the order in which they were reached. */
  readonly order: readonly number[]
}

export interface SpreadOptions {
  readonly seeds: readonly number[]
  /** Cost of entering each cell, above 0. */
  readonly cost: Float64Array
  readonly isAllowed: (cell: number) => boolean
  /** Ends the growth after this cell. */
  readonly stop?: (cell: number, reached: number) => boolean
}

/** Dijkstra from all seeds at once. Every territory is connected, whatever the costs. */
export function spread(grid: HexGrid, { seeds, cost, isAllowed, stop }: SpreadOptions): Spread {
  const owner = new Int32Array(grid.cellCount).fill(-1)
  const parent = new Int32Array(grid.cellCount).fill(-1)
  const order: number[] = []
  const queue = createQueue<{ cell: number; from: number; seed: number }>()
  seeds.forEach((cell, seed) => queue.push(0, { cell, from: -1, seed }))
  for (let entry = queue.pop(); entry; entry = queue.pop()) {
    const { cell, from, seed } = entry.item
    if (owner[cell] !== -1) continue
    owner[cell] = seed
    parent[cell] = from
    order.push(cell)
    if (stop?.(cell, order.length)) break
    for (let side = 0; side < 6; side++) {
      const next = grid.neighbours[6 * cell + side] ?? -1
      if (next >= 0 && owner[next] === -1 && isAllowed(next)) queue.push(entry.priority + (cost[next] ?? 1), { cell: next, from: cell, seed })
    }
  }
  return { owner, parent, order }
}

/** Costs between 0.35 and 1.65 at random, so that borders wind. */
export function createWindingCosts(grid: HexGrid, random: Random): Float64Array {
  return Float64Array.from({ length: grid.cellCount }, () => random.between(0.35, 1.65))
}

/** Cells far from each other and from those already chosen (best of ten tries each). */
export function pickSpread(grid: HexGrid, candidates: readonly number[], count: number, chosen: readonly number[], random: Random): number[] {
  const picked = [...chosen]
  const added: number[] = []
  while (added.length < Math.min(count, candidates.length)) {
    let best = -1
    let bestDistance = -1
    for (let attempt = 0; attempt < 10; attempt++) {
      const cell = random.pick(candidates)
      const distance = Math.min(1e9, ...picked.map((other) => measureDistance(grid, cell, other)))
      if (distance > bestDistance) [best, bestDistance] = [cell, distance]
    }
    if (bestDistance <= 0) break
    picked.push(best)
    added.push(best)
  }
  return added
}

/** A binary heap; of equal priorities the one pushed first comes out first, so that the result does not depend on the heap. */
function createQueue<Item>(): { push(priority: number, item: Item): void; pop(): { priority: number; item: Item } | undefined } {
  const heap: { priority: number; turn: number; item: Item }[] = []
  let turn = 0
  const isBefore = (a: number, b: number): boolean => {
    const [left, right] = [heap[a], heap[b]]
    if (!left || !right) return false
    return left.priority < right.priority || (left.priority === right.priority && left.turn < right.turn)
  }
  const swap = (a: number, b: number): void => {
    const [left, right] = [heap[a], heap[b]]
    if (left && right) [heap[a], heap[b]] = [right, left]
  }
  return {
    push(priority, item) {
      heap.push({ priority, turn: turn++, item })
      for (let at = heap.length - 1; at > 0; at = (at - 1) >> 1) {
        if (!isBefore(at, (at - 1) >> 1)) break
        swap(at, (at - 1) >> 1)
      }
    },
    pop() {
      const first = heap[0]
      const last = heap.pop()
      if (!first || !last || heap.length === 0) return first
      heap[0] = last
      for (let at = 0; ; ) {
        let least = at
        if (isBefore(2 * at + 1, least)) least = 2 * at + 1
        if (isBefore(2 * at + 2, least)) least = 2 * at + 2
        if (least === at) return first
        swap(at, least)
        at = least
      }
    },
  }
}
