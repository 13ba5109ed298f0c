import { ByteCache } from '#api/byte-cache.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

describe('a cache with a limit in bytes', () => {
  test('lets go of what was asked for longest ago', () => {
    const cache = new ByteCache<string>(3500)
    for (const key of ['a', 'b', 'c']) cache.keep(key, key, 500)
    expect(cache.find('a')).toBe('a')
    cache.keep('d', 'd', 500)
    expect(['a', 'b', 'c', 'd'].map((key) => cache.find(key))).toEqual(['a', undefined, 'c', 'd'])
  })
  test('does not keep what is larger than itself, and forgets what that replaces', () => {
    const cache = new ByteCache<string>(1000)
    cache.keep('a', 'small', 10)
    cache.keep('a', 'large', 1001)
    expect([cache.find('a'), cache.bytes]).toEqual([undefined, 0])
  })
  test('stays within its limit whatever is kept, however small', () => {
    const steps = fc.array(fc.tuple(fc.nat(30), fc.nat(3000)))
    fc.assert(
      fc.property(steps, (given) => {
        const cache = new ByteCache<number>(5000)
        for (const [key, bytes] of given) {
          cache.keep(String(key), bytes, bytes)
          expect(cache.bytes).toBeLessThanOrEqual(5000)
        }
      }),
    )
    const cache = new ByteCache<number>(5000)
    for (let key = 0; key < 100; key++) cache.keep(String(key), key, 0)
    expect(cache.find('99')).toBe(99)
    expect(cache.find('0')).toBeUndefined()
  })
})
