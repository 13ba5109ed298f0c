/** The OpenAPI 3.1 document, made from the same descriptions and schemas that the routes are made of. */
import {
  areaListSchema,
  figureColumnSchema,
  indicatorListSchema,
  indicatorSchema,
  placeFigureSchema,
  placeSchema,
  searchSchema,
  seriesSchema,
  sourceListSchema,
  statusSchema,
} from '#domain/answers/answers.ts'
import {
  contactSchema,
  moderatedSignalSchema,
  receiptSchema,
  receiptStatusSchema,
  sessionSchema,
  signalListSchema,
  signalSchema,
  waitingListSchema,
} from '#domain/answers/signals.ts'
import { areaRefSchema, bilingualSchema, figureSchema, levelSchema, missingReasonSchema, problemSchema, themeSchema } from '#domain/answers/shared.ts'
import { z } from 'zod'
import { JSON_TYPE } from '#api/endpoint.ts'
import type { Description, Operation } from '#api/endpoint.ts'
import { ERRORS } from '#api/errors.ts'
import type { ErrorCode } from '#api/errors.ts'
import { PROBLEM_TYPE } from '#api/problem.ts'
import { featureSchema, geometrySchema, linkSchema } from '#api/schemas/geojson.ts'
import { importReportSchema } from '#api/schemas/import-report.ts'
import { jsonStatSchema } from '#api/schemas/json-stat.ts'
import { collectionSchema, itemsSchema } from '#api/schemas/ogc.ts'
import { API_VERSION } from '#api/security.ts'

/** Schemas that have a name of their own in the document. */
const NAMED: Readonly<Record<string, z.ZodType>> = {
  AreaList: areaListSchema,
  AreaRef: areaRefSchema,
  Bilingual: bilingualSchema,
  Collection: collectionSchema,
  Contact: contactSchema,
  Feature: featureSchema,
  FeatureCollection: itemsSchema,
  Figure: figureSchema,
  FigureColumn: figureColumnSchema,
  Geometry: geometrySchema,
  ImportReport: importReportSchema,
  Indicator: indicatorSchema,
  IndicatorList: indicatorListSchema,
  JsonStat: jsonStatSchema,
  Level: levelSchema,
  Link: linkSchema,
  MissingReason: missingReasonSchema,
  ModeratedSignal: moderatedSignalSchema,
  Place: placeSchema,
  PlaceFigure: placeFigureSchema,
  Problem: problemSchema,
  Receipt: receiptSchema,
  ReceiptStatus: receiptStatusSchema,
  SearchResults: searchSchema,
  Series: seriesSchema,
  Session: sessionSchema,
  Signal: signalSchema,
  SignalList: signalListSchema,
  SourceList: sourceListSchema,
  Status: statusSchema,
  Theme: themeSchema,
  WaitingList: waitingListSchema,
}

/** Failures that every endpoint has, beside its own. */
const COMMON_PROBLEMS: readonly ErrorCode[] = ['parameterInvalid', 'parameterUnknown', 'notAcceptable', 'tooManyRequests', 'unexpected']

type Json = Record<string, unknown>

/** Failures that every endpoint with a document has, and every endpoint for our own pages. */
const BODY_PROBLEMS: readonly ErrorCode[] = ['bodyInvalid', 'bodyUnreadable', 'bodyTooLarge', 'mediaTypeUnsupported']
const OWN_PAGE_PROBLEMS: readonly ErrorCode[] = ['otherSite']

