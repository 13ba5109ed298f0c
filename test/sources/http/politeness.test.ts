/** A public service is asked little at once, and knows who asks. */
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createTestDownloader, failureOf, serve, textOf } from './download-test.ts'

const FILES = Object.fromEntries(Array.from({ length: 12 }, (_, i) => [`/${i}.json`, `{"value":${i}}`]))

describe('many files of one service', () => {
  it.each([1, 3])('are fetched over at most %i connections at once', async (connectionsPerHost) => {
    const server = await serve({ files: FILES, delayMilliseconds: 15 })
    const downloader = await createTestDownloader({ connectionsPerHost })
    await Promise.all(Object.keys(FILES).map((path) => downloader.download(server.origin + path)))
    expect(server.requests).toHaveLength(12)
    expect(server.maxConcurrentRequests).toBe(connectionsPerHost)
    expect(server.maxConnections).toBe(connectionsPerHost)
  })

  it('do not wait for one that is being left alone', async () => {
    const server = await serve({ files: FILES })
    server.misbehave('/0.json', { kind: 'status', status: 503 }, 1)
    let others = 0
    const downloader = await createTestDownloader({
      connectionsPerHost: 1,
      clock: { now: Date.now, random: () => 0, sleep: async () => void (await expect.poll(() => others).toBe(11)) },
    })
    const first = downloader.download(`${server.origin}/0.json`)
    await Promise.all(Array.from({ length: 11 }, async (_, i) => downloader.download(`${server.origin}/${i + 1}.json`).then(() => others++)))
    await first
    expect(server.requests.at(-1)?.path).toBe('/0.json')
  })

  it('do not lose time while they wait for their turn', async () => {
    const server = await serve({ files: FILES, delayMilliseconds: 60 })
    const downloader = await createTestDownloader({ connectionsPerHost: 1, attemptTimeoutMs: 400 })
    await Promise.all(Object.keys(FILES).map((path) => downloader.download(server.origin + path)))
    expect([server.requests.length, downloader.clock.slept]).toEqual([12, []])
  })

  it('asked twice at the same moment are fetched once', async () => {
    const server = await serve({ files: FILES })
    const downloader = await createTestDownloader()
    const url = `${server.origin}/1.json`
    const [one, two] = await Promise.all([downloader.download(url), downloader.download(`${url}#part`)])
    expect(one).toEqual(two)
    expect(server.requests).toHaveLength(1)
  })

  it('are asked for with the name and version of Topdorp, and as JSON', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as { version: string }
    const server = await serve({ files: FILES })
    await (await createTestDownloader()).download(`${server.origin}/1.json`)
    expect(server.requests[0]?.headers['user-agent']).toBe(`Topdorp/${version}`)
    expect(server.requests[0]?.headers.accept).toMatch(/^application\/json/)
  })
})

describe('a downloader', () => {
  it('that is closed ends what is under way at once, without trying again', async () => {
    const server = await serve({ files: FILES })
    server.misbehave('/1.json', { kind: 'stall', afterBytes: 3 })
    const downloader = await createTestDownloader()
    const failure = failureOf(downloader.download(`${server.origin}/1.json`))
    await expect.poll(() => server.requests.length).toBe(1)
    await downloader.close()
    expect((await failure).messages.en).toContain('was not waited for')
    expect([server.requests.length, downloader.clock.slept]).toEqual([1, []])
  })

  it('behind a proxy asks through it, but not for this machine itself', async () => {
    const server = await serve({ files: FILES })
    const asked: string[] = []
    const proxy = createServer().on('connect', (request, client) => {
      asked.push(request.url ?? '')
      const { hostname, port } = new URL(server.origin)
      const target = connect(Number(port), hostname, () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n')
        target.pipe(client).pipe(target)
      })
      for (const socket of [client, target]) socket.on('error', () => target.destroy())
    })
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void proxy.close())
    vi.stubEnv('http_proxy', `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`)
    onTestFinished(() => void vi.unstubAllEnvs())
    const downloader = await createTestDownloader({ maxAttempts: 1 })
    expect(await textOf(await downloader.download('http://data.invalid/1.json'))).toBe(FILES['/1.json'])
    expect(await textOf(await downloader.download(`${server.origin}/2.json`))).toBe(FILES['/2.json'])
    expect(asked).toEqual(['data.invalid:80'])
  })
})
