/** How well sites meet all rules of a problem, everybody at the nearest, and what that costs. */
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
export function measureFit(frame: Frame, sites: Int32Array, { openCount, costOf, sitePrice }: FitRules): Fit {
  const { problem, unreachable } = frame
  const { services, unserved } = assignNearest(problem, sites)
  const people = new Float64Array(problem.siteCount)
  const unreachablePeople = unreachable.reduce((sum, place) => sum + problem.weights[place]!, 0)
  let cost = sitePrice * sites.length
  for (const [at, place] of services.places.entries()) {
    people[services.sites[at]!]! += problem.weights[place]!
    cost += costOf(place, problem.minutes[place * problem.siteCount + services.sites[at]!]!)
  }
  const unservedPeople = unserved.reduce((sum, place) => sum + problem.weights[place]!, 0) - unreachablePeople
  const wrongSizes = sites.reduce((sum, site) => sum + measureSize(frame, site, people[site]!), 0)
  return { excess: unservedPeople + wrongSizes + measureRules(frame, sites, openCount), cost }
}

/** People too many or too few for an open site that so many go to. */
export function measureSize({ problem: { capacities, minimumSizes } }: Frame, site: number, people: number): number {
  const most = capacities ? capacities[site]! : Infinity
  const fewest = minimumSizes ? minimumSizes[site]! : 0
  return (people > most * (1 + ROUNDING) ? people - most : 0) + (people < fewest * (1 - ROUNDING) ? fewest - people : 0)
}

/** What is wrong with these sites whoever goes there. */
export function measureRules({ problem: { locations, limits = [] }, places }: Frame, sites: Int32Array, openCount: number): number {
  let excess = Math.max(0, sites.length - openCount) * (1 + places.length)
  const seen = new Set<number>()
  if (locations) {
    for (const site of sites) {
      const location = locations[site]!
      if (location >= 0 && seen.has(location)) excess += 1 + places.length
      seen.add(location)
    }
  }
  for (const { amounts, most } of limits) {
    const used = sites.reduce((sum, site) => sum + amounts[site]!, 0)
    if (used > most + ROUNDING * Math.abs(most)) excess += ((1 + places.length) * (used - most)) / Math.max(1e-9, Math.abs(most))
  }
  return excess
}
