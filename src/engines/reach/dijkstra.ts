/** Travel times by the algorithm of Dijkstra (1959): slow and plain. It says what the fast ones must answer, and serves small graphs. */
import { NodeHeap } from '#engines/reach/node-heap.ts'
import { checkNodes, UNREACHABLE } from '#engines/reach/road-graph.ts'
import type { RoadGraph } from '#engines/reach/road-graph.ts'

/** Ticks from the nearest of the origins to every node, `UNREACHABLE` where there is no way. Throws a RangeError for an unknown node. */
export function findTravelTicks(graph: RoadGraph, origins: ArrayLike<number>): Uint32Array {
  checkNodes(origins, graph.nodeCount, 'origin')
  const { firstArcs, heads, travelTicks } = graph
  const ticks = new Uint32Array(graph.nodeCount).fill(UNREACHABLE)
  const heap = new NodeHeap()
  for (let at = 0; at < origins.length; at++) {
    if (ticks[origins[at]!] === 0) continue
    ticks[origins[at]!] = 0
    heap.push(0, origins[at]!)
  }
  while (heap.size > 0) {
    const key = heap.minimum
    const node = heap.pop()
    if (key > ticks[node]!) continue
    for (let arc = firstArcs[node]!; arc < firstArcs[node + 1]!; arc++) {
      const head = heads[arc]!
      const reached = key + travelTicks[arc]!
      if (reached >= ticks[head]!) continue
      ticks[head] = reached
      heap.push(reached, head)
    }
  }
  return ticks
}

/** The same roads the other way: from-to becomes to-from. */
export function reverseGraph(graph: RoadGraph): RoadGraph {
  const { nodeCount, firstArcs, heads, travelTicks } = graph
  const reversedFirst = new Uint32Array(nodeCount + 1)
  for (const head of heads) reversedFirst[head + 1]!++
  for (let node = 0; node < nodeCount; node++) reversedFirst[node + 1]! += reversedFirst[node]!
  const next = reversedFirst.slice()
  const reversedHeads = new Uint32Array(heads.length)
  const reversedTicks = new Uint32Array(heads.length)
  for (let node = 0; node < nodeCount; node++) {
    for (let arc = firstArcs[node]!; arc < firstArcs[node + 1]!; arc++) {
      const at = next[heads[arc]!]!++
      reversedHeads[at] = node
      reversedTicks[at] = travelTicks[arc]!
    }
  }
  return { nodeCount, firstArcs: reversedFirst, heads: reversedHeads, travelTicks: reversedTicks }
}
