/** Budgets and other limits inside the Lagrangean bound: against every set of sites, and every price that could be the best. */
import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { checkPlan } from '#engines/siting/check-plan.ts'
import { frameProblem, tabulate } from '#engines/siting/frame.ts'
import { LagrangeanBound } from '#engines/siting/median/lagrangean.ts'
import { limitColumns } from '#engines/siting/median/limited-columns.ts'
import { LimitPrices } from '#engines/siting/median/limit-prices.ts'
import { FREE, OPEN } from '#engines/siting/median/site-states.ts'
import { createHighsSolver } from '#engines/siting/program/highs-solver.ts'
import type { IntegerSolver } from '#engines/siting/program/integer-program.ts'
import { getGap, type SitingProblem } from '#engines/siting/siting-problem.ts'
import { solveSiting } from '#engines/siting/solve-siting.ts'
import { anyProblem, listSubsets, makeGoal, tryEverything } from './tiny-sitings.ts'

vi.setConfig({ testTimeout: 60_000 })

let integerSolver: IntegerSolver
beforeAll(async () => {
  integerSolver = await createHighsSolver()
})

/** One or two limits; a site may save money, as one does whose closing is dear. */
const anyLimited = (gaps: number) => anyProblem({ gaps }).chain((problem) => {
  const limit = fc.record({ amounts: fc.array(fc.integer({ min: -2, max: 5 }), { minLength: problem.siteCount, maxLength: problem.siteCount }).map((own) => Float64Array.from(own)), most: fc.integer({ min: -3, max: 12 }) })
  return fc.array(limit, { minLength: 1, maxLength: 2 }).map((limits): SitingProblem => ({ ...problem, limits: limits.map((own, at) => ({ ...own, name: `limit ${at}` })) }))
})
const anyCount = fc.integer({ min: 1, max: 5 })

describe('the price of a limit', () => {
  const anyColumns = fc.integer({ min: 2, max: 7 }).chain((count) => fc.record({
    worths: fc.array(fc.integer({ min: -40, max: 0 }), { minLength: count, maxLength: count }),
    amounts: fc.array(fc.integer({ min: -3, max: 9 }), { minLength: count, maxLength: count }),
    states: fc.array(fc.constantFrom(FREE, FREE, FREE, OPEN), { minLength: count, maxLength: count }),
    openCount: fc.integer({ min: 1, max: count }),
    most: fc.integer({ min: -2, max: 20 }),
  })).filter(({ states, openCount }) => states.filter((state) => state === OPEN).length <= openCount)

  it('gives the highest bound of all prices, which is at most the best set within the limit, and is infinite where there is none', () => {
    fc.assert(fc.property(anyColumns, ({ worths, amounts, states, openCount, most }) => {
      const sets = [...listSubsets(worths.length)].filter((sites) => sites.length === openCount && states.every((state, column) => state !== OPEN || sites.includes(column)))
      const add = (figures: readonly number[], sites: Int32Array) => sites.reduce((sum, column) => sum + figures[column]!, 0)
      const boundAt = (price: number) => Math.min(...sets.map((sites) => add(worths, sites) + price * (add(amounts, sites) - most)))
      const within = sets.filter((sites) => add(amounts, sites) <= most)
      const own = Float64Array.from(worths)
      const paid = new LimitPrices([{ amounts: Float64Array.from(amounts), most }], worths.length).charge(Uint8Array.from(states), openCount, own)
      if (within.length === 0) {
        expect(paid).toBe(Infinity)
        return
      }
      const bound = Math.min(...sets.map((sites) => add([...own], sites))) - paid
      // The bound bends where two columns cost the same.
      const bends = worths.flatMap((worth, one) => worths.map((other, two) => (other - worth) / (amounts[one]! - amounts[two]!))).filter((price) => price > 0 && price < Infinity)
      expect(bound).toBeCloseTo(Math.max(boundAt(0), ...bends.map(boundAt)), 6)
      expect(bound).toBeLessThanOrEqual(Math.min(...within.map((sites) => add(worths, sites))) + 1e-9)
    }), { numRuns: 1000 })
  })
})

