/** Travel times: what can be worked out by hand on a perfect grid of streets, and what must hold on any network. */
import { compileKernel } from '#engines/numeric/kernel.ts'
import { createPointsOnNodes } from '#engines/reach/access-points.ts'
import type { AccessPoints } from '#engines/reach/access-points.ts'
import { contractGraph } from '#engines/reach/contract-graph.ts'
import { findTravelTicks, reverseGraph } from '#engines/reach/dijkstra.ts'
import { createFastSweepers } from '#engines/reach/fast-sweeper.ts'
import { findNearestSites } from '#engines/reach/nearest-sites.ts'
import { createPlainSweeper } from '#engines/reach/plain-sweeper.ts'
import { restrictHierarchy, reversePart } from '#engines/reach/restricted-hierarchy.ts'
import type { RestrictedHierarchy } from '#engines/reach/restricted-hierarchy.ts'
import { createRoadGraph, UNREACHABLE } from '#engines/reach/road-graph.ts'
import type { RoadGraph } from '#engines/reach/road-graph.ts'
import { OUT_OF_REACH, sweepTravelMatrix } from '#engines/reach/travel-matrix.ts'
import type { CreateSweeper } from '#engines/reach/travel-matrix.ts'
import { readKernel } from '#steps/shared/read-kernel.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyReach } from './any-graph.ts'
import { createRandom, makeStreetNetwork } from './street-network.ts'

/** 20 × 20 crossings, a block takes 60 ticks; node = 20 × row + column. */
function makeGrid(): RoadGraph {
  const [tails, heads]: [number[], number[]] = [[], []]
  const addStreet = (from: number, to: number) => {
    tails.push(from, to)
    heads.push(to, from)
  }
  for (let row = 0; row < 20; row++) {
    for (let column = 0; column < 20; column++) {
      if (column < 19) addStreet(20 * row + column, 20 * row + column + 1)
      if (row < 19) addStreet(20 * row + column, 20 * (row + 1) + column)
    }
  }
  return createRoadGraph(400, tails, heads, tails.map(() => 60))
}

/** A grid of which every street takes one of three times, so that many ways are as fast; nothing crosses its middle. */
function makeEqualStreets(side: number, seed: number): RoadGraph {
  const random = createRandom(seed)
  const roads: [tail: number, head: number, ticks: number][] = []
  for (let at = 0; at < side * side; at++) {
    const [column, row] = [at % side, Math.floor(at / side)]
    const nextOnes = [...(column + 1 < side && column !== side / 2 ? [at + 1] : []), ...(row + 1 < side ? [at + side] : [])]
    for (const next of nextOnes.filter(() => random() < 0.8)) {
      const ticks = 40 * Math.floor(3 * random())
      roads.push([at, next, ticks])
      if (random() < 0.9) roads.push([next, at, ticks])
    }
  }
  return createRoadGraph(side * side, roads.map(([tail]) => tail), roads.map(([, head]) => head), roads.map(([, , ticks]) => ticks))
}

const prepare = (graph: RoadGraph, ...nodes: (readonly number[])[]) => restrictHierarchy(contractGraph(graph), nodes.flat())

function readMatrix(part: RestrictedHierarchy, from: AccessPoints, to: AccessPoints, createSweeper: CreateSweeper): number[][] {
  const rows: number[][] = []
  sweepTravelMatrix(part, from, to, createSweeper, (ticks, _first, count) => {
    for (let row = 0; row < count; row++) rows.push([...ticks.subarray(row * to.count, (row + 1) * to.count)])
  })
  return rows
}

const SWEEPERS = { plain: createPlainSweeper, fast: createFastSweepers(compileKernel(readKernel('reach'))) } as const

