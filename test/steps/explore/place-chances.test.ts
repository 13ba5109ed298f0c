import { describe, expect, test } from 'vitest'
import { ERROR_SERIES } from '#steps/explore/error-series.ts'
import { getDeviation, measureErrorSizes } from '#steps/explore/error-sizes.ts'
import { listFigureIntervals } from '#steps/explore/figure-intervals.ts'
import { GROUP_COUNT } from '#steps/explore/inputs/projection-data.ts'
import type { PastProjection } from '#steps/explore/past-projections.ts'
import { listChances } from '#steps/explore/place-chances.ts'
import { makeProjectionData } from '../../support/projection-data.ts'

const years = Array.from({ length: 21 }, (_, at) => 2024 + at)
const constant = (id: string, value: number, deviation: number) => ({ id, projected: years.map(() => value), deviations: years.map(() => deviation) })

describe('chances of a place', () => {
  test('a school that is projected at 23 children has half a chance of fewer, at 100 it is nearly certain', () => {
    const pupils = listChances(years, [constant('pupils4to11', 23, 0.2)], 'smallArea', false)
    expect(pupils).toEqual([
      { measure: 'pupils4to11', year: 2034, below: 23, chance: expect.closeTo(0.5, 6) },
      { measure: 'pupils4to11', year: 2034, below: 100, chance: expect.closeTo(1, 4) },
    ])
  })

  test('households that stay as they are fall by 5 percent or more with the chance of log 0.95', () => {
    const [slight, strong] = listChances(years, [constant('households', 1000, 0.05)], 'municipality', false)
    expect(slight).toMatchObject({ measure: 'households', changePercent: -2.5, year: 2040 })
    // Φ(ln 0.95 ÷ 0.05) = Φ(−1.0259) = 0.1525
    expect(strong!.chance).toBeCloseTo(0.1525, 3)
  })

  test('with trajectories shares are not said twice; without ten years ahead nothing is said of pupils', () => {
    expect(listChances(years, [constant('population', 1000, 0.1)], 'municipality', true)).toEqual([])
    expect(listChances(years.slice(0, 5), [constant('pupils4to11', 23, 0.2)], 'smallArea', false)).toEqual([])
  })

  test('an 80 percent interval of a deviation of 0.1 is a factor of 1.137 on both sides', () => {
    const [interval] = listFigureIntervals([constant('people75Plus', 1000, 0.1)])
    expect(interval!.upper[3]).toBeCloseTo(1136.7, 0)
    expect(interval!.lower[3]).toBeCloseTo(879.7, 0)
  })
})

describe('errors of age groups', () => {
  const data = makeProjectionData()
  /** 4 percent a year too many of 65 and over in the first town, too few in the others; other groups right. */
  const projectPast = (jumpOff: number): PastProjection => ({
    jumpOff,
    basis: 'ages',
    households: undefined,
    population: [],
    ageGroups: Array.from({ length: 2024 - jumpOff + 1 }, (_, horizon) =>
      (data.ageGroups.get(jumpOff + horizon) ?? new Float64Array(3 * GROUP_COUNT)).map((people, at) => people * Math.exp(at % GROUP_COUNT === 4 ? 0.04 * horizon * (at === 4 ? 1 : -1) : 0))),
  })

  test('are those of the group, from jump-offs with known ages only', () => {
    const [old, young] = [ERROR_SERIES.age65Plus, ERROR_SERIES.age0to14].map((series) => measureErrorSizes(data, projectPast, 2024, series)!)
    expect(old!.windows).toMatchObject({ from: 2021, to: 2023, furthest: 3, count: 6 })
    expect(getDeviation(old!, 30_000, 2)).toBeGreaterThan(0.03)
    expect(getDeviation(young!, 30_000, 2)).toBeLessThan(1e-6)
  })

  test('of households are not known where none were projected', () => {
    expect(measureErrorSizes(data, projectPast, 2024, ERROR_SERIES.households)).toBeUndefined()
  })
})
