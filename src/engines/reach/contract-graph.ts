/**
 * Contraction hierarchy (Geisberger, Sanders, Schultes & Delling 2008): nodes are taken out one by one, the least important first, and shortcuts
 * keep the travel times between those that stay. The shortest way between any two nodes then goes up and down again in importance.
 */
import { NodeHeap } from '#engines/reach/node-heap.ts'
import { RemainingGraph } from '#engines/reach/remaining-graph.ts'
import type { RoadGraph } from '#engines/reach/road-graph.ts'
import { UNREACHABLE } from '#engines/reach/road-graph.ts'
import { ShortcutFinder } from '#engines/reach/shortcut-finder.ts'

/**
 * Nodes by rank, 0 the least important. Rank r has edges to higher ranks only, at `firstEdges[r]` to before `firstEdges[r + 1]`:
 * `upTicks` is the time from r to the higher one, `downTicks` the time from the higher one to r.
 */
export interface ContractionHierarchy {
  readonly nodeCount: number
  readonly rankOfNode: Int32Array
  readonly firstEdges: Int32Array
  readonly higherRanks: Int32Array
  readonly upTicks: Int32Array
  readonly downTicks: Int32Array
}

/** Builds the hierarchy of a graph. `onProgress` hears the share of nodes done, in [0, 1], now and then. */
export function contractGraph(graph: RoadGraph, onProgress: (share: number) => void = () => {}): ContractionHierarchy {
  const contraction = new Contraction(graph)
  contraction.run(onProgress)
  return contraction.collect()
}

/** Beside a level. */
const WEIGHT_OF_SHORTCUTS = 2

class Contraction {
  readonly #graph: RemainingGraph
  readonly #finder: ShortcutFinder
  readonly #queue: NodeHeap
  /** One more than the highest level of the nodes that were taken out beside it. */
  readonly #levels: Int32Array
  /** Whether something around the node changed since its importance was reckoned. */
  readonly #stale: Uint8Array
  readonly #order: Int32Array
  #done = 0

  constructor(graph: RoadGraph) {
    this.#graph = new RemainingGraph(graph)
    this.#finder = new ShortcutFinder(this.#graph)
    this.#levels = new Int32Array(graph.nodeCount)
    this.#stale = new Uint8Array(graph.nodeCount).fill(1)
    this.#order = new Int32Array(graph.nodeCount)
    this.#queue = new NodeHeap(graph.nodeCount + 1)
    for (let node = 0; node < graph.nodeCount; node++) this.#queue.push(guessImportance(this.#graph.size[node]!), node)
  }

  run(onProgress: (share: number) => void): void {
    const { nodeCount } = this.#graph
    while (this.#queue.size > 0) {
      const node = this.#queue.pop()
      this.#finder.find(node)
      if (this.#stale[node] === 1) {
        this.#stale[node] = 0
        const importance = this.#weigh(node)
        if (importance > this.#queue.minimum) {
          this.#queue.push(importance, node)
          continue
        }
      }
      this.#takeOut(node)
      if (this.#done % 16_384 === 0) onProgress(this.#done / nodeCount)
    }
  }

  /**
   * The terms of RoutingKit: level, shortcuts made for every edge that goes, and the roads in them for every road that goes. Low is taken out first.
   * There all weigh the same; where the level weighs less, the neighbours of what was taken out are reckoned again less often in vain.
   */
  #weigh(node: number): number {
    const { first, size, roads } = this.#graph
    const { fromRows, toRows } = this.#finder
    let gone = 1
    let roadsGone = 1
    for (let row = first[node]!; row < first[node]! + size[node]!; row++) {
      gone += 2
      roadsGone += 2 * roads[row]!
    }
    let roadsMade = 0
    for (let at = 0; at < fromRows.length; at++) roadsMade += roads[fromRows[at]!]! + roads[toRows[at]!]!
    return this.#levels[node]! + WEIGHT_OF_SHORTCUTS * (fromRows.length / gone + roadsMade / roadsGone)
  }

  #takeOut(node: number): void {
    const graph = this.#graph
    const { fromRows, toRows } = this.#finder
    graph.disconnect(node)
    for (let at = 0; at < fromRows.length; at++) {
      const [from, to] = [fromRows[at]!, toRows[at]!]
      graph.connect(graph.neighbours[from]!, graph.neighbours[to]!, graph.back[from]! + graph.there[to]!, UNREACHABLE, graph.roads[from]! + graph.roads[to]!)
    }
    const end = graph.first[node]! + graph.size[node]!
    for (let row = graph.first[node]!; row < end; row++) {
      const neighbour = graph.neighbours[row]!
      this.#levels[neighbour] = Math.max(this.#levels[neighbour]!, this.#levels[node]! + 1)
      this.#stale[neighbour] = 1
    }
    this.#order[this.#done++] = node
  }

  collect(): ContractionHierarchy {
    const { nodeCount, first, size, neighbours, there, back } = this.#graph
    const rankOfNode = new Int32Array(nodeCount)
    const firstEdges = new Int32Array(nodeCount + 1)
    for (let rank = 0; rank < nodeCount; rank++) {
      rankOfNode[this.#order[rank]!] = rank
      firstEdges[rank + 1] = firstEdges[rank]! + size[this.#order[rank]!]!
    }
    const edgeCount = firstEdges[nodeCount]!
    const [higherRanks, upTicks, downTicks] = [new Int32Array(edgeCount), new Int32Array(edgeCount), new Int32Array(edgeCount)]
    for (let rank = 0; rank < nodeCount; rank++) {
      const node = this.#order[rank]!
      for (let at = 0; at < size[node]!; at++) {
        const edge = firstEdges[rank]! + at
        higherRanks[edge] = rankOfNode[neighbours[first[node]! + at]!]!
        upTicks[edge] = there[first[node]! + at]!
        downTicks[edge] = back[first[node]! + at]!
      }
    }
    return { nodeCount, rankOfNode, firstEdges, higherRanks, upTicks, downTicks }
  }
}

/** Before anything is reckoned: ends of roads first, then bends, then crossings. */
function guessImportance(neighbourCount: number): number {
  return neighbourCount <= 1 ? 0 : neighbourCount / 2
}
