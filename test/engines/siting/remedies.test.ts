/** What would make a plan possible, against trying every plan under every step of every demand. */
import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { findRemedies, type Remedy } from '#engines/siting/alternatives/find-remedies.ts'
import { createHighsSolver } from '#engines/siting/program/highs-solver.ts'
import type { IntegerSolver } from '#engines/siting/program/integer-program.ts'
import type { SitingGoal, SitingProblem } from '#engines/siting/siting-problem.ts'
import { solveSiting } from '#engines/siting/solve-siting.ts'
import { anyRestricted, GOALS, makeGoal, tryEverything } from './tiny-sitings.ts'

vi.setConfig({ testTimeout: 60_000 })

let integerSolver: IntegerSolver
beforeAll(async () => {
  integerSolver = await createHighsSolver()
})

/** Villages at 0, 4 and 10 minutes along a road, with 20, 30 and 50 children and a school each. */
const road: SitingProblem = {
  placeCount: 3, siteCount: 3, minutes: Float64Array.of(0, 4, 10, 4, 0, 6, 10, 6, 0), weights: Float64Array.of(20, 30, 50), siteRules: new Uint8Array(3), assignment: 'nearest',
}
const remediesOf = (changes: Partial<SitingProblem>, goal: SitingGoal) => findRemedies({ ...road, ...changes }, goal, { seed: 1, integerSolver })

describe('by hand, along a road', () => {
  it('a norm that no site meets: the longest trip to the nearest permitted one', () => {
    expect(remediesOf({ siteRules: Uint8Array.of(0, 0, 2) }, { kind: 'setCovering', normMinutes: 5 })).toEqual({ remedies: [{ demand: 'normMinutes', value: 6, isNearest: true }], isComplete: true })
  })
  it('a norm and a minimum that go ill together: either the norm or the minimum', () => {
    // Within 3 minutes all three schools must stay, and the smallest has 20. With a minimum of 40, the first and second village go to one school: 4 minutes.
    expect(remediesOf({ minimumSizes: new Float64Array(3).fill(40) }, { kind: 'setCovering', normMinutes: 3 }).remedies).toEqual([
      { demand: 'normMinutes', value: 4, isNearest: true },
      { demand: 'minimumSize', value: 20, isNearest: true },
    ])
  })
  it('a budget that does not do, with a norm', () => {
    // Within 4 minutes it takes two schools, of 3 each; within 6 the middle one reaches all.
    const limits = [{ name: 'budget', amounts: Float64Array.of(3, 3, 3), most: 5 }]
    expect(remediesOf({ limits }, { kind: 'setCovering', normMinutes: 4 }).remedies).toEqual([
      { demand: 'normMinutes', value: 6, isNearest: true },
      { demand: 'limit', limit: 'budget', value: 6, isNearest: true },
    ])
  })
  it('too little room in the schools that may be open: more schools, or larger ones', () => {
    expect(remediesOf({ capacities: new Float64Array(3).fill(50), assignment: 'planned' }, { kind: 'median', openCount: 1 }).remedies).toEqual([
      { demand: 'openCount', value: 2, isNearest: true },
      { demand: 'capacity', value: 100, isNearest: true },
    ])
  })
  it('two demands that both stand in the way: none by itself is enough', () => {
    const limits = [{ name: 'budget', amounts: Float64Array.of(3, 3, 3), most: 2 }]
    expect(remediesOf({ limits, minimumSizes: new Float64Array(3).fill(101) }, { kind: 'median', openCount: 3 })).toEqual({ remedies: [], isComplete: true })
  })
})

describe.each(GOALS)('under all rules together: %s', (kind) => {
  it('each remedy makes a plan possible, and a step less does not', () => {
    let tried = 0
    fc.assert(fc.property(anyRestricted, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 30 }), (problem, openCount, norm) => {
      const goal = makeGoal(kind, openCount, norm)
      const { plan, obstacles } = solveSiting(problem, goal, { seed: 1, integerSolver })
      if (plan || obstacles.some(({ code }) => code === 'tooManySites' || code === 'tooManyForced' || code === 'formsClash')) return
      tried++
      for (const remedy of findRemedies(problem, goal, { seed: 1, integerSolver }).remedies) {
        expect(remedy.isNearest).toBe(true)
        const [enough, less] = [widen(problem, goal, remedy, remedy.value), widen(problem, goal, remedy, narrow(problem, goal, remedy))]
        expect([tryEverything(...enough) < Infinity, less && tryEverything(...less)]).toEqual([true, Infinity])
      }
    }), { numRuns: 100 })
    expect(tried).toBeGreaterThan(0)
  })
})

function widen(problem: SitingProblem, goal: SitingGoal, { demand }: Remedy, value: number): [SitingProblem, SitingGoal] {
  switch (demand) {
    case 'normMinutes': return [problem, { ...goal, normMinutes: value } as SitingGoal]
    case 'openCount': return [problem, { ...goal, openCount: value } as SitingGoal]
    case 'minimumSize': return [{ ...problem, minimumSizes: problem.minimumSizes!.map((own) => Math.min(own, value)) }, goal]
    case 'capacity': return [{ ...problem, capacities: problem.capacities!.map((own) => Math.max(own, value)) }, goal]
    case 'limit': return [{ ...problem, limits: [{ ...problem.limits![0]!, most: value }] }, goal]
  }
}

/** The step before: a shorter trip, a site less, a person more, the whole number below. */
function narrow(problem: SitingProblem, goal: SitingGoal, { demand, value }: Remedy): number {
  if (demand === 'minimumSize') return value + 1
  if (demand === 'normMinutes') return Math.max((goal as { normMinutes: number }).normMinutes, ...problem.minutes.filter((minutes) => minutes < value))
  return value - 1
}
