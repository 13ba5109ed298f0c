/** The whole import over HTTP, from services that behave and services that do not. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import type { DataPackage, Resource } from '#domain/data-package.ts'
import { INDICATORS } from '#domain/indicators/index.ts'
import type { ReconciliationReport } from '#domain/report.ts'
import { KWB_TABLES } from '#sources/fictional/kwb-columns.ts'
import { describePackage } from '#sources/fictional/package.ts'
import { FICTIONAL_SEED, writeFictionalProvince } from '#sources/fictional/write-fictional-province.ts'
import { buildNetherlandsPackage } from '#sources/packages/netherlands.ts'
import { openStatistics } from '#statistics/open-statistics.ts'
import { runImport } from '#steps/import/run-import.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getFigureColumn } from '#steps/see/figures.ts'
import { expectReadable, readServed, refusalOf, takeSnapshot } from '../../support/import-snapshot.ts'
import type { Fault } from '../../support/replay-server/faults.ts'
import { startReplayServer, type ReplayServer } from '../../support/replay-server/replay-server.ts'
import { sharedData } from '../../support/shared-data.ts'

/** Short waits, so that a service that never answers costs a second and not minutes. */
const SHORT = { backoffMs: 2, maxBackoffMs: 5, idleTimeoutMs: 150, answerTimeoutMs: 1000, connectTimeoutMs: 1000, maxAttempts: 3 }

/** Resources that faults are tried on. */
const FEW = ['kwb-2023', 'kwb-2024', 'population-gemeenten', 'gemeenten-2024', 'places-geonames', 'pc4-gemeente']

let folder: string
let province: string
let server: ReplayServer
/** What the same package gives from disk: the whole province, and the few files that faults are tried on. */
let local: Record<string, unknown>
let localFew: Record<string, unknown>
let home: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'topdorp-services-'))
  province = join(folder, 'province')
  await writeFictionalProvince(province, { seed: FICTIONAL_SEED })
  for (const { table, keys } of KWB_TABLES) await writeFile(join(province, `cbs/odata-v3/${table}/DataProperties.json`), describeTopics(keys))
  const described = describePackage()
  const few = described.resources.filter(({ name }) => FEW.includes(name))
  await writeFile(join(province, 'few.json'), JSON.stringify({ ...described, resources: few }))
  local = await importLocal('datapackage.json')
  localFew = await importLocal('few.json')
  server = await startReplayServer({ sharedData: province, v3RowsPerPage: 200, v4RowsPerPage: 50, gzip: true })
  for (const [name, resources] of [['all', described.resources], ['few', few]] as const) {
    const served = resources.map((resource) => serveResource(resource, server.origin))
    server.files.set(`/${name}.json`, JSON.stringify({ ...described, resources: served }))
  }
})
beforeEach(async () => {
  home = await mkdtemp(join(folder, 'home-'))
})
afterEach(() => server.reset())
afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

/** The list of columns that the feed of CBS has beside every table. */
function describeTopics(keys: readonly string[]): string {
  const topic = (Key: string): object => ({ Type: 'Topic', Key, Title: Key, Datatype: /naam_|Soort|Codering|Indeling|Postcode/.test(Key) ? 'String' : 'Double' })
  return JSON.stringify({ value: [{ Type: 'GeoDetail', Key: 'WijkenEnBuurten', Title: 'Wijken en buurten' }, ...keys.map(topic)] })
}

/** A resource of the province, with its table at the service of CBS, or its file on a web server. */
function serveResource(resource: Resource, origin: string): Resource {
  const feed = `${origin}/ODataFeed/odata/${resource.table}`
  const table = `${origin}/odata/v1/CBS/${resource.table}`
  if (resource.reader === 'cbs-odata-v4') return { ...resource, path: `${table}/Observations`, folder: table }
  if (resource.reader !== 'cbs-odata-v3') return { ...resource, path: [resource.path].flat().map((path) => `${origin}/files/${path}`) }
  const columns = ['ID', 'WijkenEnBuurten', ...(KWB_TABLES.find((known) => known.table === resource.table)?.keys ?? [])]
  const path = `${feed}/TypedDataSet?$format=json&$select=${columns.join(',')}`
  return { ...resource, path, names: `${feed}/WijkenEnBuurten?$format=json`, properties: `${feed}/DataProperties?$format=json` }
}

