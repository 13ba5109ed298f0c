/** POST and DELETE endpoints, tried on a server with a few made up here. */
import { JSON_TYPE } from '#api/endpoint.ts'
import { ERRORS } from '#api/errors.ts'
import { makeOpenApi } from '#api/openapi.ts'
import { createFrame } from '#api/server.ts'
import { problemSchema } from '#domain/answers/shared.ts'
import { Validator } from '@seriousme/openapi-schema-validator'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { makeTestStatistics } from '../support/test-statistics.ts'

type Frame = Awaited<ReturnType<typeof createFrame>>

const sumSchema = z.object({ sum: z.number() })
const bodySchema = z.strictObject({
  terms: z.array(z.strictObject({ value: z.number(), label: z.string().max(5).optional() })).min(1).max(3),
  round: z.boolean().optional(),
})
const nothing = z.object({})
const kept = new Map<string, string>()
let version = 1

let frame: Frame
beforeAll(async () => {
  frame = await createFrame({ getStatistics: makeTestStatistics })
  const { app, router } = frame
  router.post({
    operationId: 'computeSum', tag: 'sums', summary: 'A sum', path: '/v1/sums', params: nothing, query: z.object({ times: z.coerce.number().default(1) }),
    body: bodySchema, bodyLimitBytes: 500, openTo: 'everyPage', statuses: [200], answers: { [JSON_TYPE]: sumSchema, 'text/csv': undefined }, problems: [],
    answer: ({ body, query, mediaType }) => {
      const sum = query.times * body.terms.reduce((total, { value }) => total + value, 0)
      return { body: mediaType === 'text/csv' ? `sum\n${sum}\n`.padEnd(2000) : { sum } }
    },
  })
  router.get({
    operationId: 'listNotes', tag: 'notes', summary: 'Notes', path: '/v1/notes', params: nothing, query: nothing,
    answers: { [JSON_TYPE]: z.object({ version: z.number() }) }, problems: [], changes: true, answer: () => ({ body: { version } }),
  })
  router.post({
    operationId: 'createNote', tag: 'notes', summary: 'A note', path: '/v1/notes', params: nothing, query: nothing, body: z.strictObject({ text: z.string() }),
    openTo: 'ownPages', statuses: [201, 202], answers: { [JSON_TYPE]: z.object({ id: z.string() }) }, problems: [],
    answer: ({ body }) => {
      const id = String(kept.size + 1)
      kept.set(id, body.text)
      return { body: { id }, location: `/v1/notes/${id}`, ...(body.text === 'later' && { status: 202 }) }
    },
  })
  router.delete({
    operationId: 'deleteNote', tag: 'notes', summary: 'Away with it', path: '/v1/notes/{id}', params: z.object({ id: z.string() }), query: nothing,
    openTo: 'ownPages', statuses: [204], answers: {}, problems: [],
    answer: ({ params }) => ({ body: kept.delete(params.id) ? undefined : undefined }),
  })
  router.get({
    operationId: 'listSecrets', tag: 'notes', summary: 'Mine', path: '/v1/secrets', params: nothing, query: nothing,
    answers: { [JSON_TYPE]: z.object({}) }, problems: [], openTo: 'ownPages', answer: () => ({ body: {} }),
  })
  router.finish()
  await app.ready()
})
afterAll(() => frame.app.close())

const post = (url: string, payload: unknown, headers: Record<string, string> = {}) =>
  frame.app.inject({ method: 'POST', url, headers: { 'content-type': 'application/json', ...headers }, payload: typeof payload === 'string' ? payload : JSON.stringify(payload) })
const two = { terms: [{ value: 1.5 }, { value: 2 }] }

