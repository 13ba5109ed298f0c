/** Ways over streets of OpenStreetMap, worked out by hand on the row of buurten (see reach-tables.ts), and beside plain ways of finding the nearest. */
import { describe, expect, it } from 'vitest'
import { findOutside } from '#steps/explore/reach/find-outside.ts'
import { findNearestFacilities } from '#steps/explore/reach/nearest-facility.ts'
import { makeReachTable } from '#steps/explore/reach/export-reach.ts'
import { getReachColumn, type ReachQuestion } from '#steps/explore/reach/reach-column.ts'
import { getGround } from '#steps/explore/reach/reach-ground.ts'
import { contractStreetsBeside, findNearestBeside } from '#steps/explore/reach/reach-thread.ts'
import { buildStreets, contractStreets } from '#steps/explore/reach/build-streets.ts'
import { readStreets } from '#steps/explore/reach/read-streets.ts'
import { createPlainSweeper } from '#engines/reach/plain-sweeper.ts'
import { listReachable } from '#steps/explore/reach/list-reachable.ts'
import { toMinutes } from '#steps/explore/reach/ticks.ts'
import { NETWORKS, type Point } from '#steps/explore/reach/travel-ground.ts'
import { measureTravelMinutes } from '#steps/explore/reach/travel-minutes.ts'
import { getTravelMode, localMinutes } from '#steps/explore/reach/travel-modes.ts'
import { measureMetres } from '#domain/measure-metres.ts'
import { createRandom } from '../../../engines/reach/street-network.ts'
import { putPeopleAtPoints } from '../../../support/people-at-points.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { addStreetTables, cutStreet, makeStreetTable, type Street } from '../../../support/street-tables.ts'
import { makeTestStatistics } from '../../../support/test-statistics.ts'

const foot = getTravelMode('foot')
const SCHOOLS = { facilityType: 'primarySchool', mode: 'foot', normMinutes: 60, level: 'neighbourhood' } as const
const at = (column: number): readonly [number, number] => [6.61 + 0.02 * column, 53.01]
const node = (id: number, column: number): Street['from'] => [id, ...at(column)]

/** The school stands at the first buurt. From the second a street leads there in two hours, around a lake; the third has no street near by. */
const SHORES = [
  cutStreet({ from: node(1, 0), to: [2, 6.62, 53.06], seconds: 3600 }, 40, 1000),
  cutStreet({ from: [2, 6.62, 53.06], to: node(3, 1), seconds: 3600 }, 40, 2000),
] as const
/** The first shore has 41 crossings, the second 40 more. */
const LAKE: readonly Street[] = SHORES.flat()

