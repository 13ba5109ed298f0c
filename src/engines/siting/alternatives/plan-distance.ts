import type { SitingPlan, SitingProblem } from '#engines/siting/siting-problem.ts'

/** How different two plans are for the people, both in [0, 1]; 0 for the same plan. */
export interface PlanDistance {
  /** Share of the people who are served from another village. */
  readonly shareElsewhere: number
  /** Share of the villages with a site in either plan that have one in only one of them (Jaccard 1901). */
  readonly shareOfVillages: number
}

/** `villages` gives the village of every site: a site that moves within it is the same plan. Absent: every site is its own village. */
export function measurePlanDistance({ weights, siteCount }: SitingProblem, one: Pick<SitingPlan, 'sites' | 'services'>, other: Pick<SitingPlan, 'sites' | 'services'>, villages?: Int32Array): PlanDistance {
  const villageOf = (site: number) => (villages ? villages[site]! : site)
  const keyOf = (place: number, site: number) => place * siteCount + villageOf(site)
  const before = new Map<number, number>()
  let total = 0
  for (const [at, place] of one.services.places.entries()) {
    const key = keyOf(place, one.services.sites[at]!)
    before.set(key, (before.get(key) ?? 0) + one.services.shares[at]!)
    total += weights[place]! * one.services.shares[at]!
  }
  let same = 0
  for (const [at, place] of other.services.places.entries()) {
    const key = keyOf(place, other.services.sites[at]!)
    const shared = Math.min(before.get(key) ?? 0, other.services.shares[at]!)
    before.set(key, (before.get(key) ?? 0) - shared)
    same += weights[place]! * shared
  }
  const [mine, yours] = [new Set(Array.from(one.sites, villageOf)), new Set(Array.from(other.sites, villageOf))]
  const union = mine.union(yours).size
  return { shareElsewhere: total === 0 ? 0 : Math.max(0, 1 - same / total), shareOfVillages: union === 0 ? 0 : 1 - mine.intersection(yours).size / union }
}
