import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AGE_COUNT, CELL_COUNT, GROUP_COUNT, GROUP_OF_AGE } from '#steps/explore/inputs/projection-data.ts'
import { projectSmallAreaTotals } from '#steps/explore/inputs/small-area-totals.ts'
import { projectSmallAreas, shareOutBase } from '#steps/explore/inputs/small-areas.ts'
import { makeProjectionData } from '../../../support/projection-data.ts'

const people = makeProjectionData().postcodeAges.get(2021)!
const municipality = people.subarray(0, CELL_COUNT)
const groupsOf = (block: Float64Array) => {
  const groups = Array.from({ length: GROUP_COUNT }, () => 0)
  block.forEach((own, cell) => (groups[GROUP_OF_AGE[cell % AGE_COUNT]!]! += own))
  return groups
}
const totals = groupsOf(municipality)
const part = (shares: readonly number[]) => ({ inhabitants: shares.reduce((sum, share, group) => sum + share * totals[group]!, 0), groups: totals.map((total, group) => total * shares[group]!) })
const addAreas = (blocks: Float64Array) => {
  const sums = new Float64Array(CELL_COUNT)
  blocks.forEach((own, at) => (sums[at % CELL_COUNT]! += own))
  return sums
}
/** Without building: inhabitants go as those of the municipality. */
const project = (years: readonly Float64Array[], baseShares: Float64Array, growth: Float64Array = new Float64Array(baseShares.length / CELL_COUNT)) => {
  const count = (blocks: Float64Array) => Float64Array.from({ length: blocks.length / CELL_COUNT }, (_, area) => blocks.subarray(area * CELL_COUNT, (area + 1) * CELL_COUNT).reduce((sum, own) => sum + own, 0))
  const totals = projectSmallAreaTotals(count(baseShares.map((share, at) => share * years[0]![at % CELL_COUNT]!)), growth, years.map((people) => count(people)[0]!))
  return { blocks: projectSmallAreas({ municipality: years, baseShares, totals, fertilityRates: mothers }), totals, count }
}
const mothers = Float64Array.from({ length: AGE_COUNT }, (_, age) => (age >= 25 && age < 35 ? 0.1 : 0))

describe('the base of small areas', () => {
  test('each has its published part of every age of a group', () => {
    const shares = shareOutBase(municipality, [part([0.2, 0.5, 0.3, 0.3, 0.1]), part([0.8, 0.5, 0.7, 0.7, 0.9])])
    expect([3, 20, 30, 50, 80].map((age) => shares[age])).toEqual([0.2, 0.5, 0.3, 0.3, 0.1].map((own) => expect.closeTo(own, 9)))
  })

  test('what rounding adds or leaves is shared out: everything adds up to one', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ inhabitants: fc.integer({ min: 0, max: 5000 }), groups: fc.array(fc.oneof(fc.integer({ min: 0, max: 900 }), fc.constant(NaN)), { minLength: 5, maxLength: 5 }) }), { minLength: 1, maxLength: 6 }), (areas) => {
        addAreas(shareOutBase(municipality, areas)).forEach((sum) => expect(sum).toBeCloseTo(1, 9))
      }),
    )
  })

  test('an area with unknown groups gets what the others leave', () => {
    const shares = shareOutBase(municipality, [part([0.6, 0.6, 0.6, 0.6, 0.6]), { inhabitants: 1000, groups: [NaN, NaN, NaN, NaN, NaN] }])
    expect(shares[CELL_COUNT + 40]).toBeCloseTo(0.4, 9)
  })
})

describe('small areas in later years', () => {
  const uneven = shareOutBase(municipality, [part([0.1, 0.6, 0.3, 0.2, 0.3]), part([0.9, 0.4, 0.7, 0.8, 0.7])])
  const years = Array.from({ length: 31 }, (_, year) => municipality.map((own, cell) => own * (1 + 0.01 * year * Math.sin(cell))))

  test('add up to the municipality at every sex and age, in every year, and nobody is negative', () => {
    const { blocks: projected, totals: inhabitants, count } = project(years, uneven, Float64Array.of(0, 50))
    for (const [year, blocks] of projected.entries()) {
      count(blocks).forEach((own, area) => expect(own / inhabitants[year]![area]!).toBeCloseTo(1, 3))
      addAreas(blocks).forEach((own, cell) => expect(own).toBeCloseTo(years[year]![cell]!, 6))
      for (const own of blocks) expect(own).toBeGreaterThanOrEqual(0)
    }
  })

  test('areas with the ages of the municipality keep their part of it', () => {
    const even = shareOutBase(municipality, [part([0.3, 0.3, 0.3, 0.3, 0.3]), part([0.7, 0.7, 0.7, 0.7, 0.7])])
    const last = project(years, even).blocks.at(-1)!
    for (let cell = 0; cell < CELL_COUNT; cell++) expect(last[cell]! / years.at(-1)![cell]!).toBeCloseTo(0.3, 4)
  })

  test('homes for students stay theirs, people of 45 to 64 grow old where they live', () => {
    const last = project(years, uneven).blocks[20]!
    const share = (blocks: Float64Array, age: number) => blocks[age]! / (blocks[age]! + blocks[CELL_COUNT + age]!)
    expect(share(last, 22)).toBeGreaterThan(0.3)
    // In the base the first area has 0.2 of those of 55 and 0.3 of those of 75: twenty years on the latter are mostly the former.
    expect(share(last, 75)).toBeLessThan(0.27)
  })

  test('children are born where mothers live', () => {
    const next = project(years.slice(0, 2), uneven).blocks[1]!
    expect(next[0]! / (next[0]! + next[CELL_COUNT]!)).toBeCloseTo(0.3, 2)
  })
})
