import { describe, expect, test } from 'vitest'
import { getDeviation, Z80, type ErrorSizes } from '#steps/explore/error-sizes.ts'
import { prepareMunicipalities } from '#steps/explore/inputs/prepare-municipalities.ts'
import { type ProjectionData, type YearOfChange } from '#steps/explore/inputs/projection-data.ts'
import { addByMunicipality } from '#steps/explore/inputs/migration-ages.ts'
import { estimateComponentErrors, fitPath } from '#steps/explore/trajectories/component-errors.ts'
import { simulateMunicipalities } from '#steps/explore/trajectories/simulate-municipalities.ts'
import { makeProjectionData } from '../../../support/projection-data.ts'

/** Counts that go up and down: births by 2 per cent, deaths by 1, moves by 4, each in its own years; in the second town twice so much. */
function makeRestless(data: ProjectionData): ProjectionData {
  const sizes: Readonly<Record<keyof YearOfChange, number>> = { births: 0.02, deaths: 0.01, immigration: 0.04, emigration: 0.04, arrivals: 0.04, departures: 0.04 }
  const changes = new Map([...data.changes].map(([year, change]) => [year, Object.fromEntries(Object.entries(change).map(([name, counts]: [string, Float64Array]) =>
    [name, counts.map((count, town) => count * Math.exp((town === 1 ? 2 : 1) * sizes[name as keyof YearOfChange] * Math.sin(year * (town + 1))))])) as unknown as YearOfChange]))
  return { ...data, changes }
}

const prepared = prepareMunicipalities(makeRestless(makeProjectionData()), 2024)
const sizes: ErrorSizes = { national: { shocks: 4e-6, lasting: 1e-6 }, own: { shocks: 2e-5, lasting: 5e-6 }, sizePower: -0.2, windows: { from: 2013, to: 2023, furthest: 10, count: 55 } }

describe('a path of errors', () => {
  test('has the variances that were asked for after one year and at the horizon, derived by hand', () => {
    // Shocks only: the variance grows with the years, and nothing is remembered.
    expect(fitPath(4, 40, 10).persistence).toBeCloseTo(0, 9)
    expect(fitPath(4, 40, 10).deviation).toBeCloseTo(2, 9)
    // Two years, persistence ½: 1 + (1 + ½)² = 3.25 times that of one.
    expect(fitPath(1, 3.25, 2).persistence).toBeCloseTo(0.5, 9)
    // A random walk: 1 + 4 + 9.
    expect(fitPath(1, 14, 3).persistence).toBeCloseTo(1, 9)
    // A fifth of the error goes again: 1 + (0.8 + ½)².
    expect(fitPath(1, 1 + 1.3 ** 2, 2, 0.2).persistence).toBeCloseTo(0.5, 9)
  })

  test('is none where there are no errors', () => {
    expect(fitPath(0, 0, 10)).toEqual({ persistence: 0, deviation: 0 })
  })
})

describe('errors of births, deaths and moves', () => {
  const { components } = estimateComponentErrors(prepared, sizes)

  test('are in the proportions of what varies from year to year', () => {
    const { fertility, mortality, immigration, internalArrivals } = components
    expect(immigration.own.deviation[0]! / fertility.own.deviation[0]!).toBeCloseTo(2, 0)
    expect(fertility.own.deviation[0]! / mortality.own.deviation[0]!).toBeCloseTo(2, 0)
    expect([...internalArrivals.national.deviation]).toEqual([0])
  })

  test('are larger in smaller places, as those of the past', () => {
    const inhabitants = addByMunicipality(prepared.base.people)
    const { own } = estimateComponentErrors(prepared, { ...sizes, sizePower: 0 }).components.immigration
    for (const town of [0, 1, 2]) expect(components.immigration.own.deviation[town]! / own.deviation[town]!).toBeCloseTo((inhabitants[town]! / 30_000) ** -0.2, 9)
  })

  test('spread the inhabitants of trajectories as the errors of past projections of the country were, in each year', async () => {
    const national = { ...sizes, own: { shocks: 0, lasting: 0 } }
    const simulated = await simulateMunicipalities({ prepared, households: undefined, sizes: national, years: 10, draws: 2000, seed: 1, outcomes: [{ measure: 'people' }], threads: 2 })
    for (const years of [1, 3, 5, 10]) {
      const [low, high] = ([0.1, 0.9] as const).map((share) => Math.log(simulated.find(0, 2024 + years, 0, share)))
      // Between the two ends of the horizon the path is an approximation; towns do not feel all errors of the country alike.
      expect(Math.abs((high! - low!) / (2 * Z80) / getDeviation(national, 1, years) - 1)).toBeLessThan(0.2)
    }
  }, 60_000)
})
