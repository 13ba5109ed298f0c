/** Files once fetched are kept, and fetched again only when they changed. */
import { createHash } from 'node:crypto'
import { appendFile, rm, stat, writeFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { defaultFetchOptions } from '#sources/http/fetch-options.ts'
import { createTestDownloader, failureOf, serve, textOf } from './download-test.ts'

const FILES = { '/a.json': '{"value":[1]}' }

describe('a file that was fetched before', () => {
  it('is not sent again when the service says that it did not change', async () => {
    const server = await serve({ files: FILES })
    const first = await createTestDownloader()
    const before = await first.download(`${server.origin}/a.json`)
    const second = await createTestDownloader({}, { folder: first.folder })
    second.clock.advance(86_400_000)
    const after = await second.download(`${server.origin}/a.json`)
    expect(server.requests.map(({ status, bytes }) => [status, bytes])).toEqual([[200, 13], [304, 0]])
    expect(after).toEqual(before)
    expect(second.notes).toEqual(['not changed'])
  })

  it('carries the SHA-256 and size of its bytes and the moment it came in', async () => {
    const server = await serve({ files: FILES })
    const downloader = await createTestDownloader()
    const file = await downloader.download(`${server.origin}/a.json`)
    expect(file.sha256).toBe(createHash('sha256').update(FILES['/a.json']).digest('hex'))
    expect([file.bytes, file.retrievedAt, file.location]).toEqual([13, '2026-01-01T00:00:00.000Z', `${server.origin}/a.json`])
  })

  it('is fetched again when it changed', async () => {
    const server = await serve({ files: FILES })
    const first = await createTestDownloader()
    await first.download(`${server.origin}/a.json`)
    server.files.set('/a.json', '{"value":[2]}')
    const second = await createTestDownloader({}, { folder: first.folder })
    expect(await textOf(await second.download(`${server.origin}/a.json`))).toBe('{"value":[2]}')
  })

  it.each(['grown', 'altered', 'gone'])('is fetched again when the copy on disk is %s', async (damage) => {
    const server = await serve({ files: FILES })
    const first = await createTestDownloader()
    const { path } = await first.download(`${server.origin}/a.json`)
    if (damage === 'grown') await appendFile(path, ' ')
    if (damage === 'altered') await writeFile(path, '{"value":[9]}')
    if (damage === 'gone') await rm(path)
    const second = await createTestDownloader({}, { folder: first.folder })
    expect(await textOf(await second.download(`${server.origin}/a.json`))).toBe(FILES['/a.json'])
    expect(server.requests.map(({ status }) => status)).toEqual([200, 200])
  })

  it('stays as it was when the service fails', async () => {
    const server = await serve({ files: FILES })
    const first = await createTestDownloader()
    const { path } = await first.download(`${server.origin}/a.json`)
    server.misbehave('/a.json', { kind: 'html' })
    server.misbehave('/a.json', { kind: 'new-version' })
    const second = await createTestDownloader({}, { folder: first.folder })
    await failureOf(second.download(`${server.origin}/a.json`))
    expect((await stat(path)).size).toBe(13)
  })

  it('is good for an hour where the service names no version, and then fetched again', async () => {
    const server = await serve({ files: FILES })
    server.misbehave('/a.json', { kind: 'no-validators' })
    const first = await createTestDownloader()
    await first.download(`${server.origin}/a.json`)
    const second = await createTestDownloader({}, { folder: first.folder })
    second.clock.advance(defaultFetchOptions.freshForMs - 1)
    await second.download(`${server.origin}/a.json`)
    expect(server.requests).toHaveLength(1)
    const third = await createTestDownloader({}, { folder: first.folder })
    third.clock.advance(defaultFetchOptions.freshForMs)
    await third.download(`${server.origin}/a.json`)
    expect(server.requests).toHaveLength(2)
  })

  it('is used without asking when working offline', async () => {
    const server = await serve({ files: FILES })
    const first = await createTestDownloader()
    const before = await first.download(`${server.origin}/a.json`)
    const second = await createTestDownloader({}, { folder: first.folder, offline: true })
    expect(await second.download(`${server.origin}/a.json`)).toEqual(before)
    expect(server.requests).toHaveLength(1)
    const error = await failureOf(second.download(`${server.origin}/b.json`))
    expect([error.code, server.requests.length]).toEqual(['source-offline', 1])
    expect(error.messages.nl).toContain('Probeer het opnieuw met netwerk')
  })
})

describe('the folder with downloads', () => {
  it('that cannot be written is told as such', async () => {
    const server = await serve({ files: FILES })
    const first = await createTestDownloader()
    await writeFile(`${first.folder}/file`, '')
    const second = await createTestDownloader({}, { folder: `${first.folder}/file` })
    const error = await failureOf(second.download(`${server.origin}/a.json`))
    expect(error.code).toBe('disk-error')
    expect(error.messages.en).toContain('Check that Topdorp may write in its folder (TOPDORP_HOME)')
  })

  it('keeps addresses apart that differ only in their query', async () => {
    const server = await serve({ v3RowsPerPage: 10 })
    const downloader = await createTestDownloader()
    const feed = `${server.origin}/ODataFeed/odata/85984NED/TypedDataSet?$format=json`
    const [one, two] = await Promise.all([downloader.download(feed), downloader.download(`${feed}&$skip=10`)])
    expect(one.path).not.toBe(two.path)
    expect(await textOf(two)).toContain('"ID":10')
  })
})
