/** Instances of the p-median part of OR-Library (Beasley 1990), read or made by the same recipe. */
import { CounterRandom } from '#engines/numeric/philox.ts'
import type { SitingProblem } from '#engines/siting/siting-problem.ts'

export interface GraphInstance {
  readonly nodeCount: number
  readonly openCount: number
  /** Shortest paths, at [from * nodeCount + to]. */
  readonly distances: Float64Array
}

/** First line: nodes, edges, p; then edges `i j cost`, both ways. The last of a repeated edge counts. */
export function parseOrLibrary(text: string): GraphInstance {
  const numbers = text.trim().split(/\s+/).map(Number)
  const [nodeCount = 0, edgeCount = 0, openCount = 0] = numbers
  const distances = createDistances(nodeCount)
  for (let edge = 0; edge < edgeCount; edge++) {
    const [from = 0, to = 0, cost = 0] = numbers.slice(3 + 3 * edge, 6 + 3 * edge)
    connect(distances, nodeCount, from - 1, to - 1, cost)
  }
  spreadShortestPaths(distances, nodeCount)
  return { nodeCount, openCount, distances }
}

/** n² / 50 edges of whole costs from 1 to 100; the first ones make a path through all nodes. */
export function makeOrLibraryLike(nodeCount: number, openCount: number, seed: number): GraphInstance {
  const random = new CounterRandom(seed)
  random.open(nodeCount, openCount)
  const below = (limit: number) => Math.floor(random.next() * limit)
  const distances = createDistances(nodeCount)
  for (let edge = 0; edge < (nodeCount * nodeCount) / 50; edge++) {
    const from = edge < nodeCount - 1 ? edge : below(nodeCount)
    const other = below(nodeCount - 1)
    const to = edge < nodeCount - 1 ? edge + 1 : other < from ? other : other + 1
    connect(distances, nodeCount, from, to, 1 + below(100))
  }
  spreadShortestPaths(distances, nodeCount)
  return { nodeCount, openCount, distances }
}

function createDistances(nodeCount: number): Float64Array {
  const distances = new Float64Array(nodeCount * nodeCount).fill(Infinity)
  for (let node = 0; node < nodeCount; node++) distances[node * nodeCount + node] = 0
  return distances
}

function connect(distances: Float64Array, nodeCount: number, from: number, to: number, cost: number): void {
  distances[from * nodeCount + to] = cost
  distances[to * nodeCount + from] = cost
}

/** All pairs (Floyd 1962). */
function spreadShortestPaths(distances: Float64Array, nodeCount: number): void {
  for (let via = 0; via < nodeCount; via++) {
    const viaRow = distances.subarray(via * nodeCount, (via + 1) * nodeCount)
    for (let from = 0; from < nodeCount; from++) {
      const toVia = distances[from * nodeCount + via]!
      if (toVia === Infinity) continue
      const row = distances.subarray(from * nodeCount, (from + 1) * nodeCount)
      for (let to = 0; to < nodeCount; to++) if (toVia + viaRow[to]! < row[to]!) row[to] = toVia + viaRow[to]!
    }
  }
}

/** Every node is a place with one person and a free site. */
export function toProblem({ nodeCount, distances }: GraphInstance): SitingProblem {
  return { placeCount: nodeCount, siteCount: nodeCount, minutes: distances, weights: new Float64Array(nodeCount).fill(1), siteRules: new Uint8Array(nodeCount) }
}
