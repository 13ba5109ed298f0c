import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { comparePlaces, keepPrices, priceSite } from '#engines/siting/alternatives/explain-plan.ts'
import { findAlternatives } from '#engines/siting/alternatives/find-alternatives.ts'
import { isClearlyDifferent, measurePlanDistance } from '#engines/siting/alternatives/plan-distance.ts'
import { assignNearest } from '#engines/siting/assign-nearest.ts'
import { checkPlan } from '#engines/siting/check-plan.ts'
import { FORBIDDEN_SITE, FORCED_SITE, type SitingGoal, type SitingProblem } from '#engines/siting/siting-problem.ts'
import { solveSiting } from '#engines/siting/solve-siting.ts'
import { makeOrLibraryLike, toProblem } from './or-library.ts'
import { anyProblem, listSubsets, makeGoal, tryEverything } from './tiny-sitings.ts'

vi.setConfig({ testTimeout: 60_000 })

/** Four villages on a road, ten minutes apart, with 10, 20, 30 and 40 people; a site in each. */
const road: SitingProblem = {
  placeCount: 4, siteCount: 4,
  minutes: Float64Array.from({ length: 16 }, (_, at) => 10 * Math.abs(Math.floor(at / 4) - (at % 4))),
  weights: Float64Array.of(10, 20, 30, 40),
  siteRules: new Uint8Array(4),
}
const planOf = (problem: SitingProblem, ...sites: number[]) => ({ sites: Int32Array.from(sites), ...assignNearest(problem, sites) })

type Valued = ReturnType<typeof planOf> & { readonly value: number }
const WISH = { count: 4, worseShare: 0.2, leastDistance: 0.1 }

/** Values of the plans that the wish is about, of all plans by value: each that is clearly different from those before, with two sites moved, then with one. */
function listNearest(problem: SitingProblem, all: readonly Valued[]): number[] {
  const chosen = [all[0]!]
  for (const leastMoved of [2, 1]) for (const own of all) {
    const isOne = own.value <= all[0]!.value * (1 + WISH.worseShare) && chosen.every((other) => isClearlyDifferent(measurePlanDistance(problem, other, own), WISH.leastDistance, leastMoved))
    if (isOne && chosen.length < WISH.count) chosen.push(own)
  }
  return chosen.map(({ value }) => value).sort((one, other) => one - other)
}

describe('how different two plans are', () => {
  it('is the share of the people who are served from another village', () => {
    // From 0 and 1 to 0 and 3: all but place 0 (90 of 100 people) go elsewhere; of three sites two are in one plan only.
    expect(measurePlanDistance(road, planOf(road, 0, 1), planOf(road, 0, 3))).toEqual({ shareElsewhere: expect.closeTo(0.9, 12), shareOfSites: expect.closeTo(2 / 3, 12), movedSites: 1 })
    expect(measurePlanDistance(road, planOf(road, 0, 3), planOf(road, 0, 3))).toEqual({ shareElsewhere: 0, shareOfSites: 0, movedSites: 0 })
  })
  it('does not see a site that moves within its village', () => {
    // Sites 0 and 1 are in one village: places 0 and 1 stay with it, places 2 and 3 (70 of 100) do not.
    const villages = Int32Array.of(7, 7, 8, 9)
    expect(measurePlanDistance(road, planOf(road, 0, 1), planOf(road, 0, 3), villages)).toEqual({ shareElsewhere: expect.closeTo(0.7, 12), shareOfSites: expect.closeTo(2 / 3, 12), movedSites: 1 })
    expect(measurePlanDistance(road, planOf(road, 0), planOf(road, 1), villages)).toEqual({ shareElsewhere: 0, shareOfSites: 0, movedSites: 0 })
  })
  it('counts a village with two sites twice, and leaves out sites that nobody could choose', () => {
    // Two sites in village 7 and one in 9, or one each in 7, 8 and 9: one moved; two of four are shared.
    const villages = Int32Array.of(7, 7, 8, 9)
    expect(measurePlanDistance(road, planOf(road, 0, 1, 3), planOf(road, 0, 2, 3), villages)).toMatchObject({ shareOfSites: 0.5, movedSites: 1 })
    // With 0 forced, of the others 1 stands against 2: nothing is shared.
    expect(measurePlanDistance({ ...road, siteRules: Uint8Array.of(FORCED_SITE, 0, 0, 0) }, planOf(road, 0, 1), planOf(road, 0, 2))).toMatchObject({ shareOfSites: 1, movedSites: 1 })
  })
})

