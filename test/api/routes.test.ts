import type { OutgoingHttpHeaders } from 'node:http'
import { gunzipSync, brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTestStatistics } from '../support/test-statistics.ts'
import { EXAMPLES, OWN_PAGES, startTestServer } from './support.ts'
import type { TestServer } from './support.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ securityContact: 'mailto:veilig@example.org' })
})
afterAll(() => server.app.close())

const get = (url: string, headers: OutgoingHttpHeaders = {}) => server.app.inject({ url, headers: headers as Record<string, string> })
const addresses = Object.values(EXAMPLES)

describe('every address', () => {
  test.each(addresses)('%s answers, says its version, and may be read by any page', async (url) => {
    const answer = await get(url)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers).toMatchObject({ 'api-version': '1.0.0', 'access-control-allow-origin': '*', 'x-content-type-options': 'nosniff' })
    expect(answer.headers['content-security-policy']).not.toContain('unsafe-inline')
    expect(answer.headers['etag']).toMatch(/^W\/"/)
    expect(answer.headers['cache-control']).toBe('public, no-cache')
  })
  test.each(addresses)('%s sends nothing again that the reader has already', async (url) => {
    const etag = String((await get(url)).headers['etag'])
    for (const known of [etag, `"other", ${etag}`, '*', etag.replace('W/', '')]) {
      const again = await get(url, { 'if-none-match': known })
      expect([again.statusCode, again.rawPayload.length, again.headers['etag']]).toEqual([304, 0, etag])
    }
    expect((await get(url, { 'if-none-match': '"other"' })).statusCode).toBe(200)
  })
  test.each(addresses)('%s answers HEAD without a body', async (url) => {
    const answer = await server.app.inject({ method: 'HEAD', url })
    expect([answer.statusCode, answer.payload]).toEqual([200, ''])
    expect(answer.headers['etag']).toBe((await get(url)).headers['etag'])
  })
  test.each(addresses)('%s tells browsers what is allowed, and refuses the rest', async (url) => {
    const options = await server.app.inject({ method: 'OPTIONS', url })
    const takesPost = OWN_PAGES.includes(`POST ${url.split('?')[0]}`)
    const allow = takesPost ? 'GET, HEAD, POST, OPTIONS' : 'GET, HEAD, OPTIONS'
    expect([options.statusCode, options.headers['allow']]).toEqual([204, allow])
    for (const method of takesPost ? (['PUT', 'PATCH', 'DELETE'] as const) : (['POST', 'PUT', 'PATCH', 'DELETE'] as const)) {
      const refused = await server.app.inject({ method, url })
      expect([refused.statusCode, refused.headers['allow'], refused.json().code]).toEqual([405, allow, 'methodNotAllowed'])
    }
  })
  test.each(addresses)('%s has no twin with a slash at the end', async (url) => {
    const answer = await get(url.replace(/(\?|$)/, '/$1'))
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'trailingSlash'])
  })
  test.each(addresses)('%s refuses a parameter it does not know, by name', async (url) => {
    const answer = await get(`${url}${url.includes('?') ? '&' : '?'}onzin=1`)
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'parameterUnknown'])
    expect(answer.json().detail).toContain('"onzin"')
  })
})

describe('other statistics', () => {
  test('change every ETag, and are served at once', async () => {
    const url = '/v1/figures?indicator=population&level=country&year=2024'
    const before = await get(url)
    server.swap(makeTestStatistics({ version: 'test-2' }))
    const after = await get(url, { 'if-none-match': String(before.headers['etag']) })
    server.swap(makeTestStatistics())
    expect(after.statusCode).toBe(200)
    expect(after.json().version).toBe('test-2')
    expect(after.headers['etag']).not.toBe(before.headers['etag'])
  })
})

describe('compression', () => {
  test.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('with %s gives the same document, smaller, and says that it varies', async (encoding, open) => {
    const plain = await get('/v1/indicators')
    for (let time = 0; time < 2; time++) {
      const packed = await get('/v1/indicators', { 'accept-encoding': encoding })
      expect(packed.headers['content-encoding']).toBe(encoding)
      expect(packed.headers['vary']).toContain('Accept-Encoding')
      expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length)
      expect(open(packed.rawPayload).toString()).toBe(plain.payload)
    }
  })
  test('is not used where it is refused or would not help', async () => {
    expect((await get('/v1/indicators', { 'accept-encoding': 'br;q=0, gzip;q=0' })).headers['content-encoding']).toBeUndefined()
    expect((await get('/v1/status', { 'accept-encoding': 'br' })).headers['content-encoding']).toBeUndefined()
  })
})

