import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createPlainFourColumns } from '#engines/numeric/four-columns.ts'
import type { FourColumns } from '#engines/numeric/four-columns.ts'
import { createFastFourColumns } from '#engines/numeric/four-columns-simd.ts'

function addWith(kernel: FourColumns, numbers: readonly number[], length: number, from: number, to: number): Float64Array[] {
  const [one, other, matrix] = [kernel.allocate(length), kernel.allocate(length), kernel.allocate(4 * length)]
  one.fill(0.1)
  other.fill(0.2)
  matrix.set(numbers.slice(0, 4 * length))
  kernel.weights.set(numbers.slice(-8))
  kernel.starts.set([0, 1, 2, 3].map((column) => column * length))
  kernel.add(one, other, matrix, from, to)
  return [one, other]
}

test('four columns are added two numbers at a time as one by one, to the last bit, and nothing outside the range', () => {
  const anyRange = fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20)).map((own) => own.sort((a, b) => a - b) as [number, number, number])
  const number = fc.double({ min: -1e6, max: 1e6, noNaN: true })
  fc.assert(fc.property(anyRange, fc.array(number, { minLength: 88, maxLength: 88 }), ([from, to, length], numbers) => {
    const fast = createFastFourColumns(6 * length)
    expect(fast.weights.buffer.byteLength % 65_536).toBe(0)
    const [one, other] = addWith(fast, numbers, length, from, to)
    expect([one, other]).toEqual(addWith(createPlainFourColumns(), numbers, length, from, to))
    const sum = (at: number, first: number) => [0, 1, 2, 3].reduce((all, column) => all + numbers[80 + first + column]! * numbers[column * length + at]!, 0)
    for (let at = 0; at < length; at++) {
      const inRange = at >= from && at < to
      expect(Math.abs(one![at]! - 0.1 - (inRange ? sum(at, 0) : 0))).toBeLessThan(1)
      expect(Math.abs(other![at]! - 0.2 - (inRange ? sum(at, 4) : 0))).toBeLessThan(1)
    }
  }))
})

test('more memory than WebAssembly has gives the plain way', () => {
  expect(createFastFourColumns(2 ** 30).weights.buffer.byteLength).toBe(64)
})
