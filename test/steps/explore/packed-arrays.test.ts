/** Objects with arrays as bytes, and back. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packArrays, unpackArrays } from '#steps/explore/packed-arrays.ts'

test('any object comes back as it was, its arrays of the same kind', () => {
  const leaf = fc.oneof(fc.float64Array(), fc.int32Array(), fc.uint32Array(), fc.uint8Array(), fc.string(), fc.double(), fc.constant(null), fc.constant(undefined), fc.array(fc.string()))
  const key = fc.stringMatching(/^[a-z]{1,5}$/)
  fc.assert(fc.property(fc.dictionary(key, fc.oneof(leaf, fc.dictionary(key, leaf, { noNullPrototype: true })), { noNullPrototype: true }), (value) => {
    expect(unpackArrays(packArrays(value))).toEqual(value)
  }))
  expect(unpackArrays(packArrays(null))).toBeNull()
})

test('arrays stand in the memory of the bytes, in shared memory too', () => {
  const packed = packArrays({ first: Uint8Array.of(1, 2, 3), deep: { second: Float64Array.of(0.5, NaN), third: Int32Array.of(-1).subarray(0) } })
  const shared = new Uint8Array(new SharedArrayBuffer(packed.length))
  shared.set(packed)
  const { first, deep } = unpackArrays(shared) as { first: Uint8Array; deep: { second: Float64Array; third: Int32Array } }
  for (const array of [first, deep.second, deep.third]) expect(array.buffer).toBe(shared.buffer)
  expect([[...first], [...deep.second], [...deep.third]]).toEqual([[1, 2, 3], [0.5, NaN], [-1]])
})

test('a part of a larger array is packed as that part', () => {
  expect(unpackArrays(packArrays({ own: Float64Array.of(1, 2, 3, 4).subarray(1, 3) }))).toEqual({ own: Float64Array.of(2, 3) })
})

test('an array of a kind that is not known is refused', () => {
  expect(() => packArrays({ own: new Float32Array(1) })).toThrow(TypeError)
})
