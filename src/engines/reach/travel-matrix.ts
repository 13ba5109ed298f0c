/** Travel times from many points to many others, sixteen origins a sweep. */
import { checkAccessPoints, selectPoints } from '#engines/reach/access-points.ts'
import type { AccessPoints } from '#engines/reach/access-points.ts'
import type { RestrictedHierarchy } from '#engines/reach/restricted-hierarchy.ts'
import { UNREACHABLE } from '#engines/reach/road-graph.ts'

/** Origins that are swept together. */
export const LANES = 16

/** The inner loop, apart so that a faster one can take its place: times of 16 origins to all spots, from `sweep` to `sweep`, 16 numbers a spot. */
export type SweepDown = (part: RestrictedHierarchy, ticks: Int32Array) => void

/**
 * Ticks from every origin to every destination, an origin a row, handed over block by block: at most `LANES` rows from `firstRow`, in memory that is used again.
 * `UNREACHABLE` where there is no way. Throws a RangeError for points that are not pinned in the part.
 */
export function sweepTravelMatrix(
  part: RestrictedHierarchy,
  origins: AccessPoints,
  destinations: AccessPoints,
  takeBlock: (ticks: Int32Array, firstRow: number, rowCount: number) => void,
  sweepDown: SweepDown = sweepDownPlainly,
): void {
  checkAccessPoints(origins, part, 'origins')
  checkAccessPoints(destinations, part, 'destinations')
  const sweep = new Int32Array(part.spotCount * LANES)
  const climber = new Climber(part, sweep)
  const block = new Int32Array(LANES * destinations.count)
  for (let first = 0; first < origins.count; first += LANES) {
    const count = Math.min(LANES, origins.count - first)
    sweep.fill(UNREACHABLE)
    climber.climb(selectPoints(origins, Int32Array.from({ length: count }, (_, lane) => first + lane)))
    sweepDown(part, sweep)
    gather(part, sweep, destinations, count, block)
    takeBlock(block, first, count)
  }
}

/** The meaning of the inner loop: in order of importance every spot takes the best of what is above it. */
export function sweepDownPlainly({ spotCount, firstEdges, aboveSpots, downTicks }: RestrictedHierarchy, ticks: Int32Array): void {
  for (let spot = 0; spot < spotCount; spot++) {
    const own = spot * LANES
    for (let edge = firstEdges[spot]!; edge < firstEdges[spot + 1]!; edge++) {
      const above = aboveSpots[edge]! * LANES
      const edgeTicks = downTicks[edge]!
      for (let lane = 0; lane < LANES; lane++) {
        const reached = ticks[above + lane]! + edgeTicks
        if (reached < ticks[own + lane]!) ticks[own + lane] = reached
      }
    }
  }
}

/** From origins up: only the few hundred spots above each, in their order. */
class Climber {
  readonly #part: RestrictedHierarchy
  readonly #sweep: Int32Array
  readonly #seenIn: Int32Array
  #round = 0

  constructor(part: RestrictedHierarchy, sweep: Int32Array) {
    this.#part = part
    this.#sweep = sweep
    this.#seenIn = new Int32Array(part.spotCount)
  }

  climb(origins: AccessPoints): void {
    const { firstEdges, aboveSpots, upTicks, spotOfNode } = this.#part
    const ticks = this.#sweep
    const starts: number[] = []
    for (let lane = 0; lane < origins.count; lane++) {
      for (let at = origins.firstNodes[lane]!; at < origins.firstNodes[lane + 1]!; at++) {
        const spot = spotOfNode[origins.nodes[at]!]!
        ticks[spot * LANES + lane] = Math.min(ticks[spot * LANES + lane]!, origins.accessTicks[at]!)
        starts.push(spot)
      }
    }
    for (const spot of this.#listAbove(starts)) {
      for (let edge = firstEdges[spot]!; edge < firstEdges[spot + 1]!; edge++) {
        const above = aboveSpots[edge]! * LANES
        for (let lane = 0; lane < LANES; lane++) {
          const reached = ticks[spot * LANES + lane]! + upTicks[edge]!
          if (reached < ticks[above + lane]!) ticks[above + lane] = reached
        }
      }
    }
  }

  /** The spots and all above them, the least important first. */
  #listAbove(starts: readonly number[]): Int32Array {
    const { firstEdges, aboveSpots } = this.#part
    const round = ++this.#round
    const found: number[] = []
    const see = (spot: number) => {
      if (this.#seenIn[spot] === round) return
      this.#seenIn[spot] = round
      found.push(spot)
    }
    starts.forEach(see)
    for (let at = 0; at < found.length; at++) {
      for (let edge = firstEdges[found[at]!]!; edge < firstEdges[found[at]! + 1]!; edge++) see(aboveSpots[edge]!)
    }
    return Int32Array.from(found).sort().reverse()
  }
}

function gather(part: RestrictedHierarchy, sweep: Int32Array, destinations: AccessPoints, laneCount: number, block: Int32Array): void {
  const { count, firstNodes, nodes, accessTicks } = destinations
  block.fill(UNREACHABLE)
  for (let point = 0; point < count; point++) {
    for (let at = firstNodes[point]!; at < firstNodes[point + 1]!; at++) {
      const spot = part.spotOfNode[nodes[at]!]! * LANES
      for (let lane = 0; lane < laneCount; lane++) {
        const reached = sweep[spot + lane]! + accessTicks[at]!
        if (reached < block[lane * count + point]!) block[lane * count + point] = reached
      }
    }
  }
}
