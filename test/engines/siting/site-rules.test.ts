import { beforeAll, describe, expect, it } from 'vitest'
import { assignNearest } from '#engines/siting/assign-nearest.ts'
import { checkPlan } from '#engines/siting/check-plan.ts'
import { measureGroup } from '#engines/siting/measure-equity.ts'
import { createHighsSolver } from '#engines/siting/program/highs-solver.ts'
import type { IntegerSolver } from '#engines/siting/program/integer-program.ts'
import { addMobileService, forbidSites, limitBudget, limitNewSites } from '#engines/siting/site-rules.ts'
import type { SitingGoal, SitingProblem } from '#engines/siting/siting-problem.ts'
import { solveSiting } from '#engines/siting/solve-siting.ts'

let integerSolver: IntegerSolver
beforeAll(async () => {
  integerSolver = await createHighsSolver()
})

/** Four villages on a road, ten minutes apart, with 10, 20, 30 and 40 people; a site in each, and one that exists in the first two. */
const road: SitingProblem = {
  placeCount: 4, siteCount: 4,
  minutes: Float64Array.from({ length: 16 }, (_, at) => 10 * Math.abs(Math.floor(at / 4) - (at % 4))),
  weights: Float64Array.of(10, 20, 30, 40),
  siteRules: new Uint8Array(4),
}
const existing = Uint8Array.of(1, 1, 0, 0)
const money = { existing, running: Float64Array.of(5, 5, 5, 5), opening: Float64Array.of(0, 0, 20, 30), closing: Float64Array.of(2, 3, 0, 0) }
const median = (openCount: number): SitingGoal => ({ kind: 'median', openCount })
const solve = (problem: SitingProblem, goal: SitingGoal) => {
  const { plan, obstacles } = solveSiting(problem, goal, { seed: 1, integerSolver })
  if (plan) expect(checkPlan(problem, goal, plan).faults).toEqual([])
  return { plan, obstacles }
}

describe('a budget', () => {
  it('adds up running, opening and closing', () => {
    const { amounts, most } = limitBudget(money, 40)
    // Open 1 and 2: running 10, opening 20, closing site 0: 2. Together 32; the limit says the same of 40.
    expect(amounts[1]! + amounts[2]! - most).toBe(32 - 40)
    // Nothing open: only closing, 5.
    expect(-most).toBe(5 - 40)
  })
  it('keeps what is dear out of the plan', () => {
    // {1, 3} is best (400) and costs 10 + 30 + 2 = 42; {1, 2} costs 32 and gives 10 × 10 + 40 × 10 = 500.
    expect(solve({ ...road, limits: [limitBudget(money, 42)] }, median(2)).plan).toMatchObject({ sites: Int32Array.of(1, 3), value: 400, isProved: true })
    expect(solve({ ...road, limits: [limitBudget(money, 41)] }, median(2)).plan).toMatchObject({ sites: Int32Array.of(1, 2), value: 500, isProved: true })
  })
})

describe('relocation', () => {
  it('of one site at most', () => {
    const { plan } = solve({ ...road, limits: [limitNewSites(existing, 1)] }, median(2))
    expect(plan).toMatchObject({ sites: Int32Array.of(1, 3), value: 400 })
  })
  it('of none leaves what is there', () => {
    expect(solve({ ...road, limits: [limitNewSites(existing, 0)] }, median(2)).plan!.sites).toEqual(Int32Array.of(0, 1))
    expect(solve({ ...road, siteRules: forbidSites(road.siteRules, (site) => existing[site] === 0) }, median(2)).plan!.sites).toEqual(Int32Array.of(0, 1))
  })
})

