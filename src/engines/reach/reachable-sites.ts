/** Which sites every place can reach within a time, and how long that takes: the list that opportunities, catchments and siting work on. */
import type { AccessPoints } from '#engines/reach/access-points.ts'
import { createPlainSweeper } from '#engines/reach/plain-sweeper.ts'
import type { RestrictedHierarchy } from '#engines/reach/restricted-hierarchy.ts'
import { OUT_OF_REACH, sweepTravelMatrix } from '#engines/reach/travel-matrix.ts'
import type { CreateSweeper } from '#engines/reach/travel-matrix.ts'

/** The sites that place p reaches stand from `firstPairs[p]` to before `firstPairs[p + 1]`, by number. */
export interface ReachableSites {
  readonly placeCount: number
  readonly siteCount: number
  readonly firstPairs: Int32Array
  readonly sites: Int32Array
  readonly ticks: Int32Array
}

/** All pairs of a place and a site with at most `maximumTicks` from the one to the other. Throws a RangeError for points that are not pinned, or a maximum that does not fit in 16 bits. */
export function listReachableSites(
  part: RestrictedHierarchy,
  places: AccessPoints,
  sites: AccessPoints,
  maximumTicks: number,
  createSweeper: CreateSweeper = createPlainSweeper,
): ReachableSites {
  if (!(maximumTicks >= 0 && maximumTicks < OUT_OF_REACH)) throw new RangeError(`at most ${maximumTicks} ticks: it must be from 0 to below ${OUT_OF_REACH}`)
  const firstPairs = new Int32Array(places.count + 1)
  const [reached, times]: [number[], number[]] = [[], []]
  sweepTravelMatrix(part, places, sites, createSweeper, (rows, first, count) => {
    for (let row = 0; row < count; row++) {
      for (let site = 0; site < sites.count; site++) {
        const ticks = rows[row * sites.count + site]!
        if (ticks > maximumTicks) continue
        reached.push(site)
        times.push(ticks)
      }
      firstPairs[first + row + 1] = reached.length
    }
  })
  return { placeCount: places.count, siteCount: sites.count, firstPairs, sites: Int32Array.from(reached), ticks: Int32Array.from(times) }
}
