/** Figures by column: one indicator for all areas of a level in one year. */
import { figureColumnSchema } from '#domain/answers/answers.ts'
import { getFigureColumn } from '#steps/see/figures.ts'
import { z } from 'zod'
import { JSON_TYPE } from '#api/endpoint.ts'
import type { Endpoints } from '#api/endpoint.ts'
import { indicatorId, levelAndYear, nothing } from '#api/schemas/queries.ts'

export function addFigureRoutes(endpoints: Endpoints): void {
  endpoints.get({
    operationId: 'listFigures',
    tag: 'figures',
    summary: 'One indicator for all areas of a level in a year',
    path: '/v1/figures',
    params: nothing,
    query: z.object({ indicator: indicatorId, ...levelAndYear }),
    answers: { [JSON_TYPE]: figureColumnSchema },
    problems: ['unknownIndicator', 'unknownArea', 'noSuchYear'],
    keep: true,
    answer: ({ statistics, query: { indicator, level, year, within } }) => ({
      body: getFigureColumn(statistics, indicator, level, year ?? statistics.referenceYear, within),
    }),
  })
}
