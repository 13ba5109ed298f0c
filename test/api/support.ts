/** A server on the hand-made statistics, asked without a network. */
import { createServer } from '#api/server.ts'
import type { ServerDeps } from '#api/server.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { CROWDED_AND_CHEAP, makeIndexDocument } from '../support/index-documents.ts'
import { makeTestStatistics } from '../support/test-statistics.ts'

export interface TestServer {
  readonly app: Awaited<ReturnType<typeof createServer>>
  readonly logged: string[]
  /** Puts other statistics in place, as an import does. */
  swap(statistics: Statistics): void
}

export async function startTestServer(deps: Partial<ServerDeps> = {}): Promise<TestServer> {
  let statistics = makeTestStatistics()
  const logged: string[] = []
  const app = await createServer({ getStatistics: () => statistics, log: (line) => logged.push(line), ...deps })
  return {
    app,
    logged,
    swap(next) {
      statistics = next
    },
  }
}

/** A request that works for every endpoint, by its path in the OpenAPI document. */
export const EXAMPLES: Readonly<Record<string, string>> = {
  '/v1': '/v1',
  '/v1/openapi.json': '/v1/openapi.json',
  '/v1/status': '/v1/status',
  '/v1/indicators': '/v1/indicators',
  '/v1/indicators/{id}': '/v1/indicators/share65Plus',
  '/v1/areas': '/v1/areas?level=neighbourhood&year=2023&within=GM9001',
  '/v1/areas/{code}/geometry': '/v1/areas/BU90010000/geometry',
  '/v1/figures': '/v1/figures?indicator=population&level=neighbourhood&year=2023',
  '/v1/search': '/v1/search?q=krimp&limit=5',
  '/v1/places/{id}': '/v1/places/GN101?year=2023',
  '/v1/places/{id}/series': '/v1/places/GM9001/series?indicator=population,meanHomeValue',
  '/v1/sources': '/v1/sources',
  '/v1/import-report': '/v1/import-report',
  '/v1/indices': '/v1/indices',
  '/v1/indices/{id}': '/v1/indices/basis-op-orde',
  '/v1/indices/{id}/document': '/v1/indices/basis-op-orde/document?level=municipality',
  '/v1/indices/{id}/scores': '/v1/indices/basis-op-orde/scores?level=neighbourhood&within=GM9001',
  '/v1/indices/{id}/places/{placeId}': '/v1/indices/basis-op-orde/places/GN101',
  '/v1/tiles/{level}/{z}/{x}/{y}': '/v1/tiles/neighbourhood/6/33/20',
  '/v1/ogc': '/v1/ogc',
  '/v1/ogc/conformance': '/v1/ogc/conformance',
  '/v1/ogc/collections': '/v1/ogc/collections',
  '/v1/ogc/collections/{collectionId}': '/v1/ogc/collections/neighbourhoods',
  '/v1/ogc/collections/{collectionId}/items': '/v1/ogc/collections/neighbourhoods/items?limit=2&municipality=GM9001',
  '/v1/ogc/collections/{collectionId}/items/{featureId}': '/v1/ogc/collections/places/items/GN101',
}

/** The same for every endpoint that is not a GET, by its method and path. */
export const ORDERS: Readonly<Record<string, { readonly url: string; readonly body?: unknown }>> = {
  'POST /v1/index-runs': { url: '/v1/index-runs', body: makeIndexDocument(CROWDED_AND_CHEAP) },
}
