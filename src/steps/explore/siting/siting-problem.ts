/** The ground and the rules of a question as the problem and the goal that the engine knows. */
import type { SitingDocument } from '#domain/siting-document.ts'
import { FORBIDDEN_SITE, FORCED_SITE, FREE_SITE, type SitingGoal, type SitingLimit, type SitingProblem } from '#engines/siting/siting-problem.ts'
import { limitBudget, limitNewSites } from '#engines/siting/site-rules.ts'
import type { SitingGround } from '#steps/explore/siting/siting-ground.ts'
import { addStops, FIXED_SITES, type EngineSites } from '#steps/explore/siting/siting-stops.ts'
import { countFacilities, includesSite, type SitingSite } from '#steps/explore/siting/siting-sites.ts'

export interface AskedSiting extends EngineSites {
  readonly problem: SitingProblem
  readonly goal: SitingGoal
  /** What the rules say of sites of the area, before the engine adds those beyond the border. */
  readonly rules: readonly ('free' | 'forced' | 'forbidden')[]
  readonly openToday: Int32Array
  /** Sites beyond the border: always open, and counted by the engine. */
  readonly outsideCount: number
  /** What the engine counts among the open sites besides the fixed ones of the area. */
  readonly besideCount: number
  /** Sites of the area that a plan can open, those of today and new ones. */
  readonly available: { readonly existing: number; readonly added: number }
}

/** Who reaches no open site counts for a day: more than any trip, and not so much that the minutes of others drown in it. */
const UNSERVED_MINUTES = 1440

export function askEngine({ document, places, sites, minutes }: SitingGround): AskedSiting {
  const rules = sites.map((site) => (site.kind === 'outside' ? ('forced' as const) : includesSite(document.forced, site) ? ('forced' as const) : includesSite(document.forbidden, site) ? ('forbidden' as const) : ('free' as const)))
  const outsideCount = sites.filter(({ kind }) => kind === 'outside').length
  const limits = makeLimits(document, sites)
  const [least, most] = [findMinimumSizes(document, sites), findCapacities(document, sites)]
  const isFree = document.mobile === undefined && limits.length === 0 && least.every((size) => size === 0) && most.every((size) => size === Infinity)
  // With no new sites a village is there for the mobile service only.
  const isPermitted = (rule: AskedSiting['rules'][number], at: number) => rule !== 'forbidden' && (sites[at]!.kind !== 'candidate' || document.newSites > 0)
  const permitted = rules.filter((rule, at) => isPermitted(rule, at) && sites[at]!.kind !== 'outside').length
  const available = countAvailable(document, sites, rules)
  const fixed: SitingProblem = {
    placeCount: places.length,
    siteCount: sites.length,
    minutes,
    weights: Float64Array.from(places, (place) => place.people),
    siteRules: Uint8Array.from(rules, (rule, at) => (isPermitted(rule, at) ? { free: FREE_SITE, forced: FORCED_SITE, forbidden: FORBIDDEN_SITE }[rule] : FORBIDDEN_SITE)),
    ...(least.some((size) => size > 0) && { minimumSizes: least }),
    ...(most.some((size) => size !== Infinity) && { capacities: most }),
    ...(limits.length > 0 && { limits }),
    assignment: document.assignment,
    // Under other rules everybody who can must be served, and then it does not count.
    ...(isFree && { unservedMinutes: UNSERVED_MINUTES }),
  }
  const engine = addStops(fixed, document, sites)
  const besideCount = outsideCount + engine.stopCount
  return {
    ...engine,
    rules,
    outsideCount,
    besideCount,
    goal: makeGoal(document, (document.openCount === undefined ? permitted : Math.min(document.openCount, available.existing + available.added)) + besideCount),
    available,
    openToday: Int32Array.from(sites.keys()).filter((at) => sites[at]!.kind !== 'candidate'),
  }
}

/** Sites of the area that a plan can open: those that are there, and of the villages as many as may come. */
function countAvailable({ newSites }: SitingDocument, sites: readonly SitingSite[], rules: AskedSiting['rules']): AskedSiting['available'] {
  const count = (kind: SitingSite['kind']) => sites.filter((site, at) => site.kind === kind && rules[at] !== 'forbidden').length
  return { existing: count('existing'), added: Math.min(count('candidate'), newSites) }
}

function makeGoal({ goal, normMinutes }: SitingDocument, openCount: number): SitingGoal {
  switch (goal) {
    case 'median':
      return { kind: 'median', openCount }
    case 'center':
      return { kind: 'center', openCount }
    case 'worstTenth':
      return { kind: 'worstShare', openCount, share: 0.1 }
    case 'maximalCovering':
      return { kind: 'maximalCovering', openCount, normMinutes }
    case 'setCovering':
      return { kind: 'setCovering', normMinutes }
  }
}

/** What stands beyond the border is not for this plan to size. */
const findMinimumSizes = ({ minimumSize, minimumSizes }: SitingDocument, sites: readonly SitingSite[]): Float64Array =>
  Float64Array.from(sites, (site) => (site.kind === 'outside' ? 0 : (minimumSizes[site.municipality] ?? minimumSize)))

const findCapacities = ({ capacity = Infinity, capacities }: SitingDocument, sites: readonly SitingSite[]): Float64Array =>
  Float64Array.from(sites, (site) => capacities[site.id] ?? site.facilities.map(({ id }) => capacities[id]).find((most) => most !== undefined) ?? (site.kind === 'outside' ? Infinity : capacity))

function makeLimits({ newSites, budget, costs, mobile, openCount }: SitingDocument, sites: readonly SitingSite[]): SitingLimit[] {
  const existing = Uint8Array.from(sites, ({ kind }) => Number(kind !== 'candidate'))
  const amount = (own: number, isOf: (site: SitingSite) => boolean) => Float64Array.from(sites, (site) => (isOf(site) ? own : 0))
  const money = (own: number, isOf: (site: SitingSite) => boolean) => Float64Array.from(sites, (site) => (isOf(site) ? own * countFacilities(site) : 0))
  // A document with a budget has every amount that it needs.
  const candidates = sites.filter(({ kind }) => kind === 'candidate').length
  return [
    ...(candidates > newSites && newSites > 0 ? [limitNewSites(existing, newSites)] : []),
    ...(mobile !== undefined && openCount !== undefined ? [{ name: FIXED_SITES, amounts: amount(1, ({ kind }) => kind !== 'outside'), most: openCount }] : []),
    ...(budget === undefined
      ? []
      : [limitBudget(
          {
            existing,
            running: money(costs.site ?? 0, ({ kind }) => kind !== 'outside'),
            opening: money((costs.opening ?? 0) / costs.years, ({ kind }) => kind === 'candidate'),
            closing: money((costs.closing ?? 0) / costs.years, ({ kind }) => kind === 'existing'),
          },
          budget,
        )]),
  ]
}
