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

describe('who may travel a road', () => {
  const tags = (own: Record<string, string>) => new Map(Object.entries(own))
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
    { name: 'osm-delft-station.pbf', atLeast: 50 },
    { name: 'osm-liechtenstein-2015.osm.pbf', atLeast: 5000 },
  ])('$name gives roads of plausible length and speed, every piece inside the extract or refused by name', async ({ name, atLeast }) => {
    const { result, findings } = await readSample(describeResource('osm-pbf', name), { [name]: readFileSync(extract(name)) })
    expect(result.table.rowCount).toBeGreaterThan(atLeast)
    const [metres, seconds] = [cellsOf(result, 'metres') as number[], cellsOf(result, 'carSecondsThere') as (number | null)[]]
    for (const [at, own] of seconds.entries()) {
      if (own !== null && own > 0) expect(metres[at]! / own).toBeLessThanOrEqual((0.85 * 150) / 3.6)
    }
    expect(result.rowsRefused).toBe(findings.filter(({ code }) => code === 'row-without-node').reduce((sum, { count = 1 }) => sum + count, 0))
  })
})
