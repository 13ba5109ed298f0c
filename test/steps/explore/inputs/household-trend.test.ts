import { describe, expect, test } from 'vitest'
import { countKind, estimateHouseholdRates, getRatesOf, getRatesOfAll, HOUSEHOLD_KINDS } from '#steps/explore/inputs/household-positions.ts'
import { estimateHouseholdTrend, getTrendFactors } from '#steps/explore/inputs/household-trend.ts'
import { CELL_COUNT } from '#steps/explore/inputs/projection-data.ts'
import { makeProjectionData } from '../../../support/projection-data.ts'

const level = (year: number, ...kinds: number[]) => ({ year, kinds })

describe('the trend of household rates', () => {
  test('is that of 2015 to 2020 where one year was counted', () => {
    expect(estimateHouseholdTrend([level(2021, 0.5, 0.1, -0.2)])).toEqual([0.003, -0.0084, 0.0046])
    expect(estimateHouseholdTrend([])).toEqual([0.003, -0.0084, 0.0046])
  })

  test('after four years is half what was seen and half what went before', () => {
    const trend = estimateHouseholdTrend([level(2024, 0.04, -0.02, 0), level(2022, 9, 9, 9), level(2020, 0, 0, 0)])
    expect(trend[0]).toBeCloseTo((0.01 + 0.003) / 2, 12)
    expect(trend[1]).toBeCloseTo((-0.005 - 0.0084) / 2, 12)
    expect(trend[2]).toBeCloseTo(0.0046 / 2, 12)
  })

  test('is damped by a fifth a year: in all never more than four times the first change', () => {
    expect(getTrendFactors([0.01], 0)).toEqual([1])
    expect(Math.log(getTrendFactors([0.01], 1)[0]!)).toBeCloseTo(0.008, 12)
    expect(Math.log(getTrendFactors([0.01], 3)[0]!)).toBeCloseTo(0.008 + 0.0064 + 0.00512, 12)
    expect(Math.log(getTrendFactors([0.01], 100)[0]!)).toBeCloseTo(0.04, 9)
  })
})

describe('rates that go on', () => {
  const data = makeProjectionData()
  const people = data.postcodeAges.get(2021)!
  const counts = [100_000, 80_000, 75_000, 60_000, 35_000, 30_000, 10_000, 14_000, 14_000]
  // As many at every age, so that expected households grow as people do: 1 percent more people alone each year beyond that.
  const grown = new Map([2020, 2021].map((year) => [year, Float64Array.from(counts, (own, at) => {
    const everybody = (moment: number) => data.nationalPopulation.get(moment)!.reduce((sum, living) => sum + living, 0)
    return (own * everybody(year)) / everybody(2021) / (at % 3 === 0 && year === 2020 ? Math.exp(0.01) : 1)
  })]))

  test('follow what was seen in the country beside its people and their ages', () => {
    const { trend } = estimateHouseholdRates({ ...data, households: grown }, 2021, people)!
    // The towns grow at their own pace, so that the ages of the country shift a little.
    expect(trend[0]).toBeCloseTo(0.2 * 0.01 + 0.8 * 0.003, 3)
    expect(trend[1]).toBeCloseTo(0.8 * -0.0084, 3)
  })

  test('are the counted ones at the jump-off, and multiply households of a kind in every municipality alike', () => {
    const rates = estimateHouseholdRates({ ...data, households: grown }, 2021, people)!
    expect(getRatesOfAll(rates, 0)).toEqual(rates.headshipRates)
    const factors = getTrendFactors(rates.trend, 5)
    for (const town of [0, 1, 2]) {
      const own = people.subarray(town * CELL_COUNT, (town + 1) * CELL_COUNT)
      HOUSEHOLD_KINDS.forEach((_, kind) => expect(countKind(own, getRatesOf(rates, town, 5), kind) / counts[town * 3 + kind]!).toBeCloseTo(factors[kind]!, 4))
    }
  })

  test('never put anybody in more than one household', () => {
    const crowded = estimateHouseholdRates({ ...data, households: new Map([[2021, Float64Array.of(250_000, 80_000, 75_000, 60_000, 35_000, 30_000, 10_000, 14_000, 14_000)]]) }, 2021, people)!
    const later = getRatesOfAll({ ...crowded, trend: [0.05, 0.05, 0.05] }, 30)
    for (let first = 0; first < later.length; first += 3 * CELL_COUNT) {
      for (let cell = first; cell < first + CELL_COUNT; cell++) expect(later[cell]! + later[cell + CELL_COUNT]! + later[cell + 2 * CELL_COUNT]!).toBeLessThanOrEqual(1 + 1e-12)
    }
  })
})
