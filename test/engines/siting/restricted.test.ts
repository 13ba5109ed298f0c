/** Capacities, minimum sizes, limits and forms, against trying every plan. */
import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { checkPlan } from '#engines/siting/check-plan.ts'
import { createHighsSolver } from '#engines/siting/program/highs-solver.ts'
import type { IntegerSolver } from '#engines/siting/program/integer-program.ts'
import type { SitingProblem } from '#engines/siting/siting-problem.ts'
import { solveSiting } from '#engines/siting/solve-siting.ts'
import { anyProblem, anyRestricted, GOALS, listSubsets, makeGoal, tryEverything } from './tiny-sitings.ts'
import { sendCheapest } from './send-cheapest.ts'

vi.setConfig({ testTimeout: 60_000 })

let integerSolver: IntegerSolver
beforeAll(async () => {
  integerSolver = await createHighsSolver()
})

const anyCount = fc.integer({ min: 1, max: 4 })
const anyNorm = fc.integer({ min: 0, max: 30 })

it('proves one site to be best that serves everybody, where presolve of the solver left it out', () => {
  // Site 3 alone: 7 × 3/64 + 6 × 3/64 + 6 × (3 + 3/64). Site 2 would have nobody, and 1, 3 and 4 are forms of one location.
  const problem: SitingProblem = {
    placeCount: 4, siteCount: 5, weights: Float64Array.of(7, 6, 0, 6), siteRules: Uint8Array.of(2, 0, 0, 0, 0),
    minutes: Float64Array.of(
      12, 4.015625, 30.03125, 0.046875, 4.0625, 12, 22.015625, 15.03125, 0.046875, 1.0625, 19, 2.015625, 1.03125, 24.046875, 3.0625, 2, 14.015625, 26.03125, 3.046875, 26.0625,
    ),
    capacities: Float64Array.of(5, 5, Infinity, Infinity, 18), minimumSizes: Float64Array.of(0, 0, 1, 0, 0), locations: Int32Array.of(-1, 1, -1, 1, 1),
  }
  const { plan } = solveSiting(problem, { kind: 'median', openCount: 2 }, { seed: 1, integerSolver })
  expect([...plan!.sites]).toEqual([3])
  expect(plan!.value).toBeCloseTo(18.890625, 9)
  expect(plan!.isProved).toBe(true)
})

describe.each(GOALS)('under all rules together: %s', (kind) => {
  it('finds and proves the best of all plans, or proves that there is none', () => {
    fc.assert(fc.property(anyRestricted, anyCount, anyNorm, (problem, openCount, norm) => {
      const goal = makeGoal(kind, openCount, norm)
      const { plan, obstacles } = solveSiting(problem, goal, { seed: 1, integerSolver })
      const best = tryEverything(problem, goal)
      if (!plan) {
        const codes = obstacles.filter(({ severity }) => severity === 'error').map(({ code }) => code)
        expect(codes).not.toEqual([])
        expect(codes).not.toContain('noPlanFound')
        if (!codes.some((code) => code === 'tooManySites' || code === 'normOutOfReach')) expect(best).toBe(Infinity)
        return
      }
      expect(checkPlan(problem, goal, plan).faults).toEqual([])
      expect(Math.abs(plan.value - best)).toBeLessThanOrEqual(2e-6 * best)
      expect(plan.isProved).toBe(true)
    }), { numRuns: 150 })
  })

  it('without an integer program gives a plan that is right with a bound that holds, or says that none was found', () => {
    fc.assert(fc.property(anyRestricted, anyCount, anyNorm, (problem, openCount, norm) => {
      const goal = makeGoal(kind, openCount, norm)
      const { plan, obstacles } = solveSiting(problem, goal, { seed: 1 })
      if (!plan) {
        expect(obstacles.some(({ severity }) => severity === 'error')).toBe(true)
        return
      }
      expect(checkPlan(problem, goal, plan).faults).toEqual([])
      expect(plan.bound).toBeLessThanOrEqual(tryEverything(problem, goal) * (1 + 2e-6))
    }))
  })
})

describe('people who may be sent', () => {
  it('are divided over the open sites at the fewest minutes', () => {
    fc.assert(fc.property(anyProblem(), anyCount, fc.array(fc.integer({ min: 5, max: 30 }), { minLength: 6, maxLength: 6 }), (made, openCount, rooms) => {
      const problem: SitingProblem = { ...made, weights: made.weights.map(Math.round), capacities: Float64Array.from(rooms).slice(0, made.siteCount), assignment: 'planned' }
      const goal = makeGoal('median', openCount, 0)
      const { plan, obstacles } = solveSiting(problem, goal, { seed: 1, integerSolver })
      let best = Infinity
      for (const sites of listSubsets(problem.siteCount)) {
        const isPermitted = sites.length <= openCount && problem.siteRules.every((rule, site) => (rule !== 1 || sites.includes(site)) && (rule !== 2 || !sites.includes(site)))
        if (isPermitted) best = Math.min(best, sendCheapest(problem, sites))
      }
      if (!plan) {
        if (!obstacles.some(({ code }) => code === 'tooManySites')) expect(best).toBe(Infinity)
        return
      }
      expect(checkPlan(problem, goal, plan).faults).toEqual([])
      expect(Math.abs(plan.value - best)).toBeLessThanOrEqual(2e-6 * best)
    }))
  })
})
