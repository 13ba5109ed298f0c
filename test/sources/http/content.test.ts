/** What comes in is checked before it is kept: no web pages, no half files, nothing endless. */
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { createTestDownloader, failureOf, makeJson, serve, textOf } from './download-test.ts'

const FILES = { '/a.json': '{"value":[1,2,3]}', '/a.csv': 'code;name\nGM0001;Krimpsterveld\n', '/a.geojson': '' }

describe('what a service sends', () => {
  it.each(['/a.json', '/a.csv'])('as a web page for %s is refused at once, with the way out', async (name) => {
    const server = await serve({ files: FILES })
    server.misbehave(name, { kind: 'html' })
    const downloader = await createTestDownloader()
    const error = await failureOf(downloader.download(server.origin + name))
    expect(error.code).toBe('source-html')
    expect(error.messages.en).toContain(`${server.origin}${name} sent a web page (HTML) instead of data. Such a page often announces maintenance`)
    expect(server.requests).toHaveLength(1)
    expect(await readdir(path.join(downloader.folder, new URL(server.origin).host.replace(':', '_')))).toEqual([])
  })

  it('as a web page that calls itself JSON is refused too', async () => {
    const server = await serve({ files: { '/a.json': '\uFEFF  <!doctype HTML><p>Onderhoud' } })
    expect((await failureOf((await createTestDownloader()).download(`${server.origin}/a.json`))).code).toBe('source-html')
  })

  it('as XML where JSON was asked is refused with its first words', async () => {
    const server = await serve({ files: { '/a.json': '<?xml version="1.0"?><feed/>' } })
    const error = await failureOf((await createTestDownloader()).download(`${server.origin}/a.json`))
    expect(error.code).toBe('source-not-json')
    expect(error.messages.en).toContain('it begins with “<?xml version="1.0"?><feed/>”')
  })

  it('as JSON that stops half-way is asked for again, and then kept whole', async () => {
    const server = await serve({ files: FILES })
    server.misbehave('/a.json', { kind: 'unfinished', bytes: 9 }, 2)
    const file = await (await createTestDownloader()).download(`${server.origin}/a.json`)
    expect(await textOf(file)).toBe(FILES['/a.json'])
    expect(server.requests.map(({ headers }) => headers.range)).toEqual([undefined, undefined, undefined])
  })

  it('as JSON that always stops half-way is refused in the end', async () => {
    const server = await serve({ files: FILES })
    server.misbehave('/a.json', { kind: 'unfinished', bytes: 9 })
    const error = await failureOf((await createTestDownloader()).download(`${server.origin}/a.json`))
    expect(error.code).toBe('source-incomplete')
    expect(error.messages.en).toContain('sent JSON that stops half-way four times')
  })

  it('with fewer bytes than it promised is never kept', async () => {
    const server = await serve({ files: FILES })
    server.misbehave('/a.csv', { kind: 'cut', afterBytes: 12 })
    server.misbehave('/a.csv', { kind: 'no-validators' })
    const error = await failureOf((await createTestDownloader()).download(`${server.origin}/a.csv`))
    expect(error.code).toBe('source-broken-off')
  })

  it('with more bytes promised than come is never taken for whole', async () => {
    const server = await serve({ files: FILES })
    server.misbehave('/a.csv', { kind: 'wrong-length', contentLength: 500 })
    const downloader = await createTestDownloader({ idleTimeoutMs: 100, maxAttempts: 2 })
    const error = await failureOf(downloader.download(`${server.origin}/a.csv`))
    expect(error.messages.en).toContain('fell silent for 0.1 seconds while sending, then answered 416 to a request that does not fit it')
  })

  it('with fewer bytes promised than there are is JSON that does not end', async () => {
    const server = await serve({ files: FILES })
    server.misbehave('/a.json', { kind: 'wrong-length', contentLength: 10 })
    expect((await failureOf((await createTestDownloader()).download(`${server.origin}/a.json`))).code).toBe('source-incomplete')
  })

  it('as nothing at all is refused where JSON was asked', async () => {
    const server = await serve({ files: FILES })
    const error = await failureOf((await createTestDownloader()).download(`${server.origin}/a.geojson`))
    expect([error.code, error.messages.en.includes('sent an empty answer four times')]).toEqual(['source-incomplete', true])
  })

  it('compressed and damaged is refused in the end', async () => {
    const server = await serve()
    server.misbehave('/a.json', { kind: 'status', status: 200, headers: { 'Content-Encoding': 'gzip' }, body: 'not gzip' })
    const error = await failureOf((await createTestDownloader()).download(`${server.origin}/a.json`))
    expect(error.messages.en).toContain('sent a compressed file that cannot be unpacked four times')
  })
})

