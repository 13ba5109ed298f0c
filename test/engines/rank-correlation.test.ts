import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { correlateRanks } from '#engines/numeric/rank-correlation.ts'

const correlate = (a: readonly number[], b: readonly number[]) => correlateRanks(Float64Array.from(a), Float64Array.from(b))

describe('correlations of ranks', () => {
  test('are 1 for the same order, however far apart the values are, and −1 for the opposite one', () => {
    expect(correlate([1, 2, 3, 4], [10, 11, 500, 1e9])).toEqual({ spearman: 1, kendall: 1 })
    expect(correlate([1, 2, 3, 4], [4, 3, 2, 1])).toEqual({ spearman: -1, kendall: -1 })
  })

  test('without ties are those of a case by hand', () => {
    // Ranks 1 2 3 4 5 against 2 1 4 3 5: Σd² = 4, rho = 1 − 6·4 ÷ (5·24) = 0.8; two of ten pairs in the other order: (8 − 2) ÷ 10 = 0.6.
    const { spearman, kendall } = correlate([1, 2, 3, 4, 5], [2, 1, 4, 3, 5])
    expect(spearman).toBeCloseTo(0.8, 12)
    expect(kendall).toBeCloseTo(0.6, 12)
  })

  test('with ties share ranks, and leave tied pairs out on both sides', () => {
    // a: 1 2 2 3 → ranks 1, 2.5, 2.5, 4; b: 1 3 2 2 → ranks 1, 4, 2.5, 2.5.
    // rho: deviations (−1.5, 0, 0, 1.5) and (−1.5, 1.5, 0, 0): 2.25 ÷ √(4.5 · 4.5) = 0.5.
    // tau-b: pairs 12+ 13+ 14+ 23 tied in a, 24− 34 tied in b: (3 − 1) ÷ √((6 − 1)(6 − 1)) = 0.4.
    const { spearman, kendall } = correlate([1, 2, 2, 3], [1, 3, 2, 2])
    expect(spearman).toBeCloseTo(0.5, 12)
    expect(kendall).toBeCloseTo(0.4, 12)
  })

  test('are no number where one of the two is constant, or there is nothing', () => {
    expect(correlate([1, 1, 1], [1, 2, 3])).toEqual({ spearman: NaN, kendall: NaN })
    expect(correlate([], [])).toEqual({ spearman: NaN, kendall: NaN })
  })

  test('refuse lists that do not go together', () => {
    expect(() => correlate([1, 2], [1])).toThrow('2 values against 1')
    expect(() => correlate([1, NaN], [1, 2])).toThrow('NaN cannot be ranked')
  })

  test('of Kendall are those of counting every pair', () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), { minLength: 2, maxLength: 40 })
    fc.assert(fc.property(pairs, (list) => {
      const [a, b] = [list.map(([x]) => x), list.map(([, y]) => y)]
      let [score, inA, inB] = [0, 0, 0]
      for (let i = 0; i < a.length; i++) {
        for (let j = 0; j < i; j++) {
          score += Math.sign(a[i]! - a[j]!) * Math.sign(b[i]! - b[j]!)
          inA += Math.abs(Math.sign(a[i]! - a[j]!))
          inB += Math.abs(Math.sign(b[i]! - b[j]!))
        }
      }
      const { kendall } = correlate(a, b)
      if (inA === 0 || inB === 0) expect(kendall).toBeNaN()
      else expect(kendall).toBeCloseTo(score / Math.sqrt(inA * inB), 10)
    }), { seed: 7, numRuns: 300 })
  })

  test('do not change with the order of the areas', () => {
    const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), { minLength: 3, maxLength: 30 })
    fc.assert(fc.property(pairs, (list) => {
      const of = (own: typeof list) => correlate(own.map(([x]) => x), own.map(([, y]) => y))
      const [one, other] = [of(list), of(list.toReversed())]
      expect(other.kendall).toEqual(one.kendall)
      if (!Number.isNaN(one.spearman)) expect(other.spearman).toBeCloseTo(one.spearman, 12)
    }), { seed: 8, numRuns: 200 })
  })
})
