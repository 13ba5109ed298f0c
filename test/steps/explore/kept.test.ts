/** What is kept of forecasts beside the figures gives the very same answers. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDerivedStore } from '#statistics/derived-store.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getForecast, KEPT_FORECAST } from '#steps/explore/forecast.ts'
import { KEPT_STREETS } from '#steps/explore/reach/reach-ground.ts'
import { projectArea } from '#steps/explore/project.ts'
import { getSchool } from '#steps/explore/schools/get-school.ts'
import { getSchoolBackTest, KEPT_SCHOOL_BACK_TEST } from '#steps/explore/schools/school-back-test.ts'
import { getSchoolForecast, KEPT_SCHOOLS } from '#steps/explore/schools/school-forecast.ts'
import { getSchoolsUnder } from '#steps/explore/schools/schools-under-scenario.ts'
import { makeSchoolStatistics } from '../../support/school-tables.ts'
import { makeTestStatistics } from '../../support/test-statistics.ts'

let folder: string
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'topdorp-derived-'))))
afterAll(() => rm(folder, { recursive: true, force: true }))

const damaged: string[] = []
const open = (name: string, statistics = makeTestStatistics()): Statistics => ({ ...statistics, derived: openDerivedStore(join(folder, name), (path) => damaged.push(path)) })
/** Whoever reads cannot make it: its tables are gone. */
const withoutTables = (statistics: Statistics): Statistics => ({ ...statistics, readTable: () => Promise.reject(new Error('made anew')) })
const project = (statistics: Statistics, code: string) => projectArea(statistics, { id: code, name: code, areas: [statistics.findArea(code)!], years: 20, scenario: { name: 'x', patches: [{ figure: 'fertilityRates', years: { from: 2024, to: 2040 }, change: { multiplyBy: 1.2 } }] } as never })

describe('a forecast that was kept', () => {
  test('answers as one that is made, to the last bit, for municipalities and buurten, with a scenario', async () => {
    const [maker, reader] = [open('same'), open('same')]
    await KEPT_FORECAST.keep(maker)
    const found = withoutTables(reader)
    for (const code of ['GM9001', 'BU90010000', 'NL00']) expect(await project(found, code)).toEqual(await project(makeTestStatistics(), code))
    expect((await getForecast(found)).prepared.getInputs(2040)).toEqual((await getForecast(makeTestStatistics())).prepared.getInputs(2040))
  })

  test('is one file, which takes the place of that of another program', async () => {
    const statistics = open('one')
    expect(await KEPT_FORECAST.has(statistics)).toBe(false)
    await statistics.derived!.keep('projection', 'of-another-program', Buffer.from('x'))
    expect(await KEPT_FORECAST.has(statistics)).toBe(false)
    await KEPT_FORECAST.keep(statistics)
    expect(await KEPT_FORECAST.has(statistics)).toBe(true)
    const files = await readdir(join(folder, 'one'))
    expect(files).toHaveLength(1)
    expect(files[0]).not.toContain('of-another-program')
  })

  test.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    ['changed in one bit', (bytes: Buffer) => Buffer.from(bytes.map((own, at) => (at === bytes.length >> 1 ? own ^ 1 : own)))],
  ])('of which the file is %s is made anew, and that is said', async (name, damage) => {
    const statistics = open(name)
    await KEPT_FORECAST.keep(statistics)
    const [file] = await readdir(join(folder, name))
    const path = join(folder, name, file!)
    await writeFile(path, damage(await readFile(path)))
    damaged.length = 0
    expect((await project(statistics, 'GM9001')).population).toEqual((await project(makeTestStatistics(), 'GM9001')).population)
    expect(damaged).toEqual([path])
  })

  test('is waited for while another makes it', async () => {
    const found = withoutTables(open('waited'))
    KEPT_FORECAST.awaitMaker(found, KEPT_FORECAST.keep(open('waited')))
    expect((await project(found, 'GM9001')).years[0]).toBe(2024)
  })

  test('does not wait for what is made after it', async () => {
    const found = withoutTables(open('before-others'))
    await KEPT_FORECAST.keep(open('before-others'))
    KEPT_SCHOOLS.awaitMaker(found, new Promise(() => undefined))
    KEPT_STREETS.get('car')!.awaitMaker(found, new Promise(() => undefined))
    expect((await project(found, 'GM9001')).years[0]).toBe(2024)
  })

  test('of which the maker fails is made where it is asked', async () => {
    const statistics = open('failed')
    KEPT_FORECAST.awaitMaker(statistics, Promise.reject(new Error('no memory left')))
    expect((await project(statistics, 'GM9001')).years[0]).toBe(2024)
  })
})

