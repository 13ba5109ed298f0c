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
import { areaRefSchema, bilingualSchema, figureSchema, levelSchema, missingReasonSchema, problemSchema, themeSchema } from '#domain/answers/shared.ts'
import { z } from 'zod'
import type { Endpoint } from '#api/endpoint.ts'
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
  Place: placeSchema,
  PlaceFigure: placeFigureSchema,
  Problem: problemSchema,
  SearchResults: searchSchema,
  Series: seriesSchema,
  SourceList: sourceListSchema,
  Status: statusSchema,
  Theme: themeSchema,
}

/** Failures that every endpoint has, beside its own. */
const COMMON_PROBLEMS: readonly ErrorCode[] = ['parameterInvalid', 'parameterUnknown', 'notAcceptable', 'tooManyRequests', 'unexpected']

type Json = Record<string, unknown>

/** The document for these endpoints, served at that address. */
export function makeOpenApi(endpoints: readonly Endpoint[], server: string): Json {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => `#/components/schemas/${id}`, override: openUp })
  const byTag = [...new Set(endpoints.map(({ tag }) => tag))]
  return {
    openapi: '3.1.0',
    info: {
      title: 'Topdorp',
      version: API_VERSION,
      description: 'Figures, shapes and names of Dutch areas, from country to buurt, each with source, date, licence and the reason when missing.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: server }],
    tags: byTag.map((name) => ({ name })),
    paths: Object.fromEntries(endpoints.map((endpoint) => [endpoint.path, { get: describeOperation(endpoint) }])),
    components: { schemas: Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, strip(schema)])) },
  }
}

function describeOperation(endpoint: Endpoint): Json {
  const { operationId, tag, summary, description } = endpoint
  return {
    operationId,
    tags: [tag],
    summary,
    ...(description !== undefined && { description }),
    parameters: [...listParameters(endpoint.params, 'path'), ...listParameters(endpoint.query, 'query')],
    responses: { 200: describeAnswer(endpoint), 304: { description: 'Nothing changed since the ETag given' }, ...describeProblems(endpoint) },
  }
}

function describeAnswer(endpoint: Endpoint): Json {
  const header = (description: string) => ({ description, schema: { type: 'string' } })
  return {
    description: endpoint.summary,
    headers: { 'API-Version': header('Version of this API'), ETag: header('Changes with every import of other figures') },
    content: Object.fromEntries(
      Object.entries(endpoint.answers).map(([type, schema]) => [type, schema === undefined ? {} : { schema: describeSchema(schema) }]),
    ),
  }
}

function describeProblems(endpoint: Endpoint): Json {
  const codes = [...COMMON_PROBLEMS, ...endpoint.problems]
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

/** Answers may get more fields later: a reader must not refuse those it does not know. Nor do the bounds of JavaScript matter. */
function openUp({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
}

function strip(schema: object): Json {
  const { $schema: _schema, $id: _id, ...rest } = schema as Json
  return rest
}
