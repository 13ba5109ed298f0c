import { FORCED_SITE, type SitingPlan, type SitingProblem } from '#engines/siting/siting-problem.ts'

/** How different two plans are for the people, shares in [0, 1]; all 0 for the same plan. */
export interface PlanDistance {
  /** Share of the people who are served from another village. */
  readonly shareElsewhere: number
  /** Of the sites that there was a choice about, by village: the share that is in one of the plans only (Jaccard 1901, of multisets). */
  readonly shareOfSites: number
  /** Sites of the plan that stand in another village than those of the other. */
  readonly movedSites: number
}

/**
 * Whether a meeting would call it another plan: at least `leastMoved` sites stand in another village, and a share of at least `least`, in (0, 1], of the people is served
 * from another village, or (where more than one site moved) of the sites is in one of the plans only.
 */
export const isClearlyDifferent = ({ shareElsewhere, shareOfSites, movedSites }: PlanDistance, least: number, leastMoved: number): boolean =>
  movedSites >= leastMoved && Math.max(shareElsewhere, movedSites > 1 ? shareOfSites : 0) >= least

/** `villages` gives the village of every site: a site that moves within it is the same plan. Absent: every site is its own village. */
export function measurePlanDistance(problem: SitingProblem, one: Pick<SitingPlan, 'sites' | 'services'>, other: Pick<SitingPlan, 'sites' | 'services'>, villages?: Int32Array): PlanDistance {
  const villageOf = (site: number) => (villages ? villages[site]! : site)
  return { shareElsewhere: measureElsewhere(problem, one.services, other.services, villageOf), ...compareSites(problem, one.sites, other.sites, villages) }
}

/** The part that does not ask where people go. */
export function compareSites({ siteRules }: SitingProblem, one: Int32Array, other: Int32Array, villages?: Int32Array): Pick<PlanDistance, 'shareOfSites' | 'movedSites'> {
  const [mine, yours] = [one, other].map((sites) => sites.filter((site) => siteRules[site] !== FORCED_SITE).map((site) => (villages ? villages[site]! : site))) as [Int32Array, Int32Array]
  const shared = countShared(countEach(mine), yours)
  const union = mine.length + yours.length - shared
  return { shareOfSites: union === 0 ? 0 : 1 - shared / union, movedSites: Math.max(mine.length, yours.length) - shared }
}

function measureElsewhere({ weights, siteCount }: SitingProblem, one: SitingPlan['services'], other: SitingPlan['services'], villageOf: (site: number) => number): number {
  const keyOf = (place: number, site: number) => place * siteCount + villageOf(site)
  const before = new Map<number, number>()
  let total = 0
  for (const [at, place] of one.places.entries()) {
    const key = keyOf(place, one.sites[at]!)
    before.set(key, (before.get(key) ?? 0) + one.shares[at]!)
    total += weights[place]! * one.shares[at]!
  }
  let same = 0
  for (const [at, place] of other.places.entries()) {
    const key = keyOf(place, other.sites[at]!)
    const shared = Math.min(before.get(key) ?? 0, other.shares[at]!)
    before.set(key, (before.get(key) ?? 0) - shared)
    same += weights[place]! * shared
  }
  return total === 0 ? 0 : Math.max(0, 1 - same / total)
}

/** How often each village is in a list. */
export function countEach(villages: Int32Array): Map<number, number> {
  const counts = new Map<number, number>()
  for (const village of villages) counts.set(village, (counts.get(village) ?? 0) + 1)
  return counts
}

/** How many of a list of villages are also in the other, each as often as it is in both. */
export function countShared(counts: ReadonlyMap<number, number>, villages: Int32Array): number {
  const left = new Map(counts)
  let shared = 0
  for (const village of villages) {
    const own = left.get(village) ?? 0
    if (own === 0) continue
    left.set(village, own - 1)
    shared++
  }
  return shared
}
