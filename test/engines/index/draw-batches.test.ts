import fc from 'fast-check'
import { expect, test } from 'vitest'
import { divideInBatches, RUNS_A_BATCH } from '#engines/index/draw-batches.ts'

test('batches hold every pair once, and as many runs as there is room for', () => {
  const countRuns = (from: number, to: number, sensitivityPairs: number) => 2 * (to - from) + 4 * Math.max(0, Math.min(to, sensitivityPairs) - from)
  fc.assert(fc.property(fc.integer({ min: 1, max: 65_535 }), fc.nat(40_000), (draws, wanted) => {
    const sensitivityPairs = Math.min(wanted, Math.floor(draws / 2))
    const bounds = divideInBatches({ draws, sensitivityPairs })
    expect([bounds[0], bounds.at(-1)]).toEqual([0, Math.ceil(draws / 2)])
    for (const [at, end] of bounds.slice(1).entries()) {
      expect(end).toBeGreaterThan(bounds[at]!)
      expect(countRuns(bounds[at]!, end, sensitivityPairs)).toBeLessThanOrEqual(RUNS_A_BATCH)
      if (end < bounds.at(-1)!) expect(countRuns(bounds[at]!, end + 1, sensitivityPairs)).toBeGreaterThan(RUNS_A_BATCH)
    }
  }))
})
