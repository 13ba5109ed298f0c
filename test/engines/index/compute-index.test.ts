import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { geometricMean } from '#engines/index/aggregations/geometric-mean.ts'
import { computeIndex } from '#engines/index/compute-index.ts'
import { isDimension } from '#engines/index/index-model.ts'
import type { DimensionNode, IndexModel } from '#engines/index/index-model.ts'
import { NORMALISATIONS } from '#engines/index/normalisations/normalisations.ts'
import { winsorise } from '#engines/index/outliers/winsorise.ts'
import { anyMatrix, anyModel, makeFlatModel, makeMatrix } from './index-models.ts'
import { rankNaively, scoreNaively } from './naive-index.ts'

const scaleWeights = (node: DimensionNode, factor: number): DimensionNode => ({
  ...node,
  weight: node.weight * factor,
  children: node.children.map((child) => (isDimension(child) ? scaleWeights(child, factor) : { ...child, weight: child.weight * factor })),
})

describe('the index', () => {
  test('is what the plain formulas give, for any tree, variant and gaps', () => {
    fc.assert(fc.property(anyMatrix(), anyModel, (matrix, model) => {
      const { scores, ranks } = computeIndex(matrix, model)
      const expected = scoreNaively(matrix, model)
      for (const [area, score] of expected.entries()) {
        if (Number.isNaN(score)) expect(scores[area]).toBeNaN()
        else expect(scores[area]).toBeCloseTo(score, 8)
      }
      expect([...ranks]).toEqual(rankNaively(expected.map((score) => Math.round(score * 1e6))))
    }), { numRuns: 300 })
  })

  test('gives the same answer for the same input, and leaves the input alone', () => {
    fc.assert(fc.property(anyMatrix(), anyModel, (matrix, model) => {
      const before = matrix.values.slice()
      expect(computeIndex(matrix, model)).toEqual(computeIndex(matrix, model))
      expect(matrix.values).toEqual(before)
    }), { numRuns: 50 })
  })

  test('does not change when all weights are multiplied by the same number', () => {
    fc.assert(fc.property(anyMatrix(), anyModel, fc.double({ min: 0.001, max: 1000, noNaN: true }), (matrix, model, factor) => {
      const one = computeIndex(matrix, model)
      const other = computeIndex(matrix, { ...model, root: scaleWeights(model.root, factor) })
      for (const [area, score] of one.scores.entries()) {
        if (Number.isNaN(score)) expect(other.scores[area]).toBeNaN()
        else expect(other.scores[area]).toBeCloseTo(score, 9)
      }
    }), { numRuns: 100 })
  })

  test('follows the areas when they are put in another order, to the last digit', () => {
    fc.assert(fc.property(anyMatrix(), anyModel, fc.nat(), (matrix, model, seed) => {
      const order = Array.from({ length: matrix.areaCount }, (_, at) => at).sort((a, b) => ((a * 7919 + seed) % 101) - ((b * 7919 + seed) % 101) || a - b)
      const values = matrix.values.map((_, at) => matrix.values[Math.floor(at / matrix.areaCount) * matrix.areaCount + order[at % matrix.areaCount]!]!)
      const one = computeIndex(matrix, model)
      const other = computeIndex({ ...matrix, values }, model)
      expect(other.scores).toEqual(Float64Array.from(order, (area) => one.scores[area]!))
      expect(other.ranks).toEqual(Int32Array.from(order, (area) => one.ranks[area]!))
    }), { numRuns: 100 })
  })

  // Not the z-score: an area that improves moves the mean and the deviation too, so that others can seem to improve more. With figures 2, −0.5 and −1.5 it does.
  const monotone = NORMALISATIONS.filter(({ id }) => id !== 'zScore')
  test.each(monotone.map((normalisation) => [normalisation.id, normalisation] as const))(
    'never puts an area further behind because one of its figures improves (%s)',
    (_, normalisation) => {
      const model: IndexModel = makeFlatModel(6, { normalisation, minimumShare: 0.5 })
      fc.assert(fc.property(anyMatrix(), fc.boolean(), fc.nat(), fc.integer({ min: 1, max: 30 }), (matrix, geometric, cell, gain) => {
        const own: IndexModel = geometric ? { ...model, root: { ...model.root, aggregation: geometricMean } } : model
        const at = cell % matrix.values.length
        const values = matrix.values.slice()
        values[at]! -= gain
        const area = at % matrix.areaCount
        const before = computeIndex(matrix, own).ranks[area]!
        expect(computeIndex({ ...matrix, values }, own).ranks[area]).toBeGreaterThanOrEqual(before)
      }), { numRuns: 200 })
    },
  )
})

