/** Roads of OpenStreetMap: where they are cut, who may travel them and how fast. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { bicycle } from '#sources/osm-pbf/profiles/bicycle.ts'
import { car } from '#sources/osm-pbf/profiles/car.ts'
import { foot } from '#sources/osm-pbf/profiles/foot.ts'
import { sharedData } from '../../support/shared-data.ts'
import { cellsOf, describeResource, listFindings, readFailing, readSample } from '../../support/read-sample.ts'
import { encodeOsm, type SmallMap } from './encode-osm.ts'

/** A degree of latitude is 111,195 m on this sphere: 0.001 is 111.2 m. */
const STREET: SmallMap = {
  nodes: [[1, 6, 53], [2, 6, 53.001], [3, 6, 53.002], [4, 6.001, 53.001], [5, 6, 53.003]],
  ways: [
    { id: 10, tags: { highway: 'residential' }, nodes: [1, 2, 3] },
    { id: 11, tags: { highway: 'cycleway' }, nodes: [2, 4] },
    { id: 12, tags: { highway: 'construction' }, nodes: [3, 5] },
    { id: 13, tags: { building: 'yes' }, nodes: [3, 5] },
  ],
}

const read = (map: SmallMap, options?: { dense: boolean }) => readSample(describeResource('osm-pbf', 'a.osm.pbf'), { 'a.osm.pbf': encodeOsm(map, options) })

describe('roads of OpenStreetMap', () => {
  it.each([{ dense: true }, { dense: false }])('are cut where they meet, with metres and seconds each way (dense nodes: $dense)', async (options) => {
    const { result, findings } = await read(STREET, options)
    expect(cellsOf(result, 'way')).toEqual([10, 10, 11])
    expect(cellsOf(result, 'fromNode')).toEqual([1, 2, 2])
    expect(cellsOf(result, 'toNode')).toEqual([2, 3, 4])
    const metres = cellsOf(result, 'metres') as number[]
    expect(metres[0]).toBeCloseTo(111.2, 1)
    expect(metres[2]).toBeCloseTo(111.2 * Math.cos((53.001 * Math.PI) / 180), 1)
    expect((cellsOf(result, 'carSecondsThere')[0] as number) * (24 / 3.6)).toBeCloseTo(metres[0]!, 6)
    expect(cellsOf(result, 'carSecondsThere')[2]).toBeNull()
    expect((cellsOf(result, 'footSecondsBack')[2] as number) * (5 / 3.6)).toBeCloseTo(metres[2]!, 6)
    expect(listFindings(findings, 'ways-closed')).toEqual(['a.osm.pbf × 1'])
  })

  it('keep the bends between crossings in their length', async () => {
    const { result } = await read({ nodes: STREET.nodes, ways: [{ id: 1, tags: { highway: 'residential' }, nodes: [1, 4, 3] }] })
    const metres = cellsOf(result, 'metres') as number[]
    expect(metres).toHaveLength(1)
    expect(metres[0]).toBeGreaterThan(222.4)
  })

  it('are refused by name where a node is not in the file', async () => {
    const { result, findings } = await read({ nodes: STREET.nodes, ways: [{ id: 1, tags: { highway: 'residential' }, nodes: [1, 2] }, { id: 3, tags: { highway: 'residential' }, nodes: [1] }, { id: 2, tags: { highway: 'residential' }, nodes: [2, 99] }] })
    expect(result.table.rowCount).toBe(1)
    expect(listFindings(findings, 'row-without-node')).toEqual(['a.osm.pbf way 2'])
    expect(listFindings(findings, 'ways-without-nodes')).toEqual(['a.osm.pbf × 1'])
  })

  it('are not read from a file of another kind', async () => {
    expect((await readFailing(describeResource('osm-pbf', 'a'), { a: 'plain text, and nothing of a map' })).code).toBe('osm-unreadable')
  })
})

const tags = (own: Record<string, string>) => new Map(Object.entries(own))

