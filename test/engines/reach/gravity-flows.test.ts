/** A gravity model worked out by hand. */
import { createLinearDecay } from '#engines/reach/decays/linear-decay.ts'
import { computeGravityFlows } from '#engines/reach/gravity-flows.ts'
import { expect, it } from 'vitest'

it('people go by what there is and how near it is, and all of them go somewhere', () => {
  // Place 0 reaches 0 at no time and 1 at half the maximum; place 1 only itself, where there is nothing; place 2 nothing.
  const reachable = { placeCount: 3, siteCount: 2, firstPairs: Int32Array.of(0, 2, 3, 3), sites: Int32Array.of(0, 1, 0), ticks: Int32Array.of(0, 50, 100) }
  const { amounts, stranded } = computeGravityFlows(reachable, [90, 10, 5], [100, 400], createLinearDecay(100))
  // 100 · 1 against 400 · ½.
  expect([...amounts]).toEqual([30, 60, 0])
  expect(stranded).toEqual([1, 2])
  expect(() => computeGravityFlows(reachable, [1], [1, 1], createLinearDecay(100))).toThrow('1 numbers of people for 3 places')
})
