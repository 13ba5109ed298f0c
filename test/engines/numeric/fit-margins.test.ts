import { describe, expect, test } from 'vitest'
import { fitMargins } from '#engines/numeric/fit-margins.ts'

const rowsOf = Int32Array.of(0, 0, 1, 1)
const columnsOf = Int32Array.of(0, 1, 0, 1)

describe('iterative proportional fitting', () => {
  test('a table of ones becomes the product of its margins', () => {
    const { cells } = fitMargins(Float64Array.of(1, 1, 1, 1), [
      { totalOfCell: rowsOf, totals: Float64Array.of(30, 70) },
      { totalOfCell: columnsOf, totals: Float64Array.of(40, 60) },
    ])
    ;[12, 18, 28, 42].forEach((expected, at) => expect(cells[at]).toBeCloseTo(expected, 9))
  })

  test('keeps the odds ratio of the seed: 1·8 ÷ (2·2) = 2', () => {
    const { cells } = fitMargins(Float64Array.of(1, 2, 2, 8), [
      { totalOfCell: rowsOf, totals: Float64Array.of(50, 50) },
      { totalOfCell: columnsOf, totals: Float64Array.of(50, 50) },
    ])
    expect((cells[0]! * cells[3]!) / (cells[1]! * cells[2]!)).toBeCloseTo(2, 9)
    // x² = 2 (50 − x)², so x = 50 √2 / (1 + √2)
    expect(cells[0]).toBeCloseTo((50 * Math.SQRT2) / (1 + Math.SQRT2), 6)
  })

  test('leaves alone what no total speaks of, and cells of zero', () => {
    const { cells } = fitMargins(Float64Array.of(5, 0, 3, 1), [{ totalOfCell: Int32Array.of(0, 0, 1, -1), totals: Float64Array.of(10, NaN) }])
    expect([...cells]).toEqual([10, 0, 3, 1])
  })

  test('says what is left where margins contradict each other: 10 against 20 people', () => {
    const all = Int32Array.of(0, 0, 0, 0)
    const { largestDifference, cells } = fitMargins(Float64Array.of(1, 1, 1, 1), [
      { totalOfCell: all, totals: Float64Array.of(10) },
      { totalOfCell: all, totals: Float64Array.of(20) },
    ])
    expect(largestDifference).toBeCloseTo(1, 9)
    expect(cells.reduce((sum, own) => sum + own, 0)).toBeCloseTo(20, 9)
  })

  test('refuses a margin of another size', () => {
    expect(() => fitMargins(new Float64Array(4), [{ totalOfCell: new Int32Array(3), totals: Float64Array.of(1) }])).toThrow('3 cells, there are 4')
  })
})
