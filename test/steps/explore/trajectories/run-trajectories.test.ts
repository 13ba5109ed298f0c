/** On real threads. */
import { describe, expect, test } from 'vitest'
import { createStillInputs } from '#engines/projection/projection-inputs.ts'
import { createNoErrors } from '#engines/projection/projection-errors.ts'
import type { TrajectoryTask } from '#engines/projection/trajectory-task.ts'
import { runTrajectories } from '#steps/explore/trajectories/run-trajectories.ts'
import { runSummary } from '../../../engines/projection/run-trajectories.ts'

const shape = { areaCount: 3, ageCount: 101, stepYears: 1, householdKindCount: 1 }
const none = createNoErrors(shape)
const movers = createStillInputs(shape)
const series = (deviation: number) => ({ persistence: 0.8, deviation: Float64Array.of(deviation), startDeviation: Float64Array.of(deviation) })
const task: TrajectoryTask = {
  shape, baseYear: 2024, stepCount: 5, seed: 7, drawCount: 200,
  population: new Float64Array(3 * 202).map((_, at) => 50 + (at % 17)),
  getInputs: (year) => ({ ...movers, internalOutRates: movers.internalOutRates.map((_, cell) => 0.01 * (year - 2020) * (cell % 3)), headshipRates: movers.headshipRates.map((_, cell) => (cell % 101 > 17 ? 0.5 : 0)) }),
  errors: { ...none, components: { ...none.components, internalDepartures: { national: series(0.1), regional: series(0), own: series(0.1) } } },
  outcomes: [{ measure: 'people' }, { measure: 'people', ages: { from: 4, to: 11 } }, { measure: 'households' }],
  thresholds: [{ outcome: 1, year: 2029, below: { count: 800 } }, { outcome: 0, year: 2029, below: { shareOfBase: 1 } }],
}

describe('trajectories', () => {
  test('give on one, two and three threads what they give without threads, to the last bit', async () => {
    const expected = runSummary(task)
    for (const threads of [1, 2, 3]) {
      const { changedCounts, ...summary } = await runTrajectories(task, { threads })
      expect(summary).toEqual(expected)
      expect([...changedCounts]).toEqual([])
    }
    expect(expected.quantiles[6]!.at(-1)!).toBeGreaterThan(expected.quantiles[0]!.at(-1)! * 1.001)
  })

  test('tell how far they are, and how many figures each patch of a scenario changed', async () => {
    const shares: number[] = []
    const { changedCounts } = await runTrajectories({ ...task, drawCount: 4000, scenario: [{ input: 'internalOutRates', years: { from: 2025, to: 2026 }, ages: { from: 1, to: 1 }, change: { multiplyBy: 2 } }] }, { onProgress: (share) => shares.push(share) })
    // Two years; of women only, as men of that age do not move here.
    expect([...changedCounts]).toEqual([2])
    expect(shares.every((share, at) => share >= (shares[at - 1] ?? 0) && share <= 1)).toBe(true)
  })

  test('are refused before a thread is started where the task cannot be', async () => {
    await expect(runTrajectories({ ...task, drawCount: 0 })).rejects.toThrow(/number of trajectories is 0/)
    await expect(runTrajectories({ ...task, population: task.population.map(() => -1) })).rejects.toThrow(/population of area 0, women, age 0 in 2024 is -1/)
  })

  test('tell a fault in the figures of a later year, which only a thread sees', async () => {
    const failing = { ...task, getInputs: (year: number) => (year < 2027 ? task.getInputs(year) : { ...task.getInputs(year), survivalRatios: movers.survivalRatios.map(() => 2) }) }
    await expect(runTrajectories(failing, { threads: 2 })).rejects.toThrow(/survivalRatios of all areas, women, age 0 in 2027 is 2/)
  })

  test('stop when they are cancelled', async () => {
    const controller = new AbortController()
    const running = runTrajectories({ ...task, drawCount: 60_000 }, { signal: controller.signal, threads: 2 })
    setTimeout(() => controller.abort(new Error('enough')), 300)
    await expect(running).rejects.toThrow('enough')
  })
})
