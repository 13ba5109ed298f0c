import { describe, expect, test } from 'vitest'
import { findBuildingSigns } from '#steps/explore/inputs/building-signs.ts'

const describeAreas = (figures: { inhabitants: number[]; inHouseholds?: number[]; youngAdults: number[]; growth: number[]; households?: number[]; carsPerHousehold?: number[] }) => {
  const column = (own: readonly number[] | undefined) => Float64Array.from(figures.inhabitants, (_, at) => own?.[at] ?? NaN)
  return {
    inhabitants: column(figures.inhabitants),
    inHouseholds: column(figures.inHouseholds ?? figures.inhabitants),
    youngAdults: column(figures.youngAdults),
    growth: column(figures.growth),
    households: column(figures.households),
    carsPerHousehold: column(figures.carsPerHousehold),
  }
}
const usual = { inhabitants: [1000, 1000, 1000], youngAdults: [250, 250, 250] }

describe('signs of building', () => {
  test('growth counts for what it is above 20 people a year: less is chance and rounding', () => {
    expect([...findBuildingSigns(describeAreas({ ...usual, growth: [-30, 15, 80] }))]).toEqual([0, 0, 60])
  })

  test('people of 25 to 44 count for what is more than usual: a tenth of those above the share of the municipality and 5 percent', () => {
    const signs = findBuildingSigns(describeAreas({ inhabitants: [1000, 1000], youngAdults: [400, 200], growth: [0, 0] }))
    // Together 30 percent; 350 is usual, so 50 are not.
    expect(signs[0]).toBeCloseTo(5, 9)
    expect(signs[1]).toBe(0)
  })

  test('of young adults those in institutions are none: as large a part of them as of all', () => {
    const signs = findBuildingSigns(describeAreas({ inhabitants: [1000, 2000], inHouseholds: [1000, 1000], youngAdults: [400, 1600], growth: [0, 0] }))
    // In households 400 and 800 of 1,000 each, so 65 percent is usual: 150 of the second are more, none of the first.
    expect(signs[0]).toBe(0)
    expect(signs[1]).toBeCloseTo(15, 9)
  })

  test('households with less than a third of the cars of the municipality, beyond rounding, show nothing', () => {
    const growth = [0, 100, 100, 100]
    // 1,000 households with 1,000 cars and 300 with 0.2 to 0.3 each: 1,075 cars, 0.83 a household; a third is 0.28.
    const few = describeAreas({ inhabitants: [2500, 250, 250, 250], youngAdults: [500, 50, 50, 50], growth, households: [1000, 100, 100, 100], carsPerHousehold: [1, 0.2, 0.25, NaN] })
    expect([...findBuildingSigns(few)]).toEqual([0, 0, 80, 80])
  })

  test('what is not known is no sign, and where nobody lives there is none', () => {
    expect([...findBuildingSigns(describeAreas({ inhabitants: [1000, 500, NaN, 0], youngAdults: [250, NaN, NaN, NaN], growth: [NaN, 120, 90, 70] }))]).toEqual([0, 100, 0, 0])
  })
})