describe('ranks', () => {
  test('are 1, 2, 2, 4 where two areas have the same score, and the tie is stated', () => {
    const { ranks, tiedWith } = computeIndex(makeMatrix([1, 9, 5, 5]), makeFlatModel(1))
    expect([...ranks]).toEqual([4, 1, 2, 2])
    expect([...tiedWith]).toEqual([0, 0, 1, 1])
  })
})

describe('missing figures', () => {
  const matrix = makeMatrix([0, NaN, NaN, NaN, 10], [0, 5, NaN, NaN, 10], [0, 5, 5, NaN, 10], [0, 5, 5, NaN, 10])

  test('give a score from the figures that are there, when these have enough of the weight', () => {
    const { scores, missingCodes, missingCounts, presentShares, figureCounts, indicators } = computeIndex(matrix, makeFlatModel(4, { minimumShare: 0.75 }))
    expect([...scores]).toEqual([0, 50, NaN, NaN, 100])
    expect([...missingCodes]).toEqual([0, 0, 2, 1, 0])
    expect(missingCounts).toEqual({ scored: 3, noFigures: 1, tooFewFigures: 1 })
    expect([...presentShares]).toEqual([1, 0.75, 0.5, 0, 1])
    expect([...figureCounts]).toEqual([4, 3, 2, 0, 4])
    expect(indicators.map(({ missingCount }) => missingCount)).toEqual([3, 2, 1, 1])
  })

  test('leave a dimension out of the index where it has too few, and its indicators do not count as present', () => {
    const { root, ...rest } = makeFlatModel(4, { minimumShare: 0.6 })
    const [a, b, c, d] = root.children as [never, never, never, never]
    const dimension: DimensionNode = { ...root, children: [a, b] }
    const result = computeIndex(matrix, { ...rest, root: { ...root, children: [dimension, c, d] } })
    expect([...result.dimensions[1]!.scores]).toEqual([0, NaN, NaN, NaN, 100])
    expect([...result.dimensions[1]!.presentShares]).toEqual([1, 0.5, 0, 0, 1])
    expect([...result.presentShares].map((share) => share.toFixed(3))).toEqual(['1.000', '0.667', '0.667', '0.000', '1.000'])
    expect([...result.scores].map((score) => score.toFixed(9))).toEqual(['0.000000000', '50.000000000', '50.000000000', 'NaN', '100.000000000'])
  })
})

describe('outliers', () => {
  test('are taken to the quantiles, counted, and no longer stretch the scale', () => {
    const figures = [...Array.from({ length: 20 }, (_, at) => at), 1000]
    const kept = computeIndex(makeMatrix(figures), makeFlatModel(1))
    const treated = computeIndex(makeMatrix(figures), makeFlatModel(1, { outliers: winsorise(0.05, 0.95) }))
    expect(kept.scores[10]).toBeCloseTo(1, 9)
    expect(treated.scores[10]).toBeCloseTo(50, 9)
    expect(treated.indicators).toEqual([{ missingCount: 0, outlierCount: 2 }])
    expect(kept.indicators).toEqual([{ missingCount: 0, outlierCount: 0 }])
  })
})
