/**
 * Who goes where: people of origins divided over sites, such that every site has as many as were counted there (Wilson 1971, the doubly constrained
 * model; Huff 1964 for the choice behind it). The shares that come out are kept when the people change, and shared out anew when a site closes.
 */
import { fitMargins } from '#engines/numeric/fit-margins.ts'

/** The sites that origin o may choose stand from `firstPairs[o]` to before `firstPairs[o + 1]`. */
export interface ChoicePairs {
  readonly originCount: number
  readonly siteCount: number
  readonly firstPairs: Int32Array
  readonly sites: Int32Array
  /** How much a site counts for the origin when all sites are equally liked: above 0, less the further away. */
  readonly weights: Float64Array
}

export interface Catchment {
  readonly pairs: ChoicePairs
  /** For every pair: users of the site a person of the origin. */
  readonly usePerPerson: Float64Array
  /** The largest difference, over origins, between users a person and those of all origins together, as a share of the latter. */
  readonly largestDeparture: number
}

export interface ClosedCatchment extends Catchment {
  /** Origins of which every site closed: their people go nowhere. */
  readonly withoutSite: readonly number[]
}

const FIT = { mostRounds: 300, tolerance: 1e-4 }

/**
 * Flows in proportion to people × weight, scaled until origins have the same users a person and sites have the users that were counted. The sites come
 * last and hold exactly; where too many users were counted for the people near by, users a person differ there. Throws a RangeError for arrays that do not
 * fit, people or users below 0, nobody at all, a site with users that no origin can choose, or an origin without sites.
 */
export function fitCatchment(pairs: ChoicePairs, people: Float64Array, users: Float64Array): Catchment {
  checkPairs(pairs, people, users)
  const { originCount, firstPairs, sites, weights } = pairs
  const originOfPair = listOrigins(pairs)
  const perPerson = add(users) / add(people)
  const seed = weights.map((weight, pair) => weight * people[originOfPair[pair]!]!)
  const margins = [
    { totalOfCell: originOfPair, totals: people.map((own) => own * perPerson) },
    { totalOfCell: sites, totals: users },
  ]
  const { cells } = fitMargins(seed, margins, FIT)
  const usePerPerson = new Float64Array(sites.length)
  let largestDeparture = 0
  for (let origin = 0; origin < originCount; origin++) {
    const [from, to] = [firstPairs[origin]!, firstPairs[origin + 1]!]
    if (people[origin]! > 0) {
      for (let pair = from; pair < to; pair++) usePerPerson[pair] = cells[pair]! / people[origin]!
      largestDeparture = Math.max(largestDeparture, Math.abs(add(usePerPerson.subarray(from, to)) - perPerson) / perPerson)
    } else spreadBySize(usePerPerson, pairs, from, to, users, perPerson)
  }
  return { pairs, usePerPerson, largestDeparture }
}

/** Where nobody lives yet, those who come choose by weight and by how many use a site (Huff 1964). */
function spreadBySize(usePerPerson: Float64Array, { sites, weights }: ChoicePairs, from: number, to: number, users: Float64Array, perPerson: number): void {
  let all = 0
  for (let pair = from; pair < to; pair++) all += weights[pair]! * users[sites[pair]!]!
  for (let pair = from; pair < to; pair++) usePerPerson[pair] = all > 0 ? (perPerson * weights[pair]! * users[sites[pair]!]!) / all : 0
}

/** Without counts: every site is liked as much as another, and only where people live and how far that is decides. */
export function spreadByWeight(pairs: ChoicePairs, perPerson: number): Catchment {
  const usePerPerson = new Float64Array(pairs.weights.length)
  for (let origin = 0; origin < pairs.originCount; origin++) {
    const [from, to] = [pairs.firstPairs[origin]!, pairs.firstPairs[origin + 1]!]
    const all = add(pairs.weights.subarray(from, to))
    for (let pair = from; pair < to; pair++) usePerPerson[pair] = (perPerson * pairs.weights[pair]!) / all
  }
  return { pairs, usePerPerson, largestDeparture: 0 }
}

