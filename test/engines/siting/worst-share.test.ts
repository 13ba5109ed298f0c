/** The worst-off share of the people: what no plan can beat, and plans that are proved to be the best. */
import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { CounterRandom } from '#engines/numeric/philox.ts'
import { checkPlan } from '#engines/siting/check-plan.ts'
import { createHighsSolver } from '#engines/siting/program/highs-solver.ts'
import { ProgramBuilder, type IntegerSolver } from '#engines/siting/program/integer-program.ts'
import { getGap, type SitingProblem } from '#engines/siting/siting-problem.ts'
import { solveSiting } from '#engines/siting/solve-siting.ts'
import { anyProblem, anyRestricted, tryEverything } from './tiny-sitings.ts'

vi.setConfig({ testTimeout: 120_000 })

let integerSolver: IntegerSolver
beforeAll(async () => {
  integerSolver = await createHighsSolver()
})

const anyShare = fc.oneof(fc.constantFrom(0.1, 0.5, 1), fc.double({ min: 0.01, max: 1, noNaN: true }))
const anyCount = fc.integer({ min: 1, max: 4 })

describe('the worst-off share', () => {
  it.each([['nothing but the number of sites', anyProblem({ gaps: 2 }), false], ['all rules together', anyRestricted, true]] as const)('is proved to travel least of all plans: %s', (_, anyKind, withProgram) => {
    fc.assert(fc.property(anyKind, anyCount, anyShare, (problem, openCount, share) => {
      const goal = { kind: 'worstShare', openCount, share } as const
      const { plan } = solveSiting(problem, goal, { seed: 1, ...(withProgram && { integerSolver }) })
      if (plan === undefined) return
      const best = tryEverything(problem, goal)
      expect(checkPlan(problem, goal, plan).faults).toEqual([])
      expect(plan.isProved).toBe(true)
      expect(Math.abs(plan.value - best)).toBeLessThanOrEqual(2e-6 * best)
    }), { numRuns: 250 })
  })

  it('has a bound that no plan beats, whenever the work is stopped', () => {
    let unproved = 0
    fc.assert(fc.property(fc.oneof(anyProblem({ gaps: 1 }), anyRestricted), anyCount, anyShare, fc.integer({ min: 0, max: 40 }), (problem, openCount, share, patience) => {
      const goal = { kind: 'worstShare', openCount, share } as const
      let looks = 0
      const { plan } = solveSiting(problem, goal, { seed: 1, maximumNodes: 1, shouldStop: () => ++looks > patience })
      if (plan === undefined) return
      unproved += Number(!plan.isProved)
      expect(checkPlan(problem, goal, plan).faults).toEqual([])
      expect(plan.bound).toBeLessThanOrEqual(tryEverything(problem, goal) * (1 + 2e-6))
    }), { numRuns: 1000 })
    expect(unproved).toBeGreaterThan(20)
  })
})

/** Villages at random on 60 × 60 minutes. */
function makeVillages(placeCount: number, siteCount: number, seed: number): SitingProblem {
  const random = new CounterRandom(seed)
  random.open(placeCount, siteCount)
  const spots = Array.from({ length: placeCount }, () => [random.next() * 60, random.next() * 60] as const)
  const minutes = Float64Array.from({ length: placeCount * siteCount }, (_, at) => {
    const [from, to] = [spots[Math.floor(at / siteCount)]!, spots[at % siteCount]!]
    return Math.hypot(from[0] - to[0], from[1] - to[1])
  })
  return { placeCount, siteCount, minutes, weights: Float64Array.from({ length: placeCount }, () => 1 + Math.floor(random.next() ** 3 * 100)), siteRules: new Uint8Array(siteCount) }
}

/** The whole question as one program, after Rockafellar & Uryasev: t + Σ w z ÷ (α W), with z the minutes of a place beyond t. Its sites may be open in part when `isWhole` is not asked. */
function makeProgram({ placeCount, siteCount, minutes, weights }: SitingProblem, openCount: number, share: number, isWhole: boolean): ProgramBuilder {
  const program = new ProgramBuilder()
  const worst = share * weights.reduce((sum, own) => sum + own, 0)
  for (let site = 0; site < siteCount; site++) program.addColumn(0, 0, 1, isWhole)
  const start = program.addColumn(1, 0, 1000, false)
  for (let site = 0; site < siteCount; site++) program.addCell(site, 1)
  program.endRow(-Infinity, openCount)
  for (let place = 0; place < placeCount; place++) {
    const beyond = program.addColumn(weights[place]! / worst, 0, 1000, false)
    const served = Array.from({ length: siteCount }, () => program.addColumn(0, 0, 1, false))
    for (const column of served) program.addCell(column, 1)
    program.endRow(1, 1)
    for (const [site, column] of served.entries()) {
      program.addCell(column, 1)
      program.addCell(site, -1)
      program.endRow(-Infinity, 0)
    }
    program.addCell(beyond, 1)
    program.addCell(start, 1)
    for (const [site, column] of served.entries()) program.addCell(column, -minutes[place * siteCount + site]!)
    program.endRow(0, Infinity)
  }
  return program
}

describe('the worst-off tenth of a region', () => {
  it.each([1, 2, 3])('is as the solver finds it that is given the whole question, region %s', (seed) => {
    const problem = makeVillages(25, 12, seed)
    const goal = { kind: 'worstShare', openCount: 4, share: 0.1 } as const
    const { plan } = solveSiting(problem, goal, { seed: 1 })
    const whole = integerSolver(makeProgram(problem, 4, 0.1, true), { absoluteGap: 1e-7 })
    expect(whole.status).toBe('optimal')
    expect(plan!.isProved).toBe(true)
    expect(plan!.value).toBeCloseTo(whole.value, 4)
  })

  it('is soon within a percent in a region of 300 villages, where the program with parts of sites is far from it', () => {
    const problem = makeVillages(300, 120, 4)
    let looks = 0
    const { plan } = solveSiting(problem, { kind: 'worstShare', openCount: 40, share: 0.1 }, { seed: 1, shouldStop: () => ++looks > 3000 })
    expect(getGap(plan!)).toBeLessThan(0.01)
    const small = makeVillages(25, 12, 1)
    const best = solveSiting(small, { kind: 'worstShare', openCount: 4, share: 0.1 }, { seed: 1 }).plan!
    // What joint prices of people and weights of the worst-off could prove at most.
    const inParts = integerSolver(makeProgram(small, 4, 0.1, false), { absoluteGap: 1e-7 })
    expect(inParts.value).toBeLessThan(0.95 * best.bound)
  })
})
