/** Getting onto main roads from far, past bits that lead nowhere, and not over open water: worked out by hand. */
import { describe, expect, it } from 'vitest'
import type { Column, Table } from '#domain/table.ts'
import { createPlainSweeper } from '#engines/reach/plain-sweeper.ts'
import { listReachable } from '#steps/explore/reach/list-reachable.ts'
import { findNearestFacilities } from '#steps/explore/reach/nearest-facility.ts'
import { createLand } from '#steps/explore/reach/open-water.ts'
import { prepareRoads } from '#steps/explore/reach/reach-ground.ts'
import { createPassableBeside } from '#steps/explore/reach/reach-thread.ts'
import { readRoads } from '#steps/explore/reach/read-roads.ts'
import { toMinutes } from '#steps/explore/reach/ticks.ts'
import type { Point, TravelGround } from '#steps/explore/reach/travel-ground.ts'
import { getHomePoints } from '#steps/explore/reach/home-points.ts'
import { describeMainRoads } from '#steps/explore/reach/locate-road-pieces.ts'
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
const readNetwork = (...network: Parameters<typeof addMainRoads>) => readRoads(addMainRoads(...network))

/** Statistics with these main roads, and no others. */
function addMainRoads(nodes: readonly (readonly [number, number])[], roads: readonly (readonly [from: number, to: number, minutes: number])[]) {
  const points = nodes.map(([east, north]) => at(east, north))
  const tables: Readonly<Record<string, Table>> = {
    'roads-main-nodes': makeTable(numbers('id', [...nodes.keys()]), numbers('lon', points.map(([x]) => x)), numbers('lat', points.map(([, y]) => y))),
    'roads-main-edges': makeTable(numbers('from', roads.map(([from]) => from)), numbers('to', roads.map(([, to]) => to)), numbers('minutes', roads.map(([, , minutes]) => minutes))),
  }
  const statistics = makeTestStatistics()
  return { ...statistics, readTable: async (resource: string) => tables[resource] ?? statistics.readTable(resource) }
}

const makeGround = async (...network: Parameters<typeof readNetwork>): Promise<TravelGround> => ({ roads: await prepareRoads((await readNetwork(...network))!) })

/** Minutes from one point to another: the same by every way of asking, within the half second of a tick for each part of the way. */
function measure(from: Point, to: Point, ground: TravelGround): number {
  const minutes = findNearestFacilities({ points: [from] }, [{ point: to }], car, ground).minutes[0]!
  const [cell] = measureTravelMinutes({ points: [from] }, [to], car, ground)
  const { ticks } = listReachable({ points: [from] }, [{ point: to }], car, ground, 120, createPlainSweeper)
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

describe('main roads in two pieces', () => {
  /** So many nodes a kilometre apart, from west to east; half a minute for each. */
  const makeRow = (first: number, count: number, west: number, north: number) => ({
    nodes: Array.from({ length: count }, (_, node) => [west + node, north] as const),
    roads: Array.from({ length: count - 1 }, (_, node) => [first + node, first + node + 1, 0.5] as const),
  })
  /** The southern row has 41 nodes, the northern one, 20 km away, has 40 or what is asked. */
  const makePieces = (north = 40): Parameters<typeof readNetwork> => {
    const rows = [makeRow(0, 41, 0, 0), makeRow(41, north, 0, 20)]
    return [rows.flatMap(({ nodes }) => nodes), rows.flatMap(({ roads }) => roads)]
  }

  it('are each used within itself, and from one to the other go straight lines only', async () => {
    const ground = await makeGround(...makePieces())
    expect(measure(at(0, 0), at(39, 0), ground)).toBeCloseTo(19.5, 1)
    expect(measure(at(0, 20), at(39, 20), ground)).toBeCloseTo(19.5, 1)
    // 20 km lie between them, to be crossed aslant to any of the eight nearest nodes. A straight line all the way would be 43.8 km, which is none.
    const across = (east: number) => Math.min(...Array.from({ length: 8 }, (_, node) => smallRoads(Math.hypot(node, 20)) + 0.5 * Math.abs(east - node)))
    expect(measure(at(0, 0), at(39, 20), ground)).toBeCloseTo(across(39), 1)
    expect(measure(at(0, 0), at(10, 20), ground)).toBeCloseTo(across(10), 1)
    expect(measure(at(0, 0), at(1, 20), ground)).toBeCloseTo(smallRoads(Math.hypot(1, 20)), 1)
  })

  it('have no way between them further apart than a straight line goes', async () => {
    const rows = [makeRow(0, 41, 0, 0), makeRow(41, 40, 0, 31)]
    const ground = await makeGround(rows.flatMap(({ nodes }) => nodes), rows.flatMap(({ roads }) => roads))
    expect(measure(at(0, 0), at(39, 31), ground)).toBeNaN()
    expect(measure(at(39, 31), at(0, 31), ground)).toBeCloseTo(19.5, 1)
  })

  it('are told, with where the further ones lie; a piece of 39 nodes is too small', async () => {
    const [two, one] = await Promise.all([40, 39].map((north) => readNetwork(...makePieces(north))))
    expect([two!.pieceCount, two!.graph.nodeCount, two!.smallPieces]).toEqual([2, 81, { pieces: 0, nodes: 0 }])
    expect([one!.pieceCount, one!.graph.nodeCount, one!.smallPieces]).toEqual([1, 41, { pieces: 1, nodes: 39 }])
  })

  it('are named by the municipalities that their nodes lie in', async () => {
    // Of forty nodes a hundredth of a minute apart, all stand around one buurt; the rest of the network is far from every buurt.
    const [far, near] = [makeRow(0, 41, -100, 0), Array.from({ length: 42 }, (_, node) => [(6.61 - 5) * (DEGREE / 1000) * Math.cos((52 * Math.PI) / 180) + node / 1000, (53.01 - 52) * (DEGREE / 1000)] as const)]
    const roads = Array.from({ length: 39 }, (_, node) => [41 + node, 42 + node, 0.01] as const)
    const mainRoads = await describeMainRoads(addMainRoads([...far.nodes, ...near], [...far.roads, ...roads]))
    const name = makeTestStatistics().listAreas('neighbourhood').find(({ code }) => code === getHomePoints(makeTestStatistics()).areas[0]!.code)!.parents.municipality!
    expect(mainRoads).toMatchObject({ nodes: 81, otherPieces: [{ nodes: 40, municipalities: [{ code: name, nodes: 40 }] }], smallPieces: { pieces: 2, nodes: 2, municipalities: [{ code: name, nodes: 2 }] } })
  })

  it('without a single node are no main roads', async () => {
    expect(await readNetwork([], [])).toBeUndefined()
  })
})

const box = (west: number, south: number, east: number, north: number) => ({
  type: 'Polygon' as const,
  coordinates: [[at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)].map(([x, y]) => [x, y])],
})

