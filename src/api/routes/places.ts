/** Looking a place up, and all there is to know about it. */
import { placeSchema, searchSchema, seriesSchema } from '#domain/answers/answers.ts'
import type { PlaceAnswer, SeriesAnswer } from '#domain/answers/answers.ts'
import { yearSchema } from '#domain/answers/shared.ts'
import { getIndicator } from '#steps/see/catalogue.ts'
import { makePlaceTable } from '#steps/see/export-table.ts'
import { getOwnPlace, getPlace } from '#steps/see/place.ts'
import { search } from '#steps/see/search.ts'
import { getSeries } from '#steps/see/series.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { z } from 'zod'
import { JSON_TYPE } from '#api/endpoint.ts'
import type { Answer, Endpoints, Question } from '#api/endpoint.ts'
import { TABLE_ANSWERS, chooseFormat, placeFormatSchema, writeTable } from '#api/formats.ts'
import { DEFAULT_OWN_NAME, checkMembers, findSubject } from '#api/own-village.ts'
import { indicatorsSchema, nothing, ownVillage, placeId } from '#api/schemas/queries.ts'

const PLACE_PROBLEMS = ['unknownArea', 'unknownPlace', 'memberNotNeighbourhood', 'membersDifferInTime'] as const
const placeQuery = z.object({ year: yearSchema.optional(), ...ownVillage, format: placeFormatSchema })
const seriesQuery = z.object({ indicator: indicatorsSchema, ...ownVillage })

export function addPlaceRoutes(endpoints: Endpoints): void {
  endpoints.get({
    operationId: 'searchPlaces',
    tag: 'places',
    summary: 'Villages, postcodes and areas by name, best match first',
    path: '/v1/search',
    params: nothing,
    query: z.object({
      q: z.string().max(100).describe('What somebody typed: a name, a postcode, an area code'),
      limit: z.coerce.number().int().min(1).max(50).default(10),
    }),
    answers: { [JSON_TYPE]: searchSchema },
    problems: [],
    answer: ({ statistics, query: { q, limit } }) => ({ body: search(statistics, q, limit) }),
  })
  endpoints.get({
    operationId: 'getPlace',
    tag: 'places',
    summary: 'One area, village or own village, beside the larger areas it lies in',
    path: '/v1/places/{id}',
    params: placeId,
    query: placeQuery,
    answers: { [JSON_TYPE]: placeSchema, ...TABLE_ANSWERS },
    problems: [...PLACE_PROBLEMS, 'noSuchYear'],
    translated: true,
    answer: answerPlace,
  })
  endpoints.get({
    operationId: 'listSeries',
    tag: 'places',
    summary: 'Figures of a place over the years, on the boundaries of today',
    description: 'Where a series breaks, is missing or was put together from former areas, the point says so.',
    path: '/v1/places/{id}/series',
    params: placeId,
    query: seriesQuery,
    answers: { [JSON_TYPE]: seriesSchema },
    problems: [...PLACE_PROBLEMS, 'unknownIndicator'],
    answer: ({ statistics, params, query }) => ({ body: findSeries(statistics, params.id, query) }),
  })
}

function findSeries(statistics: Statistics, id: string, query: z.output<typeof seriesQuery>): SeriesAnswer {
  const subject = findSubject(statistics, id, query)
  const indicators = query.indicator.map((indicator) => getIndicator(statistics, indicator).id)
  const codes = subject.areas.map(({ code }) => code)
  const { id: subjectId, name } = subject
  return { id: subjectId, name, referenceYear: statistics.referenceYear, series: getSeries(statistics, codes, indicators) }
}

async function answerPlace(question: Question<typeof placeId, typeof placeQuery>): Promise<Answer> {
  const { statistics, params, query, mediaType, language } = question
  const place = findAnswer(statistics, params.id, query)
  const format = chooseFormat(query.format, mediaType)
  if (format === 'json') return { body: place, mediaType: JSON_TYPE }
  return writeTable(makePlaceTable(statistics, place, language), format)
}

function findAnswer(statistics: Statistics, id: string, query: z.output<typeof placeQuery>): PlaceAnswer {
  const members = checkMembers(id, query)
  if (members === undefined) return getPlace(statistics, id, query.year)
  return getOwnPlace(statistics, members, query.name ?? DEFAULT_OWN_NAME, query.year)
}
