/**
 * The part of a road network that is not contracted yet. Every node has a list of its neighbours; an edge stands in the lists of both its ends
 * and holds the times both ways, so a one-way street is an edge with one of them unreachable. The nearest neighbours stand first in a list,
 * so that a search that goes no further than some time need not look at the rest.
 */
import { UNREACHABLE } from '#engines/reach/road-graph.ts'
import type { RoadGraph } from '#engines/reach/road-graph.ts'

/** Rows of the pool are given out in lists that double when full; lists that were left behind are not used again. */
export class RemainingGraph {
  readonly nodeCount: number
  /** Where the list of a node begins, how long it is, and how long it may become where it stands. */
  readonly first: Int32Array
  readonly size: Int32Array
  readonly #capacity: Int32Array
  /** Of every row: the neighbour, ticks to it, ticks from it, and of how many roads it is made. */
  neighbours: Int32Array
  there: Int32Array
  back: Int32Array
  roads: Int32Array
  #used = 0

  constructor(graph: RoadGraph) {
    this.nodeCount = graph.nodeCount
    this.first = new Int32Array(graph.nodeCount)
    this.size = new Int32Array(graph.nodeCount)
    this.#capacity = new Int32Array(graph.nodeCount)
    for (let node = 0; node < graph.nodeCount; node++) this.#capacity[node]! += graph.firstArcs[node + 1]! - graph.firstArcs[node]!
    for (const head of graph.heads) this.#capacity[head]!++
    for (let node = 0; node < graph.nodeCount; node++) {
      // Mostly every road is two-way, so half of the arcs that touch a node are neighbours; a little room is left for shortcuts.
      this.#capacity[node] = (this.#capacity[node]! >> 1) + 2
      this.first[node] = this.#used
      this.#used += this.#capacity[node]!
    }
    const room = Math.ceil(this.#used * 2)
    this.neighbours = new Int32Array(room)
    this.there = new Int32Array(room)
    this.back = new Int32Array(room)
    this.roads = new Int32Array(room)
    for (let node = 0; node < graph.nodeCount; node++) {
      for (let arc = graph.firstArcs[node]!; arc < graph.firstArcs[node + 1]!; arc++) this.connect(node, graph.heads[arc]!, graph.travelTicks[arc]!, UNREACHABLE, 1)
    }
  }

  /** Adds an edge, or improves the one that is there. */
  connect(node: number, other: number, there: number, back: number, roads: number): void {
    this.#improve(node, other, there, back, roads)
    this.#improve(other, node, back, there, roads)
  }

  /** Takes a node out of the lists of its neighbours. Its own list stays as it is. */
  disconnect(node: number): void {
    const end = this.first[node]! + this.size[node]!
    for (let row = this.first[node]!; row < end; row++) {
      const other = this.neighbours[row]!
      const last = this.first[other]! + --this.size[other]!
      let at = this.first[other]!
      while (this.neighbours[at] !== node) at++
      for (; at < last; at++) this.#copyRow(at + 1, at)
    }
  }

  #improve(node: number, other: number, there: number, back: number, roads: number): void {
    const end = this.first[node]! + this.size[node]!
    for (let row = this.first[node]!; row < end; row++) {
      if (this.neighbours[row] !== other) continue
      const roadsNow = there < this.there[row]! || back < this.back[row]! ? roads : this.roads[row]!
      this.#place(this.first[node]!, row, other, Math.min(there, this.there[row]!), Math.min(back, this.back[row]!), roadsNow)
      return
    }
    if (this.size[node] === this.#capacity[node]) this.#move(node)
    this.#place(this.first[node]!, this.first[node]! + this.size[node]!++, other, there, back, roads)
  }

  /** Puts an edge in a row, or in one before it that takes longer; `first` is the first row of the list. */
  #place(first: number, row: number, other: number, there: number, back: number, roads: number): void {
    let at = row
    while (at > first && this.there[at - 1]! > there) this.#copyRow(at - 1, at--)
    this.neighbours[at] = other
    this.there[at] = there
    this.back[at] = back
    this.roads[at] = roads
  }

  #copyRow(from: number, to: number): void {
    this.neighbours[to] = this.neighbours[from]!
    this.there[to] = this.there[from]!
    this.back[to] = this.back[from]!
    this.roads[to] = this.roads[from]!
  }

  /** Gives a node a list of twice the length, at the end of the pool. */
  #move(node: number): void {
    const capacity = 2 * this.#capacity[node]!
    const from = this.first[node]!
    const end = from + this.size[node]!
    if (this.#used + capacity > this.neighbours.length) this.#grow(this.#used + capacity)
    const to = this.#used
    this.#used += capacity
    this.neighbours.copyWithin(to, from, end)
    this.there.copyWithin(to, from, end)
    this.back.copyWithin(to, from, end)
    this.roads.copyWithin(to, from, end)
    this.first[node] = to
    this.#capacity[node] = capacity
  }

  #grow(atLeast: number): void {
    const room = Math.max(atLeast, Math.ceil(this.neighbours.length * 1.5))
    const enlarge = (column: Int32Array) => {
      const larger = new Int32Array(room)
      larger.set(column)
      return larger
    }
    this.neighbours = enlarge(this.neighbours)
    this.there = enlarge(this.there)
    this.back = enlarge(this.back)
    this.roads = enlarge(this.roads)
  }
}