/** Users of every site when so many people live in the origins. Twice the people give twice the users. */
export function countUsers({ pairs, usePerPerson }: Catchment, people: ArrayLike<number>): Float64Array {
  if (people.length !== pairs.originCount) throw new RangeError(`${people.length} numbers of people for ${pairs.originCount} origins`)
  const users = new Float64Array(pairs.siteCount)
  for (let origin = 0; origin < pairs.originCount; origin++) {
    for (let pair = pairs.firstPairs[origin]!; pair < pairs.firstPairs[origin + 1]!; pair++) users[pairs.sites[pair]!]! += usePerPerson[pair]! * people[origin]!
  }
  return users
}

/** The same without some sites: their users choose from what is left in the proportion in which their neighbours do (independence of irrelevant alternatives). */
export function closeSites({ pairs, usePerPerson, largestDeparture }: Catchment, closed: ReadonlySet<number>): ClosedCatchment {
  const next = usePerPerson.slice()
  const withoutSite: number[] = []
  for (let origin = 0; origin < pairs.originCount; origin++) {
    const [from, to] = [pairs.firstPairs[origin]!, pairs.firstPairs[origin + 1]!]
    let [all, open, openWeight] = [0, 0, 0]
    for (let pair = from; pair < to; pair++) {
      all += usePerPerson[pair]!
      if (closed.has(pairs.sites[pair]!)) continue
      open += usePerPerson[pair]!
      openWeight += pairs.weights[pair]!
    }
    if (openWeight === 0) withoutSite.push(origin)
    for (let pair = from; pair < to; pair++) {
      if (closed.has(pairs.sites[pair]!)) next[pair] = 0
      else next[pair] = open > 0 ? (usePerPerson[pair]! * all) / open : (pairs.weights[pair]! * all) / openWeight
    }
  }
  return { pairs, usePerPerson: next, largestDeparture, withoutSite }
}

export function listOrigins({ originCount, firstPairs, sites }: ChoicePairs): Int32Array {
  const origins = new Int32Array(sites.length)
  for (let origin = 0; origin < originCount; origin++) origins.fill(origin, firstPairs[origin], firstPairs[origin + 1])
  return origins
}

function checkPairs({ originCount, siteCount, firstPairs, sites, weights }: ChoicePairs, people: Float64Array, users: Float64Array): void {
  if (people.length !== originCount || users.length !== siteCount) {
    throw new RangeError(`${people.length} numbers of people for ${originCount} origins, ${users.length} numbers of users for ${siteCount} sites`)
  }
  if (firstPairs.length !== originCount + 1 || firstPairs[originCount] !== sites.length || weights.length !== sites.length) {
    throw new RangeError(`${firstPairs.length} beginnings, ${sites.length} sites and ${weights.length} weights of pairs do not fit together`)
  }
  const chosen = new Uint8Array(siteCount)
  sites.forEach((site, pair) => {
    if (!(site >= 0 && site < siteCount)) throw new RangeError(`pair ${pair} has site ${site}, but sites are 0 to ${siteCount - 1}`)
    if (!(weights[pair]! > 0 && weights[pair]! < Infinity)) throw new RangeError(`pair ${pair} has weight ${weights[pair]}: it must be above 0`)
    chosen[site] = 1
  })
  people.forEach((own, origin) => {
    if (!(own >= 0 && own < Infinity)) throw new RangeError(`origin ${origin} has ${own} people: it must be 0 or more`)
    if (firstPairs[origin + 1]! <= firstPairs[origin]!) throw new RangeError(`origin ${origin} has no site to choose`)
  })
  if (!people.some((own) => own > 0)) throw new RangeError('nobody lives in any origin')
  users.forEach((own, site) => {
    if (!(own >= 0 && own < Infinity)) throw new RangeError(`site ${site} has ${own} users: it must be 0 or more`)
    if (own > 0 && chosen[site] === 0) throw new RangeError(`site ${site} has ${own} users, but no origin can choose it`)
  })
}

function add(values: Float64Array): number {
  let total = 0
  for (const value of values) total += value
  return total
}
