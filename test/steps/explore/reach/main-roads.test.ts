/** Getting onto main roads from far, past bits that lead nowhere, and not over open water: worked out by hand. */
import { describe, expect, it } from 'vitest'
import type { Column, Table } from '#domain/table.ts'
import { createLandGrid } from '#engines/geometry/land-grid.ts'
import { createPlainSweeper } from '#engines/reach/plain-sweeper.ts'
import { listReachable } from '#steps/explore/reach/list-reachable.ts'
import { findNearestFacilities } from '#steps/explore/reach/nearest-facility.ts'
import { prepareRoads } from '#steps/explore/reach/reach-ground.ts'
import { readRoads } from '#steps/explore/reach/read-roads.ts'
import { toMinutes } from '#steps/explore/reach/ticks.ts'
import type { Point, TravelGround } from '#steps/explore/reach/travel-ground.ts'
import { measureTravelMinutes } from '#steps/explore/reach/travel-minutes.ts'
import { getTravelMode } from '#steps/explore/reach/travel-modes.ts'
import { makeTestStatistics } from '../../../support/test-statistics.ts'

const car = getTravelMode('car')
/** A degree of latitude; 52° north a degree of longitude is this much shorter. */
const DEGREE = 6_371_008.8 * (Math.PI / 180)
const at = (east: number, north: number): Point => [5 + east / (DEGREE / 1000) / Math.cos((52 * Math.PI) / 180), 52 + north / (DEGREE / 1000)]
const smallRoads = (kilometres: number) => ((kilometres * 1.3) / 35) * 60

const numbers = (name: string, values: readonly number[]): Column => ({ name, kind: 'number', values: Float64Array.from(values) })
const makeTable = (...columns: Column[]): Table => ({ rowCount: columns[0]!.values.length, columns })

/** Main roads: nodes by kilometres east and north, and roads between them in minutes. */
function readNetwork(nodes: readonly (readonly [number, number])[], roads: readonly (readonly [from: number, to: number, minutes: number])[]) {
  const points = nodes.map(([east, north]) => at(east, north))
  const tables: Readonly<Record<string, Table>> = {
    'roads-main-nodes': makeTable(numbers('id', [...nodes.keys()]), numbers('lon', points.map(([x]) => x)), numbers('lat', points.map(([, y]) => y))),
    'roads-main-edges': makeTable(numbers('from', roads.map(([from]) => from)), numbers('to', roads.map(([, to]) => to)), numbers('minutes', roads.map(([, , minutes]) => minutes))),
  }
  const statistics = makeTestStatistics()
  return readRoads({ ...statistics, readTable: async (resource) => tables[resource] ?? statistics.readTable(resource) })
}

const makeGround = async (...network: Parameters<typeof readNetwork>): Promise<TravelGround> => ({ roads: await prepareRoads((await readNetwork(...network))!) })

/** Minutes from one point to another: the same by every way of asking, within the half second of a tick for each part of the way. */
function measure(from: Point, to: Point, ground: TravelGround): number {
  const minutes = findNearestFacilities([from], [{ point: to }], car, ground).minutes[0]!
  const [cell] = measureTravelMinutes([from], [to], car, ground)
  const { ticks } = listReachable([from], [{ point: to }], car, ground, 120, createPlainSweeper)
  expect(Number.isNaN(minutes) ? Infinity : minutes).toBeCloseTo(cell!, 1)
  expect(ticks.length === 0 ? Infinity : toMinutes(ticks[0]!)).toBeCloseTo(cell!, 1)
  return minutes
}

describe('a place far from every main road', () => {
  it('goes over small roads to the nearest, however far: eight kilometres, and then the road', async () => {
    // The road leads 40 km east in 24 minutes; the site stands at its end. A straight line of 40.8 km is no way.
    const ground = await makeGround([[0, 0], [40, 0]], [[0, 1, 24]])
    expect(measure(at(0, 8), at(40, 0), ground)).toBeCloseTo(smallRoads(8) + 24, 1)
  })

  it('is not kept from the network by nodes near by that lead nowhere; these are left out and counted', async () => {
    const network = await readNetwork([[0, 0], [40, 0], [0, 7], [1, 7], [30, 30]], [[0, 1, 24], [2, 3, 1], [0, 9, 1]])
    expect(network).toMatchObject({ smallPieces: { pieces: 2, nodes: 3 }, roadsLeftOut: 1 })
    expect([network!.longitudes.length, network!.graph.nodeCount]).toEqual([2, 2])
    expect(measure(at(0, 8), at(40, 0), { roads: await prepareRoads(network!) })).toBeCloseTo(smallRoads(8) + 24, 1)
  })

  it('never takes longer over main roads than over small roads all the way', async () => {
    // Ten kilometres straight; the road there is a detour of an hour.
    const ground = await makeGround([[0, 0], [10, 0]], [[0, 1, 60]])
    expect(measure(at(0, 0), at(10, 0), ground)).toBeCloseTo(smallRoads(10), 1)
  })

  it('has no time where nothing is known within 30 km', async () => {
    const ground = await makeGround([[0, 0], [40, 0]], [[0, 1, 24]])
    expect(measure(at(0, 31), at(40, 0), ground)).toBeNaN()
  })
})

describe('open water', () => {
  /** Land up to so many kilometres from the start of the road, then water, then an island that begins so many kilometres further. */
  const makeLand = (gap: number) => {
    const box = (west: number, east: number) => ({ type: 'Polygon' as const, coordinates: [[at(west, -20), at(east, -20), at(east, 20), at(west, 20), at(west, -20)].map(([x, y]) => [x, y])] })
    return createLandGrid([box(-20, 0), box(gap, gap + 20)], [0.0036, 0.0022])
  }

  it('three kilometres wide is crossed by no straight line, so an island has a time to what is on it and to nothing else', async () => {
    const ground = { ...(await makeGround([[-1, 0], [-11, 0]], [[0, 1, 6]])), land: makeLand(3) }
    expect(measure(at(4, 0), at(-1, 0), ground)).toBeNaN()
    expect(measure(at(-1, 0), at(4, 0), ground)).toBeNaN()
    expect(measure(at(4, 0), at(9, 0), ground)).toBeCloseTo(smallRoads(5), 1)
    expect(measure(at(-1, 0), at(-11, 0), ground)).toBeCloseTo(6, 1)
  })

  it('as wide as a river has bridges', async () => {
    const ground = { ...(await makeGround([[-1, 0], [-11, 0]], [[0, 1, 6]])), land: makeLand(1) }
    expect(measure(at(2, 0), at(-1, 0), ground)).toBeCloseTo(smallRoads(3), 1)
    expect(measure(at(2, 0), at(-11, 0), ground)).toBeCloseTo(smallRoads(3) + 6, 1)
  })

  it('is crossed by a main road, which is a bridge, a dam or a tunnel', async () => {
    const ground = { ...(await makeGround([[-1, 0], [4, 0]], [[0, 1, 4]])), land: makeLand(3) }
    expect(measure(at(5, 0), at(-2, 0), ground)).toBeCloseTo(smallRoads(2) + 4, 1)
  })
})
