/** Projection of population and households, and how wrong it was in the past. */
import { CHANGE_MEASURES } from '#domain/change-measures.ts'
import { backTestSchema, projectedChangeSchema, projectionSchema, regionOutlookSchema } from '#domain/answers/projection-answers.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import { makeChangeTable, makeProjectionTable } from '#steps/explore/export-projection.ts'
import { MOST_YEARS } from '#steps/explore/municipal-run.ts'
import { DEFAULT_SEED, MOST_DRAWS, getBackTest, projectArea } from '#steps/explore/project.ts'
import { getProjectedChange } from '#steps/explore/projected-change.ts'
import { getRegionOutlook } from '#steps/explore/region-outlook.ts'
import { z } from 'zod'
import { JSON_TYPE } from '#api/endpoint.ts'
import type { Answer, Endpoints, Question } from '#api/endpoint.ts'
import { TABLE_ANSWERS, chooseFormat, placeFormatSchema, writeTable } from '#api/formats.ts'
import { findSubject } from '#api/own-village.ts'
import { nothing, ownVillage, placeId } from '#api/schemas/queries.ts'
import { SCENARIO_BODY } from '#api/schemas/scenario-body.ts'

const asked = z.object({
  years: z.coerce.number().int().min(1).max(MOST_YEARS).default(30).describe('Years ahead'),
  draws: z.coerce.number().int().min(0).max(MOST_DRAWS).default(0).describe('Trajectories, for municipalities and larger areas; 0 for none'),
  ...ownVillage,
  seed: z.coerce.number().int().min(0).max(1_000_000_000).default(DEFAULT_SEED).describe('The same seed gives the same trajectories'),
  format: placeFormatSchema,
})
const PROBLEMS = ['unknownArea', 'unknownPlace', 'memberNotNeighbourhood', 'membersDifferInTime', 'projectionTablesMissing', 'noProjectionForArea'] as const
/** The year that the definitions of shrinking regions look at. */
const USUAL_YEAR = 2040
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
    answers: { [JSON_TYPE]: projectionSchema, ...TABLE_ANSWERS },
    problems: PROBLEMS,
    keep: true,
    answer: (question) => project(question),
  })
  endpoints.post({
    operationId: 'runProjection',
    tag: 'projections',
    summary: 'The projection of a place under a scenario; nothing is kept',
    description: DESCRIPTION,
    path: '/v1/projection-runs/{id}',
    params: placeId,
    query: asked,
    ...SCENARIO_BODY,
    answers: { [JSON_TYPE]: projectionSchema, ...TABLE_ANSWERS },
    problems: [...PROBLEMS, 'scenarioInvalid'],
    openTo: 'everyPage',
    statuses: [200],
    answer: (question) => project(question, question.body),
  })
  addProjectedChange(endpoints)
  addRegionOutlook(endpoints)
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

function addProjectedChange(endpoints: Endpoints): void {
  endpoints.get({
    operationId: 'getProjectedChange',
    tag: 'projections',
    summary: 'How much every municipality is expected to change',
    path: '/v1/projected-changes/{measure}',
    params: z.object({ measure: z.enum(CHANGE_MEASURES) }),
    query: z.object({ to: z.coerce.number().int().min(1900).max(2200).default(USUAL_YEAR).describe('1 January of that year'), format: placeFormatSchema }),
    answers: { [JSON_TYPE]: projectedChangeSchema, ...TABLE_ANSWERS },
    problems: ['projectionTablesMissing', 'noSuchYear'],
    keep: true,
    answer: async ({ statistics, params, query, mediaType, language }) => {
      const body = await getProjectedChange(statistics, params.measure, query.to)
      const format = chooseFormat(query.format, mediaType)
      return format === 'json' ? { body, mediaType: JSON_TYPE } : writeTable(makeChangeTable(statistics, body, language), format)
    },
  })
}

function addRegionOutlook(endpoints: Endpoints): void {
  endpoints.get({
    operationId: 'getRegionOutlook',
    tag: 'projections',
    summary: 'The 20 regions of the second action plan: what happened since, what is projected, and the chances of the lines that they were chosen by',
    path: '/v1/region-outlooks',
    params: nothing,
    query: nothing,
    answers: { [JSON_TYPE]: regionOutlookSchema },
    problems: ['projectionTablesMissing'],
    keep: true,
    answer: async ({ statistics }) => ({ body: await getRegionOutlook(statistics) }),
  })
}

interface Asked {
  readonly params: z.output<typeof placeId>
  readonly query: z.output<typeof asked>
}

async function project({ statistics, params, query, mediaType, language }: Asked & Pick<Question<never, never>, 'statistics' | 'mediaType' | 'language'>, scenario?: ScenarioDocument): Promise<Answer> {
  const { id, name, areas } = findSubject(statistics, params.id, query)
  const { years, draws, seed } = query
  const body = await projectArea(statistics, { id, name, areas, years, draws, seed, ...(scenario && { scenario }) })
  const format = chooseFormat(query.format, mediaType)
  return format === 'json' ? { body, mediaType: JSON_TYPE } : writeTable(makeProjectionTable(statistics, body, language), format)
}
