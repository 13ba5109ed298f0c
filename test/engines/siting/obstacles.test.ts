import { beforeAll, describe, expect, it } from 'vitest'
import { checkPlan } from '#engines/siting/check-plan.ts'
import { describeObstacle } from '#engines/siting/obstacles.ts'
import { createHighsSolver } from '#engines/siting/program/highs-solver.ts'
import type { IntegerSolver } from '#engines/siting/program/integer-program.ts'
import type { SitingGoal, SitingProblem } from '#engines/siting/siting-problem.ts'
import { solveSiting } from '#engines/siting/solve-siting.ts'

let integerSolver: IntegerSolver
beforeAll(async () => {
  integerSolver = await createHighsSolver()
})

/** Two pieces of network, of two places each, five minutes within a piece; a last place that reaches nothing. */
const far = Infinity
const problem: SitingProblem = {
  placeCount: 5, siteCount: 4,
  minutes: Float64Array.of(0, 5, far, far, 5, 0, far, far, far, far, 0, 5, far, far, 5, 0, far, far, far, far),
  weights: Float64Array.of(10, 10, 10, 10, 3),
  siteRules: new Uint8Array(4),
}
const median = (openCount: number): SitingGoal => ({ kind: 'median', openCount })
const errorOf = (change: Partial<SitingProblem>, goal: SitingGoal) => {
  const { plan, obstacles } = solveSiting({ ...problem, ...change }, goal, { seed: 1, integerSolver })
  expect(plan).toBeUndefined()
  return obstacles.find(({ severity }) => severity === 'error')!
}

describe('what stands in the way is named', () => {
  it('a place that reaches nothing is left out, and said', () => {
    const { plan, obstacles } = solveSiting(problem, median(2), { seed: 1 })
    expect(obstacles).toEqual([{ code: 'unreachablePlaces', severity: 'notice', places: Int32Array.of(4) }])
    expect(plan).toMatchObject({ value: 100, bound: 100, unserved: Int32Array.of(4) })
  })
  it('more sites than there are', () => {
    expect(describeObstacle(errorOf({}, median(5))).nl).toBe('Er mogen 5 locaties open, maar er kunnen er hoogstens 4 open. Kies er minder, of laat meer locaties toe.')
  })
  it('more forced sites than may be open', () => {
    const obstacle = errorOf({ siteRules: Uint8Array.of(1, 1, 1, 0) }, median(2))
    expect(describeObstacle(obstacle, { place: String, site: (at) => ['Annen', 'Eext', 'Gieten', 'Rolde'][at]! }).en).toContain('3 must be: Annen, Eext and Gieten')
  })
  it('a norm that no site can meet', () => {
    const minutes = problem.minutes.map((own, at) => (at === 0 ? 20 : own))
    const obstacle = errorOf({ minutes: minutes.map((own, at) => (at === 1 ? 20 : own)) }, { kind: 'setCovering', normMinutes: 10 })
    expect(obstacle).toMatchObject({ code: 'normOutOfReach', places: Int32Array.of(0), asked: 10 })
    expect(describeObstacle(obstacle).nl).toContain('Voor plaats 0 ligt geen enkele toegestane locatie binnen de norm van 10 minuten')
    expect(describeObstacle({ ...obstacle, asked: 1 })).toMatchObject({ nl: expect.stringContaining('de norm van 1 minuut.') as string, en: expect.stringContaining('the norm of 1 minute.') as string })
    expect(describeObstacle({ ...obstacle, asked: 2.5 }).nl).toContain('de norm van 2,5 minuten.')
  })
  it('too few sites for the pieces of the network, with who is left', () => {
    const obstacle = errorOf({}, { kind: 'center', openCount: 1 })
    expect(obstacle.code).toBe('cannotReachAll')
    expect([[0, 1], [2, 3]]).toContainEqual([...obstacle.places!])
  })
  it('too little room', () => expect(errorOf({ capacities: Float64Array.of(10, 10, 10, 9) }, median(4))).toMatchObject({ code: 'capacityShort', asked: 40, available: 39 }))
  it('a forced site that nobody can keep up', () => {
    expect(errorOf({ minimumSizes: Float64Array.of(21, 0, 0, 0), siteRules: Uint8Array.of(1, 0, 0, 0) }, median(2))).toMatchObject({ code: 'tooFewPeople', sites: Int32Array.of(0) })
  })
  it('two forms of one location that both must', () => {
    expect(errorOf({ locations: Int32Array.of(0, 0, -1, -1), siteRules: Uint8Array.of(1, 1, 0, 0) }, median(3))).toMatchObject({ code: 'formsClash', sites: Int32Array.of(0, 1) })
  })
  it('rules that go ill together', () => {
    expect(errorOf({ limits: [{ name: 'money', amounts: new Float64Array(4).fill(3), most: 5 }] }, median(4)).code).toBe('noPlanFits')
  })
  it('ends a long list of names with how many more', () => {
    const places = Int32Array.from({ length: 14 }, (_, at) => at)
    expect(describeObstacle({ code: 'unreachablePlaces', severity: 'notice', places }).nl).toContain('plaats 9 en nog 4')
  })
})

describe('what is not a problem at all is refused, with its position', () => {
  it.each<[Partial<SitingProblem>, SitingGoal, RegExp]>([
    [{ minutes: new Float64Array(3) }, median(1), /minutes has 3 figures: 5 places × 4 sites are 20/],
    [{ minutes: problem.minutes.map((own, at) => (at === 6 ? NaN : own)) }, median(1), /from place 1 to site 2 is NaN/],
    [{ weights: Float64Array.of(1, 1, -1, 1, 1) }, median(1), /weights of place 2 is -1/],
    [{ siteRules: Uint8Array.of(0, 0, 0, 7) }, median(1), /siteRules of site 3 is 7/],
    [{ capacities: Float64Array.of(1, NaN, 1, 1) }, median(1), /capacities of site 1 is NaN/],
    [{ limits: [{ name: 'money', amounts: new Float64Array(4), most: NaN }] }, median(1), /most of limit money is NaN/],
    [{}, median(0), /openCount is 0/],
    [{}, median(1.5), /openCount is 1.5/],
    [{}, { kind: 'setCovering', normMinutes: Infinity }, /normMinutes is Infinity/],
    [{}, { kind: 'worstShare', openCount: 1, share: 0 }, /share is 0/],
  ])('%#', (change, goal, message) => expect(() => solveSiting({ ...problem, ...change }, goal, { seed: 1 })).toThrow(message))
})

describe('a person without a site', () => {
  it('counts as told, so that one more minute for many may weigh more', () => {
    const rules: SitingProblem = { ...problem, weights: Float64Array.of(100, 100, 1, 0, 0), unservedMinutes: 10 }
    const { plan } = solveSiting(rules, median(1), { seed: 1 })
    expect(plan).toMatchObject({ value: 510, unserved: Int32Array.of(2) })
    expect(checkPlan(rules, median(1), plan!).faults).toEqual([])
  })
})