async function importLocal(name: string): Promise<Record<string, unknown>> {
  const into = join(folder, `from-${name}`)
  await runImport({ location: join(province, name), home: into })
  return takeSnapshot(into)
}

const importServed = (name: 'all' | 'few'): Promise<ReconciliationReport> =>
  runImport({ location: `${server.origin}/${name}.json`, home, fetchOptions: SHORT })

const TABLE_2024 = /85984NED\/TypedDataSet/

describe('an import over HTTP', () => {
  it('brings the same areas, figures, shapes, places and report as an import of the same files from disk', async () => {
    const report = await importServed('all')
    expect(await takeSnapshot(home)).toEqual(local)
    expect(report.resources.every(({ outcome }) => outcome === 'used' || outcome === 'kept')).toBe(true)
    expectReadable(report.findings)
    expect(server.maxConnections).toBeLessThanOrEqual(6)
  })

  const TROUBLES: [what: string, where: RegExp, fault: Fault, times: number][] = [
    ['answers 500 twice', TABLE_2024, { kind: 'status', status: 500 }, 2],
    ['asks to come back later (429 with Retry-After)', TABLE_2024, { kind: 'status', status: 429, headers: { 'Retry-After': '1' } }, 1],
    ['breaks off half-way', /gemeenten-2024|85984NED|Observations/, { kind: 'cut', afterBytes: 20_000 }, 2],
    ['sends half a file as if it were whole', TABLE_2024, { kind: 'unfinished', bytes: 20_000 }, 1],
    ['resets connections', /files|NED/, { kind: 'reset' }, 2],
    ['is slow, but never silent for long', /gemeenten-2024/, { kind: 'slow', bytesPerChunk: 4000, everyMilliseconds: 40 }, Infinity],
  ]
  it.each(TROUBLES)('gives the identical figures when a service %s', async (_, where, fault, times) => {
    server.misbehave(where, fault, times)
    await importServed('few')
    expect(await takeSnapshot(home)).toEqual(localFew)
  })

  it('asks a second time only whether anything changed, and receives no file again', async () => {
    const first = await importServed('few')
    const asked = server.requests.length
    server.reset()
    const second = await importServed('few')
    expect(server.requests).toHaveLength(asked)
    expect(server.requests.map(({ status, bytes }) => [status, bytes])).toEqual(server.requests.map(() => [304, 0]))
    expect(contentOf(second)).toBe(contentOf(first))
    expect(await takeSnapshot(home)).toEqual(localFew)
  })
})

/** The part of a version's name that follows from what went into it. */
function contentOf({ version }: ReconciliationReport): string {
  return version.slice(version.lastIndexOf('-') + 1)
}