describe('a file that is too large', () => {
  const text = makeJson(50_000)

  it('is refused on its promised length, before its bytes', async () => {
    const server = await serve({ files: { '/a.json': text } })
    server.misbehave('/a.json', { kind: 'stall', afterBytes: 0 })
    const error = await failureOf((await createTestDownloader({ maxBytes: 20_000 })).download(`${server.origin}/a.json`))
    expect(error.code).toBe('source-too-large')
    expect(error.messages.nl).toContain('is groter dan de grens van 20.000 bytes')
  })

  it('does not hold up the next file of that service', async () => {
    const server = await serve({ files: { '/a.json': text, '/b.json': '{}' } })
    server.misbehave('/a.json', { kind: 'stall', afterBytes: 0 })
    const downloader = await createTestDownloader({ maxBytes: 20_000, connectionsPerHost: 1 })
    await failureOf(downloader.download(`${server.origin}/a.json`))
    expect(await textOf(await downloader.download(`${server.origin}/b.json`))).toBe('{}')
  })

  it('is refused on its bytes where no length was promised', async () => {
    const server = await serve({ files: { '/a.json': text } })
    server.misbehave('/a.json', { kind: 'chunked' })
    expect((await failureOf((await createTestDownloader({ maxBytes: 20_000 })).download(`${server.origin}/a.json`))).code).toBe('source-too-large')
  })

  it('is refused when only unpacking makes it so', async () => {
    const server = await serve({ files: { '/a.json': `{"value":"${'0'.repeat(100_000)}"}` }, gzip: true })
    const error = await failureOf((await createTestDownloader({ maxBytes: 20_000 })).download(`${server.origin}/a.json`))
    expect([error.code, server.requests.length]).toEqual(['source-too-large', 1])
  })
})

describe('a redirect', () => {
  it('is followed, and the file is known by the address that was asked', async () => {
    const server = await serve({ files: FILES })
    server.misbehave('/old', { kind: 'redirect', to: '/a.json', status: 301 })
    const file = await (await createTestDownloader()).download(`${server.origin}/old`)
    expect([file.location, await textOf(file)]).toEqual([`${server.origin}/old`, FILES['/a.json']])
  })

  it('in a circle is refused', async () => {
    const server = await serve()
    server.misbehave('/a.json', { kind: 'redirect-loop' })
    const error = await failureOf((await createTestDownloader()).download(`${server.origin}/a.json`))
    expect(error.code).toBe('source-redirects')
    expect(error.messages.en).toContain('redirects in a circle')
  })

  it('to ever new addresses is refused after five', async () => {
    const server = await serve()
    for (let hop = 0; hop < 9; hop++) server.misbehave(`/${hop}`, { kind: 'redirect', to: `/${hop + 1}` })
    const error = await failureOf((await createTestDownloader()).download(`${server.origin}/0`))
    expect(error.messages.en).toContain('redirects more than 5 times')
    expect(server.requests).toHaveLength(6)
  })

  it.each(['file:///etc/passwd', 'ftp://example.org/a'])('away from the web (%s) is refused', async (to) => {
    const server = await serve()
    server.misbehave('/a', { kind: 'redirect', to })
    const error = await failureOf((await createTestDownloader()).download(`${server.origin}/a`))
    expect(error.messages.en).toContain(`redirects to an unsafe address (${to})`)
  })
})
