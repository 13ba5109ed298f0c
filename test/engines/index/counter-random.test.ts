/** Random numbers by counter, shares drawn from them, and ranks by counting. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawLogGamma, drawShares } from '#engines/numeric/dirichlet.ts'
import { CounterRandom, fillPhilox } from '#engines/numeric/philox.ts'
import { DescendingRanker } from '#engines/numeric/rank-descending.ts'
import { rankNaively } from './naive-index.ts'

// Known answers of the authors (Random123, kat_vectors, philox4x32 with 10 rounds).
test.each([
  [[0, 0, 0, 0], [0, 0], '6627e8d5 e169c58d bc57ac4c 9b00dbd8'],
  [[0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff], [0xffffffff, 0xffffffff], '408f276d 41c83b0e a20bc7c6 6d5451fd'],
  [[0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344], [0xa4093822, 0x299f31d0], 'd16cfe09 94fdcceb 5001e420 24126ea1'],
] as const)('Philox gives the numbers its authors publish (%j)', (counter, key, answer) => {
  const block = new Uint32Array(4)
  fillPhilox(block, counter, key[0], key[1])
  expect([...block].map((word) => word.toString(16).padStart(8, '0')).join(' ')).toBe(answer)
})

test('a stream depends on seed, draw and purpose only', () => {
  const read = (random: CounterRandom, draw: number, purpose: number) => {
    random.open(draw, purpose)
    return Array.from({ length: 7 }, () => random.next())
  }
  const one = new CounterRandom(2 ** 40 + 5)
  const other = new CounterRandom(2 ** 40 + 5)
  read(other, 3, 1)
  expect(read(one, 8, 2)).toEqual(read(other, 8, 2))
  const streams = [read(one, 8, 2), read(one, 9, 2), read(one, 8, 3), read(new CounterRandom(5), 8, 2)]
  expect(new Set(streams.flat()).size).toBe(28)
})

test.each([0.2, 1, 7.5])('gamma numbers of shape %d have that mean and that variance', (shape) => {
  const random = new CounterRandom(1)
  random.open(0, 0)
  const numbers = Array.from({ length: 20_000 }, () => Math.exp(drawLogGamma(random, shape)))
  const mean = numbers.reduce((sum, own) => sum + own, 0) / numbers.length
  const variance = numbers.reduce((sum, own) => sum + (own - mean) ** 2, 0) / numbers.length
  // Five standard errors; that of the variance of a gamma number is √((2 shape² + 6 shape) ÷ n).
  expect(Math.abs(mean - shape)).toBeLessThan(5 * Math.sqrt(shape / numbers.length))
  expect(Math.abs(variance - shape)).toBeLessThan(5 * Math.sqrt((2 * shape ** 2 + 6 * shape) / numbers.length))
})

test('drawn shares add up to 1, lie around the chosen ones as a Dirichlet distribution says, and a share of 0 stays 0', () => {
  const chosen = Float64Array.of(0.5, 0.3, 0.2, 0)
  const random = new CounterRandom(9)
  const draws = Array.from({ length: 20_000 }, (_, draw) => {
    const shares = new Float64Array(4)
    random.open(draw, 3)
    drawShares(random, chosen, 10, shares)
    return shares
  })
  for (const shares of draws) expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
  for (const [at, share] of chosen.entries()) {
    const mean = draws.reduce((sum, shares) => sum + shares[at]!, 0) / draws.length
    const variance = draws.reduce((sum, shares) => sum + (shares[at]! - mean) ** 2, 0) / draws.length
    expect(Math.abs(mean - share)).toBeLessThan(0.005)
    expect(Math.abs(variance - (share * (1 - share)) / 11)).toBeLessThan(0.001)
  }
  expect(draws.every((shares) => shares[3] === 0)).toBe(true)
})

test('ranks by counting are 1 + the number of higher scores', () => {
  const score = fc.option(fc.integer({ min: -1000, max: 1000 }), { nil: NaN, freq: 10 })
  fc.assert(fc.property(fc.array(score, { maxLength: 60 }), fc.double({ min: 0.001, max: 1e6, noNaN: true }), (scores, factor) => {
    const scaled = scores.map((own) => own * factor)
    const ranks = new Int32Array(scores.length)
    const ranked = new DescendingRanker(60).rank(Float64Array.from(scaled), ranks)
    expect([...ranks]).toEqual(rankNaively(scores))
    expect(ranked).toBe(scores.filter((own) => !Number.isNaN(own)).length)
  }))
})
