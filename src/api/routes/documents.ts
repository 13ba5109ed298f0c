/** Where the API begins, and its own description. */
import { z } from 'zod'
import { JSON_TYPE } from '#api/endpoint.ts'
import type { Endpoints, Operation } from '#api/endpoint.ts'
import { makeOpenApi } from '#api/openapi.ts'
import { linkSchema } from '#api/schemas/geojson.ts'
import { nothing } from '#api/schemas/queries.ts'
import { API_VERSION } from '#api/security.ts'

const OPENAPI_TYPE = 'application/vnd.oai.openapi+json;version=3.1'

const landingSchema = z.object({ title: z.string(), description: z.string(), version: z.string(), links: z.array(linkSchema) })

/** `listEndpoints` gives all endpoints of the server, these two among them. */
export function addDocumentRoutes(endpoints: Endpoints, listEndpoints: () => readonly Operation[]): void {
  endpoints.get({
    operationId: 'getLanding',
    tag: 'documents',
    summary: 'Where the API begins',
    path: '/v1',
    params: nothing,
    query: nothing,
    answers: { [JSON_TYPE]: landingSchema },
    problems: [],
    answer: ({ origin }) => ({
      body: {
        title: 'Topdorp',
        description: 'Figures, shapes and names of Dutch areas, each with source, date, licence and the reason when missing.',
        version: API_VERSION,
        links: listEndpoints()
          .filter(({ method, endpoint: { path } }) => method === 'get' && !path.includes('{'))
          .map(({ endpoint: { path, summary } }) => ({ href: `${origin}${path}`, rel: path === '/v1' ? 'self' : findRelation(path), title: summary })),
      },
    }),
  })
  endpoints.get({
    operationId: 'getOpenApi',
    tag: 'documents',
    summary: 'This API as an OpenAPI 3.1 document',
    path: '/v1/openapi.json',
    params: nothing,
    query: nothing,
    answers: { [JSON_TYPE]: z.record(z.string(), z.unknown()), [OPENAPI_TYPE]: z.record(z.string(), z.unknown()) },
    problems: [],
    keep: true,
    answer: ({ origin }) => ({ body: makeOpenApi(listEndpoints(), origin) }),
  })
}

function findRelation(path: string): string {
  return path === '/v1/openapi.json' ? 'service-desc' : 'item'
}