describe('ways over streets', () => {
  it('are taken where both ends are on them, even where a straight line would be shorter, and nowhere else', async () => {
    const statistics = addStreetTables(putPeopleAtPoints(makeTestStatistics()), { lake: makeStreetTable(LAKE) })
    const { minutes, networks, overNetworks, beyondNorm, streets } = await getReachColumn(statistics, SCHOOLS)
    expect(minutes.slice(0, 2)).toEqual([0, 120])
    expect(minutes[2]).toBeCloseTo(localMinutes(foot, measureMetres(at(0), at(2))), 1)
    expect(networks.slice(0, 3)).toEqual(['streets', 'streets', 'straightLine'])
    expect(overNetworks.streets).toBe(2)
    // Groeisterwoude, 900 people, is beyond an hour for the lake; without it the way would take 21 minutes.
    expect(beyondNorm.all[1]).toBe(900)
    expect(streets).toEqual({ sources: ['lake'], crossings: 81, pieces: 1, smallPieces: { pieces: 0, nodes: 0 }, abroad: { pieces: 0, nodes: 0 } })
  })

  it('follow one-way streets: what cannot be left again is no part of the network', async () => {
    const statistics = addStreetTables(putPeopleAtPoints(makeTestStatistics()), { lake: makeStreetTable([...LAKE, { from: node(3, 1), to: node(4, 2), seconds: 60, oneWay: true }]) })
    const found = await readStreets(statistics, 'foot', (extracts) => buildStreets(extracts))
    expect([found?.network?.longitudes.length, found?.smallPieces]).toEqual([81, { pieces: 1, nodes: 1 }])
    const { networks } = await getReachColumn(statistics, SCHOOLS)
    expect(networks[2]).toBe('straightLine')
  })

  it('join two extracts at the crossing that both have, and keep two apart that have none', async () => {
    const [first, second] = [makeStreetTable(SHORES[0]), makeStreetTable(SHORES[1])]
    const joined = addStreetTables(putPeopleAtPoints(makeTestStatistics()), { first, second })
    expect((await getReachColumn(joined, SCHOOLS)).minutes[1]).toBe(120)
    const apart = addStreetTables(putPeopleAtPoints(makeTestStatistics()), { first, second: makeStreetTable(cutStreet({ from: [8, 6.62, 53.06], to: node(3, 1), seconds: 3600 }, 40, 3000)) })
    const answer = await getReachColumn(apart, SCHOOLS)
    expect([answer.streets?.pieces, answer.networks[1]]).toEqual([2, 'straightLine'])
  })

  it('are the same made on a thread, as where there are many', async () => {
    const street = cutStreet({ from: node(1, 0), to: node(3, 1), seconds: 36_000 }, 1200, 1000)
    const alone = cutStreet({ from: node(8, 2), to: node(9, 3), seconds: 100 }, 10, 5000)
    const statistics = addStreetTables(makeTestStatistics(), { alone: makeStreetTable(alone), street: makeStreetTable(street) })
    const [beside, here] = await Promise.all([contractStreetsBeside, contractStreets].map((contract) => readStreets(statistics, 'foot', (extracts) => contract(extracts, undefined))))
    expect(beside).toEqual(here)
    expect([beside?.network?.longitudes.length, beside?.hierarchy?.nodeCount, beside?.smallPieces, beside?.sources.map(({ resource }) => resource)]).toEqual([1201, 1201, { pieces: 1, nodes: 11 }, ['street']])
    expect(beside?.network?.graph.heads.buffer).toBeInstanceOf(SharedArrayBuffer)
  })

  it('are entered at every crossing within 300 m: the nearest is not always the best', async () => {
    // The crossing at the second buurt leads around the lake; one 134 m on, across the water, is at the door of the school.
    const bridge: Street = { from: [5, 6.632, 53.01], to: node(1, 0), seconds: 60 }
    const statistics = addStreetTables(putPeopleAtPoints(makeTestStatistics()), { lake: makeStreetTable([...LAKE, bridge]) })
    const metres = measureMetres(at(1), [6.632, 53.01])
    expect((await getReachColumn(statistics, SCHOOLS)).minutes[1]).toBeCloseTo(1 + localMinutes(foot, metres), 1)
  })
})

