/** The replay server is itself checked: a test against a server that does not misbehave proves nothing. */
import { describe, expect, it } from 'vitest'
import { sharedData } from '../../support/shared-data.ts'
import type { ReplayServer } from '../../support/replay-server/replay-server.ts'
import { serve } from './download-test.ts'

interface Page {
  readonly value: readonly Record<string, unknown>[]
  readonly 'odata.nextLink'?: string
  readonly '@odata.nextLink'?: string
}

async function readPages(url: string): Promise<Page[]> {
  const pages: Page[] = []
  for (let next: string | undefined = url; next !== undefined && pages.length < 20; ) {
    const page = (await (await fetch(next)).json()) as Page
    pages.push(page)
    next = page['odata.nextLink'] ?? page['@odata.nextLink']
  }
  return pages
}

const feedOf = (server: ReplayServer, table: string): string => `${server.origin}/ODataFeed/odata/${table}/TypedDataSet?$format=json`

describe('the replayed feed of CBS', () => {
  it('comes in pages that lead to one another and hold each row once', async () => {
    const pages = await readPages(feedOf(await serve({ v3RowsPerPage: 10 }), '85984NED'))
    expect(pages.map((page) => page.value.length)).toEqual([10, 10, 10, 4])
    expect(pages.flatMap((page) => page.value.map((row) => row['ID']))).toEqual(Array.from({ length: 34 }, (_, id) => id))
  })

  it('keeps $select on every page, and answers 400 to a column it does not have', async () => {
    const server = await serve({ v3RowsPerPage: 10 })
    const pages = await readPages(`${feedOf(server, '85984NED')}&$select=ID,AantalInwoners_5`)
    expect(new Set(pages.flatMap((page) => page.value.flatMap((row) => Object.keys(row))))).toEqual(new Set(['ID', 'AantalInwoners_5']))
    expect((await fetch(`${feedOf(server, '85984NED')}&$select=Inwoners`)).status).toBe(400)
  })

  it('is XML, as the live one, for who forgets to ask for JSON', async () => {
    const server = await serve()
    const answer = await fetch(`${server.origin}/ODataFeed/odata/85984NED/TypedDataSet`)
    expect(answer.headers.get('content-type')).toContain('xml')
  })

  it('renames a column and changes a type on demand', async () => {
    const server = await serve()
    server.misbehave(/TypedDataSet/, { kind: 'rename-column', from: 'AantalInwoners_5', to: 'Inwoners_6' })
    server.misbehave(/TypedDataSet/, { kind: 'change-type', column: 'ID', change: String })
    const [page] = await readPages(feedOf(server, '85984NED'))
    expect(page?.value[0]).toMatchObject({ ID: '0', Inwoners_6: expect.any(Number) as number })
    expect(page?.value[0]).not.toHaveProperty('AantalInwoners_5')
    expect((await fetch(`${feedOf(server, '85984NED')}&$select=AantalInwoners_5`)).status).toBe(400)
  })

  it.each([
    ['same-page', 1],
    ['circle', 4],
    ['new-pages', 20],
  ] as const)('never ends on demand (%s)', async (how, differentPages) => {
    const server = await serve({ v3RowsPerPage: 10 })
    server.misbehave(/TypedDataSet/, { kind: 'endless', how })
    expect(await readPages(feedOf(server, '85984NED'))).toHaveLength(20)
    expect(new Set(server.requests.map((request) => new URL(request.path, server.origin).searchParams.get('$skip') ?? '0')).size).toBe(differentPages)
  })

  it.skipIf(sharedData === undefined)('has 17,942,942 inhabitants in 342 municipalities in the recorded table of 2024', { timeout: 60_000 }, async () => {
    const server = await serve({ sharedData: sharedData ?? '' })
    const pages = await readPages(`${feedOf(server, '85984NED')}&$select=WijkenEnBuurten,AantalInwoners_5`)
    expect(pages.map((page) => page.value.length)).toEqual([10_000, 8310])
    const municipalities = pages.flatMap((page) => page.value).filter((row) => String(row['WijkenEnBuurten']).startsWith('GM'))
    expect(municipalities).toHaveLength(342)
    expect(municipalities.reduce((sum, row) => sum + Number(row['AantalInwoners_5']), 0)).toBe(17_942_942)
  })
})

describe('the replayed version 4', () => {
  it('comes in pages and answers a filter', async () => {
    const server = await serve({ v4RowsPerPage: 3 })
    const table = `${server.origin}/odata/v1/CBS/03759ned`
    expect((await readPages(`${table}/Observations`)).map((page) => page.value.length)).toEqual([3, 3, 2])
    const filtered = await readPages(`${table}/Observations?$filter=startswith(RegioS,'GM') and (Perioden eq '2024JJ00' or Value lt 0)`)
    expect(filtered.flatMap((page) => page.value.map((row) => row['RegioS']))).toEqual(['GM9001', 'GM9002', 'GM9003'])
    expect((await fetch(`${table}/Observations?$filter=Regio eq 'GM9001'`)).status).toBe(400)
  })

  it('leads to its code lists on the same server', async () => {
    const server = await serve()
    const dimensions = (await (await fetch(`${server.origin}/odata/v1/CBS/03759ned/Dimensions`)).json()) as Page
    const codes = (await (await fetch(String(dimensions.value[0]?.['CodesUrl']))).json()) as Page
    expect(codes.value.map((code) => code['Identifier'])).toEqual(['NL01', 'GM9001', 'GM9002', 'GM9003'])
  })
})
