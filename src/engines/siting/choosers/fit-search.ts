/**
 * Looks for a plan that meets all rules, everybody at the nearest site: from the best plan without the rules on, a site opens, closes or changes places
 * as long as there is less wrong, and then as long as it costs less. It proves nothing, and is quick.
 */
import { assignNearest } from '#engines/siting/assign-nearest.ts'
import type { Frame } from '#engines/siting/frame.ts'
import { ROUNDING } from '#engines/siting/siting-problem.ts'

export interface Fit {
  /** How much is wrong: people too many or too few, and what goes beyond limits as a share of them; 0 is right. */
  readonly excess: number
  readonly cost: number
}

export interface FitRules {
  readonly openCount: number
  /** Cost of a place, all its people together, that travels so many minutes. */
  readonly costOf: (place: number, minutes: number) => number
  readonly sitePrice: number
}

/** How well these sites meet the rules, and what they cost. */
export function measureFit({ problem, places, unreachable }: Frame, sites: Int32Array, { openCount, costOf, sitePrice }: FitRules): Fit {
  const { services, unserved } = assignNearest(problem, sites)
  const people = new Float64Array(problem.siteCount)
  const unreachablePeople = unreachable.reduce((sum, place) => sum + problem.weights[place]!, 0)
  let cost = sitePrice * sites.length
  for (const [at, place] of services.places.entries()) {
    people[services.sites[at]!]! += problem.weights[place]!
    cost += costOf(place, problem.minutes[place * problem.siteCount + services.sites[at]!]!)
  }
  let excess = Math.max(0, sites.length - openCount) * (1 + places.length) + unserved.reduce((sum, place) => sum + problem.weights[place]!, 0) - unreachablePeople
  const seen = new Set<number>()
  for (const site of sites) {
    const [most, fewest] = [problem.capacities?.[site] ?? Infinity, problem.minimumSizes?.[site] ?? 0]
    if (people[site]! > most * (1 + ROUNDING)) excess += people[site]! - most
    if (people[site]! < fewest * (1 - ROUNDING)) excess += fewest - people[site]!
    const location = problem.locations?.[site] ?? -1
    if (location >= 0 && seen.has(location)) excess += 1 + places.length
    seen.add(location)
  }
  for (const { amounts, most } of problem.limits ?? []) {
    const used = sites.reduce((sum, site) => sum + amounts[site]!, 0)
    if (used > most + ROUNDING * Math.abs(most)) excess += ((1 + places.length) * (used - most)) / Math.max(1e-9, Math.abs(most))
  }
  return { excess, cost }
}

const isBetter = (one: Fit, other: Fit) => one.excess < other.excess - 1e-9 || (one.excess <= other.excess + 1e-9 && one.cost < other.cost * (1 - 1e-9))

/** The best sites found from these on; they meet the rules when `excess` of their fit is 0. `shouldStop` is asked between moves. */
export function searchFit(frame: Frame, start: Int32Array, rules: FitRules, shouldStop: () => boolean): { readonly sites: Int32Array; readonly fit: Fit } {
  let sites = start
  let fit = measureFit(frame, sites, rules)
  for (;;) {
    let improved = false
    for (const next of listMoves(frame, sites)) {
      if (shouldStop()) return { sites, fit }
      const own = measureFit(frame, next, rules)
      if (!isBetter(own, fit)) continue
      sites = next
      fit = own
      improved = true
      break
    }
    if (!improved) return { sites, fit }
  }
}

/** Close one, open one, change one for another. */
function* listMoves({ sites: permitted, locked }: Frame, sites: Int32Array): Generator<Int32Array> {
  const isOpen = new Set(sites)
  const isLocked = new Set(permitted.filter((_, column) => locked[column] === 1))
  const movable = sites.filter((site) => !isLocked.has(site))
  for (const site of movable) if (sites.length > 1) yield sites.filter((own) => own !== site)
  const closed = permitted.filter((site) => !isOpen.has(site))
  for (const site of closed) yield Int32Array.from([...sites, site]).sort()
  for (const site of movable) for (const opened of closed) yield sites.map((own) => (own === site ? opened : own)).sort()
}
