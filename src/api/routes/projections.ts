/** Projection of population and households, and how wrong it was in the past. */
import { backTestSchema, projectionSchema } from '#domain/answers/projection-answers.ts'
import { scenarioDocumentSchema, type ScenarioDocument } from '#domain/scenario-document.ts'
import { MOST_YEARS } from '#steps/explore/forecast.ts'
import { DEFAULT_SEED, MOST_DRAWS, getBackTest, projectArea } from '#steps/explore/project.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { z } from 'zod'
import { JSON_TYPE } from '#api/endpoint.ts'
import type { Answer, Endpoints } from '#api/endpoint.ts'
import { findSubject } from '#api/own-village.ts'
import { nothing, ownVillage, placeId } from '#api/schemas/queries.ts'

const asked = z.object({
  years: z.coerce.number().int().min(1).max(MOST_YEARS).default(30).describe('Years ahead'),
  draws: z.coerce.number().int().min(0).max(MOST_DRAWS).default(0).describe('Trajectories, for municipalities and larger areas; 0 for none'),
  ...ownVillage,
  seed: z.coerce.number().int().min(0).max(1_000_000_000).default(DEFAULT_SEED).describe('The same seed gives the same trajectories'),
})
const PROBLEMS = ['unknownArea', 'unknownPlace', 'memberNotNeighbourhood', 'membersDifferInTime', 'projectionTablesMissing', 'noProjectionForArea'] as const
const DESCRIPTION = 'Figures are of 1 January. Each list has one figure a year, in the order of `years`; the first is the count of the jump-off. `remarks` say what is modelled.'

export function addProjectionRoutes(endpoints: Endpoints): void {
  endpoints.get({
    operationId: 'getProjection',
    tag: 'projections',
    summary: 'Projected population and households of a place, with intervals',
    description: DESCRIPTION,
    path: '/v1/projections/{id}',
    params: placeId,
    query: asked,
    answers: { [JSON_TYPE]: projectionSchema },
    problems: PROBLEMS,
    keep: true,
    answer: ({ statistics, params, query }) => project(statistics, params.id, query),
  })
  endpoints.post({
    operationId: 'runProjection',
    tag: 'projections',
    summary: 'The projection of a place under a scenario; nothing is kept',
    description: DESCRIPTION,
    path: '/v1/projection-runs/{id}',
    params: placeId,
    query: asked,
    body: scenarioDocumentSchema,
    answers: { [JSON_TYPE]: projectionSchema },
    problems: [...PROBLEMS, 'scenarioInvalid'],
    openTo: 'everyPage',
    statuses: [200],
    answer: ({ statistics, params, query, body }) => project(statistics, params.id, query, body),
  })
  endpoints.get({
    operationId: 'getBackTest',
    tag: 'projections',
    summary: 'How wrong the projection would have been: by jump-off, year, age group and size of municipality',
    path: '/v1/back-test',
    params: nothing,
    query: nothing,
    answers: { [JSON_TYPE]: backTestSchema },
    problems: ['projectionTablesMissing'],
    keep: true,
    answer: async ({ statistics }) => ({ body: await getBackTest(statistics) }),
  })
}

async function project(statistics: Statistics, given: string, query: z.output<typeof asked>, scenario?: ScenarioDocument): Promise<Answer> {
  const { id, name, areas } = findSubject(statistics, given, query)
  const { years, draws, seed } = query
  return { body: await projectArea(statistics, { id, name, areas, years, draws, seed, ...(scenario && { scenario }) }) }
}
