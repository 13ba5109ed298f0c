/** A mobile service in a siting question: where it may stand, and which sites of the engine are its stops. */
import type { SitingDocument } from '#domain/siting-document.ts'
import { addMobileService } from '#engines/siting/site-rules.ts'
import type { SitingPlan, SitingProblem } from '#engines/siting/siting-problem.ts'
import { includesSite, type SitingSite } from '#steps/explore/siting/siting-sites.ts'

/** Sites of the engine: first those of the question in their order, then the stops. */
export interface EngineSites {
  /** Site of the question at which each stands. */
  readonly standsAt: Int32Array
  readonly isStop: Uint8Array
  /** The most stops that a plan can have. */
  readonly stopCount: number
}

/** Limit that counts fixed sites of the area apart, since the engine counts stops among the open sites. */
export const FIXED_SITES = 'fixedSites'

/** The problem with the stops of the mobile service; as it is where the question has none. */
export function addStops(problem: SitingProblem, { mobile, costs }: SitingDocument, sites: readonly SitingSite[]): EngineSites & { readonly problem: SitingProblem } {
  if (mobile === undefined) return { problem, standsAt: Int32Array.from(sites.keys()), isStop: new Uint8Array(sites.length), stopCount: 0 }
  const mayStand = Uint8Array.from(sites, (site) => Number(site.kind !== 'outside' && !includesSite(mobile.notAt, site)))
  const { daysPerStop, vehicleDays, waitingMinutes, capacity = Infinity } = mobile
  const made = addMobileService(problem, { mayStand, days: daysPerStop, waitingMinutes, capacity, vehicleDays, uses: { budget: daysPerStop * (costs.mobileDay ?? 0) } })
  const possible = mayStand.reduce((sum, may) => sum + may, 0)
  return { problem: made.problem, standsAt: made.standsAt, isStop: made.isMobile, stopCount: Math.min(possible, Math.floor(vehicleDays / daysPerStop + 1e-9)) }
}

/** The same plan without stops that nobody uses: the engine may open one where it costs nothing. */
export function dropIdleStops<Plan extends Pick<SitingPlan, 'sites' | 'services'>>({ isStop }: EngineSites, plan: Plan): Plan {
  const used = new Set(plan.services.sites)
  return { ...plan, sites: plan.sites.filter((site) => isStop[site] === 0 || used.has(site)) }
}