describe('plans to choose from', () => {
  it.each<[SitingGoal['kind'], number]>([['median', 0.1], ['maximalCovering', 0.5], ['center', 0.3], ['worstShare', 0.2]])('%s: nearly as good, right, and clearly different from each other', (kind, worseShare) => {
    const problem = toProblem(makeOrLibraryLike(100, 10, 5))
    const goal = makeGoal(kind, 10, 60)
    const control = { seed: 1, maximumNodes: 200 }
    const { plan } = solveSiting(problem, goal, control)
    const wish = { count: 4, worseShare, leastDistance: 0.4 }
    const plans = findAlternatives(problem, goal, plan!, wish, control)
    expect(plans.length).toBeGreaterThan(1)
    for (const [at, own] of plans.entries()) {
      expect(checkPlan(problem, goal, { ...own, bound: -1, isProved: false }).faults).toEqual([])
      expect(own.value).toBeLessThanOrEqual(plan!.value * (1 + worseShare))
      for (const other of plans.slice(0, at)) expect(isClearlyDifferent(measurePlanDistance(problem, other, own), 0.4, 2)).toBe(true)
    }
    expect(findAlternatives(problem, goal, plan!, wish, control)).toEqual(plans)
  })

  it('are found where they are: a road that is the same from both ends', () => {
    const even = { ...road, weights: Float64Array.of(10, 10, 10, 10) }
    const goal = makeGoal('median', 2, 0)
    const { plan } = solveSiting(even, goal, { seed: 1 })
    const plans = findAlternatives(even, goal, plan!, { count: 9, worseShare: 0, leastDistance: 0.5 }, { seed: 1 })
    expect(plan!.value).toBe(200)
    // At 200: {0,2}, {0,3}, {1,2}, {1,3}. Half of the people elsewhere than in the first.
    expect(plans.length).toBeGreaterThanOrEqual(2)
    for (const own of plans) expect(own.value).toBe(200)
  })

  it('are the best that there are, of all sets of sites, beside sites that are open whatever the plan', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 2, max: 5 }), (seed, own) => {
      const [loose, openCount] = [8, own + 3]
      const made = toProblem(makeOrLibraryLike(30, openCount, seed))
      // No two plans are as good, so that it is clear which is next.
      const problem: SitingProblem = { ...made, weights: made.weights.map((_, place) => 1 + Math.sqrt(place) / 10), siteRules: made.siteRules.map((_, site) => (site < 3 ? FORCED_SITE : site < 3 + loose ? 0 : FORBIDDEN_SITE)) }
      const goal = makeGoal('median', openCount, 0)
      const { plan } = solveSiting(problem, goal, { seed: 1 })
      const all = [...listSubsets(loose)].filter(({ length }) => length === own).map((sites) => {
        const trips = planOf(problem, 0, 1, 2, ...sites.map((site) => site + 3))
        return { ...trips, value: checkPlan(problem, goal, { ...trips, value: 0, bound: -1, isProved: false }).value }
      }).sort((one, other) => one.value - other.value)
      expect(findAlternatives(problem, goal, plan!, WISH, { seed: 1 }).map(({ value }) => value)).toEqual(listNearest(problem, all).map((value) => expect.closeTo(value, 6) as number))
    }), { seed: 3, numRuns: 150 })
  })

  it('have more or fewer sites where a budget decides how many, and are the best that there are', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 6, max: 12 }), (seed, most) => {
      const loose = 8
      const made = toProblem(makeOrLibraryLike(30, 5, seed))
      const amounts = Float64Array.from(made.siteRules, (_, site) => (site < 3 ? 0 : 1 + ((seed >> site) & 3)))
      const problem: SitingProblem = { ...made, weights: made.weights.map((_, place) => 1 + Math.sqrt(place) / 10), siteRules: made.siteRules.map((_, site) => (site < 3 ? FORCED_SITE : site < 3 + loose ? 0 : FORBIDDEN_SITE)), limits: [{ name: 'budget', amounts, most }] }
      const goal = makeGoal('median', 3 + loose, 0)
      const { plan } = solveSiting(problem, goal, { seed: 1 })
      // Where there is money for all of them there is no choice.
      fc.pre(plan!.sites.length < 3 + loose)
      const all = [...listSubsets(loose)].map((sites) => sites.map((site) => site + 3)).filter((sites) => sites.reduce((sum, site) => sum + amounts[site]!, 0) <= most).map((sites) => {
        const trips = planOf(problem, 0, 1, 2, ...sites)
        return { ...trips, value: checkPlan(problem, goal, { ...trips, value: 0, bound: -1, isProved: false }).value }
      }).sort((one, other) => one.value - other.value)
      expect(plan!.value).toBeCloseTo(all[0]!.value, 6)
      expect(findAlternatives(problem, goal, plan!, WISH, { seed: 1 }).map(({ value }) => value)).toEqual(listNearest(problem, all).map((value) => expect.closeTo(value, 6) as number))
    }), { seed: 3, numRuns: 100 })
  })

  it('keep the rules: forced sites open, forbidden closed, no site too small', () => {
    fc.assert(fc.property(anyProblem(), fc.integer({ min: 1, max: 3 }), (made, openCount) => {
      const problem = { ...made, minimumSizes: new Float64Array(made.siteCount).fill(3) }
      const goal = makeGoal('median', openCount, 0)
      const { plan } = solveSiting(problem, goal, { seed: 1 })
      if (!plan) return
      for (const own of findAlternatives(problem, goal, plan, { count: 3, worseShare: 1, leastDistance: 0.2 }, { seed: 1 })) {
        expect(checkPlan(problem, goal, { ...own, bound: -1, isProved: false }).faults).toEqual([])
      }
    }))
  })

  it('are refused for a wish that cannot be', () => {
    const { plan } = solveSiting(road, makeGoal('median', 2, 0), { seed: 1 })
    expect(() => findAlternatives(road, makeGoal('median', 2, 0), plan!, { count: 2, worseShare: 0.1, leastDistance: 0 }, { seed: 1 })).toThrow(/leastDistance is 0/)
    expect(() => findAlternatives(road, makeGoal('setCovering', 2, 10), plan!, { count: 2, worseShare: 0.1, leastDistance: 0.1 }, { seed: 1 })).toThrow(/no number of sites/)
  })
})

