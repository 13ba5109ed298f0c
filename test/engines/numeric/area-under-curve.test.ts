/** The area under the curve, by hand with ties, and by the definition on many random lists. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareAreas, measureAreaUnderCurve } from '#engines/numeric/area-under-curve.ts'

describe('the area under the curve', () => {
  it('counts ties for half, by hand', () => {
    // Cases 3, 2, 1; others 2, 1, 0, 0. Pairs won: 3 beats all 4; 2 beats 3 and ties 1; 1 beats 2 and ties 1. (4 + 3.5 + 2.5) ÷ 12.
    const { area, standardError } = measureAreaUnderCurve([3, 2, 1, 2, 1, 0, 0], [1, 1, 1, 0, 0, 0, 0])
    expect(area).toBeCloseTo(10 / 12, 12)
    // DeLong: placements of cases 1, 0.875, 0.625 (variance 0.0364583); of others 0.5, 0.833, 1, 1 (variance 0.0555556).
    expect(standardError).toBeCloseTo(Math.sqrt(0.0364583333 / 3 + 0.0555555556 / 4), 7)
  })

  it('is 1 for a perfect score, 0 for the reverse and a half for one that says nothing', () => {
    expect(measureAreaUnderCurve([3, 4, 1, 2], [1, 1, 0, 0]).area).toBe(1)
    expect(measureAreaUnderCurve([1, 2, 3, 4], [1, 1, 0, 0]).area).toBe(0)
    expect(measureAreaUnderCurve([7, 7, 7, 7], [1, 0, 1, 0])).toEqual({ area: 0.5, standardError: 0 })
  })

  it('is the share of pairs in which the case has the higher score, and does not change with the scale', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ score: fc.integer({ min: 0, max: 6 }), isCase: fc.integer({ min: 0, max: 1 }) }), { minLength: 6, maxLength: 40 }), (rows) => {
        const [cases, others] = [rows.filter(({ isCase }) => isCase === 1), rows.filter(({ isCase }) => isCase === 0)]
        fc.pre(cases.length > 0 && others.length > 0)
        const pairs = cases.flatMap((one) => others.map((other) => (one.score > other.score ? 1 : one.score === other.score ? 0.5 : 0)))
        const outcomes = rows.map(({ isCase }) => isCase)
        const expected = pairs.reduce((sum: number, own) => sum + own, 0) / pairs.length
        expect(measureAreaUnderCurve(rows.map(({ score }) => score), outcomes).area).toBeCloseTo(expected, 12)
        expect(measureAreaUnderCurve(rows.map(({ score }) => Math.exp(score)), outcomes).area).toBeCloseTo(expected, 12)
      }),
    )
  })

  it('differs from itself by nothing, without any doubt, and from its reverse by twice what it is above a half', () => {
    const [scores, outcomes] = [[3, 2, 1, 2, 1, 0, 0], [1, 1, 1, 0, 0, 0, 0]]
    expect(compareAreas(scores, scores, outcomes)).toEqual({ difference: 0, standardError: 0 })
    expect(compareAreas(scores, scores.map((own) => -own), outcomes).difference).toBeCloseTo(2 * (10 / 12) - 1, 12)
  })

  it('refuses what it cannot tell', () => {
    expect(() => measureAreaUnderCurve([1, 2], [1, 1])).toThrow('2 cases and 0 others')
    expect(() => measureAreaUnderCurve([1, NaN], [1, 0])).toThrow('score 1 is NaN')
  })
})
