import { describe, expect, test } from 'vitest'
import { makeLifeTable } from '#steps/explore/inputs/life-table.ts'
import { estimateNationalMortality } from '#steps/explore/inputs/national-mortality.ts'
import { AGE_COUNT, CELL_COUNT } from '#steps/explore/inputs/projection-data.ts'
import { shrinkRatios } from '#steps/explore/inputs/shrink-ratios.ts'
import { deathRateAt, makeProjectionData } from '../../../support/projection-data.ts'

describe('a life table', () => {
  test('with the same rate at every age, each age keeps (1 − m/2) ÷ (1 + m/2) of the one before', () => {
    const { survivalRatios } = makeLifeTable(new Float64Array(AGE_COUNT).fill(0.02))
    for (const age of [2, 30, 99]) expect(survivalRatios[age]).toBeCloseTo(0.99 / 1.01, 12)
  })

  test('life expectancy is 1 ÷ m but for the shape of one year', () => {
    expect(makeLifeTable(new Float64Array(AGE_COUNT).fill(0.05)).lifeExpectancy).toBeCloseTo(20, 1)
  })

  test('nobody dies but the very old: people live to 100 and then 1 ÷ m years', () => {
    const rates = new Float64Array(AGE_COUNT)
    rates[AGE_COUNT - 1] = 0.5
    const { survivalRatios, lifeExpectancy } = makeLifeTable(rates)
    expect(lifeExpectancy).toBe(102)
    expect(survivalRatios[100]).toBeCloseTo(2 / 3, 12)
  })

  test('refuses rates that are none', () => {
    expect(() => makeLifeTable(new Float64Array(AGE_COUNT))).toThrow('open age group')
    expect(() => makeLifeTable(new Float64Array(AGE_COUNT).fill(-1))).toThrow('death rate -1 at age 0')
  })
})

describe('death rates of the country', () => {
  test('where they never changed they stay as they were', () => {
    const rates = estimateNationalMortality(makeProjectionData({ inhabitants: 50_000_000, growth: [0, 0, 0] })).getRates(2050)
    for (const age of [0, 55, 70, 90]) expect(rates[age]! / deathRateAt(age)).toBeCloseTo(1, 1)
  })

  test('where they fell by 2 percent a year they go on falling by 2 percent', () => {
    const data = makeProjectionData({ inhabitants: 50_000_000, growth: [0, 0, 0] })
    const falling = new Map([...data.nationalDeaths].map(([year, deaths]) => [year, deaths.map((dead) => dead * 0.98 ** (year - 2012))]))
    const { getRates } = estimateNationalMortality({ ...data, nationalDeaths: falling })
    for (const cell of [75, AGE_COUNT + 80]) expect(getRates(2034)[cell]! / getRates(2024)[cell]!).toBeCloseTo(0.98 ** 10, 3)
  })

  test('at ages at which nobody lives are those of the nearest ages at which people live', () => {
    const data = makeProjectionData({ growth: [0, 0, 0] })
    const empty = (figures: ReadonlyMap<number, Float64Array>) => new Map([...figures].map(([year, own]) => [year, own.map((count, cell) => (cell % AGE_COUNT >= 90 || cell === 0 ? 0 : count))]))
    const [women, deaths] = [empty(data.nationalPopulation), empty(data.nationalDeaths)]
    const rates = estimateNationalMortality({ ...data, nationalPopulation: women, nationalDeaths: deaths }).getRates(2023)
    expect(rates.every((rate) => Number.isFinite(rate) && rate > 0)).toBe(true)
    // From 91 on the nearest people are of 89: half a death more than counted there, over the mean of people at both ends of the year.
    const [dead, lived] = [deaths.get(2023)![89]!, women.get(2023)![89]!]
    for (const age of [91, 95]) expect(rates[age]).toBeCloseTo((dead + 0.5) / lived, 10)
    expect(rates[0]).toBeCloseTo((deaths.get(2023)![1]! + 0.5) / women.get(2023)![1]!, 10)
    expect(makeLifeTable(rates.subarray(0, AGE_COUNT)).lifeExpectancy).toBeGreaterThan(60)
  })

  test('of a country without men are refused', () => {
    const data = makeProjectionData()
    const women = new Map([...data.nationalPopulation].map(([year, own]) => [year, own.map((count, cell) => (cell < AGE_COUNT ? count : 0))]))
    expect(() => estimateNationalMortality({ ...data, nationalPopulation: women })).toThrow('need men, and there are none')
  })

  test('where they rose they do not go on rising', () => {
    const data = makeProjectionData({ growth: [0, 0, 0] })
    const rising = new Map([...data.nationalDeaths].map(([year, deaths]) => [year, deaths.map((dead) => dead * 1.01 ** (year - 2012))]))
    const { getRates } = estimateNationalMortality({ ...data, nationalDeaths: rising })
    expect(getRates(2050)).toEqual(getRates(2024))
    expect(getRates(2050)).toHaveLength(CELL_COUNT)
  })
})

describe('ratios of small areas', () => {
  const regions = Int32Array.of(0, 0, 0, 0)

  test('without more spread than chance gives, each is that of the region', () => {
    expect([...shrinkRatios(Float64Array.of(4, 4, 8, 8), Float64Array.of(4, 4, 4, 4), regions)]).toEqual([1.5, 1.5, 1.5, 1.5])
  })

  test('by hand: two of four areas at 2, two at 1, each with 100 expected', () => {
    // region 1.5; spread 0.25, chance 1.5/100 = 0.015, v = 0.235; (1.5²/v + 200) ÷ (1.5/v + 100)
    const [first, , third] = shrinkRatios(Float64Array.of(200, 200, 100, 100), Float64Array.of(100, 100, 100, 100), regions)
    expect(first).toBeCloseTo((2.25 / 0.235 + 200) / (1.5 / 0.235 + 100), 12)
    expect(third).toBeCloseTo((2.25 / 0.235 + 100) / (1.5 / 0.235 + 100), 12)
  })

  test('a small area moves further to its region than a large one', () => {
    const [large, small] = shrinkRatios(Float64Array.of(2000, 4, 1000, 500), Float64Array.of(1000, 2, 1000, 500), regions)
    expect(large).toBeGreaterThan(1.9)
    expect(small).toBeLessThan(large! - 0.1)
  })

  test('each region has its own mean', () => {
    expect([...shrinkRatios(Float64Array.of(10, 10, 30, 30), Float64Array.of(10, 10, 10, 10), Int32Array.of(0, 0, 1, 1))]).toEqual([1, 1, 3, 3])
  })
})
