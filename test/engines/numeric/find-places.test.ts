import { findPlaces } from '#engines/numeric/quantile.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

function findPlacesNaively(sorted: Float64Array, values: Float64Array): { readonly below: number[]; readonly atMost: number[] } {
  const count = (isCounted: (other: number, value: number) => boolean) => [...values].map((value) => sorted.filter((other) => isCounted(other, value)).length)
  return { below: count((other, value) => other < value), atMost: count((other, value) => other <= value) }
}

describe('places of values among all of them', () => {
  test('by hand: equal ones share both places, and what is missing has none', () => {
    const { below, atMost } = findPlaces(Float64Array.of(1, 2, 2, 5), Float64Array.of(5, NaN, 2, 1, 2))
    expect([...below]).toEqual([3, 0, 1, 0, 1])
    expect([...atMost]).toEqual([4, 0, 3, 1, 3])
  })

  test('nothing, one value, and values that are all the same', () => {
    expect(findPlaces(new Float64Array(0), Float64Array.of(NaN)).atMost).toEqual(Int32Array.of(0))
    expect(findPlaces(Float64Array.of(7), Float64Array.of(7)).atMost).toEqual(Int32Array.of(1))
    expect(findPlaces(new Float64Array(9).fill(3), Float64Array.of(3))).toEqual({ below: Int32Array.of(0), atMost: Int32Array.of(9) })
  })

  test('are those of counting, also for values that crowd in a corner, lie far apart or a hair apart', () => {
    const value = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: -3, max: 3 }), fc.double({ min: 0, max: 1e-300, noNaN: true }), fc.constantFrom(-0, 1e308, -1e308, NaN),
    )
    fc.assert(fc.property(fc.array(value, { maxLength: 60 }), (list) => {
      const values = Float64Array.from(list)
      const sorted = values.filter((own) => !Number.isNaN(own)).sort()
      const { below, atMost } = findPlaces(sorted, values)
      expect({ below: [...below], atMost: [...atMost] }).toEqual(findPlacesNaively(sorted, values))
    }), { numRuns: 500 })
  })
})
