/** Readers get files by the names the data package gives them, and nothing outside the package. */
import { mkdir, symlink, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { SourceError } from '#domain/reader.ts'
import { createFileProvider, type ClosableFileProvider } from '#sources/http/file-provider.ts'
import { resolveLocation } from '#sources/http/resolve-location.ts'
import { createFolder, failureOf, serve, textOf } from './download-test.ts'

async function provide(baseLocation: string): Promise<ClosableFileProvider> {
  const files = createFileProvider({ baseLocation, downloadsFolder: await createFolder() })
  onTestFinished(() => files.close())
  return files
}

describe('a package in a folder', () => {
  it('has its files given with size, SHA-256 and the moment they were last changed', async () => {
    const folder = await createFolder()
    await mkdir(path.join(folder, 'cbs'))
    await writeFile(path.join(folder, 'cbs/a.csv'), 'abc')
    await utimes(path.join(folder, 'cbs/a.csv'), new Date(0), new Date('2024-05-06T07:08:09Z'))
    expect(await (await provide(folder)).obtain('cbs/a.csv')).toEqual({
      location: 'cbs/a.csv',
      path: path.join(folder, 'cbs/a.csv'),
      bytes: 3,
      sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
      retrievedAt: '2024-05-06T07:08:09.000Z',
    })
  })

  it('has a missing file named, with its whole path', async () => {
    const folder = await createFolder()
    const error = await failureOf((await provide(folder)).obtain('cbs/none.csv'))
    expect([error.code, error.location]).toEqual(['file-missing', 'cbs/none.csv'])
    expect(error.messages.nl).toContain(`Het bestand ${path.join(folder, 'cbs/none.csv')} bestaat niet`)
  })

  it('has a folder in the place of a file refused', async () => {
    const folder = await createFolder()
    await mkdir(path.join(folder, 'cbs'))
    expect((await failureOf((await provide(folder)).obtain('cbs'))).code).toBe('file-not-a-file')
  })

  it('does not reach outside through a symbolic link', async () => {
    const [folder, elsewhere] = [await createFolder(), await createFolder()]
    await writeFile(path.join(elsewhere, 'secret.csv'), 'secret')
    await symlink(path.join(elsewhere, 'secret.csv'), path.join(folder, 'open.csv'))
    expect((await failureOf((await provide(folder)).obtain('open.csv'))).code).toBe('path-outside-package')
  })

  it('may itself be reached through a symbolic link', async () => {
    const [folder, elsewhere] = [await createFolder(), await createFolder()]
    await writeFile(path.join(elsewhere, 'a.csv'), 'abc')
    await symlink(elsewhere, path.join(folder, 'package'))
    expect((await (await provide(path.join(folder, 'package'))).obtain('a.csv')).bytes).toBe(3)
  })
})

describe('a package behind an address', () => {
  it('has its relative paths fetched from beside it', async () => {
    const server = await serve({ files: { '/data/cbs/a.json': '{"value":[]}' } })
    const file = await (await provide(`${server.origin}/data/`)).obtain('cbs/a.json')
    expect([file.location, await textOf(file)]).toEqual([`${server.origin}/data/cbs/a.json`, '{"value":[]}'])
  })

  it('has every location fetched once', async () => {
    const server = await serve({ files: { '/data/a.json': '{"value":[]}' } })
    const files = await provide(`${server.origin}/data/`)
    await Promise.all([files.obtain('a.json'), files.obtain('a.json'), files.obtain(`${server.origin}/data/a.json`)])
    expect(server.requests).toHaveLength(1)
  })
})

describe('a path in a package', () => {
  it.each([
    ['/etc/passwd', 'path-absolute'],
    ['C:\\data\\a.csv', 'path-absolute'],
    ['\\\\server\\share', 'path-absolute'],
    ['~/a.csv', 'path-absolute'],
    ['../a.csv', 'path-outside-package'],
    ['cbs/../../a.csv', 'path-outside-package'],
    ['cbs\\..\\a.csv', 'path-outside-package'],
    ['file:///etc/passwd', 'path-scheme'],
    ['s3://bucket/a.csv', 'path-scheme'],
    ['http://', 'location-invalid'],
  ])('%s is refused (%s), on disk as on the web', (location, code) => {
    for (const base of ['/home/me/package', 'https://example.org/package/']) {
      let refusal: unknown
      try {
        resolveLocation(base, location)
      } catch (error) {
        refusal = error
      }
      expect(refusal).toBeInstanceOf(SourceError)
      expect((refusal as SourceError).code).toBe(code)
      expect((refusal as SourceError).messages.nl).toContain(`“${location}”`)
    }
  })

  it('never leads outside the package, whatever it is', () => {
    const piece = fc.constantFrom('..', '.', '/', '\\', '%2e%2e', '%2F', 'a', '?', '#', ':', ' ', '~', '\t', '\n', '//x.org', '@')
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }).map((pieces) => pieces.join('')), (location) => {
        for (const base of ['/home/me/package', 'https://example.org/package/']) {
          try {
            expect(resolveLocation(base, location).startsWith(base)).toBe(true)
          } catch (error) {
            if (!(error instanceof SourceError)) throw error
          }
        }
      }),
      { numRuns: 2000, seed: 1 },
    )
  })
})