describe('an end beside streets', () => {
  const kilometre = 1 / 111.195
  /** So many metres south of the second buurt, where the streets around the lake end. */
  const beside = (metres: number): Point => [at(1)[0], at(1)[1] - (metres / 1000) * kilometre]
  const school = at(0)

  /** Over what, and the minutes: the same by every way of asking, there and back. */
  async function ask(home: Point, streets: readonly Street[]) {
    const ground = { streets: (await getGround(addStreetTables(makeTestStatistics(), { lake: makeStreetTable(streets) }), foot)).streets }
    const { minutes, networks } = findNearestFacilities({ points: [home] }, [{ point: school }], foot, ground)
    expect(measureTravelMinutes({ points: [home] }, [school], foot, ground)[0]).toBeCloseTo(minutes[0]!, 1)
    expect(measureTravelMinutes({ points: [school] }, [home], foot, ground)[0]).toBeCloseTo(minutes[0]!, 1)
    const { ticks } = listReachable({ points: [home] }, [{ point: school }], foot, ground, 240, createPlainSweeper)
    expect(toMinutes(ticks[0]!)).toBeCloseTo(minutes[0]!, 1)
    return { minutes: minutes[0]!, network: NETWORKS[networks[0]!] }
  }

  it('within 300 metres is on them: the way leads around the lake', async () => {
    const { minutes, network } = await ask(beside(290), LAKE)
    expect([network, minutes > 120]).toEqual(['streets', true])
  })

  it('further than that takes the faster of a straight line and the streets', async () => {
    const home = beside(310)
    expect(await ask(home, LAKE)).toEqual({ minutes: expect.closeTo(localMinutes(foot, measureMetres(home, school)), 1), network: 'straightLine' })
    const quick = LAKE.map((street) => ({ ...street, seconds: street.seconds / 60 }))
    expect(await ask(home, quick)).toEqual({ minutes: expect.closeTo(2 + localMinutes(foot, 310), 1), network: 'streets' })
  })

  it('beyond a kilometre has none, however quick they are', async () => {
    const home = beside(1010)
    const quick = LAKE.map((street) => ({ ...street, seconds: street.seconds / 3600 }))
    expect((await ask(home, quick)).network).toBe('straightLine')
  })
})

describe('streets that are not used', () => {
  const shore = makeStreetTable(SHORES[0])
  const askAll = (statistics: Statistics) => getReachColumn(statistics, { ...SCHOOLS, mode: 'car' })

  it('for being too few leave everything as it is without them, and are counted', async () => {
    const few = addStreetTables(makeTestStatistics(), { few: makeStreetTable([{ from: node(1, 0), to: node(3, 1), seconds: 3600 }]) })
    const [answer, without] = await Promise.all([askAll(few), askAll(makeTestStatistics())])
    expect(answer.streets).toEqual({ sources: [], crossings: 0, pieces: 0, smallPieces: { pieces: 1, nodes: 2 }, abroad: { pieces: 0, nodes: 0 } })
    expect({ ...answer, streets: undefined }).toEqual({ ...without, streets: undefined })
  })

  it('for having no crossing that one can leave and come back to do not stop anything: a one-way street alone', async () => {
    const oneWay = addStreetTables(makeTestStatistics(), { few: makeStreetTable([{ from: node(1, 0), to: node(3, 1), seconds: 3600, oneWay: true }]) })
    expect((await askAll(oneWay)).streets).toMatchObject({ crossings: 0, smallPieces: { pieces: 2, nodes: 2 } })
  })

  it('for lying abroad are counted apart: no crossing is here', async () => {
    const statistics = addStreetTables(makeTestStatistics(), { shore })
    const here = await readStreets(statistics, 'foot', (extracts) => buildStreets(extracts, ([longitude]) => longitude < 6.61001))
    expect([here?.network?.pieceCount, here?.sources.map(({ resource }) => resource), here?.abroad]).toEqual([1, ['shore'], { pieces: 0, nodes: 0 }])
    const abroad = await readStreets(statistics, 'foot', (extracts) => buildStreets(extracts, () => false))
    expect([abroad?.network, abroad?.sources, abroad?.abroad, abroad?.smallPieces]).toEqual([undefined, [], { pieces: 1, nodes: 41 }, { pieces: 0, nodes: 0 }])
  })
})

describe('the sources of a file', () => {
  const few = makeStreetTable([{ from: [90_001, 6.7, 53], to: [90_002, 6.71, 53], seconds: 60 }])
  const statistics = addStreetTables(putPeopleAtPoints(makeTestStatistics()), { few, lake: makeStreetTable(LAKE) })
  const readSource = async (asked: Partial<ReachQuestion>) => {
    const question = { ...SCHOOLS, ...asked }
    return (await makeReachTable(statistics, await getReachColumn(statistics, question), 'nl', { within: question.within })).source.text
  }

  it('name the extract that ways lead over, and none that is not used', async () => {
    const source = await readSource({})
    expect(source).toContain('lake')
    expect(source).not.toContain('few')
  })

  it('name no extract where no way of these areas leads over streets', async () => {
    expect(await readSource({ within: 'BU90010002' })).not.toContain('lake')
  })
})

