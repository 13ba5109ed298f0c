import { describe, expect, test } from 'vitest'
import { HOUSEHOLD_KINDS, estimateHouseholdRates } from '#steps/explore/inputs/household-positions.ts'
import { CELL_COUNT, sum } from '#steps/explore/inputs/projection-data.ts'
import { makeProjectionData } from '../../../support/projection-data.ts'

const data = makeProjectionData()
const people = data.postcodeAges.get(2021)!
/** Households that follow from a level of each kind in each town. */
const withHouseholds = (counts: readonly number[]) => ({ ...data, households: new Map([[2021, Float64Array.from(counts)]]) })
const count = (rates: Float64Array, town: number, kind: number, fromAge = 0) =>
  sum(rates.subarray((town * HOUSEHOLD_KINDS.length + kind) * CELL_COUNT, (town * HOUSEHOLD_KINDS.length + kind + 1) * CELL_COUNT).map((rate, cell) => (cell % 101 >= fromAge ? rate * people[town * CELL_COUNT + cell]! : 0)))

describe('households', () => {
  const counts = [100_000, 80_000, 75_000, 60_000, 35_000, 30_000, 10_000, 14_000, 14_000]
  const { headshipRates, levels, heldBack } = estimateHouseholdRates(withHouseholds(counts), 2021, people)!

  test('add up to what was counted, of each kind in each town', () => {
    expect(heldBack).toEqual([])
    for (let town = 0; town < 3; town++) for (let kind = 0; kind < 3; kind++) expect(count(headshipRates, town, kind)).toBeCloseTo(counts[town * 3 + kind]!, 2)
  })

  test('a town with more people alone has them among the young; among those of 75 and over it differs less', () => {
    expect(levels[3]).toBeGreaterThan(levels[0]!)
    const rateOf = (town: number, fromAge: number) => count(headshipRates, town, 0, fromAge) / sum(people.subarray(town * CELL_COUNT, (town + 1) * CELL_COUNT).filter((_, cell) => cell % 101 >= fromAge))
    const old = rateOf(1, 75) / rateOf(0, 75)
    const all = rateOf(1, 0) / rateOf(0, 0)
    expect(Math.abs(Math.log(old))).toBeLessThan(Math.abs(Math.log(all)) / 2)
  })

  test('nobody is in more than one household: what does not fit is held back and named', () => {
    const crowded = estimateHouseholdRates(withHouseholds([100_000, 80_000, 75_000, 250_000, 35_000, 30_000, 10_000, 14_000, 14_000]), 2021, people)!
    expect(crowded.heldBack).toContain(1)
    for (let cell = 0; cell < CELL_COUNT; cell++) {
      const together = [0, 1, 2].reduce((total, kind) => total + crowded.headshipRates[(3 + kind) * CELL_COUNT + cell]!, 0)
      expect(together).toBeLessThanOrEqual(1 + 1e-9)
    }
  })

  test('children have no households', () => {
    for (let age = 0; age < 15; age++) expect(headshipRates[age]).toBe(0)
  })

  test('without counts there are none', () => {
    expect(estimateHouseholdRates(data, 2021, people)).toBeUndefined()
  })
})
