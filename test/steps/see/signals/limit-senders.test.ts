import { SenderLimiter } from '#steps/see/signals/limit-senders.ts'
import { expect, test } from 'vitest'

const at = (text: string) => new Date(`2026-03-01T${text}Z`)
const LIMITS = { perHour: 2, perDay: 3, allPerHour: 5, exempt: ['127.0.0.1'] }

test('an address waits for the next hour, and then for the next day', () => {
  const limiter = new SenderLimiter(LIMITS)
  expect([limiter.count('a', at('10:00:00')), limiter.count('a', at('10:15:00'))]).toEqual([undefined, undefined])
  expect(limiter.count('a', at('10:30:00'))).toBe(1800)
  expect(limiter.count('a', at('11:00:00'))).toBeUndefined()
  expect(limiter.count('a', at('12:00:00'))).toBe(12 * 3600)
  expect(limiter.count('a', new Date('2026-03-02T00:00:00Z'))).toBeUndefined()
})
test('addresses do not wait for each other, until there are too many of all', () => {
  const limiter = new SenderLimiter(LIMITS)
  for (const address of ['a', 'b', 'c', 'd', 'e']) expect(limiter.count(address, at('10:00:00'))).toBeUndefined()
  expect(limiter.count('f', at('10:00:00'))).toBe(3600)
  expect(limiter.count('127.0.0.1', at('10:59:59'))).toBe(1)
})
test('an exempt address counts for all only', () => {
  const limiter = new SenderLimiter(LIMITS)
  for (let time = 0; time < 5; time++) expect(limiter.count('127.0.0.1', at('10:00:00'))).toBeUndefined()
  expect(limiter.count('127.0.0.1', at('10:00:00'))).toBe(3600)
})
test('one subscriber with many IPv6 addresses is one', () => {
  const limiter = new SenderLimiter(LIMITS)
  expect(limiter.count('2001:db8:1:2::1', at('10:00:00'))).toBeUndefined()
  expect(limiter.count('2001:db8:1:2:aaaa::9', at('10:00:00'))).toBeUndefined()
  expect(limiter.count('2001:db8:1:2:ffff:1:2:3', at('10:00:00'))).toBe(3600)
  expect(limiter.count('2001:db8:1:3::1', at('10:00:00'))).toBeUndefined()
})
