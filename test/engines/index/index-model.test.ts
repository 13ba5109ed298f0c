/** What the index refuses, and the numbers it names. */
import { expect, test } from 'vitest'
import { computeIndex } from '#engines/index/compute-index.ts'
import type { IndexModel, IndexNode } from '#engines/index/index-model.ts'
import { winsorise } from '#engines/index/outliers/winsorise.ts'
import { DescendingRanker } from '#engines/numeric/rank-descending.ts'
import { CounterRandom } from '#engines/numeric/philox.ts'
import { makeFlatModel, makeMatrix } from './index-models.ts'

const matrix = makeMatrix([1, 2, 3], [4, 5, 6])
const withChildren = (...children: IndexNode[]): IndexModel => ({ ...makeFlatModel(2), root: { ...makeFlatModel(2).root, children } })
const leaf = (weight: number, column = 0): IndexNode => ({ column, weight, direction: 'higherIsBetter' })
const dimension = (...children: IndexNode[]): IndexNode => ({ ...makeFlatModel(1).root, children })

test.each<[string, () => unknown, string]>([
  ['a matrix of another length', () => computeIndex({ ...matrix, areaCount: 4 }, makeFlatModel(2)), '6 values for 4 areas × 2 indicators = 8'],
  ['no areas', () => computeIndex({ areaCount: 0, indicatorCount: 2, values: new Float64Array(0) }, makeFlatModel(2)), '0 areas'],
  ['an infinite figure', () => computeIndex(makeMatrix([1, 2], [3, -Infinity]), makeFlatModel(2)), 'indicator 1 is -Infinity for area 1'],
  ['a figure whose square is infinite', () => computeIndex(makeMatrix([1, 1e200]), makeFlatModel(1)), 'indicator 0 is 1e+200 for area 1'],
  ['a weight that is not a number', () => computeIndex(matrix, withChildren(leaf(1), leaf(NaN))), 'weight of index/1 is NaN'],
  ['a weight below 0', () => computeIndex(matrix, withChildren(leaf(1), dimension(leaf(-2)))), 'weight of index/1/0 is -2'],
  ['weights that add up to 0', () => computeIndex(matrix, withChildren(leaf(1), dimension(leaf(0), leaf(0)))), 'weights of the 2 parts of index/1 add up to 0'],
  ['a dimension of nothing', () => computeIndex(matrix, withChildren()), 'weights of the 0 parts of index add up to 0'],
  ['weights whose sum is infinite', () => computeIndex(matrix, withChildren(leaf(1e308), leaf(1e308))), 'add up to Infinity'],
  ['an indicator that is not in the matrix', () => computeIndex(matrix, withChildren(leaf(1, 2))), 'index/0 is indicator 2 of 2'],
  ['a minimum share of 0', () => computeIndex(matrix, { ...makeFlatModel(2), minimumShare: 0 }), 'minimum share 0'],
  ['a minimum share that is not a number', () => computeIndex(matrix, { ...makeFlatModel(2), minimumShare: NaN }), 'minimum share NaN'],
  ['quantiles the wrong way round', () => winsorise(0.9, 0.1), 'quantile 0.9 to 0.1'],
  ['more scores than a ranker holds', () => new DescendingRanker(1).rank(new Float64Array(2), new Int32Array(2)), '2 scores in a ranker for 1'],
  ['a seed below 0', () => new CounterRandom(-1), 'seed -1'],
])('%s is refused with the numbers that are wrong', (_, act, words) => {
  expect(act).toThrow(RangeError)
  expect(act).toThrow(words)
})
