/** The readers on the services of CBS as a local server replays them over HTTP, well and badly. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Resource } from '#domain/data-package.ts'
import type { Finding } from '#domain/finding.ts'
import { SourceError } from '#domain/reader.ts'
import type { ReadResult } from '#domain/table.ts'
import { createFileProvider } from '#sources/http/file-provider.ts'
import { cellsOf, describeResource, getReader, listFindings } from '../support/read-sample.ts'
import { startReplayServer, type ReplayServer } from '../support/replay-server/replay-server.ts'

let server: ReplayServer
let folder: string
beforeAll(async () => {
  server = await startReplayServer({ v3RowsPerPage: 10, v4RowsPerPage: 3 })
})
afterEach(async () => {
  server.reset()
  await rm(folder, { recursive: true, force: true })
})
afterAll(() => server.stop())

async function read(resource: Resource): Promise<{ result: ReadResult; findings: Finding[] }> {
  folder = await mkdtemp(join(tmpdir(), 'topdorp-replayed-'))
  const files = createFileProvider({ downloadsFolder: folder, baseLocation: folder })
  const findings: Finding[] = []
  try {
    return { result: await getReader(resource.reader).read(resource, files, { add: (finding) => void findings.push(finding) }), findings }
  } finally {
    await files.close()
  }
}

const feed = (query = ''): Resource =>
  describeResource('cbs-odata-v3', `${server.origin}/ODataFeed/odata/85984NED/TypedDataSet?$format=json${query}`, {
    names: `${server.origin}/ODataFeed/odata/85984NED/WijkenEnBuurten?$format=json`,
    properties: `${server.origin}/ODataFeed/odata/85984NED/DataProperties?$format=json`,
  })
const observations = (): Resource => {
  const table = `${server.origin}/odata/v1/CBS/03759ned`
  return describeResource('cbs-odata-v4', `${table}/Observations`, { folder: table })
}
const ROWS = 1 + 3 * (1 + 2 * (1 + 4))

describe('the feed of CBS', () => {
  it('is read over all its pages, with names and topics', async () => {
    const { result, findings } = await read(feed())
    expect([result.table.rowCount, result.rowsRead]).toEqual([ROWS, ROWS])
    expect(result.codes.get('WijkenEnBuurten')).toHaveLength(ROWS)
    expect(result.codes.get('Topics')?.map(({ code }) => code)).toContain('AantalInwoners_5')
    expect(findings).toEqual([])
    const people = cellsOf(result, 'AantalInwoners_5').map(Number)
    const municipal = people.filter((_, row) => String(cellsOf(result, 'WijkenEnBuurten')[row]).startsWith('GM'))
    expect(municipal.reduce((sum, count) => sum + count, 0)).toBe(people[0])
  })

  it('gives the columns that are selected, on every page', async () => {
    const { result, findings } = await read(feed('&$select=ID,WijkenEnBuurten,AantalInwoners_5'))
    expect(result.table.columns.map(({ name }) => name)).toEqual(['ID', 'WijkenEnBuurten', 'AantalInwoners_5'])
    expect([result.table.rowCount, findings]).toEqual([ROWS, []])
  })

  it.each(['same-page', 'circle', 'new-pages'] as const)('that never ends (%s) is an error and not an endless import', async (how) => {
    server.misbehave(/TypedDataSet/, { kind: 'endless', how })
    const error: unknown = await read(feed()).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(SourceError)
    expect((error as SourceError).code).toBe('pages-endless')
    expect(server.requests.length).toBeLessThan(20)
  })

  it('that renames its dimension is an error that names it', async () => {
    server.misbehave(/TypedDataSet/, { kind: 'rename-column', from: 'WijkenEnBuurten', to: 'Gebieden' })
    await expect(read(feed())).rejects.toThrow(/column that is needed is missing.*WijkenEnBuurten/)
  })

  it('that sends text among numbers half-way has those cells refused, by row and column', async () => {
    server.misbehave(/\$skip=10$/, { kind: 'change-type', column: 'AantalInwoners_5', change: (value) => `${String(value)}?` })
    const { result, findings } = await read(feed())
    expect(cellsOf(result, 'AantalInwoners_5').filter((cell) => cell === null)).toHaveLength(10)
    expect(findings.filter(({ code }) => code === 'cell-refused').map(({ row }) => row)).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18, 19])
  })

  it('that sends all numbers as text is read as numbers, which is told', async () => {
    const good = await read(feed())
    server.misbehave(/TypedDataSet/, { kind: 'change-type', column: 'GemiddeldeHuishoudensgrootte_33', change: String })
    const changed = await read(feed())
    expect(cellsOf(changed.result, 'GemiddeldeHuishoudensgrootte_33')).toEqual(cellsOf(good.result, 'GemiddeldeHuishoudensgrootte_33'))
    expect(listFindings(changed.findings, 'numbers-sent-as-text')).toHaveLength(1)
  })
})

describe('version 4 of the service', () => {
  it('is read over all pages of observations, with its code lists', async () => {
    const { result, findings } = await read(observations())
    expect(result.table.rowCount).toBe(8)
    expect([...result.codes.keys()]).toContain('RegioS')
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([])
  })

  it.each(['same-page', 'circle', 'new-pages'] as const)('that never ends (%s) is an error', async (how) => {
    server.misbehave(/Observations/, { kind: 'endless', how })
    await expect(read(observations())).rejects.toThrow(/keeps leading to the same data/)
  })
})
