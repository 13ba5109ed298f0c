import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { problemSchema } from '#domain/answers/shared.ts'
import { EXAMPLES, startTestServer } from './support.ts'
import type { TestServer } from './support.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.app.close())

const NAMES = ['indicator', 'level', 'year', 'within', 'format', 'q', 'limit', 'offset', 'members', 'name', 'bbox', 'bbox-crs', 'crs', 'datetime', 'municipality', 'x']
const VALUES = ['population', 'share65Plus', 'constructor', '__proto__', 'municipality', 'neighbourhood', '2023', '2024', '0', '-1', '1e400', 'NaN', 'GM9001', 'BU90010000', 'BU90010000,BU90020001', 'PV20', 'NL00', 'own', 'GN101', 'csv', 'xlsx', 'json-stat', '6.6,53,6.7,53.1', '6.7,53,6.6,53.1', 'http://www.opengis.net/def/crs/EPSG/0/28992', '2024-01-01/..', '']

const value = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...VALUES) }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) })
const query = fc.array(fc.tuple(fc.constantFrom(...NAMES), value), { maxLength: 6 })
const segment = fc.oneof({ weight: 3, arbitrary: value }, { weight: 1, arbitrary: fc.constantFrom('places', 'neighbourhoods', '6', '33', '20', '14', '16383') })

/** Lone surrogates cannot be in an address. */
const encode = (text: string) => encodeURIComponent(text.toWellFormed())

describe('whatever the address', () => {
  test('the answer is what was asked or a problem that says what is wrong, never a failure of ours', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(EXAMPLES)), fc.array(segment, { minLength: 5, maxLength: 5 }), query, async (path, segments, pairs) => {
        let at = 0
        const filled = path.replace(/\{\w+\}/g, () => encode(segments[at++] ?? ''))
        const url = `${filled}?${pairs.map(([name, text]) => `${name}=${encode(text)}`).join('&')}`
        const { statusCode, headers, payload } = await server.app.inject({ url, headers: { accept: '*/*' } })
        expect([url, server.logged]).toEqual([url, []])
        expect([200, 400, 404]).toContain(statusCode)
        if (statusCode === 200) return
        expect(headers['content-type']).toContain('application/problem+json')
        problemSchema.strict().parse(JSON.parse(payload))
      }),
      { numRuns: 600 },
    )
  })
  test('headers of any text do no harm', async () => {
    const text = fc.stringMatching(/^[\x20-\x7e]{0,40}$/)
    await fc.assert(
      fc.asyncProperty(text, text, text, text, async (accept, language, encoding, match) => {
        const headers = { accept, 'accept-language': language, 'accept-encoding': encoding, 'if-none-match': match }
        const { statusCode } = await server.app.inject({ url: '/v1/indicators', headers })
        expect([200, 304, 406]).toContain(statusCode)
      }),
      { numRuns: 300 },
    )
    expect(server.logged).toEqual([])
  })
})
