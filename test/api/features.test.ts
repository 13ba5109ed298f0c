/** Every GeoJSON to download says what it is, where it comes from, of when and under which licence, as docs/api.md promises. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SourcedFeatures } from '#steps/see/export-features.ts'
import { openStatistics } from '#statistics/open-statistics.ts'
import { getProvinceHome } from '../support/once-a-run.ts'
import { startTestServer, type TestServer } from './support.ts'

let server: TestServer
const SCENARIO = { name: 'Sneller op de fiets', speeds: [{ mode: 'bicycle', factor: 1.2 }] }
const ASKED: Readonly<Record<string, { readonly url: string; readonly body?: unknown }>> = {
  listReach: { url: '/v1/reach?facilityType=primarySchool&level=municipality&mode=bicycle' },
  runReach: { url: '/v1/reach-runs?facilityType=primarySchool&level=municipality&mode=bicycle', body: SCENARIO },
  listDailyRegions: { url: '/v1/daily-regions?count=30' },
  listSchools: { url: '/v1/schools?norm=small' },
  runSchools: { url: '/v1/school-runs?norm=small', body: SCENARIO },
}
/** Looked at in siting.test.ts, as it is about a run that is done. */
const ELSEWHERE = ['getSiting']

beforeAll(async () => {
  const statistics = (await openStatistics(await getProvinceHome()))!
  server = await startTestServer({ getStatistics: () => statistics })
}, 240_000)
afterAll(() => server.app.close())

const ask = (url: string, body: unknown, language: string) =>
  server.app.inject({ url: `${url}&format=geojson`, headers: { 'accept-language': language, ...(body !== undefined && { 'content-type': 'application/json' }) }, ...(body === undefined ? { method: 'GET' } : { method: 'POST', payload: JSON.stringify(body) }) })

describe('GeoJSON to download', () => {
  test('is all looked at here', async () => {
    interface Operation { readonly operationId: string; readonly parameters?: readonly { readonly name: string; readonly schema: { readonly enum?: readonly string[] } }[] }
    const { paths } = (await server.app.inject('/v1/openapi.json')).json<{ paths: Record<string, Record<string, Operation>> }>()
    const all = Object.values(paths).flatMap((methods) => Object.values(methods)).filter(({ parameters = [] }) => parameters.some(({ name, schema }) => name === 'format' && schema.enum?.includes('geojson')))
    expect(all.map(({ operationId }) => operationId).toSorted()).toEqual([...Object.keys(ASKED), ...ELSEWHERE].toSorted())
  })

  test.each(Object.entries(ASKED))('of %s has a title, source, date and licence, in the language that is asked for, and a name', async (_, { url, body }) => {
    const [dutch, english] = await Promise.all(['nl', 'en'].map((language) => ask(url, body, language)))
    expect(dutch!.statusCode).toBe(200)
    expect(dutch!.headers['content-type']).toBe('application/geo+json')
    expect(dutch!.headers['content-disposition']).toMatch(/topdorp-[a-z0-9-]+\.geojson/)
    const { title, source, retrieved, licence, about, features } = dutch!.json<SourcedFeatures>()
    expect(features.length).toBeGreaterThan(0)
    expect(title).not.toBe(english!.json<SourcedFeatures>().title)
    expect(source).toContain('(verzonnen)')
    expect(retrieved).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(licence).toContain('CC0-1.0')
    expect(about).toContainEqual(['Let op', 'Deze cijfers zijn verzonnen.'])
    // What is the same of all does not stand in each.
    expect(features.every(({ properties }) => properties !== null && !('source' in properties))).toBe(true)
  }, 120_000)

  test('of areas says whose boundaries they are', async () => {
    const { source, about } = (await ask(ASKED['listReach']!.url, undefined, 'nl')).json<SourcedFeatures>()
    const boundaries = String(new Map(about).get('Grenzen'))
    expect(boundaries).toMatch(/, \d{4} \(/)
    expect(source).toContain(boundaries.slice(0, boundaries.indexOf(', ')))
  })
})
