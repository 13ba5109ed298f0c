import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findBuildingSigns, projectSmallAreaTotals } from '#steps/explore/inputs/small-area-totals.ts'

describe('inhabitants of small areas', () => {
  test('four fifths of the first growth goes where people build, the rest to all by inhabitants', () => {
    const years = projectSmallAreaTotals(Float64Array.of(600, 400), Float64Array.of(0, 50), [1000, 1100])
    // 100 more: 20 by inhabitants (12 and 8), 80 to the second.
    expect([...years[1]!].map((people) => Math.round(people * 1e6) / 1e6)).toEqual([612, 488])
  })

  test('without any sign of building growth is shared by all', () => {
    expect([...projectSmallAreaTotals(Float64Array.of(600, 400), Float64Array.of(0, 0), [1000, 1100])[1]!]).toEqual([660, 440])
  })

  test('decline is shared by all', () => {
    expect([...projectSmallAreaTotals(Float64Array.of(600, 400), Float64Array.of(0, 50), [1000, 900])[1]!]).toEqual([540, 360])
  })

  test('after many years building is where people are', () => {
    const municipality = Array.from({ length: 60 }, (_, year) => 1000 + 10 * year)
    const years = projectSmallAreaTotals(Float64Array.of(600, 400), Float64Array.of(0, 50), municipality)
    const gain = (year: number) => (years[year]![1]! - years[year - 1]![1]!) / 10
    expect(gain(1)).toBeCloseTo(0.88, 9)
    expect(gain(59) - years[58]![1]! / municipality[58]!).toBeLessThan(0.001)
  })

  test('always add up to the municipality, and are never negative', () => {
    const people = fc.array(fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 0, max: 400 })), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(people, fc.array(fc.double({ min: -0.2, max: 0.2, noNaN: true }), { maxLength: 30 }), (areas, changes) => {
        const base = Float64Array.from(areas, ([own]) => own)
        fc.pre(base.some((own) => own > 0))
        const municipality = [base.reduce((sum, own) => sum + own, 0) * 1.01]
        for (const change of changes) municipality.push(municipality.at(-1)! * (1 + change))
        projectSmallAreaTotals(base, Float64Array.from(areas, ([, signs]) => signs), municipality).forEach((year, at) => {
          expect(year.reduce((sum, own) => sum + own, 0)).toBeCloseTo(municipality[at]!, 4)
          for (const own of year) expect(own).toBeGreaterThanOrEqual(0)
        })
      }),
    )
  })
})

describe('signs of building', () => {
  const usual = { inhabitants: Float64Array.of(1000, 1000, 1000), youngAdults: Float64Array.of(250, 250, 250) }

  test('growth counts for what it is above 20 people a year: less is chance and rounding', () => {
    expect([...findBuildingSigns({ ...usual, growth: Float64Array.of(-30, 15, 80) })]).toEqual([0, 0, 60])
  })

  test('people of 25 to 44 count for what is more than usual: a tenth of those above the share of the municipality and 5 percent', () => {
    const signs = findBuildingSigns({ inhabitants: Float64Array.of(1000, 1000), youngAdults: Float64Array.of(400, 200), growth: Float64Array.of(0, 0) })
    // Together 30 percent; 350 is usual, so 50 are not.
    expect(signs[0]).toBeCloseTo(5, 9)
    expect(signs[1]).toBe(0)
  })

  test('what is not known is no sign, and where nobody lives there is none', () => {
    expect([...findBuildingSigns({ inhabitants: Float64Array.of(1000, 500, NaN, 0), youngAdults: Float64Array.of(250, NaN, NaN, NaN), growth: Float64Array.of(NaN, 120, 90, 70) })]).toEqual([0, 100, 0, 0])
  })
})
