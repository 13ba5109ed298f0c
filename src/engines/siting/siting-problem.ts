/** A siting question as numbers: places with people, sites that may be open, minutes between them. Positions only, no names. */

/** Rules for a site, by the number in `siteRules`. */
export const FREE_SITE = 0
export const FORCED_SITE = 1
export const FORBIDDEN_SITE = 2

/** Something that open sites use up together: money, teams, new buildings. */
export interface SitingLimit {
  readonly name: string
  /** What a site uses when it is open; below 0 where keeping it open saves, such as the cost of closing. */
  readonly amounts: Float64Array
  readonly most: number
}

export interface SitingProblem {
  readonly placeCount: number
  readonly siteCount: number
  /** Minutes from place to site, 0 or more, at [place × siteCount + site]; Infinity: cannot be reached. */
  readonly minutes: Float32Array | Float64Array
  /** People (children, households without a car) a place, 0 or more. A place with 0 asks for nothing. */
  readonly weights: Float64Array
  /** FREE_SITE, FORCED_SITE (must be open) or FORBIDDEN_SITE (must not) a site. */
  readonly siteRules: Uint8Array
  /** The most people a site can serve; Infinity for no limit. Absent: no limits. */
  readonly capacities?: Float64Array
  /** The fewest people an open site must serve; 0 for no minimum. Absent: no minima. */
  readonly minimumSizes?: Float64Array
  readonly limits?: readonly SitingLimit[]
  /** Sites with the same number from 0 are forms of one location (open five days, open one day): at most one of them. −1: on its own. */
  readonly locations?: Int32Array
  /**
   * Who goes where when there are capacities or minimum sizes. 'nearest': everybody to the nearest open site; where two are as near, they may be divided.
   * 'planned': as suits the plan; the people of a place may be divided. Without them it is always the nearest. 'nearest' when absent.
   */
  readonly assignment?: 'nearest' | 'planned'
  /**
   * Minutes that count for a person who cannot reach an open site; only without capacities, minimum sizes, limits and forms: under those rules everybody who
   * can reach a permitted site must be served. Absent: so many that a plan which reaches more people is always better.
   */
  readonly unservedMinutes?: number
}

/** What is asked. `openCount` is the most sites that are open, forced ones included. */
export type SitingGoal =
  /** Fewest minutes of all people together (Hakimi 1964). */
  | { readonly kind: 'median'; readonly openCount: number }
  /** Fewest minutes of who lives furthest (Hakimi 1964). */
  | { readonly kind: 'center'; readonly openCount: number }
  /** Fewest people beyond the norm (Church & ReVelle 1974). */
  | { readonly kind: 'maximalCovering'; readonly openCount: number; readonly normMinutes: number }
  /** Fewest sites with nobody beyond the norm (Toregas et al. 1971). */
  | { readonly kind: 'setCovering'; readonly normMinutes: number }
  /** Fewest minutes on average of the worst-off share of the people, in (0, 1]; 1 is the mean of all. */
  | { readonly kind: 'worstShare'; readonly openCount: number; readonly share: number }



/** Who is served where: people of `places[k]` go to `sites[k]`, the part `shares[k]` in (0, 1] of them. Unserved places are not in it. */
export interface SitingServices {
  readonly places: Int32Array
  readonly sites: Int32Array
  readonly shares: Float64Array
}

export interface SitingPlan {
  /** Open sites, ascending. */
  readonly sites: Int32Array
  readonly services: SitingServices
  /** Places with people that no open site serves, ascending. */
  readonly unserved: Int32Array
  /**
   * median: person-minutes; center: minutes; maximalCovering: people beyond the norm; setCovering: sites;
   * worstShare: minutes on average of the worst-off share. Lower is better.
   */
  readonly value: number
  /** No plan has a lower value than this. */
  readonly bound: number
  /** Whether value and bound are the same, but for rounding (a millionth of the value). */
  readonly isProved: boolean
}

/** Shares of the value that count as rounding. */
export const TOLERANCE = 1e-6

/** Share of a number of people that is lost in adding up. */
export const ROUNDING = 1e-9

/** Part of the value in [0, 1] by which the best possible plan may still be better. */
export function getGap(plan: SitingPlan): number {
  return plan.value === plan.bound ? 0 : (plan.value - plan.bound) / Math.abs(plan.value)
}

/** A plan of this value where none is better than the bound: proved to be the best where these are equal but for rounding. */
export function holdAgainst(bound: number, plan: Omit<SitingPlan, 'bound' | 'isProved'>): SitingPlan {
  const own = Math.min(bound, plan.value)
  return { ...plan, bound: own, isProved: own >= plan.value - TOLERANCE * Math.abs(plan.value) }
}

/** Minutes that count for a person who reaches no open site: as given, or so many that serving one person more makes up for all other minutes. */
export function getUnservedMinutes(problem: SitingProblem): number {
  if (problem.unservedMinutes !== undefined) return problem.unservedMinutes
  let total = 0
  let lightest = Infinity
  let longest = 0
  for (let place = 0; place < problem.placeCount; place++) {
    const weight = problem.weights[place]!
    if (weight === 0) continue
    if (weight < lightest) lightest = weight
    let own = 0
    for (let site = 0; site < problem.siteCount; site++) {
      const minutes = problem.minutes[place * problem.siteCount + site]!
      if (minutes !== Infinity && minutes > own) own = minutes
    }
    total += weight * own
    if (own > longest) longest = own
  }
  // More than a million times the longest trip would drown the minutes themselves in rounding.
  return Math.ceil(Math.min(1 + total / lightest, 1 + 1e6 * (1 + longest)))
}

/** Whether people go to the nearest open site and nothing but the number of sites restrains the plan. */
export function isPlain(problem: SitingProblem): boolean {
  const hasAny = (figures: ArrayLike<number> | undefined, counts: (figure: number) => boolean) => figures !== undefined && Array.from(figures).some(counts)
  return (
    (problem.limits ?? []).length === 0 &&
    !hasAny(problem.capacities, (most) => most !== Infinity) &&
    !hasAny(problem.minimumSizes, (fewest) => fewest > 0) &&
    !hasAny(problem.locations, (location) => location >= 0)
  )
}
