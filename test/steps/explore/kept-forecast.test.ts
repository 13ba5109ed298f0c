/** What is kept of a forecast beside the figures gives the very same projection. */
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDerivedStore } from '#statistics/derived-store.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { awaitMaker, getForecast, hasContents, keepContents } from '#steps/explore/forecast.ts'
import { projectArea } from '#steps/explore/project.ts'
import { makeTestStatistics } from '../../support/test-statistics.ts'

let folder: string
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'topdorp-derived-'))))
afterAll(() => rm(folder, { recursive: true, force: true }))

const open = (name: string): Statistics => ({ ...makeTestStatistics(), derived: openDerivedStore(join(folder, name)) })
const project = (statistics: Statistics, code: string) => projectArea(statistics, { id: code, name: code, areas: [statistics.findArea(code)!], years: 20, scenario: { name: 'x', patches: [{ figure: 'fertilityRates', years: { from: 2024, to: 2040 }, change: { multiplyBy: 1.2 } }] } as never })

describe('a forecast that was kept', () => {
  test('answers as one that is made, to the last bit, for municipalities and buurten, with a scenario', async () => {
    const [maker, reader] = [open('same'), open('same')]
    await keepContents(maker)
    // Whoever reads cannot make it: its tables are gone.
    const found = { ...reader, readTable: () => Promise.reject(new Error('made anew')) }
    for (const code of ['GM9001', 'BU90010000', 'NL00']) expect(await project(found, code)).toEqual(await project(makeTestStatistics(), code))
    expect((await getForecast(found)).prepared.getInputs(2040)).toEqual((await getForecast(makeTestStatistics())).prepared.getInputs(2040))
  })

  test('is one file, which takes the place of that of another program', async () => {
    const statistics = open('one')
    expect(await hasContents(statistics)).toBe(false)
    await statistics.derived!.keep('projection', 'of-another-program', Buffer.from('x'))
    expect(await hasContents(statistics)).toBe(false)
    await keepContents(statistics)
    expect(await hasContents(statistics)).toBe(true)
    const files = await readdir(join(folder, 'one'))
    expect(files).toHaveLength(1)
    expect(files[0]).not.toContain('of-another-program')
  })

  test('that was cut off is made anew', async () => {
    const statistics = open('cut')
    await keepContents(statistics)
    const [file] = await readdir(join(folder, 'cut'))
    await writeFile(join(folder, 'cut', file!), Buffer.from('half of it'))
    expect((await project(statistics, 'GM9001')).population).toEqual((await project(makeTestStatistics(), 'GM9001')).population)
  })

  test('is waited for while another makes it', async () => {
    const found = { ...open('waited'), readTable: () => Promise.reject(new Error('made anew')) }
    awaitMaker(found, keepContents(open('waited')))
    expect((await project(found, 'GM9001')).years[0]).toBe(2024)
  })

  test('of which the maker fails is made where it is asked', async () => {
    const statistics = open('failed')
    awaitMaker(statistics, Promise.reject(new Error('no memory left')))
    expect((await project(statistics, 'GM9001')).years[0]).toBe(2024)
  })
})
