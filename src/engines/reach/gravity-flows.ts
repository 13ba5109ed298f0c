/**
 * How many people go from every place to every other, by a gravity model that keeps to who lives there (Huff 1963; Wilson 1971, production-constrained):
 * T_ij = O_i · M_j · f(t_ij) ÷ Σ_k M_k · f(t_ik). The more there is and the nearer it is, the more go.
 */
import type { Decay } from '#engines/reach/decays/decay.ts'
import type { ReachableSites } from '#engines/reach/reachable-sites.ts'

export interface GravityFlows {
  /** Amounts of the pairs of `reachable`, in their order; those of one place add up to its people. */
  readonly amounts: Float64Array
  /** Places from which nothing that draws people can be reached; their people go nowhere. */
  readonly stranded: readonly number[]
}

/** `people` has a number a place, `mass` a number a site: what draws people there. Throws a RangeError where their numbers differ, or one is below 0. */
export function computeGravityFlows(reachable: ReachableSites, people: ArrayLike<number>, mass: ArrayLike<number>, decay: Decay): GravityFlows {
  checkAmounts(people, reachable.placeCount, 'people', 'places')
  checkAmounts(mass, reachable.siteCount, 'mass', 'sites')
  const { placeCount, firstPairs, sites, ticks } = reachable
  const amounts = new Float64Array(sites.length)
  const stranded: number[] = []
  for (let place = 0; place < placeCount; place++) {
    let pull = 0
    for (let pair = firstPairs[place]!; pair < firstPairs[place + 1]!; pair++) {
      amounts[pair] = mass[sites[pair]!]! * decay.weigh(ticks[pair]!)
      pull += amounts[pair]!
    }
    const share = pull > 0 ? people[place]! / pull : 0
    if (pull === 0 && people[place]! > 0) stranded.push(place)
    for (let pair = firstPairs[place]!; pair < firstPairs[place + 1]!; pair++) amounts[pair]! *= share
  }
  return { amounts, stranded }
}

function checkAmounts(amounts: ArrayLike<number>, count: number, what: string, ofWhat: string): void {
  if (amounts.length !== count) throw new RangeError(`${amounts.length} numbers of ${what} for ${count} ${ofWhat}`)
  for (let at = 0; at < amounts.length; at++) {
    if (!(amounts[at]! >= 0 && amounts[at]! < Infinity)) throw new RangeError(`${what} of number ${at} of the ${ofWhat} is ${amounts[at]}: it must be 0 or more`)
  }
}
