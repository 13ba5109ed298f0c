/** What there is: status, indicators, areas, sources, the import report. */
import { areaListSchema, indicatorListSchema, indicatorSchema, sourceListSchema, statusSchema } from '#domain/answers/answers.ts'
import { codeSchema } from '#domain/answers/shared.ts'
import { getIndicatorAnswer, getStatus, listAreaNames, listIndicators, listSources } from '#steps/see/catalogue.ts'
import { getAreaFeature } from '#steps/see/extent.ts'
import { z } from 'zod'
import { JSON_TYPE } from '#api/endpoint.ts'
import type { Endpoints } from '#api/endpoint.ts'
import { GEOJSON_TYPE, featureSchema } from '#api/schemas/geojson.ts'
import { importReportSchema } from '#api/schemas/import-report.ts'
import { indicatorId, levelAndYear, nothing } from '#api/schemas/queries.ts'

export function addCatalogueRoutes(endpoints: Endpoints): void {
  endpoints.get({
    operationId: 'getStatus',
    tag: 'catalogue',
    summary: 'Which statistics are served',
    path: '/v1/status',
    params: nothing,
    query: nothing,
    answers: { [JSON_TYPE]: statusSchema },
    problems: [],
    keep: true,
    answer: async ({ statistics }) => ({ body: await getStatus(statistics) }),
  })
  addIndicatorRoutes(endpoints)
  addAreaRoutes(endpoints)
  endpoints.get({
    operationId: 'listSources',
    tag: 'catalogue',
    summary: 'Where the figures, shapes and places come from',
    path: '/v1/sources',
    params: nothing,
    query: nothing,
    answers: { [JSON_TYPE]: sourceListSchema },
    problems: [],
    keep: true,
    answer: ({ statistics }) => ({ body: listSources(statistics) }),
  })
  endpoints.get({
    operationId: 'getImportReport',
    tag: 'catalogue',
    summary: 'What came in with the last import, what did not, and why',
    path: '/v1/import-report',
    params: nothing,
    query: nothing,
    answers: { [JSON_TYPE]: importReportSchema },
    problems: [],
    keep: true,
    answer: ({ statistics }) => ({ body: statistics.report }),
  })
}

function addIndicatorRoutes(endpoints: Endpoints): void {
  endpoints.get({
    operationId: 'listIndicators',
    tag: 'catalogue',
    summary: 'All indicators that have figures',
    path: '/v1/indicators',
    params: nothing,
    query: nothing,
    answers: { [JSON_TYPE]: indicatorListSchema },
    problems: [],
    keep: true,
    answer: ({ statistics }) => ({ body: listIndicators(statistics) }),
  })
  endpoints.get({
    operationId: 'getIndicator',
    tag: 'catalogue',
    summary: 'One indicator: what it is and where it comes from',
    path: '/v1/indicators/{id}',
    params: z.object({ id: indicatorId }),
    query: nothing,
    answers: { [JSON_TYPE]: indicatorSchema },
    problems: ['unknownIndicator'],
    answer: ({ statistics, params }) => ({ body: getIndicatorAnswer(statistics, params.id) }),
  })
}

function addAreaRoutes(endpoints: Endpoints): void {
  endpoints.get({
    operationId: 'listAreas',
    tag: 'areas',
    summary: 'The areas of a level in a year, in the order that their figures follow',
    path: '/v1/areas',
    params: nothing,
    query: z.object(levelAndYear),
    answers: { [JSON_TYPE]: areaListSchema },
    problems: ['unknownArea', 'noSuchYear'],
    keep: true,
    answer: ({ statistics, query: { level, year, within } }) => ({
      body: listAreaNames(statistics, level, year ?? statistics.referenceYear, within),
    }),
  })
  endpoints.get({
    operationId: 'getAreaGeometry',
    tag: 'areas',
    summary: 'The shape of one area',
    path: '/v1/areas/{code}/geometry',
    params: z.object({ code: codeSchema }),
    query: nothing,
    answers: { [GEOJSON_TYPE]: featureSchema, [JSON_TYPE]: featureSchema },
    problems: ['unknownArea', 'noShape'],
    answer: ({ statistics, params }) => ({ body: getAreaFeature(statistics, params.code) }),
  })
}
