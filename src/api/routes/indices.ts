/** Indices: the one that comes along, and any document. */
import { indexChoicesSchema, indexListSchema, indexSchema, indexScoresSchema, indexValidationSchema, placeInIndexSchema } from '#domain/answers/index-answers.ts'
import { codeSchema, levelSchema } from '#domain/answers/shared.ts'
import { indexDocumentSchema } from '#domain/index-document.ts'
import { getBuiltIndex, getIndex, getIndexRun, listIndices } from '#steps/see/index/built-in-indices.ts'
import { makeIndexJsonStat, makeIndexTable } from '#steps/see/index/export-index.ts'
import { listIndexChoices } from '#steps/see/index/index-choices.ts'
import { getIndexDocument } from '#steps/see/index/index-input.ts'
import { getPlaceInIndex } from '#steps/see/index/index-place.ts'
import { describeRun } from '#steps/see/index/index-scores.ts'
import { makeValidationTable } from '#steps/see/index/export-validation.ts'
import { runIndex, type IndexRun } from '#steps/see/index/run-index.ts'
import { validateIndex } from '#steps/see/index/validate-index.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { z } from 'zod'
import { JSON_TYPE } from '#api/endpoint.ts'
import type { Answer, Endpoints } from '#api/endpoint.ts'
import type { Language } from '#api/errors.ts'
import { TABLE_ANSWERS, chooseFormat, columnFormatSchema, placeFormatSchema, writeTable } from '#api/formats.ts'
import { jsonStatSchema } from '#api/schemas/json-stat.ts'
import { nothing } from '#api/schemas/queries.ts'

const indexId = z.object({ id: z.string().min(1).max(60).describe('Identifier of an index, such as basis-op-orde') })
const levelQuery = z.object({ level: levelSchema })
const formatAndWithin = { within: codeSchema.optional().describe('Only areas in this one, with their rank among all'), format: columnFormatSchema }
const scoresQuery = levelQuery.extend({
  yearsBack: z.coerce.number().int().min(0).max(50).default(0).describe('The same formula on figures of so many years earlier; see `trend` of the index'),
  ...formatAndWithin,
})
const INDEX_PROBLEMS = ['unknownIndex', 'indexWithoutFigures'] as const
const SCORES_ANSWERS = { [JSON_TYPE]: z.union([indexScoresSchema, jsonStatSchema]), ...TABLE_ANSWERS }
const SCORES_DESCRIPTION = 'Columns in the order of /v1/areas with the same level, year and within. More is worse; rank 1 is the worst.'

export function addIndexRoutes(endpoints: Endpoints): void {
  addIndexDescriptions(endpoints)
  addIndexDetails(endpoints)
  addValidation(endpoints)
  endpoints.get({
    operationId: 'listIndexScores',
    tag: 'indices',
    summary: 'Scores and ranks of all areas of a level',
    description: SCORES_DESCRIPTION,
    path: '/v1/indices/{id}/scores',
    params: indexId,
    query: scoresQuery,
    answers: SCORES_ANSWERS,
    problems: [...INDEX_PROBLEMS, 'unknownArea'],
    keep: true,
    translated: true,
    answer: ({ statistics, params, query, mediaType, language }) =>
      answerRun(statistics, getIndexRun(statistics, params.id, query.level, query.yearsBack), query, mediaType, language),
  })
  endpoints.post({
    operationId: 'runIndex',
    tag: 'indices',
    summary: 'Computes an index document; nothing is kept',
    description: SCORES_DESCRIPTION,
    path: '/v1/index-runs',
    params: nothing,
    query: z.object(formatAndWithin),
    body: indexDocumentSchema,
    read: (raw, statistics) => getIndexDocument(statistics, raw),
    answers: SCORES_ANSWERS,
    problems: ['indexInvalid', 'indexIndicatorRefused', 'indexWithoutFigures', 'unknownArea'],
    openTo: 'everyPage',
    statuses: [200],
    answer: ({ statistics, body, query, mediaType, language }) => answerRun(statistics, runIndex(statistics, body), query, mediaType, language),
  })
}