describe('a bound under limits', () => {
  it('is never above the best of all plans, and where one limit tells, not below what it was without', () => {
    let raised = 0
    fc.assert(fc.property(anyLimited(1), anyCount, (problem, openCount) => {
      const best = tryEverything(problem, makeGoal('median', openCount, 0))
      const frame = frameProblem(problem)
      if (frame.places.length === 0 || frame.sites.length < openCount || frame.locked.reduce((sum, own) => sum + own, 0) >= openCount) return
      const within = limitColumns(frame, openCount)
      if (within.openCount < within.locked.reduce((sum, own) => sum + own, 0)) return
      const boundOf = (limits: typeof within.limits) => {
        const relaxation = new LagrangeanBound(tabulate(frame, (minutes) => minutes, frame.unservedMinutes, within.idleCount), within.openCount, limits)
        for (const [column, must] of within.locked.entries()) if (must === 1) relaxation.states[column] = OPEN
        relaxation.restart(new Float64Array(relaxation.cells.rowCount).fill(frame.unservedMinutes))
        relaxation.raise(best === Infinity ? 1e6 : best + 1, 0, { firstFactor: 1, patience: 20, lastFactor: 0.01, maximumSteps: 300 })
        return relaxation
      }
      const [limited, free] = [boundOf(within.limits), boundOf([])]
      expect(limited.bound).toBeLessThanOrEqual(best * (1 + 1e-9) + 1e-9)
      if (within.limits.length > 1) return
      // At the prices of the people of the bound without it the limit can only raise the bound.
      const same = new LagrangeanBound(limited.cells, within.openCount, within.limits)
      same.states.set(free.states)
      same.restart(free.bestPrices)
      same.raise(Infinity, 0, { firstFactor: 1, patience: 1, lastFactor: 1, maximumSteps: 1 })
      expect(same.bound).toBeGreaterThanOrEqual(free.bound - 1e-6 * Math.abs(free.bound))
      raised += Number(same.bound > free.bound + 1e-6 * Math.abs(free.bound))
    }), { numRuns: 400 })
    expect(raised).toBeGreaterThan(20)
  })
})

describe.each(['median', 'maximalCovering', 'worstShare'] as const)('a plan under limits: %s', (kind) => {
  // Where everybody must be served and not every site can be reached, only the program knows when a goal does not count minutes.
  it.each([['the search tree', false, 0], ['an integer program', true, 1]])('is proved to be the best of all by %s, or there is none', (_name, withProgram, gaps) => {
    let plans = 0
    fc.assert(fc.property(anyLimited(gaps), anyCount, fc.integer({ min: 0, max: 30 }), (problem, openCount, norm) => {
      const goal = makeGoal(kind, openCount, norm)
      const { plan, obstacles } = solveSiting(problem, goal, { seed: 1, ...(withProgram ? { integerSolver, maximumNodes: 1 } : {}) })
      const best = tryEverything(problem, goal)
      if (plan === undefined) {
        if (obstacles.every(({ code, severity }) => severity !== 'error' || code === 'noPlanFits' || code === 'noPlanFound')) expect(best).toBe(Infinity)
        return
      }
      plans++
      expect(checkPlan(problem, goal, plan).faults).toEqual([])
      expect(plan.isProved).toBe(true)
      expect(Math.abs(plan.value - best)).toBeLessThanOrEqual(2e-6 * best)
    }), { numRuns: 200 })
    expect(plans).toBeGreaterThan(50)
  })
})

it('a budget leaves hardly a gap where a quarter of the sites may open, too many for an integer program', () => {
  // Villages on a grid of 23 × 23 minutes, each with a site; what a site costs and how many live there go by its number.
  const side = 23
  const count = side * side
  const minutes = Float64Array.from({ length: count * count }, (_, at) => {
    const [from, to] = [Math.floor(at / count), at % count]
    return Math.hypot((from % side) - (to % side), Math.floor(from / side) - Math.floor(to / side))
  })
  const problem: SitingProblem = {
    placeCount: count, siteCount: count, minutes, weights: Float64Array.from({ length: count }, (_, at) => 1 + ((at * 37) % 101)), siteRules: new Uint8Array(count),
    limits: [{ name: 'budget', amounts: Float64Array.from({ length: count }, (_, at) => 50 + ((at * 53) % 97)), most: 14_000 }],
  }
  const goal = { kind: 'median', openCount: count } as const
  const { plan } = solveSiting(problem, goal, { seed: 1, maximumNodes: 20 })
  expect(checkPlan(problem, goal, plan!).faults).toEqual([])
  expect(getGap(plan!)).toBeLessThan(0.005)
  const { plan: without } = solveSiting({ ...problem, limits: [] }, { kind: 'median', openCount: plan!.sites.length }, { seed: 1, maximumNodes: 1 })
  expect(plan!.bound).toBeGreaterThan(without!.value)
})
