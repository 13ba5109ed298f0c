/** Selections of places by criteria, and the named regions they can be held against. */
import { regionListSchema, regionSchema, selectionListSchema, selectionRunSchema, selectionSchema } from '#domain/answers/selection-answers.ts'
import { needsProjection, selectionDocumentSchema } from '#domain/selection-document.ts'
import { prepareProjections } from '#steps/explore/projected-columns.ts'
import { prepareDailyRegion } from '#steps/explore/regions/prepare-daily-region.ts'
import { getSelectionDocument } from '#steps/see/selection/check-selection.ts'
import { nameSelectionFile } from '#steps/see/selection/export-selection.ts'
import { getSelection, listSelections } from '#steps/see/selection/presets.ts'
import { getRegion, listRegions } from '#steps/see/selection/regions.ts'
import { z } from 'zod'
import { JSON_TYPE } from '#api/endpoint.ts'
import type { Endpoints } from '#api/endpoint.ts'
import { TABLE_ANSWERS, chooseFormat, describeFile, placeFormatSchema } from '#api/formats.ts'
import { nothing } from '#api/schemas/queries.ts'

const selectionId = z.object({ id: z.string().min(1).max(60).describe('Identifier of a selection, such as krimpregio') })
const regionId = z.object({ id: z.string().min(1).max(60).describe('Identifier of a region, such as eemsdelta') })
/** So that a document with far too many criteria is refused for that, and not for its size. */
const BODY_LIMIT_BYTES = 4_000_000

export function addSelectionRoutes(endpoints: Endpoints): void {
  addSelectionDescriptions(endpoints)
  addRegions(endpoints)
  endpoints.post({
    operationId: 'runSelection',
    tag: 'selections',
    summary: 'Carries out a selection document; nothing is kept',
    description:
      'Every place is yes, no or unknown: a missing figure is never taken for a no. With how close each place was, what a small move of every ' +
      'threshold changes, and how the selection lies over the regions of the second action plan. A selection that needs a projection which is not there waits, and has no result.',
    path: '/v1/selection-runs',
    params: nothing,
    query: z.object({ format: placeFormatSchema }),
    body: selectionDocumentSchema,
    read: (raw, statistics) => getSelectionDocument(statistics, raw),
    answers: { [JSON_TYPE]: selectionRunSchema, ...TABLE_ANSWERS },
    problems: ['selectionInvalid', 'selectionRefused', 'unknownArea', 'noSuchYear', 'noRegions'],
    openTo: 'everyPage',
    statuses: [200],
    bodyLimitBytes: BODY_LIMIT_BYTES,
    answer: async ({ statistics, background, body, query, mediaType, language }) => {
      if (needsProjection(body)) await prepareProjections(statistics)
      await prepareDailyRegion(statistics, body)
      const asked = chooseFormat(query.format, mediaType)
      if (asked === 'json') return { body: await background.runSelection(statistics, body, language, 'json'), mediaType: JSON_TYPE }
      const { format, mediaType: type, ending } = describeFile(asked)
      return { body: await background.runSelection(statistics, body, language, format), mediaType: type, fileName: `${nameSelectionFile(body, body.year ?? statistics.referenceYear, language)}.${ending}` }
    },
  })
}

function addSelectionDescriptions(endpoints: Endpoints): void {
  endpoints.get({
    operationId: 'listSelections',
    tag: 'selections',
    summary: 'The selections that come along, with their documents and where their criteria come from',
    path: '/v1/selections',
    params: nothing,
    query: nothing,
    answers: { [JSON_TYPE]: selectionListSchema },
    problems: [],
    answer: ({ statistics }) => ({ body: listSelections(statistics) }),
  })
  endpoints.get({
    operationId: 'getSelection',
    tag: 'selections',
    summary: 'One selection that comes along; send its document to /v1/selection-runs',
    path: '/v1/selections/{id}',
    params: selectionId,
    query: nothing,
    answers: { [JSON_TYPE]: selectionSchema },
    problems: ['unknownSelection'],
    answer: ({ statistics, params }) => ({ body: getSelection(statistics, params.id) }),
  })
}

function addRegions(endpoints: Endpoints): void {
  endpoints.get({
    operationId: 'listRegions',
    tag: 'selections',
    summary: 'The 20 regions of the second action plan on population decline, as municipalities of then and of today',
    path: '/v1/regions',
    params: nothing,
    query: nothing,
    answers: { [JSON_TYPE]: regionListSchema },
    problems: [],
    answer: ({ statistics }) => ({ body: listRegions(statistics) }),
  })
  endpoints.get({
    operationId: 'getRegion',
    tag: 'selections',
    summary: 'One named region, with the source of its membership',
    path: '/v1/regions/{id}',
    params: regionId,
    query: nothing,
    answers: { [JSON_TYPE]: regionSchema },
    problems: ['unknownRegion'],
    answer: ({ statistics, params }) => ({ body: getRegion(statistics, params.id) }),
  })
}
