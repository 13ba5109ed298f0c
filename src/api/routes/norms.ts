/** Norms for facilities, and an area held against them. */
import { normRunSchema, normSetListSchema } from '#domain/answers/norm-answers.ts'
import { codeSchema, levelSchema } from '#domain/answers/shared.ts'
import { normSetDocumentSchema } from '#domain/norm-set.ts'
import { scenarioDocumentSchema } from '#domain/scenario-document.ts'
import { NORM_SETS, writeNormSet } from '#steps/explore/norms/built-in-norm-sets.ts'
import { makeNormTable } from '#steps/explore/norms/export-norms.ts'
import { runNorms } from '#steps/explore/norms/run-norms.ts'
import { z } from 'zod'
import { JSON_TYPE } from '#api/endpoint.ts'
import type { Endpoints } from '#api/endpoint.ts'
import { TABLE_ANSWERS, chooseFormat, placeFormatSchema, writeTable } from '#api/formats.ts'
import { nothing } from '#api/schemas/queries.ts'
import { describeScenarioUnder } from '#api/schemas/scenario-body.ts'

const asked = z.object({
  level: levelSchema.default('municipality').describe('Of the areas that are listed'),
  within: codeSchema.optional().describe('Only in this area, such as PV22; its villages are listed too'),
  year: z.coerce.number().int().min(1900).max(2200).optional().describe('Who lives there on 1 January of that year, and how many pupils primary schools have, projected; as counted when left out'),
  format: placeFormatSchema,
})
const body = z.strictObject({ norms: normSetDocumentSchema, scenario: scenarioDocumentSchema.optional() })

export function addNormRoutes(endpoints: Endpoints): void {
  endpoints.get({
    operationId: 'listNormSets',
    tag: 'reach',
    summary: 'Sets of norms that come along, with the source of every norm',
    path: '/v1/norm-sets',
    params: nothing,
    query: nothing,
    answers: { [JSON_TYPE]: normSetListSchema },
    problems: [],
    translated: true,
    answer: ({ language }) => ({ body: { normSets: NORM_SETS.map((set) => ({ id: set.id, name: set.name, description: set.description, document: writeNormSet(set, language) })) } }),
  })
  endpoints.post({
    operationId: 'runNorms',
    tag: 'reach',
    summary: 'For whom each norm of a set is not met, by area and village, and which facilities are too small; nothing is kept',
    description: 'With a scenario everything has the base beside it, and with a year what is counted now. The norms of the scenario go before those of the set. `remarks` says what was assumed, and which parts of the scenario change nothing here.',
    path: '/v1/norm-runs',
    params: nothing,
    query: asked,
    body,
    describeIssue: describeScenarioUnder('scenario'),
    answers: { [JSON_TYPE]: normRunSchema, ...TABLE_ANSWERS },
    problems: ['unknownArea', 'normsRefused', 'scenarioRefused', 'noSuchYear', 'projectionTablesMissing', 'scenarioInvalid'],
    openTo: 'everyPage',
    statuses: [200],
    answer: async ({ statistics, body: { norms, scenario }, query: { level, within, year, format: named }, mediaType, language }) => {
      const run = await runNorms(statistics, { set: norms, level, ...(within !== undefined && { within }), ...(year !== undefined && { year }), ...(scenario && { scenario }) })
      const format = chooseFormat(named, mediaType)
      return format === 'json' ? { body: run, mediaType: JSON_TYPE } : writeTable(await makeNormTable(statistics, run, language), format)
    },
  })
}