describe('a barrier on a road', () => {
  /** A street of four nodes without a crossing; the barrier stands on the third. */
  const makeStreet = (barrier: Readonly<Record<string, string>>): SmallMap => ({
    nodes: [[1, 6, 53], [2, 6, 53.001, { highway: 'give_way' }], [3, 6, 53.002, barrier], [4, 6, 53.003], [5, 6.1, 53, { barrier: 'bollard' }]],
    ways: [{ id: 10, tags: { highway: 'residential' }, nodes: [1, 2, 3, 4] }],
  })

  it.each([{ dense: true }, { dense: false }])('of posts stops cars and nobody else: the street is cut there, and counted (dense nodes: $dense)', async (options) => {
    const { result, findings } = await read(makeStreet({ barrier: 'bollard' }), options)
    expect([cellsOf(result, 'fromNode'), cellsOf(result, 'toNode')]).toEqual([[1, 3], [3, 4]])
    expect([cellsOf(result, 'carSecondsThere'), cellsOf(result, 'carSecondsBack')]).toEqual([[null, null], [null, null]])
    const metres = cellsOf(result, 'metres') as number[]
    expect(metres[0]).toBeCloseTo(222.4, 1)
    for (const [at, own] of metres.entries()) expect((cellsOf(result, 'bicycleSecondsThere')[at] as number) * (16 / 3.6)).toBeCloseTo(own, 6)
    expect(listFindings(findings, 'barriers')).toEqual(['a.osm.pbf × 1'])
    expect(findings.find(({ code }) => code === 'barriers')?.message.en).toContain('cars 1, cyclists 0, walkers 0')
  })

  it.each<Readonly<Record<string, string>>>([{ barrier: 'gate' }, { barrier: 'bollard', motor_vehicle: 'yes' }, { highway: 'crossing' }])('that lets everybody through cuts nothing: %j', async (barrier) => {
    const { result, findings } = await read(makeStreet(barrier))
    expect(cellsOf(result, 'toNode')).toEqual([4])
    expect(listFindings(findings, 'barriers')).toEqual([])
  })

  it('of posts leaves a way beyond only by where no posts stand', async () => {
    // Two ways from 1 to 4: past the posts, and along 6.
    const { nodes, ways } = makeStreet({ barrier: 'bollard' })
    const { result } = await read({ nodes: [...nodes, [6, 6.001, 53.001]], ways: [...ways, { id: 11, tags: { highway: 'residential' }, nodes: [1, 6, 4] }] })
    const open = (cellsOf(result, 'carSecondsThere') as (number | null)[]).flatMap((seconds, row) => (seconds === null ? [] : [cellsOf(result, 'way')[row]]))
    expect(open).toEqual([11])
  })
})

describe('whom a barrier lets through', () => {
  const passes = (own: Record<string, string>) => [car, bicycle, foot].map((profile) => profile.passesBarrier(tags(own)))
  it.each([
    ['gate', true, true, true], ['lift_gate', true, true, true], ['swing_gate', true, true, true], ['cattle_grid', true, true, true], ['toll_booth', true, true, true],
    ['bollard', false, true, true], ['block', false, true, true], ['cycle_barrier', false, true, true], ['kerb', false, true, true], ['jersey_barrier', false, true, true],
    ['stile', false, false, true], ['turnstile', false, false, true], ['wall', false, false, false], ['fence', false, false, false],
  ])('%s: car %s, bicycle %s, on foot %s', (barrier, ...expected) => expect(passes({ barrier })).toEqual(expected))

  it('is said first by a sign for that means', () => {
    expect(passes({ barrier: 'gate', access: 'private' })).toEqual([false, false, false])
    expect(passes({ barrier: 'gate', motor_vehicle: 'no' })).toEqual([false, true, true])
    expect(passes({ barrier: 'gate', access: 'no', bicycle: 'yes', foot: 'yes' })).toEqual([false, true, true])
    expect(passes({ barrier: 'bollard', bollard: 'rising' })).toEqual([true, true, true])
    expect(passes({ barrier: 'kerb', kerb: 'lowered' })).toEqual([true, true, true])
  })
})

