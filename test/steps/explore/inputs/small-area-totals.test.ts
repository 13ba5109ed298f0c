import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { projectSmallAreaTotals } from '#steps/explore/inputs/small-area-totals.ts'

describe('inhabitants of small areas', () => {
  test('half of the first growth goes to the area that grew, the other half to all by inhabitants', () => {
    const years = projectSmallAreaTotals(Float64Array.of(600, 400), Float64Array.of(0, 50), [1000, 1100])
    // 100 more: 50 by inhabitants (30 and 20), 50 to the second.
    expect([...years[1]!]).toEqual([630, 470])
  })

  test('decline is shared by all', () => {
    expect([...projectSmallAreaTotals(Float64Array.of(600, 400), Float64Array.of(0, 50), [1000, 900])[1]!]).toEqual([540, 360])
  })

  test('after many years building is where people are', () => {
    const municipality = Array.from({ length: 60 }, (_, year) => 1000 + 10 * year)
    const years = projectSmallAreaTotals(Float64Array.of(600, 400), Float64Array.of(0, 50), municipality)
    const gain = (year: number) => (years[year]![1]! - years[year - 1]![1]!) / 10
    expect(gain(1)).toBeCloseTo(0.7, 9)
    expect(gain(59) - years[58]![1]! / municipality[58]!).toBeLessThan(0.001)
  })

  test('always add up to the municipality, and are never negative', () => {
    const people = fc.array(fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.oneof(fc.integer({ min: -200, max: 400 }), fc.constant(NaN))), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(people, fc.array(fc.double({ min: -0.2, max: 0.2, noNaN: true }), { maxLength: 30 }), (areas, changes) => {
        const base = Float64Array.from(areas, ([own]) => own)
        fc.pre(base.some((own) => own > 0))
        const municipality = [base.reduce((sum, own) => sum + own, 0) * 1.01]
        for (const change of changes) municipality.push(municipality.at(-1)! * (1 + change))
        projectSmallAreaTotals(base, Float64Array.from(areas, ([, growth]) => growth), municipality).forEach((year, at) => {
          expect(year.reduce((sum, own) => sum + own, 0)).toBeCloseTo(municipality[at]!, 4)
          for (const own of year) expect(own).toBeGreaterThanOrEqual(0)
        })
      }),
    )
  })
})
