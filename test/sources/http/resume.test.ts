/** A download that was cut off goes on where it was, and never mixes two versions. */
import { spawn } from 'node:child_process'
import { readFile, readdir, rename, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { getDownloadPaths } from '#sources/http/downloads-folder.ts'
import { createTestDownloader, failureOf, makeJson, serve, textOf } from './download-test.ts'

const TEXT = makeJson(300_000)
const BYTES = Buffer.byteLength(TEXT)
const FILES = { '/big.json': TEXT }
const NO_PATIENCE = { maxAttempts: 1 }

describe('a download that was cut off', () => {
  it('asks only for the bytes that are missing', async () => {
    const server = await serve({ files: FILES })
    server.misbehave('/big.json', { kind: 'cut', afterBytes: 200_000 }, 1)
    const downloader = await createTestDownloader()
    const file = await downloader.download(`${server.origin}/big.json`)
    expect(await textOf(file)).toBe(TEXT)
    const [first, second] = server.requests
    const start = Number(/^bytes=(\d+)-$/.exec(second?.headers.range ?? '')?.[1])
    expect(start).toBeGreaterThan(0)
    expect(start).toBeLessThanOrEqual(200_000)
    expect([second?.status, second?.bytes]).toEqual([206, BYTES - start])
    expect(second?.headers['if-range']).toMatch(/^".+"$/)
    expect(first?.headers.range).toBeUndefined()
  })

  it('goes on in a later run of the program', async () => {
    const server = await serve({ files: FILES })
    server.misbehave('/big.json', { kind: 'cut', afterBytes: 200_000 }, 1)
    const first = await createTestDownloader(NO_PATIENCE)
    expect((await failureOf(first.download(`${server.origin}/big.json`))).code).toBe('source-broken-off')
    const second = await createTestDownloader(NO_PATIENCE, { folder: first.folder })
    expect(await textOf(await second.download(`${server.origin}/big.json`))).toBe(TEXT)
    expect(server.requests.at(-1)?.status).toBe(206)
  })

  it('begins anew when the service has another version by then', async () => {
    const server = await serve({ files: FILES })
    server.misbehave('/big.json', { kind: 'cut', afterBytes: 200_000 }, 1)
    const first = await createTestDownloader(NO_PATIENCE)
    await failureOf(first.download(`${server.origin}/big.json`))
    const other = makeJson(310_000).replaceAll('value', 'waarde')
    server.files.set('/big.json', other)
    const second = await createTestDownloader(NO_PATIENCE, { folder: first.folder })
    expect(await textOf(await second.download(`${server.origin}/big.json`))).toBe(other)
    expect(server.requests.at(-1)?.status).toBe(200)
  })

  it('begins anew when the service does not name its versions', async () => {
    const server = await serve({ files: FILES })
    server.misbehave('/big.json', { kind: 'no-validators' })
    server.misbehave('/big.json', { kind: 'cut', afterBytes: 200_000 }, 1)
    const downloader = await createTestDownloader()
    expect(await textOf(await downloader.download(`${server.origin}/big.json`))).toBe(TEXT)
    expect(server.requests.map((request) => request.headers.range)).toEqual([undefined, undefined])
  })

  it('takes the whole file from a service that does not understand ranges', async () => {
    const server = await serve({ files: FILES })
    server.misbehave('/big.json', { kind: 'no-ranges' })
    server.misbehave('/big.json', { kind: 'cut', afterBytes: 200_000 }, 1)
    const downloader = await createTestDownloader()
    expect(await textOf(await downloader.download(`${server.origin}/big.json`))).toBe(TEXT)
    expect(server.requests.at(-1)?.status).toBe(200)
  })

  it('that had all its bytes but was not yet put in place is asked for nothing more', async () => {
    const server = await serve({ files: FILES })
    const url = `${server.origin}/big.json`
    const first = await createTestDownloader()
    await first.download(url)
    const { file, facts, part, partFacts } = getDownloadPaths(first.folder, url)
    const { etag, contentType } = JSON.parse(await readFile(facts, 'utf8')) as Record<string, string>
    await rename(file, part)
    await writeFile(partFacts, JSON.stringify({ url, etag, contentType, encoding: 'identity', totalBytes: BYTES }))
    const second = await createTestDownloader({}, { folder: first.folder })
    expect(await textOf(await second.download(url))).toBe(TEXT)
    expect(server.requests.map(({ status, bytes }) => [status, bytes])).toEqual([[200, BYTES], [416, 0]])
  })

  it('is not given up as long as each attempt brings more', async () => {
    const server = await serve({ files: { '/big.json': makeJson(900_000) } })
    server.misbehave('/big.json', { kind: 'cut', afterBytes: 150_000 })
    const downloader = await createTestDownloader({ maxAttempts: 2 })
    expect(await textOf(await downloader.download(`${server.origin}/big.json`))).toBe(makeJson(900_000))
    expect(server.requests.length).toBeGreaterThan(5)
  })

  it('goes on with compressed bytes too', async () => {
    const large = makeJson(1_500_000)
    const server = await serve({ files: { '/big.json': large }, gzip: true })
    server.misbehave('/big.json', { kind: 'cut', afterBytes: 400_000 }, 1)
    const file = await (await createTestDownloader()).download(`${server.origin}/big.json`)
    expect(await textOf(file)).toBe(large)
    expect(file.bytes).toBe(Buffer.byteLength(large))
    expect(server.requests.map((request) => request.status)).toEqual([200, 206])
    expect(server.requests.reduce((sum, request) => sum + request.bytes, 0)).toBeLessThan(file.bytes)
  })

  it('is put together from short ranges, and told how many bytes came where they stay too short', async () => {
    const server = await serve({ files: FILES })
    server.misbehave('/big.json', { kind: 'short-ranges', bytes: 70_000 })
    server.misbehave('/big.json', { kind: 'cut', afterBytes: 100_000 }, 1)
    expect(await textOf(await (await createTestDownloader({ maxAttempts: 2 })).download(`${server.origin}/big.json`))).toBe(TEXT)
    server.reset()
    server.misbehave('/big.json', { kind: 'short-ranges', bytes: 10 })
    server.misbehave('/big.json', { kind: 'cut', afterBytes: 200_000 }, 1)
    const error = await failureOf((await createTestDownloader({ maxAttempts: 2 })).download(`${server.origin}/big.json`))
    expect(error.messages.en).toMatch(new RegExp(`broke off the connection, then sent \\d+ of ${BYTES} bytes`))
  })

  it('begins anew when the continuation is not that of where it was', async () => {
    const server = await serve({ files: FILES })
    server.misbehave('/big.json', { kind: 'cut', afterBytes: 200_000 }, 1)
    server.misbehave('/big.json', { kind: 'status', status: 206, headers: { 'Content-Range': `bytes 5-9/${BYTES}` }, body: 'xxxxx' }, 1)
    const downloader = await createTestDownloader()
    expect(await textOf(await downloader.download(`${server.origin}/big.json`))).toBe(TEXT)
    expect(downloader.notes[1]).toContain('sent a continuation that does not fit the beginning')
    expect(server.requests.map(({ status }) => status)).toEqual([200, 206, 200])
  })

  it('leaves nothing but the file and its facts', async () => {
    const server = await serve({ files: FILES, gzip: true })
    server.misbehave('/big.json', { kind: 'cut', afterBytes: 60_000 }, 1)
    const downloader = await createTestDownloader()
    const { path: file } = await downloader.download(`${server.origin}/big.json`)
    expect((await readdir(path.dirname(file))).toSorted()).toEqual([path.basename(file), `${path.basename(file)}.meta.json`])
  })
})

describe('a program killed with kill -9 while downloading', () => {
  it('goes on in the next run, and never takes the half file for whole', async () => {
    const server = await serve({ files: FILES })
    const url = `${server.origin}/big.json`
    server.misbehave('/big.json', { kind: 'stall', afterBytes: 180_000 }, 1)
    const downloader = await createTestDownloader()
    const paths = getDownloadPaths(downloader.folder, url)
    const child = spawn(process.execPath, [path.join(import.meta.dirname, 'download-child.ts'), downloader.folder, url])
    const exited = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)))
    await expect.poll(async () => (await stat(paths.part).catch(() => undefined))?.size ?? 0, { timeout: 20_000, interval: 20 }).toBeGreaterThanOrEqual(180_000)
    child.kill('SIGKILL')
    expect(await exited).toBe('SIGKILL')
    expect(await stat(paths.file).catch(() => 'absent')).toBe('absent')
    expect(await textOf(await downloader.download(url))).toBe(TEXT)
    const resumed = server.requests.find((request) => request.status === 206)
    expect([resumed?.headers.range, resumed?.bytes]).toEqual(['bytes=180000-', BYTES - 180_000])
  })
})
