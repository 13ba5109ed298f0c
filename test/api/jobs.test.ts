import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jobSchema, type JobAnswer } from '#domain/answers/job-answers.ts'
import { rankUncertaintySchema, type RankUncertaintyAnswer, type RankUncertaintyOrder } from '#domain/rank-uncertainty.ts'
import { CROWDED_AND_CHEAP, makeIndexDocument } from '../support/index-documents.ts'
import { makeTestStatistics } from '../support/test-statistics.ts'
import { startTestServer, type TestServer } from './support.ts'

let server: TestServer
beforeAll(async () => void (server = await startTestServer()))
afterAll(() => server.app.close())

const document = makeIndexDocument(CROWDED_AND_CHEAP)
const post = (payload: unknown, remoteAddress = '10.0.0.1') =>
  server.app.inject({ method: 'POST', url: '/v1/rank-uncertainty-runs', remoteAddress, headers: { 'content-type': 'application/json' }, payload: JSON.stringify(payload) })
const get = (url: string) => server.app.inject({ url })
const order = (more: Partial<RankUncertaintyOrder> = {}): RankUncertaintyOrder => ({ document, draws: 200, ...more })

async function waitFor(path: string): Promise<JobAnswer> {
  for (;;) {
    const job = (await get(path)).json<JobAnswer>()
    if (job.status !== 'waiting' && job.status !== 'running') return job
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

describe('a job', () => {
  test('is started, followed to its end, and gives its result in every format', async () => {
    const started = await post(order())
    expect(started.statusCode).toBe(202)
    const location = String(started.headers['location'])
    expect(location).toBe(started.json<JobAnswer>().self)
    expect((await get(location)).json<JobAnswer>().self).toBe(location)
    expect(started.headers['retry-after']).toBe('1')
    const job = jobSchema.strict().parse(await waitFor(location))
    expect(job).toMatchObject({ status: 'done', progress: 1 })
    const answer = rankUncertaintySchema.strict().parse((await get(job.result!)).json())
    expect(answer.ranks).toEqual([1, 5, null, 4, null, 2, null, 3])
    expect(answer.lowRanks.every((low, at) => low === null || (low <= answer.medianRanks[at]! && answer.medianRanks[at]! <= answer.highRanks[at]!))).toBe(true)
    const csv: Record<string, string>[] = parse((await get(`${job.result}?format=csv-rfc4180`)).body, { columns: true })
    expect(csv.map((row) => (row['lowRank'] === '' ? null : Number(row['lowRank'])))).toEqual(answer.lowRanks)
    const percent = (share: number | null) => (share === null ? null : Number((100 * share).toFixed(1)) + 0)
    const read = (key: string) => csv.map((row) => (row[key] === '' ? null : Number(row[key])))
    expect(read('sensitivityWeightsPercent')).toEqual(answer.sensitivities.weights.map(percent))
    expect(read('worstTenthPercent')).toEqual(answer.worstTenthShares.map(percent))
    const dutch = (await get(`${job.result}?format=csv`)).body
    expect(dutch).toContain('Hoe vaak in het slechtste tiende deel (% van de keren)')
    for (const line of dutch.trim().split('\r\n').slice(1)) expect(line).not.toMatch(/\d,\d\d/)
    expect((await get(`${job.result}?format=xlsx`)).rawPayload.subarray(0, 2).toString()).toBe('PK')
    const within = (await get(`${job.result}?within=GM9002`)).json<RankUncertaintyAnswer>()
    expect(within.highRanks).toEqual(answer.highRanks.slice(-within.highRanks.length))
    expect(server.logged).toEqual([])
  })

  test('is the same for the same question, whoever asks; another seed is another job', async () => {
    const [one, same, other] = [await post(order()), await post({ ...order(), vary: {} }, '10.0.0.2'), await post(order({ seed: 2 }))].map((answer) => answer.json<JobAnswer>())
    expect(same!.id).toBe(one!.id)
    expect(other!.id).not.toBe(one!.id)
  })

  test('can be stopped, and started again', async () => {
    const job = (await post(order({ draws: 20_000 }))).json<JobAnswer>()
    // As browsers ask: */* suits an answer without words.
    const stopped = await server.app.inject({ method: 'DELETE', url: job.self, headers: { accept: '*/*' } })
    expect([stopped.statusCode, stopped.payload]).toEqual([204, ''])
    expect((await get(job.self)).json<JobAnswer>().status).toBe('cancelled')
    const result = await get(`/v1/rank-uncertainty-runs/${job.id}`)
    expect([result.statusCode, result.json<{ code: string }>().code]).toEqual([404, 'unknownResult'])
    expect(['waiting', 'running']).toContain((await post(order({ draws: 20_000 }))).json<JobAnswer>().status)
    await server.app.inject({ method: 'DELETE', url: job.self })
  })

  test('goes on when one of two who asked the same stops', async () => {
    const asked = order({ draws: 20_000, seed: 77 })
    const [one, other] = [(await post(asked)).json<JobAnswer>(), (await post(asked, '10.0.0.3')).json<JobAnswer>()]
    expect([other!.id, other!.self === one!.self]).toEqual([one!.id, false])
    const statuses = []
    for (const { self } of [one!, other!]) {
      await server.app.inject({ method: 'DELETE', url: self })
      statuses.push((await get(other!.self)).json<JobAnswer>().status)
    }
    expect(statuses[0]).toMatch(/waiting|running/)
    expect(statuses[1]).toBe('cancelled')
  })

  test('that is unknown, or whose figures have been replaced, is named', async () => {
    const unknown = `/v1/jobs/${'x'.repeat(22)}`
    for (const answer of [await get(unknown), await server.app.inject({ method: 'DELETE', url: unknown })]) {
      expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([404, 'unknownJob'])
    }
    const job = await waitFor((await post(order())).json<JobAnswer>().self)
    server.swap({ ...makeTestStatistics(), version: 'another' })
    expect((await get(job.result!)).json<{ code: string }>().code).toBe('unknownResult')
    server.swap(makeTestStatistics())
    expect((await get(job.result!)).statusCode).toBe(200)
  })

  test.each([
    ['too many draws', { draws: 1_000_000 }, 'draws'],
    ['a choice that nobody knows', { vary: { colour: true } }, 'vary'],
    ['one indicator that may be left out', { document: makeIndexDocument([CROWDED_AND_CHEAP[0]!]) }, 'vary.leftOut'],
  ])('with %s is refused, and named', async (_what, more, field) => {
    const answer = await post({ ...order(), ...more })
    expect(answer.statusCode).toBe(400)
    expect(answer.json<{ fields: { field: string }[] }>().fields.map((own) => own.field).join()).toContain(field)
  })

  test('names everything that is wrong at once, in the request and in the document', async () => {
    const dimensions = [{ id: 'a', name: 'A', weight: 1, indicators: [{ indicator: 'happiness', weight: 0 }] }]
    const answer = await post({ document: { ...makeIndexDocument([]), dimensions, wieght: 1 }, draws: 3, vary: { concentration: 'veel' }, sead: 4 })
    const { code, fields } = answer.json<{ code: string; fields: { field: string; message: string }[] }>()
    expect([answer.statusCode, code]).toEqual([400, 'indexInvalid'])
    expect(fields.map(({ field }) => field)).toEqual(['draws', 'vary.concentration', '', 'document', 'document.dimensions.0', 'document.dimensions.0.indicators.0.indicator'])
    expect(fields.find(({ field }) => field === 'draws')!.message).toBe('"draws" kan niet "3" zijn, wel 100 of meer.')
  })

  test('says of one indicator that it cannot be left out beside what else is wrong, and not where that was not asked', async () => {
    const one = makeIndexDocument([CROWDED_AND_CHEAP[0]!])
    const fieldsOf = async (body: unknown) => (await post(body)).json<{ fields?: { field: string }[] }>().fields?.map(({ field }) => field)
    expect(await fieldsOf({ document: one, draws: 3 })).toEqual(['draws', 'vary.leftOut'])
    expect(await fieldsOf({ document: one, draws: 3, vary: { leftOut: false } })).toEqual(['draws'])
  })

  test.each([['nothing', {}], ['a list', []], ['null', null], ['a document that is a text', { document: 'basis-op-orde' }]])('of %s is refused in words, and asks for a document', async (_what, body) => {
    const answer = await post(body)
    expect(answer.statusCode).toBe(400)
    expect(answer.json<{ fields: { message: string }[] }>().fields.map(({ message }) => message).join(' ')).toMatch(/document/i)
    expect(server.logged).toEqual([])
  })

  test('is not taken from who starts too many in a minute', async () => {
    const answers = []
    for (let seed = 100; seed < 112; seed++) answers.push(await post(order({ seed }), '10.0.0.9'))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([...new Array<number>(10).fill(202), 429, 429])
    expect(Number(answers.at(-1)!.headers['retry-after'])).toBeGreaterThan(30)
    for (const answer of answers) if (answer.statusCode === 202) await server.app.inject({ method: 'DELETE', url: answer.json<JobAnswer>().self })
  })
})
