import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer } from './support.ts'
import type { TestServer } from './support.ts'

const PAGE = '<!doctype html><title>Topdorp</title>'
const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

describe('a built site', () => {
  let server: TestServer
  const folder = mkdtempSync(join(tmpdir(), 'topdorp-site-'))
  beforeAll(async () => {
    mkdirSync(join(folder, 'assets'))
    writeFileSync(join(folder, 'index.html'), PAGE)
    writeFileSync(join(folder, 'assets', 'app-1a2b3c.js'), `export const text = '${'x'.repeat(5000)}'\n`)
    server = await startTestServer({ siteFolder: folder })
  })
  afterAll(async () => {
    await server.app.close()
    rmSync(folder, { recursive: true })
  })

  test.each(['/', '/kaart?niveau=buurt', '/plaats/GN101', '/bronnen'])('answers %s with its page, under a strict policy', async (url) => {
    const answer = await server.app.inject({ url, headers: html })
    expect([answer.statusCode, answer.headers['content-type'], answer.payload]).toEqual([200, 'text/html; charset=utf-8', PAGE])
    expect(answer.headers['cache-control']).toBe('no-cache')
    expect(answer.headers['content-security-policy']).toContain("script-src 'self';")
    expect(answer.headers['content-security-policy']).not.toMatch(/unsafe|\*/)
  })
  test('gives the written methods as text, and nothing else of the project', async () => {
    const answer = await server.app.inject({ url: '/docs/methods/selection.md', headers: html })
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8'])
    expect(answer.payload).toContain('# Selection')
    for (const url of ['/docs/methods/', '/docs/methods/gone.md', '/docs/methods/../api.md', '/docs/methods/%2e%2e/api.md', '/docs/privacy.md']) expect((await server.app.inject({ url, headers: html })).statusCode, url).toBeGreaterThanOrEqual(400)
  })
  test('gives files with a hash in their name for ever, compressed', async () => {
    const answer = await server.app.inject({ url: '/assets/app-1a2b3c.js', headers: { 'accept-encoding': 'gzip' } })
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable'])
    expect(answer.headers['content-encoding']).toBe('gzip')
  })
  test.each(['/assets/gone.js', '/v1/nergens', '/v1/places/GN999', '/.well-known/nothing'])('does not answer %s with a page', async (url) => {
    const answer = await server.app.inject({ url, headers: html })
    expect([answer.statusCode, answer.json().status]).toEqual([404, 404])
  })
  test('never gives a file outside its folder', async () => {
    for (const url of ['/../package.json', '/..%2fpackage.json', '/assets/..%2f..%2fpackage.json', '/assets/%2e%2e/%2e%2e/package.json']) {
      const answer = await server.app.inject({ url })
      expect(answer.payload).not.toContain('dependencies')
      expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    }
  })
})

describe('a site that is not built', () => {
  test('says what to do, and the API works', async () => {
    const server = await startTestServer({ siteFolder: join(tmpdir(), 'topdorp-no-such-folder') })
    const page = await server.app.inject({ url: '/', headers: html })
    expect([page.statusCode, page.headers['content-type']]).toEqual([503, 'text/plain; charset=utf-8'])
    expect(page.payload).toContain('De site is nog niet gebouwd')
    expect((await server.app.inject('/v1/status')).statusCode).toBe(200)
    await server.app.close()
  })
})
