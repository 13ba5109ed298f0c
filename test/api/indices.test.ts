import { parse } from 'csv-parse/sync'
import { parquetReadObjects } from 'hyparquet'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { IndexScoresAnswer } from '#domain/answers/index-answers.ts'
import { CROWDED_AND_CHEAP, makeIndexDocument } from '../support/index-documents.ts'
import { startTestServer, type TestServer } from './support.ts'

let server: TestServer
beforeAll(async () => void (server = await startTestServer()))
afterAll(() => server.app.close())

const post = (payload: unknown, query = '') =>
  server.app.inject({ method: 'POST', url: `/v1/index-runs${query}`, headers: { 'content-type': 'application/json' }, payload: JSON.stringify(payload) })
const get = (url: string) => server.app.inject({ url })
const scoresOf = async (url: string) => (await get(url)).json<IndexScoresAnswer>()

describe('an index over HTTP', () => {
  test('gives the scores of a document in the order of the areas', async () => {
    const answer = (await post(makeIndexDocument(CROWDED_AND_CHEAP))).json<IndexScoresAnswer>()
    expect(answer.ranks).toEqual([1, 5, null, 4, null, 2, null, 3])
    expect(answer.missing).toEqual({ noFigures: [6], tooFewFigures: [2, 4] })
    expect(answer.source.map(({ resource }) => resource)).toEqual(['kwb-2023'])
  })

  test('gives the same scores bit for bit for the document of an index, sent back', async () => {
    const built = await scoresOf('/v1/indices/basis-op-orde/scores?level=neighbourhood')
    const document = (await get('/v1/indices/basis-op-orde/document?level=neighbourhood')).json()
    const again = (await post(document)).json<IndexScoresAnswer>()
    expect(again).toEqual(built)
    expect(again.scores.filter((score) => score !== null).length).toBeGreaterThan(5)
  })

  test('keeps the rank among all where only the areas of one municipality are asked', async () => {
    const all = await scoresOf('/v1/indices/basis-op-orde/scores?level=neighbourhood')
    const some = await scoresOf('/v1/indices/basis-op-orde/scores?level=neighbourhood&within=GM9002')
    expect(some.ranks).toEqual(all.ranks.slice(-some.ranks.length))
    expect(some.rankedCount).toBe(all.rankedCount)
    expect(some.ranks.length).toBeLessThan(all.ranks.length)
  })

  test('gives the same numbers in every file, to the last digit', async () => {
    const document = makeIndexDocument(CROWDED_AND_CHEAP)
    const { scores, ranks } = (await post(document)).json<IndexScoresAnswer>()
    const csv: Record<string, string>[] = parse((await post(document, '?format=csv-rfc4180')).body, { columns: true })
    const shown = scores.map((score) => (score === null ? null : Number(score.toFixed(1))))
    expect(csv.map((row) => (row['score'] === '' ? null : Number(row['score'])))).toEqual(shown)
    expect(csv.map((row) => row['missing'])).toEqual(['', '', 'tooFewFigures', '', 'tooFewFigures', '', 'noFigures', ''])
    const { buffer, byteOffset, byteLength } = (await post(document, '?format=parquet')).rawPayload
    const rows = await parquetReadObjects({ file: buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer })
    expect(rows.map((row) => row['score'] ?? null)).toEqual(shown)
    expect(rows.map((row) => row['living'] ?? null)).toEqual(shown)
    const stat = (await post(document, '?format=json-stat')).json<{ size: number[]; value: (number | null)[]; status: Record<string, string> }>()
    expect(stat.size).toEqual([3, 1, 8])
    expect(stat.value.slice(0, 16)).toEqual([...scores, ...ranks])
    expect(stat.status).toMatchObject({ 2: 'tooFewFigures', 6: 'noFigures', 10: 'tooFewFigures' })
    expect((await post(document, '?format=xlsx')).rawPayload.subarray(0, 2).toString()).toBe('PK')
  })

  test.each([
    ['an unknown indicator', makeIndexDocument([{ indicator: 'happiness', weight: 1 }]), 'indexIndicatorRefused', 'dimensions.0.indicators.0.indicator', /"happiness"/],
    ['weights that add up to zero', makeIndexDocument([{ indicator: 'homes', weight: 0, direction: 'lowerIsBetter' }]), 'indexInvalid', 'dimensions.0', /samen nul/],
    ['a level without figures', makeIndexDocument(CROWDED_AND_CHEAP, { year: 2024 }), 'indexWithoutFigures', 'dimensions.0.indicators.1.year', /geen cijfers van 2024 voor buurten\. Wel van 2022, 2023/],
  ])('refuses %s, names it and says what to do', async (_what, document, code, field, words) => {
    const answer = await post(document)
    expect(answer.statusCode).toBe(400)
    const problem = answer.json<{ code: string; detail: string; fields: { field: string; message: string }[] }>()
    expect(problem).toMatchObject({ code, fields: [{ field }] })
    expect(problem.detail).toMatch(words)
  })

  test('names everything that is wrong at once, also where the form is not right', async () => {
    const dimensions = [{ id: 'a', name: 'A', weight: 1, indicators: [{ indicator: 'happiness', weight: 0 }] }]
    const answer = await post({ ...makeIndexDocument([]), dimensions, wieght: 1 })
    const { code, fields } = answer.json<{ code: string; fields: { field: string; message: string }[] }>()
    expect([answer.statusCode, code]).toEqual([400, 'indexInvalid'])
    expect(fields.map(({ field }) => field)).toEqual(['', 'dimensions.0', 'dimensions.0.indicators.0.indicator'])
  })

  test('refuses a misspelt key, a weight that is no number and ten thousand indicators as a document', async () => {
    const [first] = CROWDED_AND_CHEAP
    const huge = makeIndexDocument(Array.from({ length: 10_000 }, (_, at) => ({ indicator: `x${at}`, weight: 1 })))
    for (const body of [{ ...makeIndexDocument(CROWDED_AND_CHEAP), wieght: 1 }, makeIndexDocument([{ ...first!, weight: NaN }]), huge, [], null]) {
      const answer = await post(body)
      expect(answer.statusCode).toBe(400)
      expect(answer.json<{ detail: string }>().detail.length).toBeGreaterThan(10)
    }
    expect(server.logged).toEqual([])
  })
})
