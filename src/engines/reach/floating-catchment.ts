/**
 * How much of a facility there is for everybody, with neighbours who use it too: the two-step floating catchment area method.
 * Step 1: supply of a site ÷ people who can reach it. Step 2: the sum of those ratios over the sites that a place can reach.
 */
import type { Decay } from '#engines/reach/decays/decay.ts'
import type { ReachableSites } from '#engines/reach/reachable-sites.ts'

/**
 * `enhanced`: people and ratios count by the decay (Luo & Qi 2009, E2SFCA); with a step decay this is the plain method (Luo & Wang 2003).
 * It takes all supply as used even where everybody is far from it.
 * `modified`: the decay counts twice in step 2 (Delamater 2013, M2SFCA), so that supply which is far from everybody is partly out of reach.
 * `choice`: people are first divided over the sites by decay (Wan, Zou & Sternberg 2012, 3SFCA), so that demand is not counted again at every site.
 */
export const CATCHMENT_METHODS = ['enhanced', 'modified', 'choice'] as const
export type CatchmentMethod = (typeof CATCHMENT_METHODS)[number]

export interface FloatingCatchment {
  /** Supply a person, a place. Supply that is within reach of nobody reaches nobody. */
  readonly supplyPerPerson: Float64Array
  /** People who count for a site, weighed by the decay. */
  readonly demand: Float64Array
  /** Sites that nobody can reach. */
  readonly unreachedSites: readonly number[]
}

/** Throws a RangeError for numbers of people or supply that do not fit, or are negative. */
export function computeFloatingCatchment(
  reachable: ReachableSites,
  people: ArrayLike<number>,
  supply: ArrayLike<number>,
  decay: Decay,
  method: CatchmentMethod = 'enhanced',
): FloatingCatchment {
  checkAmounts(people, reachable.placeCount, 'people', 'places')
  checkAmounts(supply, reachable.siteCount, 'supply', 'sites')
  const { placeCount, siteCount, firstPairs, sites, ticks } = reachable
  const weights = Float64Array.from(ticks, (own) => decay.weigh(own))
  const shares = method === 'choice' ? divideOverSites(reachable, weights) : new Float64Array(weights.length).fill(1)
  const demand = new Float64Array(siteCount)
  for (let place = 0; place < placeCount; place++) {
    for (let pair = firstPairs[place]!; pair < firstPairs[place + 1]!; pair++) demand[sites[pair]!]! += people[place]! * weights[pair]! * shares[pair]!
  }
  const supplyPerPerson = new Float64Array(placeCount)
  for (let place = 0; place < placeCount; place++) {
    for (let pair = firstPairs[place]!; pair < firstPairs[place + 1]!; pair++) {
      const site = sites[pair]!
      if (demand[site] === 0) continue
      const weight = method === 'modified' ? weights[pair]! ** 2 : weights[pair]! * shares[pair]!
      supplyPerPerson[place]! += (supply[site]! / demand[site]!) * weight
    }
  }
  return { supplyPerPerson, demand, unreachedSites: [...demand.keys()].filter((site) => demand[site] === 0) }
}

/** The share of each place that goes to each site it can reach, in [0, 1]; they add up to 1 a place that reaches anything. */
function divideOverSites({ placeCount, firstPairs }: ReachableSites, weights: Float64Array): Float64Array {
  const shares = new Float64Array(weights.length)
  for (let place = 0; place < placeCount; place++) {
    let sum = 0
    for (let pair = firstPairs[place]!; pair < firstPairs[place + 1]!; pair++) sum += weights[pair]!
    for (let pair = firstPairs[place]!; sum > 0 && pair < firstPairs[place + 1]!; pair++) shares[pair] = weights[pair]! / sum
  }
  return shares
}

function checkAmounts(amounts: ArrayLike<number>, count: number, what: string, ofWhat: string): void {
  if (amounts.length !== count) throw new RangeError(`${amounts.length} numbers of ${what} for ${count} ${ofWhat}`)
  for (let at = 0; at < amounts.length; at++) {
    if (!(amounts[at]! >= 0 && amounts[at]! < Infinity)) throw new RangeError(`${what} of number ${at} of the ${ofWhat} is ${amounts[at]}: it must be 0 or more`)
  }
}
