/** What can be reached, and by how many. Cases small enough to work out by hand. */
import { createPointsOnNodes } from '#engines/reach/access-points.ts'
import { contractGraph } from '#engines/reach/contract-graph.ts'
import type { Decay } from '#engines/reach/decays/decay.ts'
import { createExponentialDecay } from '#engines/reach/decays/exponential-decay.ts'
import { createGaussianDecay } from '#engines/reach/decays/gaussian-decay.ts'
import { createLinearDecay } from '#engines/reach/decays/linear-decay.ts'
import { createStepDecay } from '#engines/reach/decays/step-decay.ts'
import { CATCHMENT_METHODS, computeFloatingCatchment } from '#engines/reach/floating-catchment.ts'
import { sumOpportunities } from '#engines/reach/opportunities.ts'
import { listReachableSites } from '#engines/reach/reachable-sites.ts'
import type { ReachableSites } from '#engines/reach/reachable-sites.ts'
import { restrictHierarchy } from '#engines/reach/restricted-hierarchy.ts'
import { createRoadGraph } from '#engines/reach/road-graph.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyReach } from './any-graph.ts'

/** Nodes 0 to 10 along one road, ten ticks apart. */
const road = createRoadGraph(11, [...Array(10).keys()].flatMap((at) => [at, at + 1]), [...Array(10).keys()].flatMap((at) => [at + 1, at]), Array(20).fill(10))

function reach(places: number[], sites: number[], maximumTicks: number): ReachableSites {
  const part = restrictHierarchy(contractGraph(road), [...places, ...sites])
  return listReachableSites(part, createPointsOnNodes(places), createPointsOnNodes(sites), maximumTicks)
}

describe('opportunities within reach', () => {
  it('say by powers of two exactly which sites were reached', () => {
    const sites = [...Array(11).keys()]
    const amounts = sites.map((site) => 2 ** site)
    const sums = sumOpportunities(reach([0, 5, 10], sites, 20), amounts, createStepDecay(20))
    expect([...sums]).toEqual([0b111, 0b11111000, 0b11100000000])
  })

  it('count by the decay of their time', () => {
    const reachable = reach([0], [0, 5, 10], 100)
    expect([...sumOpportunities(reachable, [1, 1, 1], createLinearDecay(100))]).toEqual([1.5])
    expect([...sumOpportunities(reachable, [1, 1, 1], createExponentialDecay(50, 100))]).toEqual([1.75])
  })
})

describe('every decay', () => {
  const decays: readonly Decay[] = [createStepDecay(600), createLinearDecay(600), createGaussianDecay(600), createExponentialDecay(200, 600)]
  it.each(decays)('$name is 1 next door, never rises, and is 0 beyond its maximum', (decay) => {
    expect(decay.weigh(0)).toBe(1)
    for (let ticks = 1; ticks <= 700; ticks++) {
      expect(decay.weigh(ticks)).toBeLessThanOrEqual(decay.weigh(ticks - 1))
      expect(decay.weigh(ticks)).toBeGreaterThanOrEqual(0)
    }
    expect(decay.weigh(601)).toBe(0)
  })
})

describe('the two-step floating catchment area', () => {
  it('shares the supply of a site among those who can reach it', () => {
    // 30 people at 0 and 10 at 4; sites at 1 (supply 8) and 5 (supply 5). Within 30 ticks both reach site 1, and only the second reaches site 5.
    const { supplyPerPerson, demand } = computeFloatingCatchment(reach([0, 4], [1, 5], 30), [30, 10], [8, 5], createStepDecay(30))
    expect([...demand]).toEqual([40, 10])
    expect([...supplyPerPerson]).toEqual([8 / 40, 8 / 40 + 5 / 10])
  })

  it('takes all supply as used however far it is, and in the modified method only part of it', () => {
    // One place of 10 people, one site of 10 at half weight.
    const [reachable, decay] = [reach([0], [5], 100), createLinearDecay(100)]
    expect([...computeFloatingCatchment(reachable, [10], [10], decay).supplyPerPerson]).toEqual([1])
    expect([...computeFloatingCatchment(reachable, [10], [10], decay, 'modified').supplyPerPerson]).toEqual([0.5])
  })

  it('divides people over the sites they can choose from', () => {
    // A place in the middle of two equal sites: each gets half of the people.
    const { demand } = computeFloatingCatchment(reach([5], [4, 6], 100), [10], [1, 1], createStepDecay(100), 'choice')
    expect([...demand]).toEqual([5, 5])
  })

  it('names sites that nobody can reach', () => {
    expect(computeFloatingCatchment(reach([0], [1, 10], 20), [1], [1, 1], createStepDecay(20)).unreachedSites).toEqual([1])
  })

  it('gives out no more than there is, and all that is reached but in the modified method', () => {
    fc.assert(
      fc.property(anyReach, fc.constantFrom(...CATCHMENT_METHODS), ({ graph, places, sites }, method) => {
        const part = restrictHierarchy(contractGraph(graph), [...places, ...sites])
        const reachable = listReachableSites(part, createPointsOnNodes(places), createPointsOnNodes(sites), 12)
        const [people, supply] = [places.map((_, at) => at + 1), sites.map((_, at) => 10 * (at + 1))]
        const result = computeFloatingCatchment(reachable, people, supply, createGaussianDecay(13), method)
        const given = people.reduce((sum, count, at) => sum + count * result.supplyPerPerson[at]!, 0)
        const there = supply.reduce((sum, own, site) => sum + (result.unreachedSites.includes(site) ? 0 : own), 0)
        if (method === 'modified') expect(given).toBeLessThanOrEqual(there + 1e-9)
        else expect(given).toBeCloseTo(there, 9)
      }),
    )
  })

  it('refuses negative people and a wrong number of sites, with both numbers', () => {
    const reachable = reach([0], [1], 20)
    expect(() => computeFloatingCatchment(reachable, [-1], [1], createStepDecay(20))).toThrow('people of number 0 of the places is -1')
    expect(() => sumOpportunities(reachable, [1, 2], createStepDecay(20))).toThrow('2 amounts for 1 sites')
  })
})