describe('figures in other forms', () => {
  const figures = '/v1/figures?indicator=population&level=neighbourhood&year=2023'
  test.each([
    ['csv', 'text/csv; charset=utf-8', '.csv'],
    ['csv-rfc4180', 'text/csv; charset=utf-8; header=present', '.csv'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', '.xlsx'],
    ['parquet', 'application/vnd.apache.parquet', '.parquet'],
  ])('as %s come with a name that says what they are', async (format, type, extension) => {
    const answer = await get(`${figures}&format=${format}`, { accept: 'text/html' })
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, type])
    expect(answer.headers['content-disposition']).toBe(`attachment; filename="topdorp-inwoners-buurten-2023${extension}"`)
    const place = await get(`/v1/places/own?members=BU90010000,BU90010001&name=Ons%20Dörp&format=${format}`)
    expect(place.headers['content-disposition']).toBe(`attachment; filename="topdorp-ons-dorp-2024${extension}"`)
  })
  test('can be asked for by Accept header', async () => {
    expect((await get(figures, { accept: 'text/csv' })).payload.startsWith('\uFEFFCode;')).toBe(true)
    expect((await get(figures, { accept: 'text/csv;q=0.5, application/json' })).json().level).toBe('neighbourhood')
    expect((await get(figures, { accept: 'text/html, */*;q=0.1' })).json().level).toBe('neighbourhood')
    expect((await get(figures, { accept: 'image/png' })).json()).toMatchObject({ status: 406, code: 'notAcceptable' })
  })
  test('speak English to whoever asks for it', async () => {
    const answer = await get(`${figures}&format=csv`, { 'accept-language': 'en-GB, nl;q=0.8' })
    expect(answer.payload).toContain('The row is missing from the source')
    expect(answer.headers['content-language']).toBe('en')
  })
})

describe('an own village', () => {
  test('is made of the buurten in the address', async () => {
    const place = (await get('/v1/places/own?members=BU90010000,BU90010002&name=Terp')).json()
    expect(place).toMatchObject({ id: 'own', name: 'Terp', kind: 'ownVillage', members: [{ code: 'BU90010000' }, { code: 'BU90010002' }] })
  })
  test.each([
    ['/v1/places/own', 'members'],
    ['/v1/places/own?members=', 'members'],
    ['/v1/places/own?members=WK900100', 'members'],
    ['/v1/places/GM9001?members=BU90010000', 'members'],
    ['/v1/places/GM9001?name=x', 'name'],
  ])('%s is refused, naming %s', async (url, field) => {
    const problem = (await get(url)).json()
    expect(problem).toMatchObject({ status: 400, code: 'parameterInvalid' })
    expect(problem.fields.map((error: { field: string }) => error.field)).toEqual([field])
  })
})

describe('OGC API Features', () => {
  const items = '/v1/ogc/collections/neighbourhoods/items'
  test('gives pages with links that lead through the whole collection', async () => {
    const seen: string[] = []
    let next: string | undefined = `${items}?limit=3`
    while (next !== undefined) {
      const page: { features: { id: string }[]; links: { rel: string; href: string }[]; numberMatched: number } = (await get(next)).json()
      expect(page.numberMatched).toBe(8)
      seen.push(...page.features.map(({ id }) => id))
      next = page.links.find(({ rel }) => rel === 'next')?.href
    }
    expect(seen).toEqual(makeTestStatistics().findShapes('neighbourhood')?.codes)
  })
  test('takes a box, also in Dutch coordinates or with latitude first', async () => {
    const ids = async (query: string) => (await get(`${items}?${query}`)).json().features.map((feature: { id: string }) => feature.id)
    const expected = ['BU90010000', 'BU90010001']
    expect(await ids('bbox=6.605,53.001,6.635,53.015')).toEqual(expected)
    expect(await ids('bbox=6.605,53.001,0,6.635,53.015,100')).toEqual(expected)
    expect(await ids('bbox=53.001,6.605,53.015,6.635&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/4326')).toEqual(expected)
    expect(await ids('bbox=236600,557800,238500,559000&bbox-crs=http://www.opengis.net/def/crs/EPSG/0/28992')).toEqual(expected)
    expect(await ids('bbox=170,53.001,6.605,53.015')).toEqual(['BU90010000'])
  })
  test('gives Dutch coordinates when asked: the tower of Amersfoort is at 155000, 463000', async () => {
    const statistics = makeTestStatistics()
    const [place] = statistics.listPlaces()
    if (place === undefined) throw new Error('no place')
    server.swap(makeTestStatistics({ listPlaces: () => [{ ...place, point: [5.3872, 52.15517] }] }))
    const answer = await get('/v1/ogc/collections/places/items?crs=http://www.opengis.net/def/crs/EPSG/0/28992')
    server.swap(statistics)
    const [x, y] = answer.json().features[0].geometry.coordinates
    expect(Math.abs(x - 155_000)).toBeLessThan(1)
    expect(Math.abs(y - 463_000)).toBeLessThan(1)
    expect(answer.headers['content-crs']).toBe('<http://www.opengis.net/def/crs/EPSG/0/28992>')
  })
  test('takes more than the largest page as the largest page', async () => {
    expect((await get(`${items}?limit=100000`)).json().numberReturned).toBe(8)
  })
  test('refuses a filter that the collection does not have', async () => {
    const answer = await get('/v1/ogc/collections/municipalities/items?district=WK900100')
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'parameterUnknown'])
  })
})

describe('security.txt', () => {
  test('names whom to tell, and when it expires', async () => {
    const { payload, headers } = await get('/.well-known/security.txt')
    expect(headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(payload).toContain('Contact: mailto:veilig@example.org\n')
    const expires = Date.parse(/Expires: (.*)/.exec(payload)?.[1] ?? '')
    expect(expires).toBeGreaterThan(Date.now())
    expect(expires).toBeLessThan(Date.now() + 366 * 24 * 3600 * 1000)
  })
})
