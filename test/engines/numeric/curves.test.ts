import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { interpolateMonotone } from '#engines/numeric/interpolate-monotone.ts'
import { findMedian, findMedianSlope, readRobustLine } from '#engines/numeric/robust-line.ts'

describe('a monotone curve', () => {
  test('is the line itself through points on a line', () => {
    const curve = interpolateMonotone([0, 1, 2, 5, 6], [0, 2, 4, 10, 12])
    expect([1.5, 3, 4.25].map(curve)).toEqual([3, 6, 8.5])
  })

  test('halfway between two points with slopes s and t it is the mean of the heights and width · (s − t) ÷ 8', () => {
    // rises 1, 3, 1: slopes at 1 and 2 are the harmonic mean 2·1·3/4 = 1.5, so halfway there is nothing to add; between 0 and 1 they are 0 and 1.5
    const curve = interpolateMonotone([0, 1, 2, 3], [0, 1, 4, 5])
    expect(curve(1.5)).toBeCloseTo(2.5, 12)
    expect(curve(0.5)).toBeCloseTo(0.5 - 1.5 / 8, 12)
  })

  test('never goes down where points go up, and passes through all of them', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 2, maxLength: 12 }), (steps) => {
        const heights = [0]
        for (const step of steps) heights.push(heights.at(-1)! + step)
        const curve = interpolateMonotone(heights.map((_, at) => at), heights)
        heights.forEach((height, at) => expect(curve(at)).toBeCloseTo(height, 8))
        for (let x = 0; x < heights.length - 1; x += 0.1) expect(curve(x + 0.1)).toBeGreaterThanOrEqual(curve(x) - 1e-9)
      }),
    )
  })
})

describe('a robust line', () => {
  test('is not moved by one year that is far off', () => {
    const years = [2018, 2019, 2020, 2021, 2022]
    const people = [80, 90, 100, 110, 220]
    expect(findMedianSlope(years, people)).toBe(10)
    expect(readRobustLine(years, people, 2023)).toBe(130)
  })

  test('a median of an even number is halfway', () => {
    expect(findMedian([4, 1, 10, 2])).toBe(3)
    expect(findMedianSlope([1], [5])).toBe(0)
  })
})