describe('a POST', () => {
  test('answers what was computed of its document, which nobody keeps', async () => {
    const answer = await post('/v1/sums?times=2', two)
    expect([answer.statusCode, answer.json()]).toEqual([200, { sum: 7 }])
    expect(answer.headers).toMatchObject({ 'cache-control': 'no-store', 'api-version': '1.0.0', 'content-type': 'application/json' })
    expect(answer.headers['etag']).toBeUndefined()
  })
  test('answers in the form that was asked for, compressed', async () => {
    const answer = await post('/v1/sums', two, { accept: 'text/csv', 'accept-encoding': 'br' })
    expect(answer.headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8', 'content-encoding': 'br' })
    expect(brotliDecompressSync(answer.rawPayload).toString()).toContain('sum\n3.5')
    expect((await post('/v1/sums', two, { accept: 'image/png' })).statusCode).toBe(406)
  })
  test('that makes something says where it is', async () => {
    const made = await post('/v1/notes', { text: 'a' })
    expect([made.statusCode, made.headers['location']]).toEqual([201, `/v1/notes/${made.json().id}`])
    const later = await post('/v1/notes', { text: 'later' })
    expect([later.statusCode, later.headers['location']]).toEqual([202, `/v1/notes/${later.json().id}`])
  })
  test.each([
    ['an unknown field', { ...two, mean: true }, ['mean']],
    ['an unknown field within', { terms: [{ value: 1 }, { value: 1, valeu: 2 }] }, ['terms.1.valeu']],
    ['fields of the wrong type', { terms: [{ value: '1' }], round: 'yes' }, ['terms.0.value', 'round']],
    ['a field that is not there', { round: true }, ['terms']],
    ['too many parts', { terms: [1, 2, 3, 4].map((value) => ({ value })) }, ['terms']],
    ['no number', { terms: [{ value: null }] }, ['terms.0.value']],
    ['a list instead of an object', [], ['']],
    ['null', null, ['']],
  ])('refuses %s, by name and in both languages', async (_what, body, fields) => {
    for (const [language, word] of [['nl', /veld|JSON-object/], ['en', /field|JSON object/]] as const) {
      const answer = await post('/v1/sums', body, { 'accept-language': language })
      const problem = problemSchema.strict().parse(answer.json())
      expect([answer.statusCode, problem.code]).toEqual([400, 'bodyInvalid'])
      expect(problem.fields?.map(({ field }) => field)).toEqual(fields)
      expect(problem.detail).toMatch(word)
    }
  })
  test.each([
    ['is no JSON', '{"terms":', 400, 'bodyUnreadable'],
    ['is empty', '', 400, 'bodyUnreadable'],
    ['would change what objects are', '{"__proto__":{"admin":true}}', 400, 'bodyUnreadable'],
    ['is too large', JSON.stringify({ terms: [{ value: 1, label: 'x'.repeat(600) }] }), 413, 'bodyTooLarge'],
  ])('refuses a document that %s', async (_what, text, status, code) => {
    const answer = await post('/v1/sums', text)
    expect([answer.statusCode, answer.json().code]).toEqual([status, code])
  })
  test('names its limit: 500 bytes here, a megabyte elsewhere', async () => {
    expect((await post('/v1/sums', 'x'.repeat(501))).json().detail).toContain('500')
    expect((await post('/v1/notes', { text: 'x'.repeat(900_000) })).statusCode).toBe(201)
    expect((await post('/v1/notes', { text: 'x'.repeat(1_000_000) })).json().detail).toContain('1000000')
  })
  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml'])('refuses %s, which a form of another site could send', async (type) => {
    const answer = await post('/v1/sums', JSON.stringify(two), { 'content-type': type })
    expect([answer.statusCode, answer.json().code]).toEqual([415, 'mediaTypeUnsupported'])
    expect(answer.json().detail).toContain(type)
  })
  test('without a media type is refused', async () => {
    const answer = await frame.app.inject({ method: 'POST', url: '/v1/sums' })
    expect([answer.statusCode, answer.json().code]).toEqual([415, 'mediaTypeUnsupported'])
  })
  test('refuses a parameter it does not know', async () => {
    expect((await post('/v1/sums?keer=2', two)).json().code).toBe('parameterUnknown')
  })
  test('has words in both languages for each failure', () => {
    for (const code of ['bodyInvalid', 'bodyUnreadable', 'bodyTooLarge', 'mediaTypeUnsupported', 'otherSite'] as const) expect(ERRORS[code].title.nl).not.toBe(ERRORS[code].title.en)
  })
})

