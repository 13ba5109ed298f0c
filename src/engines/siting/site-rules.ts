/** The rules that village halls talk about, put as limits and forms. Each says exactly what it makes, so that a plan can be checked by it. */
import { FORBIDDEN_SITE, FREE_SITE } from '#engines/siting/siting-problem.ts'
import type { SitingLimit, SitingProblem } from '#engines/siting/siting-problem.ts'

/** Amounts a site, in one unit of money over one stretch of time. */
export interface SiteMoney {
  /** 1 for a site that is there today. */
  readonly existing: Uint8Array
  /** What an open site costs. */
  readonly running: Float64Array
  /** What it costs besides to open a site that is not there yet. */
  readonly opening: Float64Array
  /** What it costs to close a site that is there. */
  readonly closing: Float64Array
}

/** Running what is open, opening what is new and closing what goes, together at most `budget`. */
export function limitBudget({ existing, running, opening, closing }: SiteMoney, budget: number): SitingLimit {
  let closingAll = 0
  const amounts = Float64Array.from(existing, (isThere, site) => {
    if (isThere === 0) return running[site]! + opening[site]!
    closingAll += closing[site]!
    return running[site]! - closing[site]!
  })
  return { name: 'budget', amounts, most: budget - closingAll }
}

/** At most so many sites that are not there today. With the number of sites kept the same, each is a relocation. */
export function limitNewSites(existing: Uint8Array, most: number): SitingLimit {
  return { name: 'newSites', amounts: Float64Array.from(existing, (isThere) => 1 - isThere), most }
}

/** A service that comes by: it stands at a site on some days of the week. */
export interface MobileService {
  /** 1 for the sites where it may stand. */
  readonly mayStand: Uint8Array
  /** Days a week at a site, more than 0. */
  readonly days: number
  /** Minutes that count on top of the trip, because people wait for the day or do without. */
  readonly waitingMinutes: number
  /** The most people that it can serve at a site. */
  readonly capacity: number
  /** Days a week that all vehicles together can stand. */
  readonly vehicleDays: number
  /** What standing at a site uses of the other limits, by their names, such as the budget; nothing of a limit that is not named. */
  readonly uses?: Readonly<Record<string, number>>
}

export interface MobileProblem {
  readonly problem: SitingProblem
  /** Site of the given problem that each site of the new one stands at; the first ones are those of the given problem, in order. */
  readonly standsAt: Int32Array
  /** 1 for the mobile form of a site. */
  readonly isMobile: Uint8Array
}

/**
 * Adds to every site where it may stand a mobile form. A location has its fixed form or its mobile one, not both; a site that is forbidden may have it, unless it may not stand there.
 * The mobile form counts as a site in `openCount`, and no minimum size holds for it.
 */
export function addMobileService(problem: SitingProblem, { mayStand, days, waitingMinutes, capacity, vehicleDays, uses = {} }: MobileService): MobileProblem {
  const { placeCount, siteCount } = problem
  if (mayStand.length !== siteCount) throw new RangeError(`mayStand has ${mayStand.length} figures: there are ${siteCount} sites`)
  if (!(days > 0)) throw new RangeError(`days is ${days}: more than 0`)
  if (!(waitingMinutes >= 0)) throw new RangeError(`waitingMinutes is ${waitingMinutes}: 0 or more`)
  const stands = Int32Array.from(mayStand.keys()).filter((site) => mayStand[site] === 1)
  const newCount = siteCount + stands.length
  const minutes = new Float64Array(placeCount * newCount)
  for (let place = 0; place < placeCount; place++) {
    const row = problem.minutes.subarray(place * siteCount, (place + 1) * siteCount)
    minutes.set(row, place * newCount)
    for (const [at, site] of stands.entries()) minutes[place * newCount + siteCount + at] = row[site]! + waitingMinutes
  }
  const extend = (own: Float64Array | undefined, fixed: number, mobile: number) => Float64Array.from({ length: newCount }, (_, site) => (site < siteCount ? (own?.[site] ?? fixed) : mobile))
  const lastLocation = Math.max(-1, ...(problem.locations ?? []))
  const locations = Int32Array.from({ length: newCount }, (_, site) => (site < siteCount ? (problem.locations?.[site] ?? -1) : -1))
  for (const [at, site] of stands.entries()) {
    if (locations[site]! < 0) locations[site] = lastLocation + 1 + at
    locations[siteCount + at] = locations[site]!
  }
  const limits = (problem.limits ?? []).map((limit) => ({ ...limit, amounts: extend(limit.amounts, 0, uses[limit.name] ?? 0) }))
  return {
    problem: {
      ...problem, siteCount: newCount, minutes, locations,
      siteRules: Uint8Array.from({ length: newCount }, (_, site) => (site < siteCount ? problem.siteRules[site]! : FREE_SITE)),
      capacities: extend(problem.capacities, Infinity, capacity),
      ...(problem.minimumSizes && { minimumSizes: extend(problem.minimumSizes, 0, 0) }),
      limits: [...limits, { name: 'vehicleDays', amounts: extend(undefined, 0, days), most: vehicleDays }],
    },
    standsAt: Int32Array.from({ length: newCount }, (_, site) => (site < siteCount ? site : stands[site - siteCount]!)),
    isMobile: Uint8Array.from({ length: newCount }, (_, site) => Number(site >= siteCount)),
  }
}

/** The rules with these sites forbidden as well, such as all that are not there today. */
export function forbidSites(siteRules: Uint8Array, isForbidden: (site: number) => boolean): Uint8Array {
  return siteRules.map((rule, site) => (isForbidden(site) ? FORBIDDEN_SITE : rule))
}