describe('open water', () => {
  /** Land up to so many kilometres from the start of the road, then water, then an island that begins so many kilometres further. */
  const makeLand = (gap: number) => createLand([box(-20, -20, 0, 20), box(gap, -20, gap + 20, 20)])

  it('three kilometres wide is crossed by no straight line, so an island has a time to what is on it and to nothing else', async () => {
    const ground = { ...(await makeGround([[-1, 0], [-11, 0]], [[0, 1, 6]])), land: await makeLand(3) }
    expect(measure(at(4, 0), at(-1, 0), ground)).toBeNaN()
    expect(measure(at(-1, 0), at(4, 0), ground)).toBeNaN()
    expect(measure(at(4, 0), at(9, 0), ground)).toBeCloseTo(smallRoads(5), 1)
    expect(measure(at(-1, 0), at(-11, 0), ground)).toBeCloseTo(6, 1)
  })

  it('as wide as a river has bridges', async () => {
    const ground = { ...(await makeGround([[-1, 0], [-11, 0]], [[0, 1, 6]])), land: await makeLand(1) }
    expect(measure(at(2, 0), at(-1, 0), ground)).toBeCloseTo(smallRoads(3), 1)
    expect(measure(at(2, 0), at(-11, 0), ground)).toBeCloseTo(smallRoads(3) + 6, 1)
  })

  it('is crossed by a main road, which is a bridge, a dam or a tunnel', async () => {
    const ground = { ...(await makeGround([[-1, 0], [4, 0]], [[0, 1, 4]])), land: await makeLand(3) }
    expect(measure(at(5, 0), at(-2, 0), ground)).toBeCloseTo(smallRoads(2) + 4, 1)
  })
})

describe('around open water', () => {
  /** Two bars of 4 km wide that meet in the south west, with the sea or another country in the corner. */
  const makeCorner = () => createLand([box(0, 0, 4, 20), box(0, 0, 20, 4)])
  const aroundTheCorner = 2 * Math.hypot(2, 10)
  /** A line that turns a corner 0.7 km further out is at most 1.4 km shorter, and steps in sixteen directions make it at most 2.8 percent longer, ends aside. */
  const expectAround = (minutes: number) => {
    expect(minutes).toBeGreaterThan(smallRoads(aroundTheCorner - 1.4))
    expect(minutes).toBeLessThan(smallRoads(1.028 * aroundTheCorner + 1.5))
  }

  it('a way leads over land, past the corner, as far there as back', async () => {
    const ground = { land: await makeCorner() }
    // In a straight line it is 17 km.
    expectAround(measure(at(2, 14), at(14, 2), ground))
    expect(measure(at(14, 2), at(2, 14), ground)).toBeCloseTo(measure(at(2, 14), at(14, 2), ground), 6)
  })

  it('the way counts where main roads are slower, and not where they are faster', async () => {
    const [slow, fast] = await Promise.all([60, 5].map((minutes) => makeGround([[2, 14], [14, 2]], [[0, 1, minutes]])))
    const land = await makeCorner()
    expectAround(measure(at(2, 14), at(14, 2), { ...slow, land }))
    expect(measure(at(2, 14), at(14, 2), { ...fast, land })).toBeCloseTo(5, 1)
  })

  it('the nearest is not the one across the water, when another is nearer than the way to that one', async () => {
    const ground = { land: await makeCorner() }
    const sites = [at(14, 2), at(2, 19.9), at(2, 0)].map((point) => ({ point }))
    // 17 km across, 5.9 to the north.
    expect([...findNearestFacilities({ points: [at(2, 14)] }, sites, car, ground).facilities]).toEqual([1])
    // Second comes what lies 14 km to the south, third the one around the corner.
    expect([...findNearestFacilities({ points: [at(2, 14)] }, sites, car, ground, 3).facilities]).toEqual([1, 2, 0])
  })

  it('of a country, where one may go is found on a thread, and is the same', async () => {
    const shapes = [box(0, 0, 40, 90), box(41, 0, 90, 90)]
    const here = await createLand(shapes)
    expect(here!.grid.land.length).toBeGreaterThan(100_000)
    expect(await createLand(shapes, createPassableBeside)).toEqual(here)
  })

  it('a way of more than 30 km is none', async () => {
    const ground = { land: await createLand([box(0, 0, 4, 30), box(0, 0, 30, 4)]) }
    expect(measure(at(2, 20), at(20, 2), ground)).toBeNaN()
  })
})
