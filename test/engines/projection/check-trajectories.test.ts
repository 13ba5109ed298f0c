/** What no trajectories are made of, each with the words that lead out. */
import { describe, expect, test } from 'vitest'
import { createNoErrors } from '#engines/projection/projection-errors.ts'
import type { ErrorSeries } from '#engines/projection/projection-errors.ts'
import { createStillInputs } from '#engines/projection/projection-inputs.ts'
import { TrajectorySimulator } from '#engines/projection/trajectory-simulator.ts'
import type { TrajectoryTask } from '#engines/projection/trajectory-task.ts'
import { projectionKernel } from './projection-kernel.ts'

const shape = { areaCount: 2, ageCount: 3, stepYears: 1, householdKindCount: 1 }
const none = createNoErrors(shape)
const task: TrajectoryTask = {
  shape, baseYear: 2024, population: new Float64Array(12), stepCount: 2, getInputs: () => createStillInputs(shape), errors: none,
  outcomes: [{ measure: 'people' }], thresholds: [], seed: 1, drawCount: 10,
}
const simulate = (changes: Partial<TrajectoryTask>) => new TrajectorySimulator(projectionKernel, { ...task, ...changes })

const withOwn = (own: Partial<ErrorSeries>): Partial<TrajectoryTask> =>
  ({ errors: { ...none, components: { ...none.components, fertility: { ...none.components.fertility, own: { ...none.components.fertility.own, ...own } } } } })
const withNational = (national: Partial<ErrorSeries>): Partial<TrajectoryTask> =>
  ({ errors: { ...none, components: { ...none.components, fertility: { ...none.components.fertility, national: { ...none.components.fertility.national, ...national } } } } })

describe('trajectories', () => {
  test('can be made of this task', () => {
    expect(simulate({}).runBatch(0).drawCount).toBe(10)
  })

  test.each<[string, Partial<TrajectoryTask>, RegExp]>([
    ['no draws', { drawCount: 0 }, /number of trajectories is 0: it must be from 1 to 65535/],
    ['more draws than can be counted', { drawCount: 65_536 }, /number of trajectories is 65536/],
    ['half a seed', { seed: 0.5 }, /seed 0\.5 is not a whole number/],
    ['no areas', { shape: { ...shape, areaCount: 0 } }, /number of areas is 0/],
    ['persistence above 1', withOwn({ persistence: 1.1 }), /persistence of the own error of fertility is 1\.1: it must be from 0 to 1/],
    ['a negative deviation', withOwn({ deviation: Float64Array.of(0, -0.1) }), /deviation of the own error of fertility in area 1 is -0\.1/],
    ['an unknown deviation', withOwn({ startDeviation: Float64Array.of(NaN) }), /startDeviation of the own error of fertility is NaN/],
    ['a deviation of the country by area', withNational({ deviation: Float64Array.of(0.1, 0.1) }), /deviation of the national error of fertility has 2 figures: it must be 1$/],
    ['deviations of other areas', withOwn({ deviation: new Float64Array(3) }), /has 3 figures: it must be 1 or one for each of 2 areas/],
    ['regions of other areas', { errors: { ...none, regions: new Uint32Array(3) } }, /regions has 3 figures: there are 2 areas/],
    ['a region that cannot be', { errors: { ...none, regions: Uint32Array.of(0, 7) } }, /the region of area 1 is 7/],
    ['a group of nobody', { groups: [[0, 1], []] }, /group 1 has no areas/],
    ['a group of areas that are not there', { groups: [[2]] }, /area 2 of group 0 is not one of 0 to 1/],
    ['an area twice in a group', { groups: [[1, 1]] }, /group 0 has an area twice/],
    ['no outcomes', { outcomes: [] }, /there are no outcomes/],
    ['ages that are not there', { outcomes: [{ measure: 'people', ages: { from: 2, to: 3 } }] }, /ages of outcome 0 are 2 to 3: they must be within 0 to 2/],
    ['kinds that are not there', { outcomes: [{ measure: 'people' }, { measure: 'households', kinds: { from: 0, to: 1 } }] }, /kinds of outcome 1 are 0 to 1/],
    ['a threshold on nothing', { thresholds: [{ outcome: 1, year: 2025, below: { count: 1 } }] }, /threshold 0 is on outcome 1: there are 1/],
    ['a threshold in another year', { thresholds: [{ outcome: 0, year: 2027, below: { count: 1 } }] }, /threshold 0 is on 2027: the projection has 2024 to 2026/],
    ['a threshold below nobody', { thresholds: [{ outcome: 0, year: 2025, below: { count: -1 } }] }, /threshold 0 is -1/],
    ['figures that cannot be', { getInputs: () => ({ ...createStillInputs(shape), survivalRatios: new Float64Array(6).fill(2) }) }, /survivalRatios of all areas, women, age 0 in 2024 is 2/],
    ['a scenario of before the base', { scenario: [{ input: 'survivalRatios', years: { from: 2020, to: 2030 }, change: { setTo: 1 } }] }, /year 2020 is before the base year 2024/],
  ])('are refused for %s', (_, changes, message) => {
    expect(() => simulate(changes)).toThrow(RangeError)
    expect(() => simulate(changes)).toThrow(message)
  })

  test('of households are refused where there are none', () => {
    const bare = { ...shape, householdKindCount: 0 }
    expect(() => simulate({ shape: bare, getInputs: () => createStillInputs(bare), outcomes: [{ measure: 'households' }] })).toThrow(/outcome 0 asks for households, but the projection has no kinds/)
  })

  test('come in batches, and there is none beyond the last', () => {
    expect(() => simulate({ drawCount: 64 }).runBatch(2)).toThrow(/batch 2 is not one of 0 to 1/)
  })
})
