/** No plan that comes up beside the best one is better than it: with every kind of rule, where an integer program is tried and where the problem is too large for one. */
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { CounterRandom } from '#engines/numeric/philox.ts'
import { priceSite } from '#engines/siting/alternatives/explain-plan.ts'
import { findAlternatives } from '#engines/siting/alternatives/find-alternatives.ts'
import { checkPlan } from '#engines/siting/check-plan.ts'
import { createHighsSolver } from '#engines/siting/program/highs-solver.ts'
import type { IntegerSolver } from '#engines/siting/program/integer-program.ts'
import { limitBudget, limitNewSites } from '#engines/siting/site-rules.ts'
import { getGap, TOLERANCE, type SitingGoal, type SitingProblem } from '#engines/siting/siting-problem.ts'
import { solveSiting } from '#engines/siting/solve-siting.ts'
import { makeGoal } from './tiny-sitings.ts'

vi.setConfig({ testTimeout: 120_000 })

let integerSolver: IntegerSolver
beforeAll(async () => {
  integerSolver = await createHighsSolver()
})

/** Villages at random on 60 × 60 minutes; a third of the sites are there today. */
function makeRegion(placeCount: number, siteCount: number, seed: number) {
  const random = new CounterRandom(seed)
  random.open(placeCount, siteCount)
  const spots = Array.from({ length: Math.max(placeCount, siteCount) }, () => [random.next() * 60, random.next() * 60] as const)
  const minutes = Float64Array.from({ length: placeCount * siteCount }, (_, at) => {
    const [from, to] = [spots[Math.floor(at / siteCount)]!, spots[at % siteCount]!]
    return Math.hypot(from[0] - to[0], from[1] - to[1])
  })
  const weights = Float64Array.from({ length: placeCount }, () => 1 + Math.floor(random.next() ** 3 * 100))
  const existing = Uint8Array.from({ length: siteCount }, () => Number(random.next() < 1 / 3))
  const problem: SitingProblem = { placeCount, siteCount, minutes, weights, siteRules: new Uint8Array(siteCount) }
  return { problem, existing, people: weights.reduce((sum, own) => sum + own, 0) }
}

type Region = ReturnType<typeof makeRegion>
const OPEN_COUNT = 6
const RULES: readonly (readonly [string, (region: Region) => Partial<SitingProblem>])[] = [
  ['nothing but the number of sites', () => ({})],
  ['at most two new sites', ({ existing }) => ({ limits: [limitNewSites(existing, 2)] })],
  ['a budget', ({ existing }) => {
    const all = (own: number) => new Float64Array(existing.length).fill(own)
    const closing = existing.reduce((sum, own) => sum + own, 0)
    return { limits: [limitBudget({ existing, running: all(10), opening: all(25), closing: all(1) }, 95 + closing)] }
  }],
  ['two limits', ({ existing }) => ({ limits: [limitNewSites(existing, 3), { name: 'uneven', amounts: Float64Array.from(existing, (_, site) => site % 3), most: 4 }] })],
  ['minimum sizes', ({ problem, people }) => ({ minimumSizes: new Float64Array(problem.siteCount).fill(people / 12) })],
  ['capacities', ({ problem, people }) => ({ capacities: new Float64Array(problem.siteCount).fill(people / 2) })],
  ['forms of one location', ({ problem }) => ({ locations: Int32Array.from({ length: problem.siteCount }, (_, site) => Math.floor(site / 4)) })],
]
const GOALS: readonly SitingGoal['kind'][] = ['median', 'worstShare', 'center', 'maximalCovering']

describe.each(RULES)('%s', (_, rulesOf) => {
  it.each<[string, number, number, readonly number[], readonly SitingGoal['kind'][]]>([
    ['small enough for an integer program', 30, 12, [1, 2, 3], GOALS],
    ['too large for one', 520, 500, [4], ['median', 'worstShare']],
  ])('the best plan is the best of all that come up, %s', (_name, placeCount, siteCount, seeds, kinds) => {
    for (const seed of seeds) {
      for (const kind of kinds) {
        const region = makeRegion(placeCount, siteCount, seed)
        const problem: SitingProblem = { ...region.problem, ...rulesOf(region) }
        const goal = makeGoal(kind, OPEN_COUNT, 12, 0.1)
        let looks = 0
        // Asked often: that is a clock which is the same everywhere.
        const control = { seed: 1, integerSolver, maximumNodes: 200, shouldStop: () => ++looks > 400 }
        const { plan } = solveSiting(problem, goal, control)
        expect(plan, `${kind} ${seed}`).toBeDefined()
        expect(checkPlan(problem, goal, plan!).faults).toEqual([])
        const [best, ...others] = findAlternatives(problem, goal, plan!, { count: 4, worseShare: 0.3, leastDistance: 0.1 }, { seed: 1 })
        expect(best!.value).toBeLessThanOrEqual(plan!.value)
        // Minutes of all together are what interchange itself looks at: nothing may be left for the alternatives to find.
        if (kind === 'median') expect(best!.value).toBe(plan!.value)
        for (const own of others) expect(own.value, `alternative of ${kind} ${seed}`).toBeGreaterThanOrEqual(best!.value * (1 - TOLERANCE))
      }
    }
  })
})

