/** A column that the publisher renamed costs that column, not the table. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import type { Resource } from '#domain/data-package.ts'
import type { Finding } from '#domain/finding.ts'
import { createFileProvider } from '#sources/http/file-provider.ts'
import { findSelectedColumns, replaceSelect, withSelectFallback } from '#sources/packages/select-fallback.ts'
import { startReplayServer } from '../../support/replay-server/replay-server.ts'

const server = await startReplayServer()
const folder = await mkdtemp(join(tmpdir(), 'topdorp-select-'))
const files = createFileProvider({ baseLocation: folder, downloadsFolder: folder })
afterEach(() => server.reset())
afterAll(async () => {
  await files.close()
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

const table = `${server.origin}/ODataFeed/odata/85984NED`
const ask = async (columns: readonly string[], properties: string | undefined): Promise<{ columns: string[]; findings: Finding[] }> => {
  const findings: Finding[] = []
  const resource: Resource = {
    name: 'kwb-2024',
    path: `${table}/TypedDataSet?$format=json&$select=${columns.join(',')}`,
    reader: 'cbs-odata-v3',
    table: '85984NED',
    ...(properties === undefined ? {} : { properties }),
    sources: [],
    licenses: [],
  }
  const { path } = await withSelectFallback(files, resource, { add: (finding) => findings.push(finding) }).obtain(String(resource.path))
  const { value } = JSON.parse(await readFile(path, 'utf8')) as { value: object[] }
  return { columns: Object.keys(value[0] ?? {}), findings }
}
const PROPERTIES = `${table}/DataProperties?$format=json`

describe('a table asked for columns', () => {
  it('comes as asked when the service has them all, without a finding', async () => {
    expect(await ask(['ID', 'WijkenEnBuurten', 'AantalInwoners_5'], PROPERTIES)).toEqual({ columns: ['ID', 'WijkenEnBuurten', 'AantalInwoners_5'], findings: [] })
  })

  it('comes with the columns that are left when one was renamed, and a finding names that one', async () => {
    const { columns, findings } = await ask(['ID', 'WijkenEnBuurten', 'AantalInwoners_5', 'GemiddeldeWOZWaardeVanWoningen_39'], PROPERTIES)
    expect(columns).toEqual(['ID', 'WijkenEnBuurten', 'AantalInwoners_5'])
    expect(findings).toMatchObject([{ severity: 'warning', code: 'column-not-at-source', resource: 'kwb-2024', field: 'GemiddeldeWOZWaardeVanWoningen_39', count: 1 }])
    expect(findings[0]?.message.nl).toContain('GemiddeldeWOZWaardeVanWoningen_39')
  })

  it('comes with all columns when the table of columns cannot be had', async () => {
    for (const properties of [undefined, `${table}/Nowhere?$format=json`]) {
      const { columns, findings } = await ask(['ID', 'AantalInwoners_5', 'Verdwenen_7'], properties)
      expect(columns).toContain('HuishoudensTotaal_29')
      expect(findings.map(({ code }) => code)).toEqual(['column-not-at-source'])
    }
  })

  it('fails as it would have when the whole table is gone', async () => {
    const gone = `${server.origin}/ODataFeed/odata/00000NED/TypedDataSet?$format=json&$select=ID`
    const findings: Finding[] = []
    const resource: Resource = { name: 'gone', path: gone, reader: 'cbs-odata-v3', sources: [], licenses: [] }
    await expect(withSelectFallback(files, resource, { add: (finding) => findings.push(finding) }).obtain(gone)).rejects.toMatchObject({ name: 'SourceError', location: gone })
    expect(findings).toEqual([])
  })
})

describe('the columns in an address', () => {
  it('are found, replaced and taken out wherever they stand', () => {
    expect(findSelectedColumns('https://x.nl/T?$select=a,b&$format=json')).toEqual(['a', 'b'])
    expect(findSelectedColumns('https://x.nl/T?$format=json')).toBeUndefined()
    expect(replaceSelect('https://x.nl/T?$format=json&$select=a,b&$skip=9', ['b'])).toBe('https://x.nl/T?$format=json&$select=b&$skip=9')
    expect(replaceSelect('https://x.nl/T?$select=a,b&$format=json', undefined)).toBe('https://x.nl/T?$format=json')
    expect(replaceSelect('https://x.nl/T?$format=json&$select=a', undefined)).toBe('https://x.nl/T?$format=json')
    expect(replaceSelect('https://x.nl/T?%24select=a', undefined)).toBe('https://x.nl/T')
  })
})
