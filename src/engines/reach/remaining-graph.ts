/**
 * The part of a road network that is not contracted yet. Every node has a list of its neighbours; an edge stands in the lists of both its ends
 * and holds the times both ways, so a one-way street is an edge with one of them unreachable.
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
      this.neighbours[at] = this.neighbours[last]!
      this.there[at] = this.there[last]!
      this.back[at] = this.back[last]!
      this.roads[at] = this.roads[last]!
    }
  }

  #improve(node: number, other: number, there: number, back: number, roads: number): void {
    const end = this.first[node]! + this.size[node]!
    for (let row = this.first[node]!; row < end; row++) {
      if (this.neighbours[row] !== other) continue
      if (there < this.there[row]! || back < this.back[row]!) this.roads[row] = roads
      if (there < this.there[row]!) this.there[row] = there
      if (back < this.back[row]!) this.back[row] = back
      return
    }
    if (this.size[node] === this.#capacity[node]) this.#move(node)
    const row = this.first[node]! + this.size[node]!++
    this.neighbours[row] = other
    this.there[row] = there
    this.back[row] = back
    this.roads[row] = roads
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
