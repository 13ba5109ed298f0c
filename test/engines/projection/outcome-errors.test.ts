/** Errors of outcomes beyond those of births, deaths and moves. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkOutcomeErrors, type OutcomeErrors } from '#engines/projection/outcome-errors.ts'
import { projectTrajectory } from '#engines/projection/project-trajectory.ts'
import { createNoErrors } from '#engines/projection/projection-errors.ts'
import { createStillInputs } from '#engines/projection/projection-inputs.ts'
import type { TrajectoryTask } from '#engines/projection/trajectory-task.ts'
import { anyTask } from './any-trajectories.ts'
import { getQuantileOf, runDraws, runSummary } from './run-trajectories.ts'

const withErrors = fc.tuple(anyTask, fc.infiniteStream(fc.constantFrom(0, 0.03, 0.2))).map(([task, sizes]): TrajectoryTask => {
  const take = (length: number) => Float64Array.from({ length }, () => sizes.next().value as number)
  const count = (task.stepCount + 1) * task.outcomes.length
  return { ...task, outcomeErrors: { national: take(count), own: take(count * task.shape.areaCount) } }
})

/** Two areas of 1,000 and 4,000 people where nothing happens, half of them heads of a household. */
const shape = { areaCount: 2, ageCount: 2, stepYears: 1, householdKindCount: 1 }
const still = (outcomeErrors: OutcomeErrors, drawCount = 4000): TrajectoryTask => ({
  shape, baseYear: 2024, stepCount: 1, population: Float64Array.of(250, 250, 250, 250, 1000, 1000, 1000, 1000), drawCount, seed: 7, thresholds: [], outcomeErrors, groups: [[0, 1]],
  getInputs: () => ({ ...createStillInputs(shape), survivalRatios: Float64Array.of(0, 1, 0, 1), headshipRates: new Float64Array(4).fill(0.5) }),
  errors: createNoErrors(shape), outcomes: [{ measure: 'people' }, { measure: 'households' }],
})

describe('errors of outcomes', () => {
  test('multiply as the plain twin does, to the digits of 32 bits', () => {
    fc.assert(
      fc.property(withErrors, (task) => {
        const draws = runDraws(task)
        for (const draw of new Set([0, task.drawCount - 1])) {
          const expected = projectTrajectory(task, draw).flatMap((own) => [...own])
          const scale = expected.reduce((most, own) => Math.max(most, own), 1000)
          expect(draws[draw]!.reduce((most, own, at) => Math.max(most, Math.abs(own - expected[at]!)), 0) / scale).toBeLessThan(1e-5)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('of an area alone: 80 percent lie within exp(1.28 · 0.1), in the year that has them, of the outcome that has them', () => {
    const own = Float64Array.of(0, 0, 0, 0, 0, 0.1, 0, 0.1)
    const { quantiles } = runSummary(still({ national: new Float64Array(4), own }))
    const [lower, upper] = [0.1, 0.9].map((share) => getQuantileOf({ quantiles } as ReturnType<typeof runSummary>, share as 0.1))
    const at = (year: number, place: number, outcome: number) => (year * 3 + place) * 2 + outcome
    for (const place of [0, 1]) {
      expect(Math.log(upper![at(1, place, 1)]! / lower![at(1, place, 1)]!)).toBeCloseTo(2 * 1.2816 * 0.1, 1)
      expect(upper![at(1, place, 0)]! / lower![at(1, place, 0)]!).toBeCloseTo(1, 5)
      expect(upper![at(0, place, 1)]! / lower![at(0, place, 1)]!).toBeCloseTo(1, 5)
    }
  })

  test('of the country are the same for all areas; of areas they are each their own, so that together they are smaller', () => {
    const spread = (errors: OutcomeErrors) => {
      const draws = runDraws(still(errors, 800))
      return draws.map((draw) => [9, 11].map((place) => draw[place - 2]! / [500, 2000][(place - 9) / 2]!))
    }
    const none = new Float64Array(8)
    for (const [first, second] of spread({ national: Float64Array.of(0, 0, 0, 0.2), own: none })) expect(first! / second!).toBeCloseTo(1, 5)
    const apart = spread({ national: new Float64Array(4), own: Float64Array.of(0, 0, 0, 0, 0, 0.2, 0, 0.2) })
    expect(apart.some(([first, second]) => Math.abs(first! / second! - 1) > 0.1)).toBe(true)
  })

  test('that do not fit are refused, with both numbers', () => {
    const refuse = (errors: OutcomeErrors) => () => checkOutcomeErrors(shape, 1, [{ measure: 'people' }], errors)
    expect(refuse({ national: new Float64Array(3), own: new Float64Array(4) })).toThrow('national errors of outcomes have 3 figures: it must be 2')
    expect(refuse({ national: new Float64Array(2), own: Float64Array.of(0, 0, -0.1, 0) })).toThrow('own error 2 of outcomes is -0.1')
    expect(refuse({ national: Float64Array.of(0, NaN), own: new Float64Array(4) })).toThrow('national error 1 of outcomes is NaN')
  })
})