describe('why a place keeps its site or loses it', () => {
  it('what it costs to do otherwise, by hand', () => {
    const goal = makeGoal('median', 2, 0)
    const { plan } = solveSiting(road, goal, { seed: 1 })
    // {1, 3}: 10 × 10 + 30 × 10 = 400. {1, 2} costs 500, {2, 3} 400, {0, 3} 200 + 300 = 500.
    expect(plan!.value).toBe(400)
    const prices = [0, 1, 2, 3].map((site) => priceSite(road, goal, plan!, site, { seed: 1 }))
    expect(prices[3]).toMatchObject({ isOpen: true, atMost: 100, atLeast: 100 })
    expect(prices[0]).toMatchObject({ isOpen: false, atMost: 100, atLeast: 100 })
  })

  it('is what trying every plan gives', () => {
    fc.assert(fc.property(anyProblem(), fc.integer({ min: 1, max: 4 }), fc.nat(5), (problem, openCount, chosen) => {
      const goal = makeGoal('median', openCount, 0)
      const { plan } = solveSiting(problem, goal, { seed: 1 })
      const site = chosen % problem.siteCount
      if (!plan) return
      const price = priceSite(problem, goal, plan, site, { seed: 1 })
      const siteRules = problem.siteRules.map((rule, at) => (at === site ? (price.isOpen ? 2 : 1) : rule))
      if (price.obstacles.length > 0) return
      const extra = tryEverything({ ...problem, siteRules }, goal) - plan.value
      expect(price.atMost).toBeCloseTo(extra, 3)
      expect(price.atLeast).toBeLessThanOrEqual(price.atMost + 1e-9 + 1e-6 * plan.value)
    }))
  })

  it('a price that is kept beside a better plan is the price asked beside that plan', () => {
    let kept = 0
    fc.assert(fc.property(anyProblem(), fc.integer({ min: 1, max: 4 }), fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (problem, openCount, isWanted) => {
      const goal = makeGoal('median', openCount, 0)
      const { plan: better } = solveSiting(problem, goal, { seed: 1 })
      if (!better) return
      const siteRules = problem.siteRules.map((rule, site) => (rule === 0 && isWanted[site]! ? FORCED_SITE : rule))
      const { plan } = solveSiting({ ...problem, siteRules }, goal, { seed: 1 })
      if (!plan || plan.value <= better.value) return
      const prices = Array.from({ length: problem.siteCount }, (_, site) => priceSite(problem, goal, plan, site, { seed: 1 }))
      for (const price of keepPrices(prices, plan, better)) {
        expect(price).toEqual(priceSite(problem, goal, better, price.site, { seed: 1 }))
        kept++
      }
    }), { numRuns: 400 })
    expect(kept).toBeGreaterThan(50)
  })

  it('has no price that can be paid where it is the only site that some can reach', () => {
    const apart = { ...road, minutes: road.minutes.map((own, at) => (Math.floor(at / 4) === 3 && at % 4 !== 3 ? Infinity : own)) }
    const goal = makeGoal('median', 2, 0)
    const { plan } = solveSiting(apart, goal, { seed: 1 })
    expect(priceSite(apart, goal, plan!, 3, { seed: 1 })).toMatchObject({ isOpen: true, atMost: Infinity, obstacles: [{ code: 'unreachablePlaces', places: Int32Array.of(3) }] })
  })

  it('minutes before and after, and who loses the site', () => {
    const changes = comparePlaces(road, Int32Array.of(0, 3), planOf(road, 1, 3))
    expect(changes).toEqual({
      siteBefore: Int32Array.of(0, 0, 3, 3), siteAfter: Int32Array.of(1, 1, 1, 3),
      minutesBefore: Float64Array.of(0, 10, 10, 0), minutesAfter: Float64Array.of(10, 0, 10, 0), losesSite: Uint8Array.of(1, 1, 0, 0),
    })
  })
})
