/** Made-up siting problems that are small enough to try every plan. */
import fc from 'fast-check'
import { assignNearest } from '#engines/siting/assign-nearest.ts'
import { checkPlan } from '#engines/siting/check-plan.ts'
import type { SitingGoal, SitingPlan, SitingProblem } from '#engines/siting/siting-problem.ts'

export const GOALS = ['median', 'center', 'maximalCovering', 'setCovering', 'worstShare'] as const

export function makeGoal(kind: SitingGoal['kind'], openCount: number, normMinutes: number, share = 0.3): SitingGoal {
  switch (kind) {
    case 'median': return { kind, openCount }
    case 'center': return { kind, openCount }
    case 'maximalCovering': return { kind, openCount, normMinutes }
    case 'setCovering': return { kind, normMinutes }
    case 'worstShare': return { kind, openCount, share }
  }
}

interface Options {
  /** Chance in 10 that a site cannot be reached. */
  readonly gaps?: number
  /** No two trips of a place are as long, so that nearest is one site only. */
  readonly distinct?: boolean
}

/** Up to 7 places and 6 sites; some without people, some sites forced or forbidden. */
export function anyProblem({ gaps = 0, distinct = false }: Options = {}): fc.Arbitrary<SitingProblem> {
  return fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 6 })).chain(([placeCount, siteCount]) => {
    const trip = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 9 })).map(([minutes, luck]) => (luck < gaps ? Infinity : minutes))
    return fc.record({
      placeCount: fc.constant(placeCount),
      siteCount: fc.constant(siteCount),
      minutes: fc.array(trip, { minLength: placeCount * siteCount, maxLength: placeCount * siteCount })
        .map((trips) => Float64Array.from(trips, (minutes, at) => (distinct ? minutes + (at % siteCount) / 64 : minutes))),
      weights: fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.double({ min: 0.5, max: 9, noNaN: true })), { minLength: placeCount, maxLength: placeCount }).map((weights) => Float64Array.from(weights)),
      siteRules: fc.array(fc.constantFrom(0, 0, 0, 0, 1, 2), { minLength: siteCount, maxLength: siteCount }).map((rules) => Uint8Array.from(rules)),
    })
  })
}

/** A problem in which everybody has one nearest site, with rules of every sort. */
export const anyRestricted = anyProblem({ distinct: true }).chain((problem) => {
  const perSite = <T>(figure: fc.Arbitrary<T>) => fc.array(figure, { minLength: problem.siteCount, maxLength: problem.siteCount })
  return fc.record({
    capacities: perSite(fc.oneof(fc.constant(Infinity), fc.integer({ min: 5, max: 40 }))).map((own) => Float64Array.from(own)),
    minimumSizes: perSite(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 15 }))).map((own) => Float64Array.from(own)),
    locations: perSite(fc.constantFrom(-1, -1, 0, 1)).map((own) => Int32Array.from(own)),
    amounts: perSite(fc.integer({ min: -2, max: 5 })).map((own) => Float64Array.from(own)),
    most: fc.integer({ min: 0, max: 12 }),
  }).map(({ amounts, most, ...rules }): SitingProblem => ({ ...problem, ...rules, limits: [{ name: 'budget', amounts, most }] }))
})

/** Every set of sites, also the empty one. */
export function* listSubsets(siteCount: number): Generator<Int32Array> {
  for (let bits = 0; bits < 2 ** siteCount; bits++) yield Int32Array.from({ length: siteCount }, (_, site) => site).filter((site) => ((bits >> site) & 1) === 1)
}

/** The lowest value of all permitted plans in which everybody goes to the nearest; Infinity without any. */
export function tryEverything(problem: SitingProblem, goal: SitingGoal): number {
  let best = Infinity
  for (const sites of listSubsets(problem.siteCount)) {
    const plan: SitingPlan = { sites, ...assignNearest(problem, sites), value: 0, bound: -Infinity, isProved: false }
    const { value } = checkPlan(problem, goal, plan)
    if (value >= best) continue
    if (checkPlan(problem, goal, { ...plan, value }).faults.length === 0) best = value
  }
  return best
}
