/** Which shortcuts a node needs when it is taken out: for every shortest way through it that has no equal around it. */
import { NodeHeap } from '#engines/reach/node-heap.ts'
import type { RemainingGraph } from '#engines/reach/remaining-graph.ts'
import { UNREACHABLE } from '#engines/reach/road-graph.ts'

/**
 * Looking for a way around stops after so many nodes. Too early means a shortcut too many, never a wrong time.
 * Figures of what this costs are in bench/README.md.
 */
const MOST_SETTLED = 60
/** Among the last, most tied together nodes a shortcut too many costs more than looking further; where all speeds are alike, as on foot, there are many of these. */
const [MANY_NEIGHBOURS, MOST_SETTLED_AMONG_MANY] = [10, 150]

export class ShortcutFinder {
  readonly #graph: RemainingGraph
  readonly #heap = new NodeHeap()
  readonly #ticks: Int32Array
  readonly #seenIn: Int32Array
  #search = 0
  /** What the last call found: pairs of rows in the list of the node, from and to. */
  readonly fromRows: number[] = []
  readonly toRows: number[] = []

  constructor(graph: RemainingGraph) {
    this.#graph = graph
    this.#ticks = new Int32Array(graph.nodeCount)
    this.#seenIn = new Int32Array(graph.nodeCount)
  }

  /** Finds the shortcuts for a node; they are in `fromRows` and `toRows` until the next call. */
  find(node: number): void {
    const { first, size, there, back } = this.#graph
    this.fromRows.length = 0
    this.toRows.length = 0
    const begin = first[node]!
    const end = begin + size[node]!
    for (let from = begin; from < end; from++) {
      const toNode = back[from]!
      if (toNode === UNREACHABLE) continue
      let longest = -1
      for (let to = begin; to < end; to++) if (to !== from && there[to]! < UNREACHABLE && there[to]! > longest) longest = there[to]!
      if (longest < 0) continue
      // Between two neighbours a shortcut is nearly always needed, and joins an edge that may be there.
      if (size[node]! > 2) this.#searchAround(node, from, toNode + longest)
      for (let to = begin; to < end; to++) {
        if (to === from || there[to] === UNREACHABLE) continue
        if (size[node]! > 2 && this.#hasWayAround(this.#graph.neighbours[to]!, toNode + there[to]!)) continue
        this.fromRows.push(from)
        this.toRows.push(to)
      }
    }
  }

  #hasWayAround(target: number, ticks: number): boolean {
    return this.#seenIn[target] === this.#search && this.#ticks[target]! <= ticks
  }

  #searchAround(avoided: number, fromRow: number, limit: number): void {
    const { first, size, neighbours, there } = this.#graph
    const ticks = this.#ticks
    const seenIn = this.#seenIn
    const search = ++this.#search
    const heap = this.#heap
    const most = size[avoided]! > MANY_NEIGHBOURS ? MOST_SETTLED_AMONG_MANY : MOST_SETTLED
    heap.clear()
    const origin = neighbours[fromRow]!
    ticks[origin] = 0
    seenIn[origin] = search
    heap.push(0, origin)
    for (let settled = 0; heap.size > 0 && settled < most; ) {
      const key = heap.minimum
      if (key > limit) return
      const node = heap.pop()
      if (key > ticks[node]!) continue
      settled++
      const end = first[node]! + size[node]!
      for (let row = first[node]!; row < end; row++) {
        const head = neighbours[row]!
        const reached = key + there[row]!
        if (reached > limit || head === avoided) continue
        if (seenIn[head] === search && ticks[head]! <= reached) continue
        seenIn[head] = search
        ticks[head] = reached
        heap.push(reached, head)
      }
    }
  }
}
