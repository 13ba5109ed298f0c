/** The meaning of a sweep, in plain TypeScript. */
import type { AccessPoints } from '#engines/reach/access-points.ts'
import type { RestrictedHierarchy } from '#engines/reach/restricted-hierarchy.ts'
import { OUT_OF_REACH, ORIGINS_A_SWEEP } from '#engines/reach/travel-matrix.ts'
import type { Sweeper } from '#engines/reach/travel-matrix.ts'

export function createPlainSweeper(part: RestrictedHierarchy, destinations: AccessPoints): Sweeper {
  const times = new Uint16Array(part.spotCount)
  const rows = new Uint16Array(ORIGINS_A_SWEEP * destinations.count)
  return {
    destinationCount: destinations.count,
    sweep(origins, first, count) {
      for (let lane = 0; lane < count; lane++) {
        times.fill(OUT_OF_REACH)
        enter(part, origins, first + lane, times)
        climb(part, times)
        descend(part, times)
        for (let point = 0; point < destinations.count; point++) rows[lane * destinations.count + point] = leave(part, destinations, point, times)
      }
      return rows.subarray(0, count * destinations.count)
    },
  }
}

const add = (time: number, ticks: number): number => Math.min(OUT_OF_REACH, time + ticks)

function enter(part: RestrictedHierarchy, { firstNodes, nodes, accessTicks }: AccessPoints, origin: number, times: Uint16Array): void {
  for (let at = firstNodes[origin]!; at < firstNodes[origin + 1]!; at++) {
    const spot = part.spotOfNode[nodes[at]!]!
    times[spot] = Math.min(times[spot]!, accessTicks[at]!)
  }
}

/** In reverse order of importance every spot gives its time to what is above it. */
function climb({ spotCount, firstEdges, aboveSpots, upTicks }: RestrictedHierarchy, times: Uint16Array): void {
  for (let spot = spotCount - 1; spot >= 0; spot--) {
    for (let edge = firstEdges[spot]!; edge < firstEdges[spot + 1]!; edge++) {
      times[aboveSpots[edge]!] = Math.min(times[aboveSpots[edge]!]!, add(times[spot]!, upTicks[edge]!))
    }
  }
}

/** In order of importance every spot takes the best of what is above it. */
function descend({ spotCount, firstEdges, aboveSpots, downTicks }: RestrictedHierarchy, times: Uint16Array): void {
  for (let spot = 0; spot < spotCount; spot++) {
    for (let edge = firstEdges[spot]!; edge < firstEdges[spot + 1]!; edge++) {
      times[spot] = Math.min(times[spot]!, add(times[aboveSpots[edge]!]!, downTicks[edge]!))
    }
  }
}

function leave(part: RestrictedHierarchy, { firstNodes, nodes, accessTicks }: AccessPoints, point: number, times: Uint16Array): number {
  let best = OUT_OF_REACH
  for (let at = firstNodes[point]!; at < firstNodes[point + 1]!; at++) best = Math.min(best, add(times[part.spotOfNode[nodes[at]!]!]!, accessTicks[at]!))
  return best
}