describe('a forecast of schools that was kept', () => {
  const ROWS = [
    { code: '01AA00', name: 'De Terp', pupils: 60 },
    { code: '01AB00', name: 'De Wierde', longitude: 6.63, pupils: 40 },
    { code: '02AB00', name: 'Zonder telling', longitude: 6.75, pupils: NaN },
  ]
  const make = (rows: Parameters<typeof makeSchoolStatistics>[0] = { '2022-05': ROWS.slice(0, 1), '2024-11': ROWS }) => makeSchoolStatistics(rows)
  const keepBoth = async (statistics: Statistics): Promise<void> => {
    await KEPT_FORECAST.keep(statistics)
    await KEPT_SCHOOLS.keep(statistics)
  }

  test('is the one that is made, to the last bit', async () => {
    await keepBoth(open('schools', make()))
    const [found, made] = [await getSchoolForecast(withoutTables(open('schools', make()))), await getSchoolForecast(make())]
    expect(found).toEqual(made)
    expect(found.justOpened).toEqual(new Set(['01AB00', '02AB00']))
  })

  test('answers for one school and under a scenario as one that is made', async () => {
    const [kept, made] = [open('schools-asked', make()), make()]
    await keepBoth(kept)
    const found = open('schools-asked', make())
    expect(await getSchool(found, '01AA00')).toEqual(await getSchool(made, '01AA00'))
    // A school is found in it by being the same one.
    const closing = { name: 'x', patches: [], facilities: { closed: [{ type: 'primarySchool', id: '01AB00' }] } } as never
    const { closed, outlook } = await getSchoolsUnder(found, closing)
    expect(closed.map(({ code }) => code)).toEqual(['01AB00'])
    expect(outlook).toEqual((await getSchoolsUnder(made, closing)).outlook)
  })

  test('is not that of other figures, nor of another kind', async () => {
    const first = open('schools-first', make())
    await keepBoth(first)
    expect(await KEPT_SCHOOLS.has(open('schools-second', make()))).toBe(false)
    const only = open('schools-only', make())
    await KEPT_FORECAST.keep(only)
    expect(await KEPT_SCHOOLS.has(only)).toBe(false)
  })

  test('and the check of it on history, or why there is none, is the one that is made', async () => {
    const two = () => make({ '2022-05': ROWS.slice(0, 2).map((row, at) => ({ ...row, code: at === 0 ? '03AA00' : row.code })), '2024-11': ROWS })
    const maker = open('schools-history', two())
    await keepBoth(maker)
    await KEPT_SCHOOL_BACK_TEST.keep(maker)
    expect(await getSchoolBackTest(withoutTables(open('schools-history', two())))).toEqual(await getSchoolBackTest(two()))
    const once = () => make({ '2024-11': ROWS })
    const single = open('schools-once', once())
    await keepBoth(single)
    await KEPT_SCHOOL_BACK_TEST.keep(single)
    await expect(getSchoolBackTest(withoutTables(open('schools-once', once())))).rejects.toMatchObject({ problem: 'oneMomentOfSchools', subject: '1' })
  })

  test('says that there are none, so that nobody looks for them at every start', async () => {
    const none = () => make({ '2024-11': ROWS.slice(2) })
    await keepBoth(open('schools-none', none()))
    expect(await KEPT_SCHOOLS.has(open('schools-none', none()))).toBe(true)
    await expect(getSchoolForecast(open('schools-none', none()))).rejects.toMatchObject({ problem: 'noFacilities' })
  })
})