function addIndexDescriptions(endpoints: Endpoints): void {
  const common = { tag: 'indices', keep: true } as const
  endpoints.get({
    ...common,
    operationId: 'listIndices',
    summary: 'The indices that come along, with their documents',
    path: '/v1/indices',
    params: nothing,
    query: nothing,
    answers: { [JSON_TYPE]: indexListSchema },
    problems: [],
    answer: ({ statistics }) => ({ body: listIndices(statistics) }),
  })
  endpoints.get({
    ...common,
    operationId: 'listIndexIndicators',
    summary: 'The rates that an index of a level can be made of, and the best year of each',
    path: '/v1/index-indicators',
    params: nothing,
    query: levelQuery,
    answers: { [JSON_TYPE]: indexChoicesSchema },
    problems: [],
    answer: ({ statistics, query }) => ({ body: listIndexChoices(statistics, query.level) }),
  })
  endpoints.get({
    ...common,
    operationId: 'getIndex',
    summary: 'One index: what it consists of by level, what it lacks, what can be compared over the years',
    path: '/v1/indices/{id}',
    params: indexId,
    query: nothing,
    answers: { [JSON_TYPE]: indexSchema },
    problems: ['unknownIndex'],
    answer: ({ statistics, params }) => ({ body: getIndex(statistics, params.id) }),
  })
}

function addIndexDetails(endpoints: Endpoints): void {
  const common = { tag: 'indices', keep: true } as const
  endpoints.get({
    ...common,
    operationId: 'getIndexDocument',
    summary: 'The document that reproduces an index, to keep or to send to /v1/index-runs',
    path: '/v1/indices/{id}/document',
    params: indexId,
    query: levelQuery,
    answers: { [JSON_TYPE]: indexDocumentSchema },
    problems: INDEX_PROBLEMS,
    answer: ({ statistics, params, query }) => ({
      body: getBuiltIndex(statistics, params.id, query.level).document,
      fileName: `topdorp-index-${params.id}-${query.level}.json`,
    }),
  })
  endpoints.get({
    ...common,
    operationId: 'getPlaceInIndex',
    summary: 'How a place stands in an index: its own area and the larger ones, by dimension, now and earlier',
    path: '/v1/indices/{id}/places/{placeId}',
    params: indexId.extend({ placeId: z.string().min(1).max(20).describe('An area code (GM1680) or a place id (GN…, WP…)') }),
    query: nothing,
    answers: { [JSON_TYPE]: placeInIndexSchema },
    problems: ['unknownIndex', 'unknownArea', 'unknownPlace'],
    answer: ({ statistics, params }) => ({ body: getPlaceInIndex(statistics, params.id, params.placeId) }),
  })
}

function addValidation(endpoints: Endpoints): void {
  endpoints.get({
    operationId: 'getIndexValidation',
    tag: 'indices',
    summary: 'The index against Leefbaarometer: rank correlations, the areas compared, and those left out by name',
    description: 'A correlation is no proof. `available` is false where the package does not hold the table. Files have one row an area and year.',
    path: '/v1/indices/{id}/validation',
    params: indexId,
    query: z.object({ format: placeFormatSchema }),
    answers: { [JSON_TYPE]: indexValidationSchema, ...TABLE_ANSWERS },
    problems: ['unknownIndex'],
    keep: true,
    translated: true,
    answer: async ({ statistics, params, query, mediaType, language }) => {
      const validation = await validateIndex(statistics, params.id)
      const format = chooseFormat(query.format, mediaType)
      return format === 'json' ? { body: validation, mediaType: JSON_TYPE } : writeTable(makeValidationTable(statistics, validation, language), format)
    },
  })
}

type Asked = { readonly within?: string | undefined; readonly format?: z.output<typeof columnFormatSchema> }

async function answerRun(statistics: Statistics, run: IndexRun, { within, format: asked }: Asked, mediaType: string, language: Language): Promise<Answer> {
  const format = chooseFormat(asked, mediaType)
  if (format === 'json') return { body: describeRun(statistics, run, within), mediaType: JSON_TYPE }
  if (format === 'json-stat') return { body: makeIndexJsonStat(statistics, run, language, within), mediaType: JSON_TYPE }
  return writeTable(makeIndexTable(statistics, run, language, within), format)
}
