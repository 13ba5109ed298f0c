/** What a move does to a plan, against dividing everybody anew. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { CounterRandom } from '#engines/numeric/philox.ts'
import { measureFit, type FitRules } from '#engines/siting/choosers/fit.ts'
import { FitMoves, makeMove, type Move } from '#engines/siting/choosers/fit-moves.ts'
import { searchFit, shakeFit } from '#engines/siting/choosers/fit-search.ts'
import { frameProblem } from '#engines/siting/frame.ts'
import type { SitingProblem } from '#engines/siting/siting-problem.ts'
import { anyProblem, anyRestricted } from './tiny-sitings.ts'

const rulesOf = ({ weights }: SitingProblem, openCount: number): FitRules => ({ openCount, sitePrice: 3, costOf: (place, minutes) => weights[place]! * minutes })

it('the fit after a site opens, closes or changes places is that of everybody at the nearest of the sites that are open then', () => {
  let [moves, wrong] = [0, 0]
  fc.assert(fc.property(fc.oneof(anyRestricted, anyProblem({ gaps: 3 })), fc.integer({ min: 1, max: 4 }), fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }), (problem, openCount, isOpen) => {
    const frame = frameProblem(problem)
    const rules = rulesOf(problem, openCount)
    const open = frame.sites.filter((site) => isOpen[site]!)
    const shut = frame.sites.filter((site) => !isOpen[site]!)
    const fits = new FitMoves(frame, rules)
    fits.load(open)
    const swaps = [...open].flatMap((closed) => [...shut].map((opened): Move => ({ opened, closed })))
    for (const move of [{}, ...Array.from(open, (closed): Move => ({ closed })), ...Array.from(shut, (opened): Move => ({ opened })), ...swaps]) {
      const [own, expected] = [fits.measure(move), measureFit(frame, makeMove(open, move), rules)]
      expect(own.cost).toBeCloseTo(expected.cost, 8)
      expect(own.excess).toBeCloseTo(expected.excess, 8)
      moves++
      wrong += Number(expected.excess > 0)
    }
  }), { numRuns: 500 })
  expect(moves).toBeGreaterThan(2000)
  expect(wrong).toBeGreaterThan(500)
})

it('shaking never gives a worse plan, and leaves sites alone that must be open', () => {
  let better = 0
  fc.assert(fc.property(anyRestricted, fc.integer({ min: 1, max: 4 }), fc.nat(1000), (problem, openCount, seed) => {
    const frame = frameProblem(problem)
    if (frame.places.length === 0) return
    const rules = rulesOf(problem, openCount)
    const first = searchFit(frame, frame.sites, rules, () => false)
    const random = new CounterRandom(seed)
    random.open(0, 0)
    const shaken = shakeFit(frame, first.sites, rules, random, 5, () => false)
    expect(shaken.fit).toEqual(measureFit(frame, shaken.sites, rules))
    expect(shaken.fit.excess).toBeLessThanOrEqual(first.fit.excess + 1e-9)
    if (shaken.fit.excess > first.fit.excess - 1e-9) expect(shaken.fit.cost).toBeLessThanOrEqual(first.fit.cost)
    expect(frame.sites.filter((site, column) => frame.locked[column] === 1 && !shaken.sites.includes(site))).toHaveLength(0)
    better += Number(shaken.fit.cost < first.fit.cost || shaken.fit.excess < first.fit.excess)
  }), { numRuns: 300 })
  expect(better).toBeGreaterThan(0)
})