describe('a mobile service', () => {
  const service = { mayStand: Uint8Array.of(1, 1, 1, 1), days: 2, waitingMinutes: 4, capacity: 25, vehicleDays: 4 }

  it('stands where few people live, next to fixed sites', () => {
    const { problem, standsAt, isMobile } = addMobileService(road, service)
    const { plan } = solve({ ...problem, limits: [...problem.limits!, { name: 'fixed', amounts: Float64Array.from(isMobile, (mobile) => 1 - mobile), most: 2 }] }, median(4))
    const open = Array.from(plan!.sites, (site) => `${standsAt[site]}${isMobile[site] ? ' mobile' : ''}`)
    // Fixed for 30 and 40 people, mobile for 10 and 20: 30 × 4.
    expect(open).toEqual(['2', '3', '0 mobile', '1 mobile'])
    expect(plan!.value).toBe(120)
  })
  it('has no more days than there are, and no more people than it can serve', () => {
    const { problem, isMobile } = addMobileService(forbidden(), { ...service, vehicleDays: 3, capacity: 100 })
    const { plan } = solve(problem, median(4))
    expect(plan!.sites.filter((site) => isMobile[site] === 1)).toHaveLength(1)
    expect(solve(addMobileService(forbidden(), { ...service, capacity: 1 }).problem, median(2)).obstacles[0]).toMatchObject({ code: 'capacityShort', asked: 100, available: 2 })
  })
  it('uses of other limits what it is said to use', () => {
    // Two fixed sites for 10, and mobile forms for 3 each: within 16 both villages in the west have one, within 15 only one.
    const { problem, isMobile } = addMobileService({ ...road, siteRules: Uint8Array.of(2, 2, 0, 0), limits: [{ name: 'budget', amounts: Float64Array.of(5, 5, 5, 5), most: 16 }] }, { ...service, uses: { budget: 3 } })
    const countMobile = (most: number) => solve({ ...problem, limits: problem.limits!.map((limit) => (limit.name === 'budget' ? { ...limit, most } : limit)) }, median(4)).plan!.sites.filter((site) => isMobile[site] === 1).length
    expect([countMobile(16), countMobile(15)]).toEqual([2, 1])
  })
  it('and a fixed site are not at one location', () => {
    const { problem } = addMobileService(road, service)
    expect(solve({ ...problem, siteRules: Uint8Array.of(1, 0, 0, 0, 1, 0, 0, 0) }, median(4)).obstacles[0]).toMatchObject({ code: 'formsClash', sites: Int32Array.of(0, 4) })
  })
  it('is refused when it makes no sense', () => {
    expect(() => addMobileService(road, { ...service, days: 0 })).toThrow(/days is 0/)
    expect(() => addMobileService(road, { ...service, mayStand: new Uint8Array(3) })).toThrow(/mayStand has 3/)
  })
  function forbidden(): SitingProblem {
    return { ...road, siteRules: new Uint8Array(4).fill(2) }
  }
})

describe('what a plan means for a group', () => {
  it('by hand', () => {
    const plan = { sites: Int32Array.of(3), ...assignNearest(road, [3]) }
    // Households without a car: 8 at 30 minutes, 2 at 20, 10 at 10. The worst tenth are 2 of the first.
    expect(measureGroup(road, plan, Float64Array.of(8, 2, 10, 0), 15)).toEqual({
      people: 20, unservedPeople: 0, meanMinutes: (8 * 30 + 2 * 20 + 10 * 10) / 20, longestMinutes: 30, worstTenthMinutes: 30, beyondNorm: 10,
    })
  })
  it('also where the problem counts nobody, and where nobody can come', () => {
    const apart = { ...road, weights: Float64Array.of(0, 20, 30, 40), minutes: road.minutes.map((own, at) => (at >= 4 && at < 8 ? Infinity : own)) }
    const plan = { sites: Int32Array.of(3), ...assignNearest(apart, [3]) }
    expect(measureGroup(apart, plan, Float64Array.of(1, 1, 0, 0), 30)).toMatchObject({ people: 2, unservedPeople: 1, meanMinutes: 30, beyondNorm: 1 })
  })
})
