/** A road network for one mode of travel: nodes, and one-way arcs with a travel time. Pure numbers, no places. */

/**
 * Arcs by the node they leave from: those of node n stand at `firstArcs[n]` to before `firstArcs[n + 1]`.
 * Travel times are whole ticks. What a tick is, is up to the caller (this project takes tenths of a second), as long as the longest way stays below `UNREACHABLE`.
 */
export interface RoadGraph {
  readonly nodeCount: number
  readonly firstArcs: Uint32Array
  readonly heads: Uint32Array
  readonly travelTicks: Uint32Array
}

/** The travel time of what cannot be reached. Two of them still fit in 31 bits, so adding never overflows. */
export const UNREACHABLE = 0x3fff_ffff

/**
 * Makes a graph of arcs in any order, each from `tails[i]` to `heads[i]`. Arcs from a node to itself are of no use and left out.
 * Throws a RangeError, naming the arc, for a node that is not there or a time that is not a whole number from 0 to below `UNREACHABLE`.
 */
export function createRoadGraph(nodeCount: number, tails: ArrayLike<number>, heads: ArrayLike<number>, travelTicks: ArrayLike<number>): RoadGraph {
  checkArcs(nodeCount, tails, heads, travelTicks)
  const firstArcs = new Uint32Array(nodeCount + 1)
  for (let arc = 0; arc < tails.length; arc++) if (tails[arc] !== heads[arc]) firstArcs[tails[arc]! + 1]!++
  for (let node = 0; node < nodeCount; node++) firstArcs[node + 1]! += firstArcs[node]!
  const next = firstArcs.slice()
  const sortedHeads = new Uint32Array(firstArcs[nodeCount]!)
  const sortedTicks = new Uint32Array(firstArcs[nodeCount]!)
  for (let arc = 0; arc < tails.length; arc++) {
    if (tails[arc] === heads[arc]) continue
    const at = next[tails[arc]!]!++
    sortedHeads[at] = heads[arc]!
    sortedTicks[at] = travelTicks[arc]!
  }
  return { nodeCount, firstArcs, heads: sortedHeads, travelTicks: sortedTicks }
}

/** Throws a RangeError for a node that the graph does not have. */
export function checkNodes(nodes: ArrayLike<number>, nodeCount: number, what: string): void {
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]!
    if (!Number.isInteger(node) || node < 0 || node >= nodeCount) throw new RangeError(`${what} ${at} is node ${node}, but nodes are 0 to ${nodeCount - 1}`)
  }
}

function checkArcs(nodeCount: number, tails: ArrayLike<number>, heads: ArrayLike<number>, travelTicks: ArrayLike<number>): void {
  if (!Number.isInteger(nodeCount) || nodeCount < 1) throw new RangeError(`${nodeCount} nodes: there must be at least 1`)
  if (tails.length !== heads.length || tails.length !== travelTicks.length) {
    throw new RangeError(`${tails.length} tails, ${heads.length} heads and ${travelTicks.length} travel times: every arc has one of each`)
  }
  checkNodes(tails, nodeCount, 'the tail of arc')
  checkNodes(heads, nodeCount, 'the head of arc')
  for (let arc = 0; arc < travelTicks.length; arc++) {
    const ticks = travelTicks[arc]!
    if (!Number.isInteger(ticks) || ticks < 0 || ticks >= UNREACHABLE) throw new RangeError(`arc ${arc} takes ${ticks} ticks: it must be a whole number from 0 to below ${UNREACHABLE}`)
  }
}