describe('an import from a service that stays broken', () => {
  let before: Awaited<ReturnType<typeof readServed>>
  beforeEach(async () => {
    await cp(join(folder, 'from-few.json'), home, { recursive: true })
    before = await readServed(home)
  })

  const GEMEENTEN = /gemeenten-2024/
  const REFUSALS: [what: string, where: RegExp, fault: Fault, code: string, resource: string][] = [
    ['answers 500 for ever', TABLE_2024, { kind: 'status', status: 500 }, 'source-busy', 'kwb-2024'],
    ['shows a page for people instead of data', TABLE_2024, { kind: 'html' }, 'source-html', 'kwb-2024'],
    ['leads to the same page for ever', TABLE_2024, { kind: 'endless', how: 'same-page' }, 'pages-endless', 'kwb-2024'],
    ['leads to ever new pages with the same rows', /Observations/, { kind: 'endless', how: 'new-pages' }, 'pages-endless', 'population-gemeenten'],
    ['falls silent half-way', GEMEENTEN, { kind: 'stall', afterBytes: 3000 }, 'source-timeout', 'gemeenten-2024'],
    ['never answers', GEMEENTEN, { kind: 'no-answer' }, 'source-timeout', 'gemeenten-2024'],
    ['always breaks off at the same place', GEMEENTEN, { kind: 'unfinished', bytes: 3000 }, 'source-incomplete', 'gemeenten-2024'],
    ['no longer has the file', GEMEENTEN, { kind: 'status', status: 404 }, 'source-not-found', 'gemeenten-2024'],
    ['renames the column with the areas', TABLE_2024, { kind: 'rename-column', from: 'WijkenEnBuurten', to: 'Gebieden' }, '', 'kwb-2024'],
  ]
  it.each(REFUSALS)('that %s is refused: the former figures stay, and the file and the reason are named', async (_, where, fault, code, resource) => {
    server.misbehave(where, fault)
    const { code: refusal, findings, subject } = await refusalOf(importServed('few'))
    expect([refusal, subject]).toEqual(['resource-failed', resource])
    const errors = findings.filter(({ severity }) => severity === 'error')
    expect(errors).toMatchObject([{ resource, ...(code === '' ? {} : { code }) }])
    expect(errors[0]?.file).toMatch(where)
    expectReadable(findings)
    expect(await readServed(home)).toEqual(before)
    expect(await takeSnapshot(home)).toEqual(localFew)
  })
})

describe('an import of a table that the publisher changed', () => {
  const POPULATION = 'AantalInwoners_5'
  /** Nothing else is computed from it or weighed by it. */
  const HOME_VALUE = 'GemiddeldeWOZWaardeVanWoningen_39'

  it('refuses the figures of a column that suddenly holds words, and names the file, the row and what stands there', async () => {
    server.misbehave(TABLE_2024, { kind: 'change-type', column: HOME_VALUE, change: () => 'veel' })
    const { findings } = await importServed('few')
    expectReadable(findings)
    const about = findings.filter(({ field }) => field === HOME_VALUE)
    expect(about[0]).toMatchObject({ resource: 'kwb-2024', file: expect.stringMatching(TABLE_2024), row: 0 })
    expect(about[0]?.message.nl).toContain('veel')
    const { missing, values } = getFigureColumn(await open(), 'meanHomeValue', 'neighbourhood', 2024)
    expect(missing.refused).toHaveLength(values.length)
    expect(withoutHomeValue(await takeSnapshot(home))).toEqual(withoutHomeValue(localFew))
  })

  it('refuses only the cells that changed, where a page in the middle holds words', async () => {
    server.misbehave(/85984NED\/TypedDataSet.*skip=200/, { kind: 'change-type', column: HOME_VALUE, change: (value) => (value === null ? null : `${String(value)} of zo`) })
    await importServed('few')
    const { missing, values } = getFigureColumn(await open(), 'meanHomeValue', 'neighbourhood', 2024)
    const before = getFigureColumn(await open(join(folder, 'from-few.json')), 'meanHomeValue', 'neighbourhood', 2024)
    const lost = values.flatMap((value, at) => (value === null && before.values[at] !== null ? [at] : []))
    expect(lost.length).toBeGreaterThan(100)
    expect(lost.length).toBeLessThanOrEqual(200)
    expect(missing.refused).toEqual(expect.arrayContaining(lost))
    expect(values.every((value, at) => value === null || value === before.values[at])).toBe(true)
  })

  it('gives the same figures when all numbers of a column come as text', async () => {
    server.misbehave(TABLE_2024, { kind: 'change-type', column: POPULATION, change: (value) => (value === null ? null : `${String(value)}  `) })
    await importServed('few')
    expect((await takeSnapshot(home))['columns']).toEqual(localFew['columns'])
  })

  it.each([
    ['with its own list of columns', true],
    ['without one', false],
  ])('reads the other columns when one was renamed, at a service %s, and says which one is gone', async (_, hasList) => {
    server.misbehave(TABLE_2024, { kind: 'rename-column', from: HOME_VALUE, to: 'Woningwaarde_39' })
    server.misbehave(/85984NED\/DataProperties/, hasList ? { kind: 'change-text', change: (text) => text.replaceAll(HOME_VALUE, 'Woningwaarde_39') } : { kind: 'status', status: 404 })
    const { findings } = await importServed('few')
    expectReadable(findings)
    expect(findings.find(({ code }) => code === 'column-not-at-source')).toMatchObject({ resource: 'kwb-2024', field: HOME_VALUE, file: expect.stringMatching(TABLE_2024) })
    const { missing, values } = getFigureColumn(await open(), 'meanHomeValue', 'municipality', 2024)
    expect(missing.notInTable).toHaveLength(values.length)
    expect(withoutHomeValue(await takeSnapshot(home))).toEqual(withoutHomeValue(localFew))
  })
})