describe('a limit that counts sites', () => {
  it('leaves no gap in a region that is too large for an integer program', () => {
    const { problem, existing } = makeRegion(520, 500, 11)
    const { plan } = solveSiting({ ...problem, limits: [limitNewSites(existing, 2)] }, { kind: 'median', openCount: 15 }, { seed: 1, maximumNodes: 20_000 })
    expect(getGap(plan!)).toBeLessThan(1e-6)
    expect(plan!.sites.filter((site) => existing[site] === 0)).toHaveLength(2)
  })
})

describe('of plans that are as good for the goal', () => {
  // Places at 0, 10 and 100, sites at 0, 10 and 80: that at 80 must be open, so that the furthest go 20 whichever of the others is.
  const [places, sites] = [[0, 10, 100], [0, 10, 80]]
  const minutes = Float64Array.from({ length: 9 }, (_, at) => Math.abs(places[Math.floor(at / 3)]! - sites[at % 3]!))
  it.each(['center', 'worstShare', 'maximalCovering', 'setCovering'] as const)('%s: it is the one in which all people together travel least', (kind) => {
    for (const [weights, open] of [[[5, 1, 2], [0, 2]], [[1, 5, 2], [1, 2]]] as const) {
      const problem: SitingProblem = { placeCount: 3, siteCount: 3, minutes, weights: Float64Array.from(weights), siteRules: new Uint8Array(3) }
      const { plan } = solveSiting(problem, makeGoal(kind, 2, 20, 0.2), { seed: 1 })
      expect(plan!.isProved).toBe(true)
      expect([...plan!.sites]).toEqual(open)
    }
  })
})

it('of plans with as few sites none is taken that leaves somebody beyond the norm, though all together would travel less', () => {
  // A row of villages 0 to 9 and one site anywhere: within 5 minutes of all are those at 4 and 5 only; nearly everybody lives at 9.
  const problem: SitingProblem = {
    placeCount: 10, siteCount: 10, minutes: Float64Array.from({ length: 100 }, (_, at) => Math.abs(Math.floor(at / 10) - (at % 10))), weights: Float64Array.of(1e-3, 1, 1, 1, 1, 1, 1, 1, 1, 1e7), siteRules: new Uint8Array(10),
  }
  for (const seed of [1, 2, 3]) {
    const { plan } = solveSiting(problem, { kind: 'setCovering', normMinutes: 5 }, { seed })
    expect([[...plan!.sites], plan!.value, checkPlan(problem, { kind: 'setCovering', normMinutes: 5 }, plan!).faults]).toEqual([[5], 1, []])
  }
})

describe('sites that may open beyond what the longest trip asks for', () => {
  // Places and sites at 0, 10, 20 and 60; from 60 it is 40 to the nearest other site, and that at 60 is forbidden.
  const spots = [0, 10, 20, 60]
  const problem: SitingProblem = {
    placeCount: 4, siteCount: 4, minutes: Float64Array.from({ length: 16 }, (_, at) => Math.abs(spots[Math.floor(at / 4)]! - spots[at % 4]!)), weights: Float64Array.of(5, 3, 1, 1), siteRules: Uint8Array.of(0, 0, 0, 2),
  }
  const goal = { kind: 'center', openCount: 3 } as const
  it('open where they bring others nearer', () => {
    const { plan } = solveSiting(problem, goal, { seed: 1 })
    expect([plan!.value, plan!.isProved, [...plan!.sites]]).toEqual([40, true, [0, 1, 2]])
  })
  it.each<[string, Partial<SitingProblem>, number[]]>([
    ['a limit', { limits: [{ name: 'teams', amounts: Float64Array.of(2, 1, 1, 1), most: 3 }] }, [0, 2]],
    ['forms of one location', { locations: Int32Array.of(0, 0, -1, -1) }, [0, 2]],
  ])('keep to %s', (_, rules, open) => {
    const { plan } = solveSiting({ ...problem, ...rules }, goal, { seed: 1 })
    expect(checkPlan({ ...problem, ...rules }, goal, plan!).faults).toEqual([])
    expect([plan!.value, [...plan!.sites]]).toEqual([40, open])
  })
})

it('a site otherwise gives a better plan only where the given one is not the best', () => {
  const { problem } = makeRegion(30, 12, 5)
  const goal = makeGoal('median', 4, 0)
  const { plan } = solveSiting(problem, goal, { seed: 1 })
  const others = Array.from({ length: problem.siteCount }, (_, site) => priceSite(problem, goal, plan!, site, { seed: 1 }))
  for (const { better } of others) expect(better).toBeUndefined()
  // The best plan without one of its sites stands for a search that did not find it.
  const without = solveSiting({ ...problem, siteRules: problem.siteRules.map((rule, site) => (site === plan!.sites[0] ? 2 : rule)) }, goal, { seed: 1 }).plan!
  const { better } = priceSite(problem, goal, { ...without, bound: plan!.bound, isProved: false }, plan!.sites[0]!, { seed: 1 })
  expect(better!.value).toBeCloseTo(plan!.value, 6)
  // A site that must be open is not to be closed for a better plan.
  const forced = problem.siteRules.map((rule, site) => (without.sites.includes(site) && !plan!.sites.includes(site) ? 1 : rule))
  const kept = solveSiting({ ...problem, siteRules: forced }, goal, { seed: 1 }).plan!
  for (const site of forced.keys()) if (forced[site] === 1) expect(priceSite({ ...problem, siteRules: forced }, goal, kept, site, { seed: 1 }).better).toBeUndefined()
})
