import { createServer } from '#api/server.ts'
import { problemSchema } from '#domain/answers/shared.ts'
import { ERRORS } from '#api/errors.ts'
import type { ErrorCode } from '#api/errors.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTestStatistics } from '../support/test-statistics.ts'
import { startTestServer } from './support.ts'
import type { TestServer } from './support.ts'

const figures = '/v1/figures?level=municipality&year=2024'

/** A request that ends in this failure, for each of them. */
const WAYS: Readonly<Partial<Record<ErrorCode, string>>> = {
  parameterInvalid: `${figures}&indicator=population&within=Drenthe`,
  parameterUnknown: '/v1/status?jaar=2024',
  unknownArea: '/v1/places/GM0001',
  unknownPlace: '/v1/places/GN999',
  unknownIndicator: `${figures}&indicator=geluk`,
  noSuchYear: '/v1/figures?level=municipality&year=1999&indicator=population',
  noShape: '/v1/areas/BU90020101/geometry',
  noSuchTile: '/v1/tiles/municipality/2/4/0',
  unknownCollection: '/v1/ogc/collections/fietsen',
  unknownFeature: '/v1/ogc/collections/places/items/GN999',
  trailingSlash: '/v1/status/',
  unknownAddress: '/v1/nergens',
  noSecurityContact: '/.well-known/security.txt',
  notAcceptable: '/v1/status#image/png',
}

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.app.close())

describe('a problem', () => {
  const ways = Object.entries(WAYS) as [ErrorCode, string][]
  test.each(ways)('%s is told in Dutch and in English, with its status', async (code, url) => {
    const [address = '', accept] = url.split('#')
    for (const language of ['nl', 'en'] as const) {
      const answer = await server.app.inject({ url: address, headers: { 'accept-language': language, ...(accept && { accept }) } })
      const problem = problemSchema.strict().parse(answer.json())
      expect(answer.statusCode).toBe(ERRORS[code].status)
      expect(answer.headers['content-type']).toContain('application/problem+json')
      expect(answer.headers['content-language']).toBe(language)
      expect(answer.headers['etag']).toBeUndefined()
      expect(problem).toMatchObject({ code, status: ERRORS[code].status, title: ERRORS[code].title[language], instance: address })
      expect(problem.detail).not.toContain('{subject}')
    }
  })
  test('names each parameter that is not right, and what it may be', async () => {
    const { fields, detail } = (await server.app.inject('/v1/figures?level=dorp&year=1')).json()
    expect(fields.map(({ field }: { field: string }) => field).sort()).toEqual(['indicator', 'level', 'year'])
    expect(detail).toContain('Geef de parameter "indicator" op.')
    expect(detail).toContain('De parameter "level" kan niet "dorp" zijn, wel: country, ')
    expect(detail).toContain('De parameter "year" kan niet "1" zijn, wel 1900 of meer.')
  })
  test('names the number that a norm of one’s own for schools lacks, instead of taking another', async () => {
    const { status, fields } = (await server.app.inject('/v1/schools?norm=own')).json()
    expect([status, fields]).toEqual([400, [{ field: 'pupils', message: 'De norm "own" is een eigen aantal. Geef het op met "pupils".' }]])
    expect((await server.app.inject('/v1/schools?norm=own&pupils=60')).json().norm).toEqual({ id: 'own', pupils: 60 })
  })
  test('with a parameter given twice says that it must be one', async () => {
    const { detail } = (await server.app.inject('/v1/search?q=a&q=b')).json()
    expect(detail).toBe('De parameter "q" kan niet "a,b" zijn, wel een enkele tekst.')
  })
  test('that an address is not well-formed is the fault of the asker', async () => {
    const answer = await server.app.inject('/v1/places/%E0%A4%A')
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'requestInvalid'])
  })
})

describe('what nobody expected', () => {
  test('is logged with its cause, and the reader gets only a number', async () => {
    const logged: string[] = []
    const app = await createServer({
      getStatistics: () => makeTestStatistics({ listAreas: () => { throw new Error('the disk is on fire') } }),
      log: (line) => logged.push(line),
    })
    const answer = await app.inject('/v1/areas?level=municipality&year=2024')
    await app.close()
    expect([answer.statusCode, answer.json().code]).toEqual([500, 'unexpected'])
    expect(answer.payload).not.toContain('fire')
    expect(logged).toHaveLength(1)
    expect(logged[0]).toContain('the disk is on fire')
    const incident = /nummer: (\S+)\./.exec(answer.json().detail)?.[1] ?? 'none'
    expect(logged[0]).toContain(incident)
  })
})

describe('the rate limit', () => {
  test('holds for others, not for the machine itself, and says how long to wait', async () => {
    const app = await createServer({ getStatistics: makeTestStatistics, requestsPerMinute: 3 })
    const ask = (remoteAddress: string) => app.inject({ url: '/v1/status', remoteAddress })
    for (let time = 0; time < 3; time++) expect((await ask('203.0.113.7')).statusCode).toBe(200)
    const refused = await ask('203.0.113.7')
    expect([refused.statusCode, refused.json().code]).toEqual([429, 'tooManyRequests'])
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect((await ask('203.0.113.8')).statusCode).toBe(200)
    for (let time = 0; time < 5; time++) expect((await ask('127.0.0.1')).statusCode).toBe(200)
    await app.close()
  })
})

describe('the words', () => {
  test.each(Object.entries(ERRORS))('of %s are there in both languages', (_code, row) => {
    for (const text of [row.title.nl, row.title.en, row.detail.nl, row.detail.en]) expect(text.length).toBeGreaterThan(5)
    expect(row.detail.nl.includes('{subject}')).toBe(row.detail.en.includes('{subject}'))
  })
})
