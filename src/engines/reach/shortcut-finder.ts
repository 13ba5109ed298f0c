/** Which shortcuts a node needs when it is taken out: for every shortest way through it that has no equal around it. */
import { NodeHeap } from '#engines/reach/node-heap.ts'
import type { RemainingGraph } from '#engines/reach/remaining-graph.ts'
import { UNREACHABLE } from '#engines/reach/road-graph.ts'

/**
 * Looking for a way around stops after so many nodes. Too early means a shortcut too many, never a wrong time.
 * Figures of what this costs are in bench/README.md.
 */
const MOST_SETTLED = 60

export class ShortcutFinder {
  readonly #graph: RemainingGraph
  readonly #heap = new NodeHeap()
  readonly #ticks: Int32Array
  readonly #seenIn: Int32Array
  /** In which search a node is a target to which no way around was found yet, and how long that may be. */
  readonly #openIn: Int32Array
  readonly #bounds: Int32Array
  #search = 0
  /** The open target that may take longest, as a row; rows before `#begin` are of other nodes. */
  #furthest = 0
  #begin = 0
  /** What the last call found: pairs of rows in the list of the node, from and to. */
  readonly fromRows: number[] = []
  readonly toRows: number[] = []

  constructor(graph: RemainingGraph) {
    this.#graph = graph
    this.#ticks = new Int32Array(graph.nodeCount)
    this.#seenIn = new Int32Array(graph.nodeCount)
    this.#openIn = new Int32Array(graph.nodeCount)
    this.#bounds = new Int32Array(graph.nodeCount)
  }

  /** Finds the shortcuts for a node; they are in `fromRows` and `toRows` until the next call. */
  find(node: number): void {
    const { first, size, neighbours, there, back } = this.#graph
    this.fromRows.length = 0
    this.toRows.length = 0
    this.#begin = first[node]!
    const end = this.#begin + size[node]!
    // Between two neighbours a shortcut is nearly always needed, and joins an edge that may be there.
    const mayBePassed = size[node]! > 2
    for (let from = this.#begin; from < end; from++) {
      if (back[from] === UNREACHABLE) continue
      this.#openTargets(from, end)
      if (mayBePassed) this.#searchAround(node, neighbours[from]!)
      for (let to = this.#begin; to <= this.#furthest; to++) {
        const target = neighbours[to]!
        if (this.#openIn[target] !== this.#search || (mayBePassed && this.#hasLastStep(target, back[from]! + there[to]!, node))) continue
        this.fromRows.push(from)
        this.toRows.push(to)
      }
    }
  }

  /** All that can be reached through the node; as its list goes by time, the last of them is the furthest. */
  #openTargets(from: number, end: number): void {
    const { neighbours, there, back } = this.#graph
    this.#search++
    this.#furthest = this.#begin - 1
    for (let to = this.#begin; to < end; to++) {
      const bound = back[from]! + there[to]!
      if (bound >= UNREACHABLE) break
      if (to === from) continue
      this.#openIn[neighbours[to]!] = this.#search
      this.#bounds[neighbours[to]!] = bound
      this.#furthest = to
    }
  }

  /** Gives the longest time that matters from now on, −1 when no target is open. */
  #close(target: number): number {
    const { neighbours } = this.#graph
    this.#openIn[target] = 0
    while (this.#furthest >= this.#begin && this.#openIn[neighbours[this.#furthest]!] !== this.#search) this.#furthest--
    return this.#furthest < this.#begin ? -1 : this.#bounds[neighbours[this.#furthest]!]!
  }

  /** Whether one road more from what was seen is a way around: the search need not go to the end for that. */
  #hasLastStep(target: number, bound: number, avoided: number): boolean {
    const { first, size, neighbours, back } = this.#graph
    const end = first[target]! + size[target]!
    for (let row = first[target]!; row < end; row++) {
      const tail = neighbours[row]!
      if (this.#seenIn[tail] === this.#search && tail !== avoided && this.#ticks[tail]! + back[row]! <= bound) return true
    }
    return false
  }

  #searchAround(avoided: number, origin: number): void {
    if (this.#furthest < this.#begin) return
    const { first, size, neighbours, there } = this.#graph
    const [ticks, seenIn, heap, search] = [this.#ticks, this.#seenIn, this.#heap, this.#search]
    let limit = this.#bounds[neighbours[this.#furthest]!]!
    heap.clear()
    ticks[origin] = 0
    seenIn[origin] = search
    heap.push(0, origin)
    for (let settled = 0; heap.size > 0 && settled < MOST_SETTLED; ) {
      const key = heap.minimum
      if (key > limit) return
      const node = heap.pop()
      if (key > ticks[node]!) continue
      settled++
      const end = first[node]! + size[node]!
      for (let row = first[node]!; row < end; row++) {
        const reached = key + there[row]!
        if (reached > limit) break
        const head = neighbours[row]!
        if (head === avoided || (seenIn[head] === search && ticks[head]! <= reached)) continue
        seenIn[head] = search
        ticks[head] = reached
        if (this.#openIn[head] === search && reached <= this.#bounds[head]!) limit = this.#close(head)
        if (reached + there[first[head]!]! <= limit) heap.push(reached, head)
      }
    }
  }
}
