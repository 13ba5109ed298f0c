/** No service can keep an import waiting for ever. */
import { describe, expect, it } from 'vitest'
import { createTestDownloader, failureOf, makeJson, serve, textOf } from './download-test.ts'

const QUICK = { maxAttempts: 2, answerTimeoutMs: 150, idleTimeoutMs: 150, attemptTimeoutMs: 5000 }

describe('a service that keeps us waiting', () => {
  it('without any answer is told as a time-out', async () => {
    const server = await serve({ files: { '/a.json': '{}' } })
    server.misbehave('/a.json', { kind: 'no-answer' })
    const error = await failureOf((await createTestDownloader(QUICK)).download(`${server.origin}/a.json`))
    expect(error.code).toBe('source-timeout')
    expect(error.messages.en).toContain('gave no answer within 0.15 seconds twice')
  })

  it('by falling silent half-way is told as a time-out', async () => {
    const server = await serve({ files: { '/a.json': makeJson(5000) } })
    server.misbehave('/a.json', { kind: 'stall', afterBytes: 100 })
    const error = await failureOf((await createTestDownloader(QUICK)).download(`${server.origin}/a.json`))
    expect(error.code).toBe('source-timeout')
    expect(error.messages.en).toContain('fell silent for 0.15 seconds while sending twice')
  })

  it('but goes on sending a little is waited for', async () => {
    const text = makeJson(400)
    const server = await serve({ files: { '/a.json': text } })
    server.misbehave('/a.json', { kind: 'slow', bytesPerChunk: 40, everyMilliseconds: 30 })
    const file = await (await createTestDownloader(QUICK)).download(`${server.origin}/a.json`)
    expect(await textOf(file)).toBe(text)
    expect(server.requests).toHaveLength(1)
  })

  it('by sending a little for too long is cut off, and gone on with where it was', async () => {
    const text = makeJson(2000)
    const server = await serve({ files: { '/a.json': text } })
    server.misbehave('/a.json', { kind: 'slow', bytesPerChunk: 20, everyMilliseconds: 20 }, 1)
    const downloader = await createTestDownloader({ ...QUICK, attemptTimeoutMs: 300 })
    expect(await textOf(await downloader.download(`${server.origin}/a.json`))).toBe(text)
    expect(downloader.notes[0]).toContain('had not finished sending after 0.3 seconds')
    expect(server.requests.at(-1)?.headers.range).toMatch(/^bytes=[1-9]\d*-$/)
  })
})
