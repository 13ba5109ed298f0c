import { describe, expect, test } from 'vitest'
import { COMPARISONS, type Comparison, meets, measureMargins } from '#engines/selection/verdict.ts'
import { measureMargin, meetsThreshold, numberCriterion, rateCloseness } from '#domain/threshold.ts'
import { writeList } from '#domain/words.ts'

describe('a figure beside a threshold', () => {
  test('is told to people as the selection decides it, for every comparison, below, on and above the line', () => {
    for (const compare of COMPARISONS) {
      for (const value of [24, 25, 26, -1, 0]) {
        const own = { compare: compare as Comparison, threshold: 25 }
        expect(meetsThreshold(value, own)).toBe(meets(value, compare, 25))
        expect(measureMargin(value, own)).toBe(measureMargins(Float64Array.of(value), compare, 25)[0])
      }
    }
  })

  test('is on the edge up to a tenth of the spread, close up to half of it', () => {
    expect([0, 0.1, 0.11, 0.5, 0.51, 12].map(rateCloseness)).toEqual(['verge', 'verge', 'near', 'near', 'far', 'far'])
  })

  test('has the number of its criterion on the page', () => {
    expect(['where.of.0', 'where.of.11', 'where.of.1.of.0.of.2'].map(numberCriterion)).toEqual(['1', '12', '2.1.3'])
  })

  test('names several in a row', () => {
    expect([['1'], ['1', '2'], ['1', '2', '3.1']].map((numbers) => writeList(numbers, 'en'))).toEqual(['1', '1 en 2', '1, 2 en 3.1'])
  })
})
