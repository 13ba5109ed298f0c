/** What can be reached: the sum of what is at the sites, each for as much as it still counts at its travel time (cumulative opportunities; Hansen 1959). */
import type { Decay } from '#engines/reach/decays/decay.ts'
import type { ReachableSites } from '#engines/reach/reachable-sites.ts'

/** Σ amounts × decay a place. `amounts` has a number a site: jobs, pupils' places, beds. Throws a RangeError where their number differs. */
export function sumOpportunities(reachable: ReachableSites, amounts: ArrayLike<number>, decay: Decay): Float64Array {
  if (amounts.length !== reachable.siteCount) throw new RangeError(`${amounts.length} amounts for ${reachable.siteCount} sites`)
  const sums = new Float64Array(reachable.placeCount)
  for (let place = 0; place < reachable.placeCount; place++) {
    for (let pair = reachable.firstPairs[place]!; pair < reachable.firstPairs[place + 1]!; pair++) {
      sums[place]! += amounts[reachable.sites[pair]!]! * decay.weigh(reachable.ticks[pair]!)
    }
  }
  return sums
}
