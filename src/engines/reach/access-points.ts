/** Places and sites, and the nodes of a network by which each can be entered and left. */
import type { RestrictedHierarchy } from '#engines/reach/restricted-hierarchy.ts'
import { checkNodes, UNREACHABLE } from '#engines/reach/road-graph.ts'

/**
 * Point p is entered at the nodes from `firstNodes[p]` to before `firstNodes[p + 1]` of `nodes`; getting between point and node takes `accessTicks`.
 * A point without nodes cannot be reached, which is allowed: an island, or a facility at sea.
 */
export interface AccessPoints {
  readonly count: number
  readonly firstNodes: Int32Array
  readonly nodes: Int32Array
  readonly accessTicks: Int32Array
}

/** Points that lie on a node each. */
export function createPointsOnNodes(nodes: ArrayLike<number>): AccessPoints {
  const count = nodes.length
  return { count, firstNodes: Int32Array.from({ length: count + 1 }, (_, at) => at), nodes: Int32Array.from(nodes), accessTicks: new Int32Array(count) }
}

/** The points of a list, in its order. Throws a RangeError for a position that is not there. */
export function selectPoints(points: AccessPoints, positions: ArrayLike<number>): AccessPoints {
  checkNodes(positions, points.count, 'position')
  const firstNodes = new Int32Array(positions.length + 1)
  const [nodes, accessTicks]: [number[], number[]] = [[], []]
  for (let at = 0; at < positions.length; at++) {
    for (let own = points.firstNodes[positions[at]!]!; own < points.firstNodes[positions[at]! + 1]!; own++) {
      nodes.push(points.nodes[own]!)
      accessTicks.push(points.accessTicks[own]!)
    }
    firstNodes[at + 1] = nodes.length
  }
  return { count: positions.length, firstNodes, nodes: Int32Array.from(nodes), accessTicks: Int32Array.from(accessTicks) }
}

/** Throws a RangeError for points that do not fit together, or that use a node which is not pinned in the part. */
export function checkAccessPoints(points: AccessPoints, part: RestrictedHierarchy, what: string): void {
  const { count, firstNodes, nodes, accessTicks } = points
  if (firstNodes.length !== count + 1 || firstNodes[count] !== nodes.length || accessTicks.length !== nodes.length) {
    throw new RangeError(`${what}: ${count} points, ${firstNodes.length} beginnings, ${nodes.length} nodes and ${accessTicks.length} access times do not fit together`)
  }
  checkNodes(nodes, part.spotOfNode.length, `${what}: access`)
  for (let at = 0; at < nodes.length; at++) {
    if (part.spotOfNode[nodes[at]!]! < 0) throw new RangeError(`${what}: node ${nodes[at]} is not pinned in this part of the network`)
    if (!(accessTicks[at]! >= 0 && accessTicks[at]! < UNREACHABLE)) throw new RangeError(`${what}: access time ${accessTicks[at]} is not from 0 to below ${UNREACHABLE}`)
  }
}
