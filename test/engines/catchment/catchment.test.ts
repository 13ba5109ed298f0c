/** Children divided over schools, worked out by hand; and what must hold whatever the numbers. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { closeSites, countUsers, fitCatchment, spreadByWeight, type ChoicePairs } from '#engines/catchment/catchment.ts'

const makePairs = (weights: readonly (readonly number[])[]): ChoicePairs => {
  const sites = weights.flatMap((row) => row.flatMap((weight, site) => (weight > 0 ? [site] : [])))
  const firstPairs = Int32Array.from([0, ...weights.map((_, at) => weights.slice(0, at + 1).flat().filter((weight) => weight > 0).length)])
  return { originCount: weights.length, siteCount: weights[0]!.length, firstPairs, sites: Int32Array.from(sites), weights: Float64Array.from(weights.flat().filter((weight) => weight > 0)) }
}
const add = (values: Iterable<number>) => [...values].reduce((sum, own) => sum + own, 0)

describe('children divided over schools', () => {
  it('by hand: two villages of 100, each with a school next door that counts four times the other', () => {
    // By symmetry 80 and 20 of each village; schools of 100 and 100.
    const even = fitCatchment(makePairs([[4, 1], [1, 4]]), Float64Array.of(100, 100), Float64Array.of(100, 100))
    expect([...even.usePerPerson].map((own) => Math.round(own * 1e6) / 1e6)).toEqual([0.8, 0.2, 0.2, 0.8])
    // The odds ratio (4·4)/(1·1) = 16 stays. With 120 and 80 pupils: x of village 1 in school 1 with x(x − 20)/((100 − x)(120 − x)) = 16, so 15x² − 3500x + 192000 = 0.
    const uneven = fitCatchment(makePairs([[4, 1], [1, 4]]), Float64Array.of(100, 100), Float64Array.of(120, 80))
    const x = (3500 - Math.sqrt(3500 ** 2 - 4 * 15 * 192_000)) / 30
    expect(uneven.usePerPerson[0]! * 100).toBeCloseTo(x, 1)
    expect(uneven.largestDeparture).toBeLessThan(1e-3)
  })

  it('gives what was counted in the base year exactly, also where there are more pupils than children near by', () => {
    const island = fitCatchment(makePairs([[1, 0], [0, 1]]), Float64Array.of(10, 100), Float64Array.of(30, 80))
    expect([...countUsers(island, [10, 100])]).toEqual([30, 80])
    expect(island.largestDeparture).toBeCloseTo(2, 6)
  })

  it('of a village where nobody lives yet go by weight and by the size of schools', () => {
    const { usePerPerson } = fitCatchment(makePairs([[1, 1], [3, 1]]), Float64Array.of(100, 0), Float64Array.of(20, 60))
    expect([...usePerPerson]).toEqual([0.2, 0.6, 0.8 * (60 / 120), 0.8 * (60 / 120)].map((own) => expect.closeTo(own, 9)))
  })

  it('of a school that closes go to the others as their neighbours do, and none is lost', () => {
    const catchment = spreadByWeight(makePairs([[6, 3, 1], [0, 1, 1]]), 0.9)
    expect([...countUsers(catchment, [100, 10])]).toEqual([54, 27 + 4.5, 9 + 4.5].map((own) => expect.closeTo(own, 9)))
    const closed = closeSites(catchment, new Set([0]))
    expect([...countUsers(closed, [100, 10])]).toEqual([0, 67.5 + 4.5, 22.5 + 4.5].map((own) => expect.closeTo(own, 9)))
    expect(closed.withoutSite).toEqual([])
    expect(closeSites(catchment, new Set([1, 2])).withoutSite).toEqual([1])
  })

  it('keep their number, whatever people, schools and closures there are', () => {
    const grid = fc.array(fc.record({ people: fc.integer({ min: 0, max: 500 }), weights: fc.array(fc.double({ min: 0.01, max: 9, noNaN: true }), { minLength: 4, maxLength: 4 }) }), { minLength: 2, maxLength: 12 })
    fc.assert(
      fc.property(grid, fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 4, maxLength: 4 }), fc.integer({ min: 0, max: 3 }), (origins, pupils, closing) => {
        const people = Float64Array.from(origins, (own) => own.people)
        fc.pre(people.some((own) => own > 0))
        const catchment = fitCatchment(makePairs(origins.map((own) => own.weights)), people, Float64Array.from(pupils))
        const base = countUsers(catchment, people)
        base.forEach((own, site) => expect(own).toBeCloseTo(pupils[site]!, 6))
        const twice = countUsers(catchment, people.map((own) => 2 * own))
        twice.forEach((own, site) => expect(own).toBeCloseTo(2 * base[site]!, 6))
        const after = countUsers(closeSites(catchment, new Set([closing])), people)
        expect(after[closing]).toBe(0)
        expect(add(after)).toBeCloseTo(add(base), 6)
        after.forEach((own, site) => site !== closing && expect(own).toBeGreaterThanOrEqual(base[site]! - 1e-9))
      }),
    )
  })

  it('are refused with words that say what does not fit', () => {
    expect(() => fitCatchment(makePairs([[1, 0]]), Float64Array.of(1), Float64Array.of(1, 5))).toThrow('site 1 has 5 users, but no origin can choose it')
    expect(() => fitCatchment(makePairs([[1, 0]]), Float64Array.of(-1), Float64Array.of(1, 0))).toThrow('origin 0 has -1 people')
    expect(() => fitCatchment({ ...makePairs([[1]]), originCount: 2, firstPairs: Int32Array.of(0, 1, 1) }, Float64Array.of(1, 1), Float64Array.of(1))).toThrow('origin 1 has no site')
    expect(() => countUsers(spreadByWeight(makePairs([[1]]), 1), [1, 2])).toThrow('2 numbers of people for 1 origins')
  })
})
