/** Why a site is in the plan or not, and what the plan means for every place. */
import { assignNearest } from '#engines/siting/assign-nearest.ts'
import type { SitingControl } from '#engines/siting/control.ts'
import type { SitingObstacle } from '#engines/siting/obstacles.ts'
import { FORBIDDEN_SITE, FORCED_SITE, FREE_SITE, TOLERANCE } from '#engines/siting/siting-problem.ts'
import type { SitingGoal, SitingPlan, SitingProblem } from '#engines/siting/siting-problem.ts'
import { solveSiting } from '#engines/siting/solve-siting.ts'

/** What it costs, in the value of the goal, to do otherwise with one site and make the best of the rest: its opportunity cost. */
export interface SitePrice {
  readonly site: number
  /** Open in the plan: the price of closing it. Closed: the price of opening (or keeping) it. */
  readonly isOpen: boolean
  /** The best plan found with the site the other way costs so much more; Infinity when there is none, or when it leaves people without any site. */
  readonly atMost: number
  /** No plan with the site the other way costs less than this more. */
  readonly atLeast: number
  /** The best plan found with the site the other way; absent where there is none to hold against another plan. */
  readonly otherwise?: Pick<SitingPlan, 'value' | 'bound'>
  /** Why it cannot be the other way, where it cannot. */
  readonly obstacles: readonly SitingObstacle[]
  /** The plan with the site the other way, where that keeps to the rules of the problem and is better than the given one: then that was not the best. */
  readonly better?: SitingPlan
}

/** One site at a time, so that sites can be divided over workers. A site that was forced or forbidden tells the price of that rule. */
export function priceSite(problem: SitingProblem, goal: SitingGoal, plan: SitingPlan, site: number, control: SitingControl): SitePrice {
  if (!(Number.isInteger(site) && site >= 0 && site < problem.siteCount)) throw new RangeError(`site ${site} does not exist: there are ${problem.siteCount}`)
  const isOpen = plan.sites.includes(site)
  const siteRules = problem.siteRules.slice()
  siteRules[site] = isOpen ? FORBIDDEN_SITE : FORCED_SITE
  const { plan: other, obstacles } = solveSiting({ ...problem, siteRules }, goal, { ...control, onlyValue: true })
  const errors = obstacles.filter(({ severity }) => severity === 'error')
  if (!other) return { site, isOpen, atMost: Infinity, atLeast: errors.some(({ code }) => code === 'noPlanFound') ? 0 : Infinity, obstacles: errors }
  // Who can reach nothing any more is left out of a value: that is no gain.
  const places = other.unserved.filter((place) => !plan.unserved.includes(place))
  if (places.length > 0) return { site, isOpen, atMost: Infinity, atLeast: Infinity, obstacles: [{ code: 'unreachablePlaces', severity: 'error', places }] }
  const isBetter = problem.siteRules[site] === FREE_SITE && other.value < plan.value - TOLERANCE * Math.abs(plan.value)
  return { site, isOpen, ...holdPrice({ value: other.value, bound: other.bound }, plan), obstacles: [], ...(isBetter && { better: other }) }
}

const holdPrice = (otherwise: Pick<SitingPlan, 'value' | 'bound'>, { value }: SitingPlan) => ({ otherwise, atMost: otherwise.value - value, atLeast: otherwise.bound - value })

/** The prices beside a plan that also hold beside a better one: of sites that both open, or both close. What the best of the rest is does not hang on the plan. */
export function keepPrices(prices: readonly SitePrice[], plan: SitingPlan, better: SitingPlan): SitePrice[] {
  if (plan.unserved.join() !== better.unserved.join()) return []
  return prices.flatMap(({ otherwise, better: _, ...price }) => (otherwise && better.sites.includes(price.site) === price.isOpen ? [{ ...price, ...holdPrice(otherwise, better) }] : []))
}

/** Before and after, a place; −1 and Infinity where no site serves it. Under 'planned' the site is that of most people, the minutes are the mean. */
export interface PlaceChanges {
  readonly siteBefore: Int32Array
  readonly siteAfter: Int32Array
  readonly minutesBefore: Float64Array
  readonly minutesAfter: Float64Array
  /** 1 where the site of before is closed in the plan. Its price says why. */
  readonly losesSite: Uint8Array
}

/** From the sites that are open today to those of the plan. */
export function comparePlaces(problem: SitingProblem, openToday: Int32Array, plan: Pick<SitingPlan, 'sites' | 'services'>): PlaceChanges {
  const before = listVisits(problem, assignNearest(problem, openToday).services)
  const after = listVisits(problem, plan.services)
  const isOpen = new Set(plan.sites)
  return {
    siteBefore: before.sites, siteAfter: after.sites, minutesBefore: before.minutes, minutesAfter: after.minutes,
    losesSite: Uint8Array.from(before.sites, (site) => Number(site >= 0 && !isOpen.has(site))),
  }
}

function listVisits(problem: SitingProblem, services: SitingPlan['services']): { readonly sites: Int32Array; readonly minutes: Float64Array } {
  const sites = new Int32Array(problem.placeCount).fill(-1)
  const minutes = new Float64Array(problem.placeCount).fill(Infinity)
  const largest = new Float64Array(problem.placeCount)
  for (const [at, place] of services.places.entries()) {
    const [site, share] = [services.sites[at]!, services.shares[at]!]
    const own = share * problem.minutes[place * problem.siteCount + site]!
    minutes[place] = minutes[place] === Infinity ? own : minutes[place]! + own
    if (share <= largest[place]!) continue
    largest[place] = share
    sites[place] = site
  }
  return { sites, minutes }
}
