import {
  areaListSchema,
  figureColumnSchema,
  indicatorListSchema,
  indicatorSchema,
  placeSchema,
  searchSchema,
  seriesSchema,
  sourceListSchema,
  statusSchema,
} from '#domain/answers/answers.ts'
import { privacySchema, receiptStatusSchema, signalCountListSchema, signalListSchema, signalSchema } from '#domain/answers/signals.ts'
import { importReportSchema } from '#api/schemas/import-report.ts'
import { jsonStatSchema } from '#api/schemas/json-stat.ts'
import { collectionSchema, collectionsSchema, itemSchema, itemsSchema } from '#api/schemas/ogc.ts'
import { featureSchema } from '#api/schemas/geojson.ts'
import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { AFTERWARDS, EXAMPLES, ORDERS, OWN_PAGES, startTestServer } from './support.ts'
import type { TestServer } from './support.ts'

interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly parameters: readonly { name: string; in: string; required: boolean; schema: object }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> }
  readonly responses: Readonly<Record<string, { content?: Readonly<Record<string, unknown>>; headers?: object }>>
}
interface Document {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, object>> }
}

let server: TestServer
let document: Document
beforeAll(async () => {
  server = await startTestServer()
  document = (await server.app.inject('/v1/openapi.json')).json()
})
afterAll(() => server.app.close())

const listOperations = () => Object.entries(document.paths).flatMap(([path, byMethod]) => Object.entries(byMethod).map(([method, operation]) => ({ path, method, operation })))
/** As the examples name them: a GET by its path alone. */
const name = ({ path, method }: { path: string; method: string }) => (method === 'get' ? path : `${method.toUpperCase()} ${path}`)

describe('the OpenAPI document', () => {
  test('is valid OpenAPI 3.1', async () => {
    expect(document.openapi).toBe('3.1.0')
    expect(await new Validator().validate(structuredClone(document) as never)).toEqual({ valid: true })
  })
  test('has a page for every address that the tests know, each of which is served', () => {
    expect(listOperations().map(name).sort()).toEqual([...Object.keys(EXAMPLES), ...Object.keys(ORDERS), ...OWN_PAGES, ...AFTERWARDS].sort())
    for (const { path, method } of listOperations()) {
      expect(server.app.hasRoute({ method: method.toUpperCase(), url: path.replace(/\{(\w+)\}/g, ':$1') })).toBe(true)
    }
  })
  test('refers only to schemas that it holds', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name)
    expect(references.length).toBeGreaterThan(20)
    for (const name of references) expect(Object.keys(document.components.schemas)).toContain(name)
  })
})

