/** What happens when a service fails for a while, or for good. */
import { describe, expect, it } from 'vitest'
import { computeWaitMs, parseRetryAfterMs } from '#sources/http/backoff.ts'
import { defaultFetchOptions } from '#sources/http/fetch-options.ts'
import { findRefusingOrigin } from '../../support/replay-server/replay-server.ts'
import { createFakeClock, createTestDownloader, failureOf, serve, textOf } from './download-test.ts'

const FILES = { '/a.json': '{"value":[1,2,3]}', '/b.json': '{"value":[]}' }

describe('a service that fails for a while', () => {
  it('is asked again after 500 until it answers, and the file is whole', async () => {
    const server = await serve({ files: FILES })
    server.misbehave('/a.json', { kind: 'status', status: 500 }, 2)
    const downloader = await createTestDownloader()
    const file = await downloader.download(`${server.origin}/a.json`)
    expect(await textOf(file)).toBe(FILES['/a.json'])
    expect(server.requests.map((request) => request.status)).toEqual([500, 500, 200])
    expect(downloader.notes).toEqual(['answered 500; trying again in 1 s', 'answered 500; trying again in 2 s'])
  })

  it('is left alone twice as long after each failure', async () => {
    const server = await serve({ files: FILES })
    server.misbehave('/a.json', { kind: 'status', status: 502 }, 5)
    const downloader = await createTestDownloader({ maxAttempts: 6, maxBackoffMs: 6000 })
    await downloader.download(`${server.origin}/a.json`)
    expect(downloader.clock.slept).toEqual([750, 1500, 3000, 4500, 4500])
  })

  it('is left alone as long as it asks with 429 and Retry-After in seconds', async () => {
    const server = await serve({ files: FILES })
    server.misbehave('/a.json', { kind: 'status', status: 429, headers: { 'Retry-After': '17' } }, 1)
    const downloader = await createTestDownloader()
    await downloader.download(`${server.origin}/a.json`)
    expect(downloader.clock.slept).toEqual([17_000])
  })

  it('is left alone until the moment it names as a date', async () => {
    const server = await serve({ files: FILES })
    const downloader = await createTestDownloader()
    const date = new Date(downloader.clock.now() + 42_000).toUTCString()
    server.misbehave('/a.json', { kind: 'status', status: 503, headers: { 'Retry-After': date } }, 1)
    await downloader.download(`${server.origin}/a.json`)
    expect(downloader.clock.slept).toEqual([42_000])
  })

  it('is not waited for longer than the cap, whatever it asks', async () => {
    const server = await serve({ files: FILES })
    server.misbehave('/a.json', { kind: 'status', status: 429, headers: { 'Retry-After': '86400' } }, 1)
    const downloader = await createTestDownloader()
    await downloader.download(`${server.origin}/a.json`)
    expect(downloader.clock.slept).toEqual([defaultFetchOptions.maxRetryAfterMs])
  })

  it.each(['reset', 'cut', 'cut-chunked'] as const)('is asked again after a broken connection (%s)', async (kind) => {
    const server = await serve({ files: FILES })
    server.misbehave('/a.json', kind === 'reset' ? { kind } : { kind, afterBytes: 4 }, 1)
    const downloader = await createTestDownloader()
    expect(await textOf(await downloader.download(`${server.origin}/a.json`))).toBe(FILES['/a.json'])
    expect(downloader.notes).toEqual(['broke off the connection; trying again in 1 s'])
  })
})

