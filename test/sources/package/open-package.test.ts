/** A data package is opened, or everything that is wrong with it is said at once. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { SourceError } from '#domain/reader.ts'
import { createFileProvider } from '#sources/http/file-provider.ts'
import { DataPackageError, openDataPackage, type OpenedPackage } from '#sources/package/open-package.ts'
import { startReplayServer } from '../../support/replay-server/replay-server.ts'
import { sharedData } from '../../support/shared-data.ts'

const GOOD = { name: 'test', resources: [{ name: 'a', path: 'a.csv', reader: 'csv' }] }

async function createFolder(content?: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'topdorp-package-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  if (content !== undefined) await writeFile(path.join(folder, 'datapackage.json'), content)
  return folder
}

async function open(location: string): Promise<OpenedPackage> {
  const files = createFileProvider({ baseLocation: location, downloadsFolder: await createFolder(), fetchOptions: { maxAttempts: 1 } })
  onTestFinished(() => files.close())
  return openDataPackage(location, files)
}

async function refusalOf(content: unknown): Promise<SourceError> {
  const folder = await createFolder(typeof content === 'string' ? content : JSON.stringify(content))
  const outcome = await open(folder).catch((error: unknown) => error)
  if (outcome instanceof SourceError) return outcome
  throw new Error('expected a SourceError', { cause: outcome })
}

describe('a data package', () => {
  it('is opened by its folder as by its file, also with a byte order mark', async () => {
    const folder = await createFolder(`\uFEFF${JSON.stringify(GOOD)}`)
    for (const location of [folder, path.join(folder, 'datapackage.json'), path.relative(process.cwd(), folder)]) {
      const opened = await open(location)
      expect([opened.baseLocation, opened.package.resources[0]?.name]).toEqual([folder, 'a'])
    }
  })

  it('is opened behind an address, of the file or of its folder', async () => {
    const server = await startReplayServer({ files: { '/pack/datapackage.json': JSON.stringify(GOOD) } })
    onTestFinished(() => server.stop())
    for (const location of [`${server.origin}/pack/datapackage.json`, `${server.origin}/pack/`]) {
      const opened = await open(location)
      expect([opened.baseLocation, opened.package.name]).toEqual([`${server.origin}/pack/`, 'test'])
    }
  })

  it.skipIf(sharedData === undefined)('with the real data is opened', async () => {
    const opened = await open(sharedData ?? '')
    expect(opened.package.resources.length).toBeGreaterThan(40)
  })

  it('that does not exist is named', async () => {
    const missing = path.join(await createFolder(), 'none.json')
    await expect(open(missing)).rejects.toMatchObject({ code: 'package-not-found', messages: { nl: expect.stringContaining(missing) as string } })
    await expect(open(await createFolder())).rejects.toMatchObject({ code: 'package-not-found' })
  })
})

describe('a data package that is not JSON', () => {
  it('has the line and column named where it goes wrong', async () => {
    const error = await refusalOf('{\n  "name": "test",\n  "resources": [,]\n}')
    expect(error.code).toBe('package-not-json')
    expect(error.messages.en).toMatch(/line 3, column 17: expected a value: .*found “,\]”/)
    expect(error.messages.nl).toContain('regel 3, kolom 17')
  })

  it('because it stops half-way has that said', async () => {
    expect((await refusalOf('{"name": "test"')).messages.en).toContain('line 1, column 16: expected a comma or }, found nothing')
  })
})

describe('a data package with mistakes', () => {
  it('has every one of them told: resource, field, found and expected', async () => {
    const error = await refusalOf({
      name: 7,
      resources: [
        { name: 'A b', path: [], reader: 3 },
        { name: 'x', path: ['a.csv', 4], reader: 'csv', year: '2020', sources: [{}] },
        { path: 'a.csv', reader: 'csv' },
      ],
    })
    expect(error).toBeInstanceOf(DataPackageError)
    const told = (error as DataPackageError).problems.map(({ resource, field, found }) => [resource, field, found.en])
    expect(told).toEqual([
      [undefined, 'name', '7'],
      ['A b', 'name', '"A b"'],
      ['A b', 'path', 'an empty list'],
      ['A b', 'reader', '3'],
      ['x', 'path', 'a list of 2'],
      ['x', 'year', '"2020"'],
      ['x', 'sources[0].title', 'nothing'],
      ['3', 'name', 'nothing'],
    ])
    expect(error.messages.en).toContain('there are 8 mistakes. The package, field “name”: found 7, expected text.')
    expect(error.messages.nl).toContain('Bron “x”, veld “year”: gevonden "2020", verwacht een getal.')
  })

  it('because two resources have one name has the second named', async () => {
    const error = await refusalOf({ ...GOOD, resources: [GOOD.resources[0], { ...GOOD.resources[0], path: 'b.csv' }] })
    expect(error.messages.en).toContain('Resource “2”, field “name”: found "a", expected a name not used before (resource 1 has it)')
  })

  it.each(['../a.csv', '/etc/passwd', 'file:///etc/passwd'])('because a path leads outside (%s) is refused before anything is read', async (location) => {
    const error = await refusalOf({ name: 'test', resources: [{ name: 'a', path: 'a.csv', reader: 'csv', names: location }] })
    expect(error.messages.nl).toContain(`Bron “a”, veld “names”: gevonden "${location}", verwacht een http- of https-adres`)
  })

  it.each([['null'], ['[]'], ['"text"'], ['{}'], ['{"name":"x","resources":{}}'], ['{"name":"x","resources":[null]}']])('such as %s is refused in words', async (text) => {
    const error = await refusalOf(text)
    expect([error.code, error.messages.nl.includes('verwacht')]).toEqual(['package-invalid', true])
  })

  it('is not refused over a reader nobody knows: that is for the import to say', async () => {
    const folder = await createFolder(JSON.stringify({ ...GOOD, resources: [{ name: 'a', path: 'a.x', reader: 'shapefile' }] }))
    expect((await open(folder)).package.resources[0]?.reader).toBe('shapefile')
  })
})