describe('travel times on a perfect grid of streets', () => {
  const graph = makeGrid()
  const all = [...Array(400).keys()]
  const part = prepare(graph, all)

  it.each(Object.entries(SWEEPERS))('takes as many blocks as there are across and down, %s', (_, createSweeper) => {
    const origins = [0, 47, 399]
    const matrix = readMatrix(part, createPointsOnNodes(origins), createPointsOnNodes(all), createSweeper)
    for (const [at, origin] of origins.entries()) {
      const blocks = all.map((node) => Math.abs(Math.floor(node / 20) - Math.floor(origin / 20)) + Math.abs((node % 20) - (origin % 20)))
      expect(matrix[at]).toEqual(blocks.map((count) => 60 * count))
    }
  })

  it('names the nearest site, and the one with the lowest number where two are as near', () => {
    const { ticks, sites } = findNearestSites(part, createPointsOnNodes([5, 10, 14]), createPointsOnNodes([19, 1]))
    expect([...ticks]).toEqual([4 * 60, 9 * 60, 5 * 60])
    expect([...sites]).toEqual([1, 0, 0])
  })

  it('gives the second and third nearest, each site once, and nothing where there are no more', () => {
    const { ticks, sites } = findNearestSites(part, createPointsOnNodes([0]), createPointsOnNodes([3, 60, 3]), 4)
    expect([...ticks]).toEqual([180, 180, 180, UNREACHABLE])
    expect([...sites]).toEqual([0, 1, 2, -1])
  })

  it('adds the time between a point and its nodes, and takes the best of several nodes', () => {
    const place: AccessPoints = { count: 1, firstNodes: Int32Array.of(0, 2), nodes: Int32Array.of(0, 19), accessTicks: Int32Array.of(100, 5) }
    expect(findNearestSites(part, place, createPointsOnNodes([2])).ticks[0]).toBe(100 + 2 * 60)
    expect(findNearestSites(part, place, createPointsOnNodes([12])).ticks[0]).toBe(5 + 7 * 60)
  })

  it.each([1, 2])('reaches nothing beyond the longest time that can be told, %i nearest', (k) => {
    const far = (node: number, ticks: number): AccessPoints => ({ count: 1, firstNodes: Int32Array.of(0, 1), nodes: Int32Array.of(node), accessTicks: Int32Array.of(ticks) })
    const find = (ofPlace: number, ofSite: number) => findNearestSites(part, far(0, ofPlace), far(1, ofSite), k)
    const longest = UNREACHABLE - 1
    expect([find(longest - 60, 0).ticks[0], find(longest - 60, 0).sites[0]]).toEqual([longest, 0])
    expect([find(0, longest - 60).ticks[0], find(0, longest - 60).sites[0]]).toEqual([longest, 0])
    for (const [ofPlace, ofSite] of [[longest - 59, 0], [0, longest - 59], [longest, longest]] as const) {
      expect([find(ofPlace, ofSite).ticks[0], find(ofPlace, ofSite).sites[0]]).toEqual([UNREACHABLE, -1])
    }
  })

  it('reaches nothing from a point without nodes', () => {
    const nowhere: AccessPoints = { count: 1, firstNodes: Int32Array.of(0, 0), nodes: new Int32Array(0), accessTicks: new Int32Array(0) }
    expect(findNearestSites(part, nowhere, createPointsOnNodes([2]))).toEqual({ ticks: Int32Array.of(UNREACHABLE), sites: Int32Array.of(-1) })
  })
})

