/** The pieces of a network: within one every node can be reached from every other (strongly connected components; Tarjan 1972, without recursion). */
import type { RoadGraph } from '#engines/reach/road-graph.ts'

export interface StrongPieces {
  /** The piece of every node; pieces are numbered by their size, the largest 0, and equally large ones by their lowest node. */
  readonly pieceOfNode: Int32Array
  /** How many nodes each piece has, never rising. */
  readonly sizes: Int32Array
}

export function findStrongPieces(graph: RoadGraph): StrongPieces {
  const { nodeCount } = graph
  const found = new Int32Array(nodeCount).fill(-1)
  const sizes = new PieceFinder(graph, found).run()
  const lowest = new Int32Array(sizes.length).fill(nodeCount)
  for (let node = nodeCount - 1; node >= 0; node--) lowest[found[node]!] = node
  const order = Int32Array.from(sizes.keys()).sort((a, b) => sizes[b]! - sizes[a]! || lowest[a]! - lowest[b]!)
  const rank = new Int32Array(sizes.length)
  order.forEach((piece, at) => (rank[piece] = at))
  return { pieceOfNode: found.map((piece) => rank[piece]!), sizes: order.map((piece) => sizes[piece]!) }
}

class PieceFinder {
  readonly #graph: RoadGraph
  readonly #pieces: Int32Array
  /** When a node was first seen, from 1; 0 for not yet. */
  readonly #seen: Int32Array
  /** The earliest seen node that is known to be reached from it, among those that are open. */
  readonly #low: Int32Array
  readonly #nextArc: Uint32Array
  readonly #way: number[] = []
  readonly #open: number[] = []
  readonly #sizes: number[] = []
  #clock = 0

  constructor(graph: RoadGraph, pieces: Int32Array) {
    this.#graph = graph
    this.#pieces = pieces
    this.#seen = new Int32Array(graph.nodeCount)
    this.#low = new Int32Array(graph.nodeCount)
    this.#nextArc = graph.firstArcs.slice(0, graph.nodeCount)
  }

  run(): number[] {
    for (let start = 0; start < this.#graph.nodeCount; start++) {
      if (this.#seen[start] !== 0) continue
      this.#enter(start)
      while (this.#way.length > 0) this.#step(this.#way.at(-1)!)
    }
    return this.#sizes
  }

  #enter(node: number): void {
    this.#seen[node] = this.#low[node] = ++this.#clock
    this.#way.push(node)
    this.#open.push(node)
  }

  /** Goes on along the next arc of a node, or leaves it after the last. */
  #step(node: number): void {
    const { firstArcs, heads } = this.#graph
    if (this.#nextArc[node]! < firstArcs[node + 1]!) {
      const head = heads[this.#nextArc[node]!++]!
      if (this.#seen[head] === 0) this.#enter(head)
      else if (this.#pieces[head]! < 0) this.#low[node] = Math.min(this.#low[node]!, this.#seen[head]!)
      return
    }
    this.#way.pop()
    const from = this.#way.at(-1)
    if (from !== undefined) this.#low[from] = Math.min(this.#low[from]!, this.#low[node]!)
    if (this.#low[node] === this.#seen[node]) this.#close(node)
  }

  /** Everything that was opened since this node is one piece with it. */
  #close(node: number): void {
    let size = 0
    for (let last = -1; last !== node; size++) {
      last = this.#open.pop()!
      this.#pieces[last] = this.#sizes.length
    }
    this.#sizes.push(size)
  }
}
