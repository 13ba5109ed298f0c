import { mkdtempSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keepFewBuilds } from '../../scripts/prepare.mjs'
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

describe('a site that is built again under a running server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'topdorp-rebuilt-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const build = (name: string) => {
    mkdirSync(join(folder, 'assets'), { recursive: true })
    writeFileSync(join(folder, 'index.html'), `<html><head><script src="/assets/${name}.js"></script></head></html>`)
    writeFileSync(join(folder, 'assets', `${name}.js`), name)
    return keepFewBuilds
  }
  const readBuild = async ({ app }: TestServer) => {
    const page = await app.inject({ url: '/', headers: html })
    const answer = await app.inject({ url: '/v1/status' })
    return { own: /<meta name="topdorp-build" content="(.+?)"/.exec(page.payload)?.[1], api: answer.headers['topdorp-build'], script: /assets\/(\w+)\.js/.exec(page.payload)?.[1] }
  }

  test('is served as it was until the server starts again, and the API names the build that its pages know', async () => {
    build('first')(folder, 0)
    const server = await startTestServer({ siteFolder: folder })
    const before = await readBuild(server)
    expect(before).toEqual({ own: expect.stringMatching(/^[\w-]{12}$/), api: before.own, script: 'first' })
    build('second')(folder, 0)
    expect(await readBuild(server)).toEqual(before)
    expect((await server.app.inject({ url: '/assets/first.js' })).payload).toBe('first')
    await server.app.close()

    const later = await startTestServer({ siteFolder: folder })
    const after = await readBuild(later)
    expect(after).toEqual({ own: after.api, api: expect.any(String), script: 'second' })
    expect(after.own).not.toBe(before.own)
    await later.app.close()
  })

  test('leaves files of the last five builds, and no others', () => {
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f']) {
      build(name)
      // Only what this build wrote is of it.
      for (const other of readdirSync(join(folder, 'assets'))) if (other !== `${name}.js`) utimesSync(join(folder, 'assets', other), 1, 1)
      keepFewBuilds(folder, 2000)
    }
    expect(readdirSync(join(folder, 'assets')).sort()).toEqual(['b.js', 'c.js', 'd.js', 'e.js', 'f.js'])
  })
})