describe('who may travel a road', () => {
  it('follows one-way signs by car, and not on foot', () => {
    const street = tags({ highway: 'residential', oneway: 'yes' })
    expect(car.findSpeed(street)).toEqual({ there: 24, back: 0 })
    expect(bicycle.findSpeed(street)).toEqual({ there: 16, back: 0 })
    expect(foot.findSpeed(street)).toEqual({ there: 5, back: 5 })
  })
  it('lets cyclists against the traffic where a sign says so', () => {
    expect(bicycle.findSpeed(tags({ highway: 'residential', oneway: 'yes', 'oneway:bicycle': 'no' }))).toEqual({ there: 16, back: 16 })
    expect(bicycle.findSpeed(tags({ highway: 'residential', oneway: 'yes', cycleway: 'opposite' }))).toEqual({ there: 16, back: 16 })
  })
  it('turns a one-way sign against the direction in which the road was drawn', () => {
    expect(car.findSpeed(tags({ highway: 'primary', oneway: '-1' }))).toEqual({ there: 0, back: 60 })
  })
  it('takes roundabouts and motorways for one-way', () => {
    expect(car.findSpeed(tags({ highway: 'primary', junction: 'roundabout' }))?.back).toBe(0)
    expect(car.findSpeed(tags({ highway: 'motorway' }))).toEqual({ there: 100, back: 0 })
  })
  it('keeps walkers and cyclists off motorways, and cars off cycle paths', () => {
    expect(foot.findSpeed(tags({ highway: 'motorway' }))).toBeUndefined()
    expect(bicycle.findSpeed(tags({ highway: 'trunk' }))).toBeUndefined()
    expect(car.findSpeed(tags({ highway: 'cycleway' }))).toBeUndefined()
  })
  it('keeps walkers and cyclists off roads for motor vehicles only, unless a sign lets them in', () => {
    const road = { highway: 'primary', motorroad: 'yes' }
    expect([car, bicycle, foot].map((profile) => profile.findSpeed(tags(road)) !== undefined)).toEqual([true, false, false])
    expect(bicycle.findSpeed(tags({ ...road, bicycle: 'yes' }))).toEqual({ there: 16, back: 16 })
    expect(foot.findSpeed(tags({ ...road, bicycle: 'yes' }))).toBeUndefined()
  })
  it('takes the most specific sign: private, but open to cyclists', () => {
    const lane = tags({ highway: 'service', access: 'private', bicycle: 'yes' })
    expect(car.findSpeed(lane)).toBeUndefined()
    expect(foot.findSpeed(lane)).toBeUndefined()
    expect(bicycle.findSpeed(lane)).toEqual({ there: 16, back: 16 })
  })
  it('drives 85 percent of a posted limit, miles too, and the usual speed where the limit is a word', () => {
    expect(car.findSpeed(tags({ highway: 'tertiary', maxspeed: '80' }))?.there).toBeCloseTo(68)
    expect(car.findSpeed(tags({ highway: 'tertiary', maxspeed: '30 mph' }))?.there).toBeCloseTo(41.04, 2)
    expect(car.findSpeed(tags({ highway: 'tertiary', maxspeed: 'NL:urban' }))?.there).toBe(45)
  })
  it('takes a car on a ferry only where that is said', () => {
    expect(car.findSpeed(tags({ route: 'ferry' }))).toBeUndefined()
    expect(car.findSpeed(tags({ route: 'ferry', motor_vehicle: 'yes' }))).toEqual({ there: 15, back: 15 })
    expect(foot.findSpeed(tags({ route: 'ferry' }))).toEqual({ there: 15, back: 15 })
  })
})

const extract = (name: string) => join(sharedData ?? '', 'roads', name)

describe.skipIf(sharedData === undefined || !existsSync(extract('osm-delft-station.pbf')))('real extracts', () => {
  it.each([
    // Nine gates that open, and a post where no car may go.
    { name: 'osm-delft-station.pbf', atLeast: 50, barriers: [] },
    { name: 'osm-liechtenstein-2015.osm.pbf', atLeast: 5000, barriers: ['osm-liechtenstein-2015.osm.pbf × 14'] },
  ])('$name gives roads of plausible length and speed, every piece inside the extract or refused by name', async ({ name, atLeast, barriers }) => {
    const { result, findings } = await readSample(describeResource('osm-pbf', name), { [name]: readFileSync(extract(name)) })
    expect(result.table.rowCount).toBeGreaterThan(atLeast)
    const [metres, seconds] = [cellsOf(result, 'metres') as number[], cellsOf(result, 'carSecondsThere') as (number | null)[]]
    for (const [at, own] of seconds.entries()) {
      if (own !== null && own > 0) expect(metres[at]! / own).toBeLessThanOrEqual((0.85 * 150) / 3.6)
    }
    expect(listFindings(findings, 'barriers')).toEqual(barriers)
    expect(result.rowsRefused).toBe(findings.filter(({ code }) => code === 'row-without-node').reduce((sum, { count = 1 }) => sum + count, 0))
  })
})