describe('a service that fails for good', () => {
  it('is given up after four answers 503, said in words with the address and the way out', async () => {
    const server = await serve({ files: FILES })
    server.misbehave('/a.json', { kind: 'status', status: 503 })
    const downloader = await createTestDownloader()
    const url = `${server.origin}/a.json`
    const error = await failureOf(downloader.download(url))
    expect(error.code).toBe('source-busy')
    expect(error.location).toBe(url)
    expect(error.messages.en).toBe(`${url} answered 503 four times. The service is overloaded or under repair. Try again later; what has come in is kept.`)
    expect(error.messages.nl).toContain('gaf antwoord 503 (vier keer). De dienst is overbelast')
    expect(server.requests).toHaveLength(4)
  })

  it('has every different failure told, in order', async () => {
    const server = await serve({ files: FILES })
    server.misbehave('/a.json', { kind: 'status', status: 500 }, 2)
    server.misbehave('/a.json', { kind: 'reset' }, 1)
    server.misbehave('/a.json', { kind: 'status', status: 504 }, 1)
    const error = await failureOf((await createTestDownloader()).download(`${server.origin}/a.json`))
    expect(error.messages.en).toContain('answered 500 twice, then broke off the connection, then answered 504.')
  })

  it.each([
    [404, 'source-not-found'],
    [410, 'source-not-found'],
    [401, 'source-forbidden'],
    [403, 'source-forbidden'],
    [400, 'source-refused'],
    [501, 'source-refused'],
  ])('is asked once when it answers %i, which time does not mend', async (status, code) => {
    const server = await serve({ files: FILES })
    server.misbehave('/a.json', { kind: 'status', status })
    const error = await failureOf((await createTestDownloader()).download(`${server.origin}/a.json`))
    expect(error.code).toBe(code)
    expect(error.messages.en).toContain(`answered ${status}.`)
    expect(server.requests).toHaveLength(1)
  })

  it('that refuses connections is told as unreachable, and its other files are not waited for', async () => {
    const origin = await findRefusingOrigin()
    const downloader = await createTestDownloader()
    const error = await failureOf(downloader.download(`${origin}/a.json`))
    expect(error.code).toBe('source-unreachable')
    expect(error.messages.en).toContain('refused the connection four times. Check the internet connection')
    expect(downloader.clock.slept).toHaveLength(3)
    expect((await failureOf(downloader.download(`${origin}/b.json`))).messages.en).toContain(`${origin}/b.json refused`)
    expect(downloader.clock.slept).toHaveLength(3)
    downloader.clock.advance(defaultFetchOptions.unreachableForMs)
    await failureOf(downloader.download(`${origin}/b.json`))
    expect(downloader.clock.slept).toHaveLength(6)
  })

  it('that does not exist is told as not found', async () => {
    const error = await failureOf((await createTestDownloader()).download('http://does-not-exist.invalid/a.json'))
    expect(error.code).toBe('source-unreachable')
    expect(error.messages.nl).toContain('is niet gevonden (onbekende naam, of geen netwerk)')
  })

  it('can be asked again afterwards', async () => {
    const server = await serve({ files: FILES })
    server.misbehave('/a.json', { kind: 'status', status: 503 }, 4)
    const downloader = await createTestDownloader()
    await failureOf(downloader.download(`${server.origin}/a.json`))
    expect(await textOf(await downloader.download(`${server.origin}/a.json`))).toBe(FILES['/a.json'])
  })
})

describe('the wait before trying again', () => {
  it('lies between half and the whole of the doubled step, by chance', () => {
    const wait = (random: number): number => computeWaitMs(3, undefined, { ...defaultFetchOptions, clock: { ...createFakeClock(), random: () => random } })
    expect([wait(0), wait(0.5), wait(0.999_999)].map(Math.round)).toEqual([2000, 3000, 4000])
  })

  it('is never shorter than the own step when a service asks for less', () => {
    expect(computeWaitMs(3, 1, { ...defaultFetchOptions, clock: createFakeClock() })).toBe(3000)
  })

  it.each([
    ['120', 120_000],
    ['0', 0],
    ['Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
    ['Thu, 01 Jan 2025 00:00:30 GMT', 0],
    ['soon', undefined],
    ['-5', undefined],
    ['', undefined],
  ])('reads Retry-After "%s"', (header, expected) => {
    expect(parseRetryAfterMs(header, Date.UTC(2026, 0, 1))).toBe(expected)
  })
})
