import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { checkPlan } from '#engines/siting/check-plan.ts'
import { createHighsSolver } from '#engines/siting/program/highs-solver.ts'
import type { IntegerSolver } from '#engines/siting/program/integer-program.ts'
import { FORCED_SITE, FREE_SITE } from '#engines/siting/siting-problem.ts'
import { solveSiting } from '#engines/siting/solve-siting.ts'
import { anyProblem, GOALS, makeGoal, tryEverything } from './tiny-sitings.ts'

vi.setConfig({ testTimeout: 60_000 })

let integerSolver: IntegerSolver
beforeAll(async () => {
  integerSolver = await createHighsSolver()
})

const anyCount = fc.integer({ min: 1, max: 4 })
const anyNorm = fc.integer({ min: 0, max: 30 })

describe.each(GOALS)('every goal keeps its promises: %s', (kind) => {
  it.each([['with', 0], ['without', 3]])('finds and proves the best of all plans, %s everything within reach', (_name, gaps) => {
    fc.assert(fc.property(anyProblem({ gaps }), anyCount, anyNorm, fc.boolean(), (problem, openCount, norm, withSolver) => {
      const goal = makeGoal(kind, openCount, norm)
      const { plan, obstacles } = solveSiting(problem, goal, { seed: 1, ...(withSolver && { integerSolver }) })
      const best = tryEverything(problem, goal)
      if (!plan) {
        expect(obstacles.some(({ severity }) => severity === 'error')).toBe(true)
        // More sites asked than there are is refused, though fewer would do.
        if (!obstacles.some(({ code }) => code === 'tooManySites' || code === 'normOutOfReach')) expect(best).toBe(Infinity)
        return
      }
      expect(checkPlan(problem, goal, plan).faults).toEqual([])
      expect(Math.abs(plan.value - best)).toBeLessThanOrEqual(2e-6 * best)
      expect(plan.isProved).toBe(true)
    }), { numRuns: 300 })
  })

  it('is never worse off with one site more', () => {
    fc.assert(fc.property(anyProblem(), anyNorm, (problem, norm) => {
      const free = { ...problem, siteRules: problem.siteRules.map((rule) => (rule === FORCED_SITE ? FREE_SITE : rule)) }
      const values = [1, 2, 3].map((count) => solveSiting(free, makeGoal(kind, count, norm), { seed: 1 }).plan?.value ?? NaN)
      for (const [at, value] of values.slice(1).entries()) if (!Number.isNaN(value)) expect(value).toBeLessThanOrEqual(values[at]! * (1 + 1e-6))
    }))
  })

  it('gives the same plan when all weights are ten times as large', () => {
    fc.assert(fc.property(anyProblem({ gaps: 2 }), anyCount, anyNorm, (problem, openCount, norm) => {
      const goal = makeGoal(kind, openCount, norm)
      const unservedMinutes = 1000
      const one = solveSiting({ ...problem, unservedMinutes }, goal, { seed: 1 }).plan
      const ten = solveSiting({ ...problem, unservedMinutes, weights: problem.weights.map((weight) => 10 * weight) }, goal, { seed: 1 }).plan
      const factor = kind === 'median' || kind === 'maximalCovering' ? 10 : 1
      expect(ten === undefined).toBe(one === undefined)
      if (one && ten) expect(ten.value).toBeCloseTo(factor * one.value, 4)
    }))
  })

  it('gives the same answer twice', () => {
    fc.assert(fc.property(anyProblem({ gaps: 2 }), anyCount, anyNorm, (problem, openCount, norm) => {
      const goal = makeGoal(kind, openCount, norm)
      expect(solveSiting(problem, goal, { seed: 5 })).toEqual(solveSiting(problem, goal, { seed: 5 }))
    }))
  })

  it('stops when asked to, with a plan that is right and a bound that holds', () => {
    fc.assert(fc.property(anyProblem(), anyCount, anyNorm, (problem, openCount, norm) => {
      const goal = makeGoal(kind, openCount, norm)
      const { plan } = solveSiting(problem, goal, { seed: 1, shouldStop: () => true })
      if (!plan) return
      expect(checkPlan(problem, goal, plan).faults).toEqual([])
      expect(plan.bound).toBeLessThanOrEqual(tryEverything(problem, goal) * (1 + 1e-6))
    }))
  })
})
