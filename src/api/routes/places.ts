/** Looking a place up, and all there is to know about it. */
import { placeSchema, searchSchema, seriesSchema } from '#domain/answers/answers.ts'
import type { PlaceAnswer, SeriesAnswer } from '#domain/answers/answers.ts'
import { yearSchema } from '#domain/answers/shared.ts'
import { getIndicator } from '#steps/see/catalogue.ts'
import { makePlaceTable } from '#steps/see/export-table.ts'
import { getOwnPlace, getPlace } from '#steps/see/place.ts'
import { search } from '#steps/see/search.ts'
import { getSeries } from '#steps/see/series.ts'
import { getOwnVillage, getSubject } from '#steps/see/subject.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { z } from 'zod'
import { JSON_TYPE } from '#api/endpoint.ts'
import type { Answer, Endpoints, Question } from '#api/endpoint.ts'
import { ApiError } from '#api/errors.ts'
import { TABLE_ANSWERS, chooseFormat, placeFormatSchema, writeTable } from '#api/formats.ts'
import { indicatorsSchema, nothing, ownVillage, placeId } from '#api/schemas/queries.ts'

const PLACE_PROBLEMS = ['unknownArea', 'unknownPlace', 'memberNotNeighbourhood', 'membersDifferInTime'] as const
const DEFAULT_OWN_NAME = 'Eigen dorp'
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
  const members = checkMembers(id, query)
  const subject = members === undefined ? getSubject(statistics, id) : getOwnVillage(statistics, members, query.name ?? DEFAULT_OWN_NAME)
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

/** The members of an own village; undefined for any other place. Throws ApiError when the two are mixed up. */
function checkMembers(id: string, query: { members?: string[] | undefined; name?: string | undefined }): string[] | undefined {
  if (id === 'own') {
    if (query.members !== undefined) return query.members
    const message = { nl: 'Geef de buurten op met "members".', en: 'Give the buurten as "members".' }
    throw new ApiError('parameterInvalid', '', { fields: [{ field: 'members', message }] })
  }
  const field = query.members !== undefined ? 'members' : query.name !== undefined ? 'name' : undefined
  if (field === undefined) return undefined
  const message = { nl: `De parameter "${field}" hoort bij "own".`, en: `The parameter "${field}" goes with "own".` }
  throw new ApiError('parameterInvalid', '', { fields: [{ field, message }] })
}