/** The rules of NLGov REST API Design Rules 2.1 that can be read off the document. */
const RULES: Readonly<Record<string, (path: string, operation: Operation) => boolean>> = {
  'paths are kebab-case': (path) => path.split('/').every((part) => /^$|^\{\w+\}$|^[a-z0-9]+(-[a-z0-9]+)*(\.json)?$/.test(part)),
  'paths do not end in a slash': (path) => !path.endsWith('/'),
  'paths begin with the major version': (path) => /^\/v1(\/|$)/.test(path),
  'a collection is plural': (path) => path.split('/').every((part, at, parts) => !/^\{/.test(parts[at + 1] ?? '') || part.endsWith('s') || /^\{/.test(part) || part === ''),
  'parameters are camelCase, but for those of OGC': (path, { parameters }) =>
    parameters.every(({ name }) => /^[a-z][a-zA-Z0-9]*$/.test(name) || (path.startsWith('/v1/ogc') && name === 'bbox-crs')),
  'path parameters are in the path': (path, { parameters }) => parameters.every((parameter) => parameter.in !== 'path' || path.includes(`{${parameter.name}}`)),
  'operationId is a verb and a noun': (_path, { operationId }) => /^(get|list|search|create|compute|run|cancel|delete|open|close)[A-Z][a-zA-Z]+$/.test(operationId),
  'failures are problem+json': (_path, { responses }) =>
    Object.entries(responses).every(([status, { content }]) => !/^[45]/.test(status) || Object.keys(content ?? {}).join() === 'application/problem+json'),
  'bad parameters are a failure': (_path, { responses }) => responses['400'] !== undefined,
  'the answer tells the version of the API': (_path, { responses }) => Object.entries(responses).some(([status, { headers }]) => status.startsWith('2') && 'API-Version' in (headers ?? {})),
  'a document may hold known fields only, at every depth': (_path, { requestBody }) =>
    Object.values(requestBody?.content ?? {}).every(({ schema }) => listLoose(schema).length === 0),
}

/** The objects in a schema that let unknown fields pass. */
function listLoose(schema: unknown): unknown[] {
  if (schema === null || typeof schema !== 'object') return []
  const { properties, additionalProperties } = schema as { properties?: object; additionalProperties?: unknown }
  return [...(properties !== undefined && additionalProperties !== false ? [schema] : []), ...Object.values(schema).flatMap(listLoose)]
}

describe('the design rules', () => {
  test.each(Object.entries(RULES))('%s', (_rule, holds) => {
    expect(listOperations().filter(({ path, operation }) => !holds(path, operation)).map(({ path }) => path)).toEqual([])
  })
  test('operationIds are unique', () => {
    const ids = listOperations().map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
  })
  test('every rule can fail', () => {
    const bad: Operation = { operationId: 'Thing', summary: '', parameters: [{ name: 'Bad_name', in: 'path', required: true, schema: {} }], requestBody: { content: { 'application/json': { schema: { anyOf: [{ type: 'object', properties: {} }] } } } }, responses: { 404: { content: { 'application/json': {} } } } }
    for (const [rule, holds] of Object.entries(RULES)) expect([rule, holds('/Wrong_Thing/{id}/', bad)]).toEqual([rule, false])
  })
  test('fields of answers are camelCase', () => {
    const names = [...JSON.stringify(document.components.schemas).matchAll(/"properties":\{(.*?)\}/g)].length
    expect(names).toBeGreaterThan(20)
    const check = (schema: unknown): string[] => {
      if (schema === null || typeof schema !== 'object') return []
      const { properties } = schema as { properties?: object }
      const wrong = Object.keys(properties ?? {}).filter((name) => !/^[a-z][a-zA-Z0-9]*$/.test(name))
      return [...wrong, ...Object.values(schema).flatMap(check)]
    }
    expect(check(document.components.schemas)).toEqual([])
  })
})

describe('an answer', () => {
  const figures = '/v1/figures?indicator=meanHomeValue&level=neighbourhood&year=2023'
  const cases: readonly (readonly [string, z.ZodObject])[] = [
    ['/v1/status', statusSchema],
    ['/v1/indicators', indicatorListSchema],
    ['/v1/indicators/populationChange1Year', indicatorSchema],
    ['/v1/areas?level=municipality', areaListSchema],
    [figures, figureColumnSchema],
    [`${figures}&format=json-stat`, jsonStatSchema],
    ['/v1/search?q=veen', searchSchema],
    ['/v1/places/GM9002', placeSchema],
    ['/v1/places/WP104', placeSchema],
    ['/v1/places/own?members=BU90010000,BU90010100', placeSchema],
    ['/v1/places/GM9001/series?indicator=population', seriesSchema],
    ['/v1/privacy', privacySchema],
    ['/v1/signals', signalListSchema],
    ['/v1/signal-counts', signalCountListSchema],
    ['/v1/places/GM9001/signals', signalListSchema],
    ['/v1/signals/SEMQ7SXFFF5', signalSchema],
    ['/v1/receipts/5QXD-DAV7-9DXS-6EMV', receiptStatusSchema],
    ['/v1/sources', sourceListSchema],
    ['/v1/import-report', importReportSchema],
    ['/v1/areas/WK900100/geometry', featureSchema],
    ['/v1/ogc/collections', collectionsSchema],
    ['/v1/ogc/collections/places', collectionSchema],
    ['/v1/ogc/collections/districts/items', itemsSchema],
    ['/v1/ogc/collections/districts/items/WK900100', itemSchema],
  ]
  test.each(cases)('of %s is what its schema says, and nothing more', async (url, schema) => {
    const answer = await server.app.inject(url)
    expect(answer.statusCode).toBe(200)
    schema.strict().parse(answer.json())
  })
})
