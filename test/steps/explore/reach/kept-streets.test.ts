/** Streets that were kept beside the figures give the very same answers, and are not made again. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDerivedStore } from '#statistics/derived-store.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { NEEDED_TABLES } from '#steps/explore/inputs/projection-tables.ts'
import { listNotKept } from '#steps/explore/list-kept.ts'
import { getReachColumn } from '#steps/explore/reach/reach-column.ts'
import { getStreets, KEPT_STREETS } from '#steps/explore/reach/reach-ground.ts'
import { TRAVEL_MODES } from '#steps/explore/reach/travel-modes.ts'
import { addStreetTables, cutStreet, makeStreetTable, type Street } from '../../../support/street-tables.ts'
import { makeTestStatistics } from '../../../support/test-statistics.ts'

let folder: string
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'topdorp-streets-'))))
afterAll(() => rm(folder, { recursive: true, force: true }))

const at = (column: number): readonly [number, number] => [6.61 + 0.02 * column, 53.01]
/** From the school at the first buurt to the second, around a lake; and two crossings that are too few. */
const LAKE: readonly Street[] = cutStreet({ from: [1, ...at(0)], to: [3, ...at(1)], seconds: 7200 }, 80, 1000)
const FEW: readonly Street[] = [{ from: [90_001, 6.7, 53], to: [90_002, 6.71, 53], seconds: 60 }]
const EXTRACTS = { few: makeStreetTable(FEW), lake: makeStreetTable(LAKE) }
const SCHOOLS = { facilityType: 'primarySchool', mode: 'foot', normMinutes: 60, level: 'neighbourhood' } as const

/** Statistics with streets, as opened at a start, and how often a table of streets was read since: streets are made of nothing else. */
function open(name: string, extracts: Parameters<typeof addStreetTables>[1] = EXTRACTS) {
  const base = addStreetTables(makeTestStatistics(), extracts)
  const counts = { readings: 0 }
  const damaged: string[] = []
  const readTable = (resource: string) => {
    if (resource in extracts) counts.readings++
    return base.readTable(resource)
  }
  const statistics: Statistics = { ...base, readTable, derived: openDerivedStore(join(folder, name), (path) => damaged.push(path)) }
  return { statistics, counts, damaged }
}

const keepAll = async (statistics: Statistics): Promise<void> => {
  for (const kept of KEPT_STREETS.values()) await kept.keep(statistics)
}
const makeFoot = () => getStreets(addStreetTables(makeTestStatistics(), EXTRACTS), 'foot')

describe('streets that were kept', () => {
  test('are not made again at a next start, and answer as those that are made', async () => {
    const first = open('same')
    await keepAll(first.statistics)
    expect(first.counts.readings).toBe(6)
    const { statistics, counts } = open('same')
    const made = addStreetTables(makeTestStatistics(), EXTRACTS)
    for (const { id } of TRAVEL_MODES) expect(await getStreets(statistics, id)).toEqual(await getStreets(made, id))
    expect(await getReachColumn(statistics, SCHOOLS)).toEqual(await getReachColumn(made, SCHOOLS))
    expect((await getReachColumn(statistics, SCHOOLS)).overNetworks.streets).toBe(2)
    expect(counts.readings).toBe(0)
  })

  test('are held in memory that threads share', async () => {
    await keepAll(open('shared').statistics)
    const prepared = (await getStreets(open('shared').statistics, 'foot'))!.prepared!
    for (const array of [prepared.tree, prepared.hierarchy.upTicks, prepared.network.longitudes, prepared.network.graph.heads]) expect(array.buffer).toBeInstanceOf(SharedArrayBuffer)
  })

  test('are one file a mode, which takes the place of that of another program', async () => {
    const { statistics, counts } = open('one')
    await statistics.derived!.keep('streets-foot', 'of-another-program', Buffer.from('x'))
    expect(await KEPT_STREETS.get('foot')!.has(statistics)).toBe(false)
    await KEPT_STREETS.get('foot')!.keep(statistics)
    expect(counts.readings).toBe(2)
    const files = await readdir(join(folder, 'one'))
    expect(files).toEqual([expect.stringMatching(/^streets-foot-[0-9a-f]{20}\.bin$/)])
    expect([await KEPT_STREETS.get('foot')!.has(statistics), await KEPT_STREETS.get('bicycle')!.has(statistics)]).toEqual([true, false])
  })

  test.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    ['changed in one bit', (bytes: Buffer) => Buffer.from(bytes.map((own, place) => (place === bytes.length >> 1 ? own ^ 1 : own)))],
  ])('of which the file is %s are made again, and that is said', async (name, damage) => {
    await KEPT_STREETS.get('foot')!.keep(open(name).statistics)
    const path = join(folder, name, (await readdir(join(folder, name)))[0]!)
    await writeFile(path, damage(await readFile(path)))
    const { statistics, counts, damaged } = open(name)
    expect(await getStreets(statistics, 'foot')).toEqual(await makeFoot())
    expect([counts.readings, damaged]).toEqual([2, [path]])
    // The process that keeps makes it again, and the start after that finds it.
    await KEPT_STREETS.get('foot')!.keep(statistics)
    const next = open(name)
    expect(await getStreets(next.statistics, 'foot')).toEqual(await makeFoot())
    expect([next.counts.readings, next.damaged]).toEqual([0, []])
  })

  test('say that there are none, so that nobody looks for them at every start', async () => {
    const none = { few: { ...EXTRACTS.few, columns: EXTRACTS.few.columns.filter(({ name }) => !name.startsWith('foot')) } }
    await KEPT_STREETS.get('foot')!.keep(open('none', none).statistics)
    const { statistics, counts } = open('none', none)
    expect([await KEPT_STREETS.get('foot')!.has(statistics), await getStreets(statistics, 'foot'), counts.readings]).toEqual([true, undefined, 0])
  })
})

describe('what is still to be kept', () => {
  const listKinds = async (statistics: Statistics) => (await listNotKept(statistics)).map(({ kind }) => kind)
  const addProjectionTables = (statistics: Statistics): Statistics => ({ ...statistics, sources: [...statistics.sources, ...NEEDED_TABLES.map((resource) => ({ ...statistics.sources[0]!, resource }))] })

  test('are the streets of every mode where there are extracts: small ones before all else, and large ones after it', async () => {
    const statistics = addProjectionTables(open('listed').statistics)
    const large = { ...statistics, sources: statistics.sources.map((source) => (source.resource === 'lake' ? { ...source, files: source.files.map((file) => ({ ...file, bytes: 1e9 })) } : source)) }
    expect(await listKinds(statistics)).toEqual(['streets-car', 'streets-bicycle', 'streets-foot', 'projection', 'schools', 'school-back-test'])
    expect(await listKinds(large)).toEqual(['projection', 'schools', 'school-back-test', 'streets-car', 'streets-bicycle', 'streets-foot'])
    await KEPT_STREETS.get('bicycle')!.keep(statistics)
    expect(await listKinds(large)).toEqual(['projection', 'schools', 'school-back-test', 'streets-car', 'streets-foot'])
  })

  test('are no streets where there is no extract', async () => {
    expect(await listKinds(addProjectionTables(open('without', {}).statistics))).toEqual(['projection', 'schools', 'school-back-test'])
  })
})
