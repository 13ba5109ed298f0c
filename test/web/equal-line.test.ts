import { describe, expect, it } from 'vitest'
import { findEqualLine } from '#web/charts/equal-line.ts'

describe('the line on which two measures are equal', () => {
  it('runs from the first value that both have to the last', () => {
    expect(findEqualLine([{ x: 1, y: 3 }, { x: 9, y: 4 }, { x: 5, y: 6 }])).toEqual([3, 6])
    expect(findEqualLine([{ x: 3, y: 1 }, { x: 4, y: 9 }])).toEqual([3, 4])
  })

  it('is not there where it passes all points by, or nothing is known', () => {
    expect(findEqualLine([{ x: 1, y: 10 }, { x: 2, y: 20 }])).toEqual([])
    expect(findEqualLine([])).toEqual([])
  })
})
