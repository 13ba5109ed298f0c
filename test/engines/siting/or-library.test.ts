/** Known answers of OR-Library, pmed1 to 10; and instances of the same recipe, proved by HiGHS and by our own bounds. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { checkPlan } from '#engines/siting/check-plan.ts'
import { frameProblem } from '#engines/siting/frame.ts'
import { createHighsSolver } from '#engines/siting/program/highs-solver.ts'
import type { IntegerSolver } from '#engines/siting/program/integer-program.ts'
import { ServiceProgram } from '#engines/siting/program/service-program.ts'
import type { SitingGoal } from '#engines/siting/siting-problem.ts'
import { solveSiting } from '#engines/siting/solve-siting.ts'
import { sharedData } from '../../support/shared-data.ts'
import { makeOrLibraryLike, parseOrLibrary, toProblem } from './or-library.ts'

vi.setConfig({ testTimeout: 60_000 })

const folder = sharedData && join(sharedData, '../oracles/p-median')
const hasOracle = folder !== undefined && existsSync(folder)

let integerSolver: IntegerSolver
beforeAll(async () => {
  integerSolver = await createHighsSolver()
})

describe.skipIf(!hasOracle)('the published optima', () => {
  const rows = hasOracle ? readFileSync(join(folder, 'optima.csv'), 'utf8').trim().split('\n').slice(1).map((line) => line.split(',')) : []

  it.each(rows)('of %s: %s for the median, %s for the centre', (name, median, center) => {
    const instance = parseOrLibrary(readFileSync(join(folder!, `${name}.txt`), 'utf8'))
    const problem = toProblem(instance)
    for (const [kind, value] of [['median', Number(median)], ['center', Number(center)]] as const) {
      const goal: SitingGoal = { kind, openCount: instance.openCount }
      for (const control of [{ seed: 1 }, { seed: 1, integerSolver }]) {
        const { plan } = solveSiting(problem, goal, control)
        expect(checkPlan(problem, goal, plan!).faults).toEqual([])
        expect(plan).toMatchObject({ value, bound: value, isProved: true })
      }
    }
  })
})

describe('the last of a repeated edge counts', () => {
  it('where the file repeats one', () => {
    expect(parseOrLibrary('2 2 1\n1 2 5\n2 1 9\n').distances).toEqual(Float64Array.of(0, 9, 9, 0))
  })
})

describe('instances by the same recipe', () => {
  it.each([[60, 5, 1], [60, 12, 2], [80, 27, 3]])('%s nodes, %s sites: HiGHS alone, told nothing, finds the same optimum', (nodeCount, openCount, seed) => {
    const problem = toProblem(makeOrLibraryLike(nodeCount, openCount, seed))
    const { plan } = solveSiting(problem, { kind: 'median', openCount }, { seed: 1 })
    const whole = new ServiceProgram(frameProblem({ ...problem, assignment: 'planned' }), { priceOf: (minutes) => minutes, sitePrice: 0, mostMinutes: Infinity, openCount })
    const answer = integerSolver(whole.program, { absoluteGap: 0.5 })
    expect(answer.status).toBe('optimal')
    expect(answer.value).toBeCloseTo(plan!.value, 6)
    expect(plan!.isProved).toBe(true)
  })

  it.each([[400, 80, 19], [500, 100, 24]])('%s nodes, %s sites: the search tree and the integer program prove the same optimum', (nodeCount, openCount, seed) => {
    const problem = toProblem(makeOrLibraryLike(nodeCount, openCount, seed))
    const goal: SitingGoal = { kind: 'median', openCount }
    const phases = new Set<string>()
    const { plan } = solveSiting(problem, goal, { seed: 1, integerSolver, maximumNodes: 1, onProgress: ({ phase }) => phases.add(phase) })
    expect(phases).toContain('integerProgram')
    expect(checkPlan(problem, goal, plan!).faults).toEqual([])
    const tree = solveSiting(problem, goal, { seed: 2, maximumNodes: 300 }).plan!
    expect(tree.bound).toBeLessThanOrEqual(plan!.value)
    expect(tree.value).toBeGreaterThanOrEqual(plan!.bound)
    if (tree.isProved && plan!.isProved) expect(tree.value).toBe(plan!.value)
    expect(tree.isProved || plan!.isProved).toBe(true)
  })
})
