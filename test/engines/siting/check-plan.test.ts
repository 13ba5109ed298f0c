/** The checker must be able to say no: each fault is made on purpose. */
import { describe, expect, it } from 'vitest'
import { checkPlan } from '#engines/siting/check-plan.ts'
import { getGap } from '#engines/siting/siting-problem.ts'
import type { SitingGoal, SitingPlan, SitingProblem } from '#engines/siting/siting-problem.ts'

/** Three villages in a row, ten minutes apart, with 10, 20 and 30 people; a site in each. */
const problem: SitingProblem = {
  placeCount: 3, siteCount: 3,
  minutes: Float64Array.of(0, 10, 20, 10, 0, 10, 20, 10, 0),
  weights: Float64Array.of(10, 20, 30),
  siteRules: new Uint8Array(3),
}
const goal: SitingGoal = { kind: 'median', openCount: 1 }
/** The last village: 10 × 20 + 20 × 10 = 400. The middle one: 10 × 10 + 30 × 10 = 400. */
const plan: SitingPlan = {
  sites: Int32Array.of(2),
  services: { places: Int32Array.of(0, 1, 2), sites: Int32Array.of(2, 2, 2), shares: Float64Array.of(1, 1, 1) },
  unserved: new Int32Array(), value: 400, bound: 400, isProved: true,
}
const faultsOf = (change: Partial<SitingPlan>, rules: Partial<SitingProblem> = {}, asked: SitingGoal = goal) => checkPlan({ ...problem, ...rules }, asked, { ...plan, ...change }).faults.join('; ')

describe('a plan that is right', () => {
  it('has no faults', () => expect(faultsOf({})).toBe(''))
  it('may be divided over sites that are as near', () => {
    const services = { places: Int32Array.of(0, 1, 1, 2), sites: Int32Array.of(0, 0, 2, 2), shares: Float64Array.of(1, 0.5, 0.5, 1) }
    expect(faultsOf({ sites: Int32Array.of(0, 2), services, value: 200, bound: 200 }, {}, { kind: 'median', openCount: 2 })).toBe('')
  })
})

describe('the value is reckoned by hand for every goal', () => {
  it.each<[SitingGoal, number]>([
    [{ kind: 'median', openCount: 1 }, 400],
    [{ kind: 'center', openCount: 1 }, 20],
    [{ kind: 'maximalCovering', openCount: 1, normMinutes: 15 }, 10],
    [{ kind: 'setCovering', normMinutes: 20 }, 1],
    // The worst half are 30 people: 10 of them 20 minutes, 20 of them 10.
    [{ kind: 'worstShare', openCount: 1, share: 0.5 }, 400 / 30],
  ])('%o is %s', (asked, value) => expect(checkPlan(problem, asked, plan).value).toBeCloseTo(value, 12))
})

describe('a plan that is wrong', () => {
  it.each<[string, Partial<SitingPlan>, Partial<SitingProblem>, RegExp]>([
    ['a value that is too good', { value: 399 }, {}, /the value is 400, not 399/],
    ['a bound above the value', { bound: 401 }, {}, /bound 401 is above/],
    ['a proof that is none', { bound: 300 }, {}, /isProved is true/],
    ['a forbidden site', {}, { siteRules: Uint8Array.of(0, 0, 2) }, /site 2 is forbidden/],
    ['a forced site that is closed', {}, { siteRules: Uint8Array.of(1, 0, 0) }, /site 0 is forced/],
    ['too many sites', { sites: Int32Array.of(1, 2) }, {}, /2 sites are open/],
    ['somebody sent past an open site', { sites: Int32Array.of(0, 2) }, {}, /place 0 goes 20 minutes, and could go 0/],
    ['a closed site that serves', { sites: Int32Array.of(1) }, {}, /site 2, which is closed/],
    ['a place that is forgotten', { services: { places: Int32Array.of(0, 1), sites: Int32Array.of(2, 2), shares: Float64Array.of(1, 1) } }, {}, /place 2 is served for 0/],
    ['a site that is too full', {}, { capacities: Float64Array.of(60, 60, 59) }, /serves 60, at most 59/],
    ['a site that is too small', {}, { minimumSizes: Float64Array.of(0, 0, 61) }, /serves 60, at least 61/],
    ['a limit that is passed', {}, { limits: [{ name: 'money', amounts: Float64Array.of(1, 1, 5), most: 4 }] }, /limit money: 5 is used/],
    ['a trip that cannot be made', {}, { minutes: problem.minutes.map((minutes, at) => (at === 2 ? Infinity : minutes)) }, /place 0 cannot reach site 2/],
  ])('%s is seen', (_name, change, rules, message) => expect(faultsOf(change, rules)).toMatch(message))

  it('leaves somebody beyond the norm', () => expect(faultsOf({ value: 1, bound: 1 }, {}, { kind: 'setCovering', normMinutes: 15 })).toBe('place 0 is beyond the norm'))
  it('has two forms of one location', () => {
    expect(faultsOf({ sites: Int32Array.of(1, 2) }, { locations: Int32Array.of(-1, 0, 0) }, { kind: 'median', openCount: 2 })).toMatch(/location 0 has two forms/)
  })
})

it('states the gap as a share of the value', () => {
  expect(getGap({ ...plan, bound: 300 })).toBe(0.25)
  expect(getGap({ ...plan, value: 0, bound: 0 })).toBe(0)
})