describe('travel times on any network', () => {
  it.each(Object.entries(SWEEPERS))('are those of Dijkstra, in a matrix, %s', (_, createSweeper) => {
    fc.assert(
      fc.property(anyReach, ({ graph, places, sites }) => {
        const matrix = readMatrix(prepare(graph, places, sites), createPointsOnNodes(places), createPointsOnNodes(sites), createSweeper)
        expect(matrix).toEqual(places.map((place) => {
          const ticks = findTravelTicks(graph, [place])
          return sites.map((site) => Math.min(ticks[site]!, OUT_OF_REACH))
        }))
      }),
    )
  })

  it('are those of Dijkstra to the k nearest sites, in the direction of travel', () => {
    fc.assert(
      fc.property(anyReach, fc.integer({ min: 1, max: 4 }), ({ graph, places, sites }, k) => {
        const found = findNearestSites(prepare(graph, places, sites), createPointsOnNodes(places), createPointsOnNodes(sites), k)
        const toSites = sites.map((site) => findTravelTicks(reverseGraph(graph), [site]))
        for (const [at, place] of places.entries()) {
          const ranked = toSites
            .map((ticks, site) => ({ ticks: ticks[place]!, site }))
            .filter(({ ticks }) => ticks < UNREACHABLE)
            .sort((a, b) => a.ticks - b.ticks || a.site - b.site)
          for (let own = 0; own < k; own++) {
            expect([found.ticks[at * k + own], found.sites[at * k + own]]).toEqual([ranked[own]?.ticks ?? UNREACHABLE, ranked[own]?.site ?? -1])
          }
        }
      }),
    )
  })

  it('never get longer for anybody when a site is added', () => {
    fc.assert(
      fc.property(anyReach, ({ graph, places, sites }) => {
        const part = prepare(graph, places, sites)
        const [fewer, all] = [sites.slice(1), sites].map((own) => findNearestSites(part, createPointsOnNodes(places), createPointsOnNodes(own)).ticks)
        for (const at of places.keys()) expect(all![at]).toBeLessThanOrEqual(fewer![at]!)
      }),
    )
  })

  it.each([
    ['a made-up country', () => makeStreetNetwork(60, 7).graph],
    ['streets that all take alike, in two pieces, with roads of no length and one-way streets', () => makeEqualStreets(60, 3)],
  ])('are those of Dijkstra on %s', (_, make) => {
    const graph = make()
    const nodes = Array.from({ length: 150 }, (_, at) => (at * 7919) % graph.nodeCount)
    const part = prepare(graph, nodes)
    const [places, sites] = [createPointsOnNodes(nodes), createPointsOnNodes(nodes.slice(0, 9))]
    const toNearest = findTravelTicks(reverseGraph(graph), nodes.slice(0, 9))
    expect([...findNearestSites(part, places, sites).ticks]).toEqual(nodes.map((node) => toNearest[node]))
    for (const origin of [3, 40, 77]) {
      const ticks = findTravelTicks(graph, [nodes[origin]!])
      for (const createSweeper of Object.values(SWEEPERS)) expect(readMatrix(part, places, sites, createSweeper)[origin]).toEqual(nodes.slice(0, 9).map((site) => Math.min(ticks[site]!, OUT_OF_REACH)))
    }
  })

  it('give the time to the nearest of many sites in one row, when these are one origin on the network travelled the other way', () => {
    fc.assert(
      fc.property(anyReach, ({ graph, places, sites }) => {
        const part = prepare(graph, places, sites)
        const allSites = { ...createPointsOnNodes(sites), count: 1, firstNodes: Int32Array.of(0, sites.length) }
        const nearest = findNearestSites(part, createPointsOnNodes(places), createPointsOnNodes(sites)).ticks
        const [row] = readMatrix(reversePart(part), allSites, createPointsOnNodes(places), SWEEPERS.fast)
        expect(row).toEqual([...nearest].map((ticks) => Math.min(ticks, OUT_OF_REACH)))
      }),
    )
  })

  it('are out of reach beyond what fits in 16 bits, and right just below', () => {
    const graph = createRoadGraph(3, [0, 1], [1, 2], [65_000, 600])
    const [all, some] = [createPointsOnNodes([0, 1, 2]), createPointsOnNodes([0])]
    for (const createSweeper of Object.values(SWEEPERS)) {
      expect(readMatrix(prepare(graph, [0, 1, 2]), some, all, createSweeper)).toEqual([[0, 65_000, OUT_OF_REACH]])
      expect(readMatrix(prepare(createRoadGraph(2, [0], [1], [65_534]), [0, 1]), some, createPointsOnNodes([1]), createSweeper)).toEqual([[65_534]])
    }
  })
})

describe('what a network refuses', () => {
  it('names the arc and the node that is not there', () => {
    expect(() => createRoadGraph(3, [0, 1], [1, 3], [1, 1])).toThrow('the head of arc 1 is node 3, but nodes are 0 to 2')
  })
  it('names a time that is no whole number', () => {
    expect(() => createRoadGraph(3, [0], [1], [Number.NaN])).toThrow('arc 0 takes NaN ticks')
    expect(() => createRoadGraph(3, [0], [1], [-1])).toThrow('arc 0 takes -1 ticks')
  })
  it('says both numbers when tails, heads and times do not fit together', () => {
    expect(() => createRoadGraph(3, [0], [1, 2], [1])).toThrow('1 tails, 2 heads and 1 travel times')
  })
  it('names a node that was not pinned', () => {
    const part = prepare(makeGrid(), [0])
    const away = [...Array(400).keys()].find((node) => part.spotOfNode[node]! < 0)!
    expect(() => findNearestSites(part, createPointsOnNodes([away]), createPointsOnNodes([0]))).toThrow(`places: node ${away} is not pinned in this part of the network`)
  })
})
