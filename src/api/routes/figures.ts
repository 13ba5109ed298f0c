/** Figures by column: one indicator for all areas of a level in one year. */
import { figureColumnSchema } from '#domain/answers/answers.ts'
import { makeJsonStat } from '#steps/see/export-json-stat.ts'
import { makeColumnTable } from '#steps/see/export-table.ts'
import { getFigureColumn } from '#steps/see/figures.ts'
import { z } from 'zod'
import { JSON_TYPE } from '#api/endpoint.ts'
import type { Answer, Endpoints, Question } from '#api/endpoint.ts'
import { TABLE_ANSWERS, chooseFormat, columnFormatSchema, writeTable } from '#api/formats.ts'
import { jsonStatSchema } from '#api/schemas/json-stat.ts'
import { indicatorId, levelAndYear, nothing } from '#api/schemas/queries.ts'

const query = z.object({ indicator: indicatorId, ...levelAndYear, format: columnFormatSchema })

export function addFigureRoutes(endpoints: Endpoints): void {
  endpoints.get({
    operationId: 'listFigures',
    tag: 'figures',
    summary: 'One indicator for all areas of a level in a year',
    description:
      'As JSON the figures follow the order of /v1/areas with the same level, year and within. ' +
      '`csv` is for Dutch Excel (semicolons, decimal commas), `csv-rfc4180` for programs.',
    path: '/v1/figures',
    params: nothing,
    query,
    answers: { [JSON_TYPE]: z.union([figureColumnSchema, jsonStatSchema]), ...TABLE_ANSWERS },
    problems: ['unknownIndicator', 'unknownArea', 'noSuchYear'],
    keep: true,
    translated: true,
    answer: answerColumn,
  })
}

async function answerColumn(question: Question<typeof nothing, typeof query>): Promise<Answer> {
  const { statistics, query: asked, mediaType, language } = question
  const { indicator, level, within, year = statistics.referenceYear } = asked
  const column = getFigureColumn(statistics, indicator, level, year, within)
  const format = chooseFormat(asked.format, mediaType)
  if (format === 'json') return { body: column, mediaType: JSON_TYPE }
  if (format === 'json-stat') return { body: makeJsonStat(statistics, column, language, within), mediaType: JSON_TYPE }
  return writeTable(makeColumnTable(statistics, column, language, within), format)
}
