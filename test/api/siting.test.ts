/** A siting question over HTTP: a job, its plans in every format, and the same on the command line. */
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { JobAnswer } from '#domain/answers/job-answers.ts'
import { sitingRunSchema, type SitingRunAnswer } from '#domain/answers/siting-answers.ts'
import { getSitingDocument, runSiting } from '#steps/explore/siting/run-siting.ts'
import { makeVillages, ORDER } from '../steps/explore/siting/siting-villages.ts'
import { startTestServer, type TestServer } from './support.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const villages = makeVillages()
let server: TestServer
beforeAll(async () => void (server = await startTestServer({ getStatistics: () => villages })))
afterAll(() => server.app.close())

const post = (payload: unknown) => server.app.inject({ method: 'POST', url: '/v1/siting-runs', headers: { 'content-type': 'application/json' }, payload: JSON.stringify(payload) })
const get = (url: string, headers: Record<string, string> = {}) => server.app.inject({ url, headers })

async function waitFor(path: string): Promise<JobAnswer> {
  for (;;) {
    const job = (await get(path)).json<JobAnswer>()
    if (job.status !== 'waiting' && job.status !== 'running') return job
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

describe('a siting run', () => {
  test('is a job whose result is what the use case gives, to the last digit', async () => {
    const started = await post(ORDER)
    expect([started.statusCode, started.headers['location']]).toEqual([202, started.json<JobAnswer>().self])
    const { status, result } = await waitFor(started.json<JobAnswer>().self)
    expect(status).toBe('done')
    const answer = sitingRunSchema.strict().parse((await get(result!)).json())
    expect(JSON.stringify(answer)).toBe(JSON.stringify(sitingRunSchema.parse(await runSiting(villages, getSitingDocument(ORDER)))))
    // The document in the answer is the same question.
    expect((await post(answer.document)).json<JobAnswer>().id).toBe(started.json<JobAnswer>().id)
    expect(server.logged).toEqual([])
  })

  test('says what is wrong with its scenario by the step and the field', async () => {
    const refused = await post({ ...ORDER, scenario: { name: 'Stuk', patches: [{}] } })
    expect(refused.statusCode).toBe(400)
    expect(refused.json()).toMatchObject({ fields: expect.arrayContaining([{ field: 'scenario.patches.0.years', message: 'Wijziging 1, jaren: ontbreekt.' }]) as unknown })
  })

  test('gives every plan as a table and as GeoJSON', async () => {
    const { result } = await waitFor((await post(ORDER)).json<JobAnswer>().self)
    const run = (await get(result!)).json<SitingRunAnswer>()
    const rows: Record<string, string>[] = parse((await get(`${result}?format=csv-rfc4180&plan=2`, { 'accept-language': 'en' })).body, { columns: true })
    const sites = rows.filter(({ kind }) => kind === 'site')
    expect(sites.map(({ id, fate, people }) => [id, fate, Number(people)])).toEqual([['01AA', 'merges into another', 0], ['02BB', 'stays', 2000], ['03CC', 'stays', 2455]])
    expect(rows.filter(({ kind }) => kind === 'trip').reduce((sum, { people }) => sum + Number(people), 0)).toBe(4455)
    expect((await get(`${result}?format=xlsx`)).rawPayload.subarray(0, 2).toString()).toBe('PK')
    // In files a point is written with five decimals.
    const pointOf = ({ point }: { readonly point: readonly number[] }) => point.map((degrees) => Number(degrees.toFixed(5)))
    expect(sites.map(({ longitude, latitude }) => [longitude, latitude].join(' '))).toEqual(run.sites.filter(({ kind }) => kind === 'existing').map((site) => pointOf(site).join(' ')))
    const file = await get(`${result}?format=geojson`, { 'accept-language': 'en' })
    expect(file.headers['content-disposition']).toContain('topdorp-oostermoer-plan-1-')
    const shapes = file.json<{ source: string; retrieved: string; licence: string; features: { geometry: { type: string; coordinates: unknown } }[] }>()
    expect(shapes).toMatchObject({ source: expect.stringMatching(/./), retrieved: expect.stringMatching(/\d{4}-\d\d-\d\d/), licence: expect.stringMatching(/./) })
    expect(shapes.features.filter(({ geometry }) => geometry.type === 'LineString').map(({ geometry }) => geometry.coordinates)).toEqual(run.plans[0]!.trips.map(({ place, site }) => [pointOf(run.places[place]!), pointOf(run.sites[site]!)]))
    expect((await get(`${result}?format=csv&plan=9`)).json()).toMatchObject({ code: 'sitingInvalid', detail: 'Er is geen plan 9. Er zijn er 2; 0 is vandaag.' })
  })

  test('is refused with every field that is wrong, and what only shows later is said in words', async () => {
    expect((await post({ ...ORDER, area: { codes: ['GM1234'] } })).json()).toMatchObject({ status: 404, code: 'unknownArea' })
    expect((await post({ ...ORDER, openCount: undefined })).json()).toMatchObject({ status: 400, code: 'sitingInvalid', fields: [{ field: 'openCount' }] })
    expect((await post({ ...ORDER, facilityType: 'hospital' })).json()).toMatchObject({ status: 404, code: 'noFacilities' })
    const { status, failure } = await waitFor((await post({ ...ORDER, forced: ['99XX'] })).json<JobAnswer>().self)
    expect([status, failure?.nl]).toEqual(['failed', expect.stringContaining('Deze vraag kan zo niet. In dit gebied is geen locatie "99XX".')])
    expect(server.logged).toEqual([])
  })
})