describe('a facility at sea', () => {
  it('is named, and one on land is not', async () => {
    const base = makeTestStatistics()
    const table = (await base.readTable('schools-2024-11'))!
    const columns = table.columns.map((column) => (column.name === 'lat' && column.kind === 'number' ? { ...column, values: column.values.map((own, row) => (row === 2 ? 53.9 : own)) } : column.name === 'lon' && column.kind === 'number' ? { ...column, values: column.values.map((own, row) => (row === 2 ? 5 : own)) } : column))
    const statistics = { ...base, readTable: async (resource: string) => (resource === 'schools-2024-11' ? { ...table, columns } : base.readTable(resource)) }
    const { facilitiesOutside, facilityCount } = await getReachColumn(statistics, { ...SCHOOLS, mode: 'car' })
    expect(facilitiesOutside).toEqual([{ id: '01AB00', name: 'Zonder adres' }])
    expect(facilityCount).toBe(2)
    expect((await getReachColumn(base, { ...SCHOOLS, mode: 'car' })).facilitiesOutside).toEqual([])
  })
})

describe('facilities outside', () => {
  it('are looked at once each, and those that a scenario adds as well', async () => {
    const [statistics, car] = [makeTestStatistics(), getTravelMode('car')]
    const ground = await getGround(statistics, car)
    const make = (id: string, point: Point) => ({ id, name: id, type: 'primarySchool', point }) as const
    const [onLand, atSea, added] = [make('land', at(0)), make('sea', [5, 53.9]), make('added', [4.9, 53.9])]
    expect(findOutside(statistics, [onLand, atSea], car, ground)).toEqual([atSea])
    expect(findOutside(statistics, [onLand, atSea, added], car, ground)).toEqual([atSea, added])
    expect(findOutside(statistics, [onLand], car, ground)).toEqual([])
    expect(findOutside(statistics, [added, atSea], car, { ...ground, get roads(): never { throw new Error('looked at again') } })).toEqual([added, atSea])
  })
})

describe('the nearest of many', () => {
  const random = createRandom(7)
  const points: Point[] = Array.from({ length: 800 }, () => [6.5 + 0.3 * random(), 53 + 0.2 * random()])
  const sites: Point[] = Array.from({ length: 700 }, () => [6.5 + 0.3 * random(), 53 + 0.2 * random()])

  it('are the same as by measuring all of them, the nearest first and each once', () => {
    const { minutes, facilities } = findNearestFacilities({ points }, sites.map((point) => ({ point })), foot, {}, 3)
    for (const [place, point] of points.entries()) {
      const all = sites.map((site, own) => ({ own, minutes: localMinutes(foot, measureMetres(point, site)) })).sort((a, b) => a.minutes - b.minutes)
      expect([...facilities.subarray(3 * place, 3 * place + 3)]).toEqual(all.slice(0, 3).map(({ own }) => own))
      expect(minutes[3 * place + 2]).toBeCloseTo(all[2]!.minutes, 9)
    }
  })

  it('are the same on a thread of their own, over main roads and streets too', async () => {
    const statistics = addStreetTables(putPeopleAtPoints(makeTestStatistics()), { lake: makeStreetTable(LAKE) })
    const mode = getTravelMode('car')
    const ground = await getGround(statistics, mode)
    const question = { points: [...points, undefined, at(0), at(8)], sites: [...sites.filter(([longitude]) => longitude < 6.62), at(1)].map((point) => ({ point })), mode, k: 2 }
    const [beside] = await findNearestBeside([question], { car: ground })
    const here = findNearestFacilities(question, question.sites, mode, ground, 2)
    expect(beside).toEqual(here)
    expect(here.overStreets).toBeGreaterThan(0)
    expect(here.overMainRoads).toBeGreaterThan(0)
  })
})
