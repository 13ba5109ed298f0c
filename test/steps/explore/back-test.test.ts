import { describe, expect, test } from 'vitest'
import { runBackTest } from '#steps/explore/back-test.ts'
import { getDeviation, measureErrorSizes, Z80 } from '#steps/explore/error-sizes.ts'
import { GROUP_COUNT, sum, type ProjectionData } from '#steps/explore/inputs/projection-data.ts'
import type { PastProjection } from '#steps/explore/past-projections.ts'
import { makeProjectionData } from '../../support/projection-data.ts'

const data = makeProjectionData()
const count = (year: number) => Float64Array.from({ length: 3 }, (_, town) => data.sexes.get(year)![2 * town]! + data.sexes.get(year)![2 * town + 1]!)

/** A program that is wrong by `error` a year in the first town, by as much the other way in the second, and right in the third. */
const wrongBy =
  (error: number) =>
  (jumpOff: number): PastProjection => ({
    jumpOff,
    basis: jumpOff >= 2021 ? 'ages' : 'total',
    households: undefined,
    population: Array.from({ length: 2024 - jumpOff + 1 }, (_, horizon) => count(jumpOff + horizon).map((people, town) => people * Math.exp([1, -1, 0][town]! * error * horizon))),
    ageGroups: Array.from({ length: 2024 - jumpOff + 1 }, (_, horizon) => (data.ageGroups.get(jumpOff + horizon) ?? new Float64Array(3 * GROUP_COUNT)).map((people) => people * 1.1)),
  })

const find = (lines: ReturnType<typeof runBackTest>['lines'], jumpOff: number, year: number, measure = 'population') =>
  lines.find((line) => line.jumpOff === jumpOff && line.year === year && line.measure === measure && line.inhabitants.from === 0 && line.inhabitants.until === null)!

describe('the back-test', () => {
  const { lines, outcomes } = runBackTest(data, wrongBy(0.01))

  test('errors are projected ÷ counted − 1: 3 percent in three years of 1 percent', () => {
    const line = find(lines, 2021, 2024)
    expect(line.medianAbsoluteError).toBeCloseTo(100 * (1 - Math.exp(-0.03)), 6)
    expect(line.medianError).toBeCloseTo(0, 6)
    expect(find(lines, 2021, 2024, 'age65Plus').medianError).toBeCloseTo(10, 6)
  })

  test('no change misses the growth, constant growth misses nothing where growth was constant', () => {
    const line = find(lines, 2021, 2024)
    expect(line.noChange).toBeCloseTo(100 * (1 - 1.004 ** -3), 6)
    expect(line.constantGrowth).toBeCloseTo(0, 6)
  })

  test('begins where a year of births, deaths and moves is known, and goes on to the last count', () => {
    expect([...new Set(lines.map(({ jumpOff }) => jumpOff))]).toEqual([2013, 2016, 2021, 2023])
    expect(Math.max(...lines.map(({ year }) => year))).toBe(2024)
    expect(lines.filter(({ measure }) => measure !== 'population').every(({ jumpOff }) => jumpOff >= 2021)).toBe(true)
  })

  test('ages have an interval only where their own errors were known at the jump-off: from 2023, not from 2021', () => {
    expect(find(lines, 2021, 2024, 'age65Plus').within80).toBeNull()
    // Always 10 percent too high: the errors of 2021 and 2022 give an interval that holds all.
    expect(find(lines, 2023, 2024, 'age65Plus').within80).toBe(1)
    expect(lines.some(({ measure }) => measure === 'households')).toBe(false)
  })

  test('a place is told of projections of three years and more', () => {
    expect([...new Set(outcomes[0]!.map(({ jumpOff }) => jumpOff))]).toEqual([2013, 2016, 2021])
  })

  test('size classes share out all municipalities', () => {
    const of2024 = lines.filter(({ jumpOff, year, measure }) => jumpOff === 2021 && year === 2024 && measure === 'population')
    expect(sum(of2024.slice(1).map(({ municipalities }) => municipalities))).toBe(of2024[0]!.municipalities)
  })

  test('each municipality has its own outcomes, with an interval around the projection', () => {
    const own = outcomes[0]!.find(({ jumpOff, year, measure }) => jumpOff === 2021 && year === 2024 && measure === 'population')!
    expect(own.counted).toBeCloseTo(count(2024)[0]!, 6)
    expect(own.lower80! * own.upper80!).toBeCloseTo(own.projected ** 2, 0)
    expect(own.lower80).toBeLessThan(own.projected)
  })
})

describe('error sizes', () => {
  test('errors that grow by as much every year are lasting ones, and double with twice the time', () => {
    const sizes = measureErrorSizes(data, wrongBy(0.01), 2021)!
    expect(sizes.own.shocks).toBeLessThan(1e-9)
    expect(getDeviation(sizes, 30_000, 10)).toBeCloseTo(2 * getDeviation(sizes, 30_000, 5), 9)
    expect(sizes.windows).toEqual({ from: 2014, to: 2020, furthest: 7, count: 28 })
  })

  test('errors twice as large give intervals twice as wide', () => {
    const [small, large] = [0.005, 0.01].map((error) => getDeviation(measureErrorSizes(data, wrongBy(error), 2021)!, 600_000, 3))
    expect(large! / small!).toBeCloseTo(2, 1)
  })

  test('the interval holds about 80 percent where errors are normal', () => {
    expect(Z80).toBeCloseTo(1.28155, 5)
  })

  test('with one outcome before the jump-off there is no interval', () => {
    expect(measureErrorSizes(data, wrongBy(0.01), 2015)).toBeUndefined()
    expect(measureErrorSizes(data, wrongBy(0.01), 2016)).toBeDefined()
  })

  test('look at nothing after the jump-off', () => {
    const later: ProjectionData = { ...data, sexes: new Map([...data.sexes].map(([year, own]) => [year, year > 2018 ? own.map((people) => people * 3) : own])) }
    expect(measureErrorSizes(later, wrongBy(0.01), 2018)).toEqual(measureErrorSizes(data, wrongBy(0.01), 2018))
  })
})