/** The document for these endpoints, served at that address. */
export function makeOpenApi(operations: readonly Operation[], server: string): Json {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}`, override: openUp })
  const byTag = [...new Set(operations.map(({ endpoint }) => endpoint.tag))]
  return {
    openapi: '3.1.0',
    info: {
      title: 'Topdorp',
      version: API_VERSION,
      description: 'Figures, shapes and names of Dutch areas, from country to neighbourhood, each with source, date, licence and the reason when missing.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: server }],
    tags: byTag.map((name) => ({ name })),
    paths: Object.fromEntries(
      [...Map.groupBy(operations, ({ endpoint }) => endpoint.path)].map(([path, atPath]) => [
        path,
        Object.fromEntries(atPath.map((operation) => [operation.method, describeOperation(operation)])),
      ]),
    ),
    components: { schemas: Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, strip(schema)])) },
  }
}

function describeOperation(operation: Operation): Json {
  const { endpoint } = operation
  const { operationId, tag, summary, description } = endpoint
  return {
    operationId,
    tags: [tag],
    summary,
    ...(description !== undefined && { description }),
    parameters: [...listParameters(endpoint.params, 'path'), ...listParameters(endpoint.query, 'query')],
    ...(operation.method === 'post' && {
      requestBody: { required: true, content: { [JSON_TYPE]: { schema: strip(z.toJSONSchema(operation.endpoint.body, { io: 'input', override: dropBounds })) } } },
    }),
    responses: { ...describeSuccess(operation), ...describeProblems(listProblems(operation)) },
  }
}

function listProblems({ method, endpoint }: Operation): ErrorCode[] {
  const ownPages = method !== 'get' && endpoint.openTo === 'ownPages'
  return [...COMMON_PROBLEMS, ...(method === 'post' ? BODY_PROBLEMS : []), ...(ownPages ? OWN_PAGE_PROBLEMS : []), ...endpoint.problems]
}

function describeSuccess({ method, endpoint }: Operation): Json {
  if (method !== 'get') return Object.fromEntries(endpoint.statuses.map((status) => [status, describeOutcome(endpoint, status)]))
  if (endpoint.openTo === 'ownPages') return { 200: describeAnswer(endpoint, {}) }
  return {
    200: describeAnswer(endpoint, { ETag: header(endpoint.changes === true ? 'Changes with the answer' : 'Changes with every import of other figures') }),
    304: { description: 'Nothing changed since the ETag given' },
  }
}

function describeOutcome(endpoint: Description, status: number): Json {
  if (status === 204) return { description: endpoint.summary, headers: { 'API-Version': header(VERSION_WORDS) } }
  return describeAnswer(endpoint, status === 201 || status === 202 ? { Location: header('Where it is, or will be') } : {})
}

const VERSION_WORDS = 'Version of this API'

function header(description: string): Json {
  return { description, schema: { type: 'string' } }
}

function describeAnswer(endpoint: Description, headers: Json): Json {
  return {
    description: endpoint.summary,
    headers: { 'API-Version': header(VERSION_WORDS), ...headers },
    content: Object.fromEntries(
      Object.entries(endpoint.answers).map(([type, schema]) => [type, schema === undefined ? {} : { schema: describeSchema(schema) }]),
    ),
  }
}

function describeProblems(codes: readonly ErrorCode[]): Json {
  const byStatus = Map.groupBy(codes, (code) => ERRORS[code].status)
  return Object.fromEntries(
    [...byStatus].map(([status, ofStatus]) => [
      String(status),
      {
        description: ofStatus.map((code) => `${code}: ${ERRORS[code].title.en}`).join('. '),
        content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    ]),
  )
}

function listParameters(schema: z.ZodObject, place: 'path' | 'query'): Json[] {
  const described = z.toJSONSchema(schema, { io: 'input', override: openUp }) as { properties?: Record<string, Json>; required?: string[] }
  return Object.entries(described.properties ?? {}).map(([name, { description, ...rest }]) => ({
    name,
    in: place,
    required: place === 'path' || (described.required ?? []).includes(name),
    ...(description !== undefined && { description }),
    schema: rest,
  }))
}

function describeSchema(schema: z.ZodType): Json {
  const id = findName(schema)
  if (id !== undefined) return { $ref: `#/components/schemas/${id}` }
  if (schema instanceof z.ZodUnion) return { oneOf: schema.options.map((option) => describeSchema(option as z.ZodType)) }
  return strip(z.toJSONSchema(schema, { override: openUp }))
}

function findName(schema: z.ZodType): string | undefined {
  return Object.entries(NAMED).find(([, named]) => named === schema)?.[0]
}

interface Override {
  readonly jsonSchema: z.core.JSONSchema.BaseSchema
}

/** Answers may get more fields later: a reader must not refuse those it does not know. */
function openUp({ jsonSchema }: Override): void {
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
  dropBounds({ jsonSchema })
}

/** The bounds of JavaScript do not matter to others. */
function dropBounds({ jsonSchema }: Override): void {
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
}

function strip(schema: object): Json {
  const { $schema: _schema, $id: _id, ...rest } = schema as Json
  return rest
}
