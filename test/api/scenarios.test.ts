/** Keeping a scenario without an account: an address for others, a secret for oneself, versions that never change. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keptScenarioSchema, scenarioCheckSchema } from '#domain/answers/scenario-answers.ts'
import { listAccesses } from '#records/access-log.ts'
import { makeTestStatistics } from '../support/test-statistics.ts'
import { startTestServer, type TestServer } from './support.ts'

const FREE = { perHour: 1e6, perDay: 1e6, allPerHour: 1e6, exempt: [] }
let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ senderLimits: FREE })
})
afterAll(() => server.app.close())

const CLOSED = { name: 'School dicht', patches: [], facilities: { closed: [{ type: 'primarySchool', id: '01AA00' }] } }
const OPENED = { name: 'Tweede school', patches: [], facilities: { opened: [{ type: 'primarySchool', name: 'De Wierde', place: 'GN102' }] } }
const post = (url: string, payload: object, headers: Record<string, string> = {}, to = server) => to.app.inject({ method: 'POST', url, payload, headers: { 'accept-language': 'en', ...headers }, remoteAddress: '203.0.113.7' })
const get = (url: string) => server.app.inject(url)
const keep = async (document: object = CLOSED) => (await post('/v1/scenarios', document)).json<{ id: string; version: number; secret: string }>()

describe('keeping a scenario', () => {
  test('gives an address that opens it, and a secret that is kept nowhere', async () => {
    const answer = await post('/v1/scenarios', CLOSED)
    expect(answer.statusCode).toBe(201)
    const { id, secret } = answer.json()
    expect(id).toMatch(/^[2-9A-Z]{16}$/)
    expect(answer.headers.location).toBe(`/v1/scenarios/${id}/versions/1`)
    const opened = (await get(`/v1/scenarios/${id}`)).json()
    expect(keptScenarioSchema.parse(opened)).toMatchObject({ id, version: 1, latestVersion: 1, sameFigures: true, document: CLOSED })
    expect(JSON.stringify([opened, await server.records.database.selectFrom('scenario').selectAll().execute()])).not.toContain(secret)
    expect((await listAccesses(server.records.database, 9, id)).map(({ what }) => what)).toEqual(['savedScenario'])
  })

  test('changing it needs the secret and makes another version; a link to the first keeps giving the first', async () => {
    const { id, secret } = await keep()
    const before = (await get(`/v1/scenarios/${id}/versions/1`)).json()
    expect((await post(`/v1/scenarios/${id}/versions`, { secret: 'x'.repeat(43), document: OPENED })).statusCode).toBe(404)
    expect((await post(`/v1/scenarios/${id}/versions`, { secret, document: OPENED })).json()).toEqual({ id, version: 2 })
    expect((await get(`/v1/scenarios/${id}/versions/1`)).json()).toEqual({ ...before, latestVersion: 2 })
    expect((await get(`/v1/scenarios/${id}`)).json()).toMatchObject({ version: 2, document: OPENED })
    expect((await get(`/v1/scenarios/${id}/versions/3`)).statusCode).toBe(404)
  })

  test('what was kept gives the same numbers as what was sent', async () => {
    const { id } = await keep(OPENED)
    const { document } = (await get(`/v1/scenarios/${id}/versions/1`)).json()
    const run = async (body: object) => (await post('/v1/reach-runs?facilityType=primarySchool&level=municipality', body)).json()
    expect(await run(document)).toEqual(await run(OPENED))
  })

  test('erasing it takes all versions away for everybody, by the secret only', async () => {
    const { id, secret } = await keep()
    expect((await post(`/v1/scenarios/${id}/erasures`, { secret: 'y'.repeat(43) })).statusCode).toBe(404)
    expect((await post(`/v1/scenarios/${id}/erasures`, { secret })).statusCode).toBe(204)
    for (const path of [`/v1/scenarios/${id}`, `/v1/scenarios/${id}/versions/1`]) expect((await get(path)).json()).toMatchObject({ status: 410, code: 'scenarioErased' })
    expect((await get('/v1/scenarios/2222222222222222')).statusCode).toBe(404)
  })

  test('says that the figures are others than those it was made on', async () => {
    const { id } = await keep()
    server.swap(makeTestStatistics({ version: 'test-2' }))
    expect((await get(`/v1/scenarios/${id}`)).json()).toMatchObject({ sameFigures: false, document: CLOSED })
    server.swap(makeTestStatistics())
  })

  test.each([
    ['a name that is too long', { ...CLOSED, name: 'n'.repeat(81) }, 'scenarioNotKept', 'at most 80'],
    ['an e-mail address', { ...CLOSED, description: 'Vraag els@example.org' }, 'scenarioNotKept', 'e-mail address'],
    ['a telephone number in the name of a school', { name: 'x', facilities: { opened: [{ type: 'primarySchool', name: 'Bel 06-12345678', place: 'GN102' }] } }, 'scenarioNotKept', 'telephone'],
    ['a character that turns the writing around', { ...CLOSED, name: 'a\u202Eb' }, 'scenarioNotKept', 'cannot be seen'],
    ['a school that is not there', { name: 'x', facilities: { closed: [{ type: 'primarySchool', id: 'none' }] } }, 'scenarioRefused', 'none'],
    ['a field that nobody knows', { ...CLOSED, owner: 'Els' }, 'bodyInvalid', 'owner'],
  ])('refuses %s', async (_what, document, code, hint) => {
    const answer = (await post('/v1/scenarios', document)).json<{ code: string; detail: string; status: number }>()
    expect(answer).toMatchObject({ code, status: 400 })
    expect(JSON.stringify(answer)).toContain(hint)
  })

  test('is no matter for pages of other sites, and not without end', async () => {
    expect((await post('/v1/scenarios', CLOSED, { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' })).statusCode).toBe(403)
    const narrow = await startTestServer({ senderLimits: { perHour: 2, perDay: 2, allPerHour: 9, exempt: [] } })
    const statuses = []
    for (let at = 0; at < 3; at++) statuses.push((await post('/v1/scenarios', CLOSED, {}, narrow)).statusCode)
    expect(statuses).toEqual([201, 201, 429])
    await narrow.app.close()
  })
})

describe('checking a scenario', () => {
  test('counts what each part touches, of travel times and of the projection', async () => {
    const body = { ...CLOSED, patches: [{ figure: 'fertilityRates', years: { from: 2024, to: 2030 }, change: { multiplyBy: 1 } }], speeds: [{ mode: 'bicycle', factor: 2 }], norms: [{ facilityType: 'hospital', mostMinutes: 45 }] }
    const answer = (await post('/v1/scenario-checks', body)).json()
    expect(scenarioCheckSchema.parse(answer).parts).toEqual([
      { part: 'patches', at: 0, name: 'fertilityRates', unit: 'figures', touched: 0 },
      // All nine of the row can go there, now that a straight line may be 30 km; at the first it stands, amid people who have some way to go all the same.
      { part: 'closed', at: 0, name: 'De Terp', unit: 'neighbourhoods', touched: 9 },
      { part: 'speeds', at: 0, name: 'bicycle', unit: 'neighbourhoods', touched: 9 },
      { part: 'norms', at: 0, name: 'hospital, car', unit: 'norms', touched: 1 },
    ])
    expect(answer.remarks).toEqual([{ nl: 'Wijziging 1 (geboorten) verandert niets.', en: 'Patch 1 (births) changes nothing.' }])
  })

  test('says of an empty one that it equals the base', async () => {
    expect((await post('/v1/scenario-checks', { name: 'Leeg' })).json().remarks).toEqual([{ nl: 'Dit scenario heeft geen wijzigingen: het is gelijk aan de basis.', en: 'This scenario has no changes: it equals the base.' }])
  })
})
