import { describe, expect, test } from 'vitest'
import { computeChange, computeRatio } from '#domain/compute-ratio.ts'

const share = { factor: 100, range: [0, 100] } as const
const pressure = { factor: 100, range: [0, Infinity] } as const
const perHousehold = { factor: 1, range: [1, Infinity] } as const

describe('a part of a whole', () => {
  test('is at most the whole', () => {
    expect(computeRatio(15, 60, share)).toEqual({ value: 25 })
    expect(computeRatio(5, 5, share)).toEqual({ value: 100 })
    expect(computeRatio(0, 5, share)).toEqual({ value: 0 })
  })
  test('that is larger than it contradicts it: no figure, for a reason of its own', () => {
    expect(computeRatio(10, 5, share)).toEqual({ missing: 'roundingConflict' })
    expect(computeRatio(5, 0, share)).toEqual({ missing: 'roundingConflict' })
  })
  test('of nothing cannot exist', () => expect(computeRatio(0, 0, share)).toEqual({ missing: 'impossible' }))
  test('is not refused for the noise of adding up', () => {
    const parts = [0.1, 0.2, 0.3].reduce((sum, part) => sum + part, 0)
    expect(parts).toBeGreaterThan(0.6)
    expect(computeRatio(parts, 0.6, share).value).toBeCloseTo(100, 10)
  })
})

test('a pressure may pass 100: more old people than people of working age', () => {
  expect(computeRatio(30, 20, pressure)).toEqual({ value: 150 })
  expect(computeRatio(30, 0, pressure)).toEqual({ missing: 'impossible' })
})

test('a household is at least one inhabitant', () => {
  expect(computeRatio(5, 10, perHousehold)).toEqual({ missing: 'roundingConflict' })
  expect(computeRatio(10, 0, perHousehold)).toEqual({ missing: 'impossible' })
  expect(computeRatio(163, 1, perHousehold)).toEqual({ value: 163 })
})

test('a change is a percentage of the earlier count', () => {
  expect(computeChange(90, 120)).toEqual({ value: -25 })
  expect(computeChange(5, 0)).toEqual({ missing: 'impossible' })
})