async function open(from = home): Promise<Statistics> {
  const statistics = await openStatistics(from)
  if (statistics === undefined) throw new Error('nothing was imported')
  return statistics
}

/** All columns but the one that those tests tamper with. */
function withoutHomeValue({ columns }: Record<string, unknown>): [string, unknown][] {
  return Object.entries(columns as Record<string, string>).filter(([key]) => !key.startsWith('meanHomeValue'))
}

/** The addresses of the built-in package, with `$select` and `$filter` and all, on a server that replays real tables. */
describe.skipIf(sharedData === undefined)('an import of real tables over HTTP', () => {
  const REAL = ['kwb-2024', 'population-gemeenten', 'gemeenten-2023', 'places-geonames', 'pc4-gemeente']

  it('brings the same figures from the services as from their recorded answers, also when they fail now and then', { timeout: 60_000 }, async () => {
    const real = sharedData ?? ''
    const service = await startReplayServer({ sharedData: real, gzip: true })
    onTestFinished(() => service.stop())
    const described = JSON.parse(await readFile(join(real, 'datapackage.json'), 'utf8')) as DataPackage
    const recorded = described.resources.filter(({ name }) => REAL.includes(name))
    const copy = join(folder, 'real')
    for (const file of recorded.flatMap(({ path, names, folder: codes }) => [path, names ?? [], codes ?? []].flat())) await cp(join(real, file), join(copy, file), { recursive: true })
    await writeFile(join(copy, 'datapackage.json'), JSON.stringify({ ...described, resources: recorded }))
    const locally = join(folder, 'real-local')
    await runImport({ location: copy, home: locally })

    const live = JSON.stringify(buildNetherlandsPackage(INDICATORS)).replaceAll('https://opendata.cbs.nl', service.origin).replaceAll('https://datasets.cbs.nl', service.origin)
    const builtIn = JSON.parse(live) as DataPackage
    const served = [
      ...builtIn.resources.filter(({ name, reader }) => REAL.includes(name) && reader.startsWith('cbs-odata')),
      ...recorded.filter(({ reader }) => !reader.startsWith('cbs-odata')).map((resource) => serveResource(resource, service.origin)),
    ]
    service.files.set('/datapackage.json', JSON.stringify({ ...builtIn, resources: served }))
    service.misbehave(/TypedDataSet.*skip/, { kind: 'cut', afterBytes: 300_000 }, 1)
    service.misbehave(/Observations/, { kind: 'status', status: 503, headers: { 'Retry-After': '0' } }, 1)
    service.misbehave(/gemeenten-2023/, { kind: 'cut-chunked', afterBytes: 100_000 }, 1)
    await runImport({ location: `${service.origin}/datapackage.json`, home, fetchOptions: { ...SHORT, answerTimeoutMs: 20_000 } })

    const [here, there] = [await takeSnapshot(locally), await takeSnapshot(home)]
    expect(there['columns']).toEqual(here['columns'])
    expect(there['areas']).toEqual(here['areas'])
    expect(there['boundaryChanges']).toEqual(here['boundaryChanges'])
    expect(there['report']).toEqual(here['report'])
  })
})