describe('other sites', () => {
  test('may have things computed', async () => {
    const answer = await post('/v1/sums', two, { origin: 'https://example.org', 'sec-fetch-site': 'cross-site' })
    expect([answer.statusCode, answer.headers['access-control-allow-origin']]).toEqual([200, '*'])
    const options = await frame.app.inject({ method: 'OPTIONS', url: '/v1/sums' })
    expect(options.headers).toMatchObject({ allow: 'POST, OPTIONS', 'access-control-allow-methods': 'POST, OPTIONS' })
    expect(options.headers['access-control-allow-headers']).toContain('Content-Type')
  })
  test.each([
    [{ origin: 'https://example.org' }],
    [{ origin: 'null' }],
    [{ origin: 'http://localhost:1' }],
    [{ origin: 'http://localhost.example.org' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
  ])('may not write: %o', async (headers) => {
    const before = kept.size
    const answer = await post('/v1/notes', { text: 'forged' }, headers as Record<string, string>)
    expect([answer.statusCode, answer.json().code, kept.size]).toEqual([403, 'otherSite', before])
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
    const removed = await frame.app.inject({ method: 'DELETE', url: '/v1/notes/1', headers: headers as Record<string, string> })
    expect([removed.statusCode, kept.size]).toEqual([403, before])
  })
  test('may not read the answer to what our own pages write, nor what is for them', async () => {
    const made = await post('/v1/notes', { text: 'a' }, { origin: 'http://localhost:80', host: 'localhost:80', 'sec-fetch-site': 'same-origin' })
    expect([made.statusCode, made.headers['access-control-allow-origin'], made.headers['cross-origin-resource-policy']]).toEqual([201, undefined, 'same-origin'])
    expect((await post('/v1/notes', { text: 'a' }, { origin: 'https://dorp.example.org', host: 'dorp.example.org' })).statusCode).toBe(201)
    const mine = await frame.app.inject('/v1/secrets')
    expect([mine.headers['access-control-allow-origin'], mine.headers['cache-control'], mine.headers['etag']]).toEqual([undefined, 'no-store', undefined])
  })
  test('are told only of what they may', async () => {
    const options = await frame.app.inject({ method: 'OPTIONS', url: '/v1/notes' })
    expect(options.headers).toMatchObject({ allow: 'GET, HEAD, POST, OPTIONS', 'access-control-allow-methods': 'GET, HEAD, OPTIONS' })
    const own = await frame.app.inject({ method: 'OPTIONS', url: '/v1/notes/1' })
    expect([own.headers['allow'], own.headers['access-control-allow-origin']]).toEqual(['DELETE, OPTIONS', undefined])
  })
})

describe('an address', () => {
  test.each([
    ['/v1/sums', ['GET', 'PUT', 'PATCH', 'DELETE'], 'POST, OPTIONS'],
    ['/v1/notes', ['PUT', 'PATCH', 'DELETE'], 'GET, HEAD, POST, OPTIONS'],
    ['/v1/notes/1', ['GET', 'POST', 'PUT', 'PATCH'], 'DELETE, OPTIONS'],
  ] as const)('%s refuses the methods it does not have, unread, and says which it has', async (url, methods, allow) => {
    for (const method of methods) {
      const answer = await frame.app.inject({ method, url, headers: { 'content-type': 'application/xml' }, ...(method !== 'GET' && { payload: '<a/>' }) })
      expect([method, answer.statusCode, answer.headers['allow'], answer.json().code]).toEqual([method, 405, allow, 'methodNotAllowed'])
      expect(answer.json().detail).toContain(allow)
    }
  })
  test('whose answer changes while the figures do not has an ETag that changes with it', async () => {
    const first = String((await frame.app.inject('/v1/notes')).headers['etag'])
    expect((await frame.app.inject({ url: '/v1/notes', headers: { 'if-none-match': first } })).statusCode).toBe(304)
    version += 1
    const second = await frame.app.inject({ url: '/v1/notes', headers: { 'if-none-match': first } })
    expect([second.statusCode, second.json()]).toEqual([200, { version }])
    expect(second.headers['etag']).not.toBe(first)
  })
  test('answers a DELETE without a body', async () => {
    const { id } = (await post('/v1/notes', { text: 'b' })).json()
    const answer = await frame.app.inject({ method: 'DELETE', url: `/v1/notes/${id}`, headers: { accept: 'application/json' } })
    expect([answer.statusCode, answer.payload, kept.has(id)]).toEqual([204, '', false])
  })
})

describe('the OpenAPI document', () => {
  test('is valid, and tells methods, documents, statuses and failures', async () => {
    const document = makeOpenApi(frame.router.listed, 'http://localhost')
    expect(await new Validator().validate(structuredClone(document) as never)).toEqual({ valid: true })
    expect(document['paths']).toMatchObject({
      '/v1/sums': { post: { requestBody: { required: true, content: { 'application/json': { schema: { additionalProperties: false, required: ['terms'] } } } }, responses: { 200: {}, 400: {}, 413: {}, 415: {} } } },
      '/v1/notes': { get: { responses: { 304: {} } }, post: { responses: { 201: { headers: { Location: {} } }, 202: { headers: { Location: {} } }, 403: {} } } },
      '/v1/notes/{id}': { delete: { responses: { 204: {}, 403: {} } } },
    })
    const { '/v1/sums': sums } = document['paths'] as Record<string, { post: { responses: object } }>
    expect(Object.keys(sums?.post.responses ?? {})).not.toContain('403')
  })
})
