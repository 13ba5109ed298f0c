/** A municipality by hand: a village, a reception centre, reception in a holiday park, and a true building site. */
import { describe, expect, test } from 'vitest'
import { readBuildingSigns } from '#steps/explore/buurt-history.ts'
import { projectSmallAreaTotals } from '#steps/explore/inputs/small-area-totals.ts'
import { makeBuurtYear } from '../../support/buurt-year.ts'

const [VILLAGE, CENTRE, PARK, SITE] = [0, 1, 2, 3] as const

/** Three years in which the last three grow by 100 a year: people without a household, households without a car, and homes. */
const history = new Map(
  [2021, 2022, 2023, 2024].map((year) => {
    const more = 100 * (year - 2021)
    return [
      year,
      makeBuurtYear({
        inhabitants: [20_000, 200 + more, 100 + more, 300 + more],
        youngAdults: [5000, 50 + more, 25 + more / 4, 75 + more / 4],
        households: [9000, 20, 40 + more / 2.5, 120 + more / 2.5],
        householdSize: [2.2, 2.5, 2.5, 2.5],
        // The 40 households that were there before have 60 cars, the 120 that came have none.
        carsPerHousehold: [1.2, 1.2, year === 2024 ? 0.4 : NaN, 1.3],
      }),
    ] as const
  }),
)

describe('where people seem to build', () => {
  const signs = readBuildingSigns(history, 2024)

  test('is the site, by what it grew above chance, and neither the village nor the centre that grew as much', () => {
    expect(signs[VILLAGE]).toBe(0)
    expect(signs[SITE]).toBeCloseTo(80, 9)
    // What is left of 350 young adults in the centre are 35 among the 50 people of its households; 15 would be usual.
    expect(signs[CENTRE]).toBeLessThan(2)
  })

  test('is not told from cars that are too many for reception: the park counts while a third of the cars of the municipality is less', () => {
    // 10,776 + 24 + 64 + 312 cars of 9,420 households: 1.19, a third 0.40; 0.4 may be 0.45.
    expect(signs[PARK]).toBeCloseTo(80, 9)
    const withFewer = new Map([...history, [2024, { ...history.get(2024)!, carsPerHousehold: Float64Array.of(1.2, 1.2, 0.3, 1.3) }]])
    expect([...readBuildingSigns(withFewer, 2024)].map((own) => own > 2)).toEqual([false, false, false, true])
  })

  test('is no household that a centre leaves for a home in the same buurt', () => {
    const [before, after] = [makeBuurtYear({ inhabitants: [500], households: [80], householdSize: [2.5] }), makeBuurtYear({ inhabitants: [500], households: [160], householdSize: [2.5] })]
    expect([...readBuildingSigns(new Map([[2023, before], [2024, after]]), 2024)]).toEqual([0])
  })

  test('is not where people live without any household, whose size is then not known', () => {
    const [before, after] = [makeBuurtYear({ inhabitants: [0], households: [0] }), makeBuurtYear({ inhabitants: [400], households: [0] })]
    expect([...readBuildingSigns(new Map([[2023, before], [2024, after]]), 2024)]).toEqual([0])
  })

  test('goes as far back as is known, and looks at no later year', () => {
    expect(readBuildingSigns(new Map([...history].filter(([year]) => year >= 2023)), 2024)[SITE]).toBeCloseTo(80, 9)
    expect(readBuildingSigns(history, 2022)).toEqual(readBuildingSigns(new Map([...history].filter(([year]) => year <= 2022)), 2022))
  })

  test('so that growth leaves the centre as it is, and builds no faster than before', () => {
    const base = history.get(2024)!.inhabitants
    const all = base.reduce((sum, own) => sum + own, 0)
    const after = (growth: number) => projectSmallAreaTotals(base, Float64Array.of(0, 0, 0, 80), [all, all + growth])[1]!
    for (const growth of [50, 500, 2000]) {
      const year = after(growth)
      expect(year[CENTRE]! / base[CENTRE]! - 1).toBeLessThan(growth / all)
      expect(year[SITE]! - base[SITE]!).toBeLessThanOrEqual(80 + (growth * base[SITE]!) / all)
    }
    expect(after(50)[SITE]! - base[SITE]!).toBeGreaterThan(35)
  })
})
