import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { projectSmallAreaTotals } from '#steps/explore/inputs/small-area-totals.ts'

describe('inhabitants of small areas', () => {
  const round = (year: Float64Array) => [...year].map((people) => Math.round(people * 1e6) / 1e6)

  test('sites take what they took before at most, and what is beyond that is shared by all', () => {
    // 100 more: 50 to the second, the other 50 by inhabitants (30 and 20).
    expect(round(projectSmallAreaTotals(Float64Array.of(600, 400), Float64Array.of(0, 50), [1000, 1100])[1]!)).toEqual([630, 470])
  })

  test('of a smaller growth a thousand inhabitants get as much as a sign of one person a year', () => {
    // 25.5 more for signs of 50 and 1: 25 and 0.5, of which 0.3 and 0.2.
    expect(round(projectSmallAreaTotals(Float64Array.of(600, 400), Float64Array.of(0, 50), [1000, 1025.5])[1]!)).toEqual([600.3, 425.2])
  })

  test('ten times the growth does not make a site grow ten times as fast', () => {
    const site = (growth: number) => projectSmallAreaTotals(Float64Array.of(600_000, 400), Float64Array.of(0, 50), [600_400, 600_400 + growth])[1]![1]! - 400
    expect(site(5000)).toBeGreaterThan(50)
    // Beyond its 50 only what all get: 400 of 600,400.
    expect(site(50_000) - site(5000)).toBeCloseTo((45_000 * 400) / 600_400, 6)
  })

  test('what sites take halves in five years', () => {
    const municipality = Array.from({ length: 12 }, (_, year) => 1000 + 200 * year)
    const years = projectSmallAreaTotals(Float64Array.of(1000, 0), Float64Array.of(0, 50), municipality)
    const taken = (year: number) => {
      const before = years[year - 1]![1]!
      // x to the site, 200 − x to all by inhabitants.
      return (years[year]![1]! - before - (200 * before) / municipality[year - 1]!) / (1 - before / municipality[year - 1]!)
    }
    expect([1, 6, 11].map(taken).map((people) => Math.round(people * 1e6) / 1e6)).toEqual([50, 25, 12.5])
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
    // Signs of 50 and, of a thousand inhabitants, 1.
    expect(gain(1)).toBeCloseTo(50 / 51 + 0.4 / 51, 9)
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
