/** Signals: leaving one, following it by its receipt, and reading those that are published. */
import { basicSchema, receiptSchema, receiptStatusSchema, signalCountLevelSchema, signalCountListSchema, signalFormSchema, signalListSchema, signalSchema } from '#domain/answers/signals.ts'
import type { SignalFormBody } from '#domain/answers/signals.ts'
import type { Records } from '#records/records.ts'
import { countSignals } from '#steps/see/signals/count-signals.ts'
import { makeSignalCountTable } from '#steps/see/signals/export-signal-counts.ts'
import { makeSignalTable } from '#steps/see/signals/export-signals.ts'
import { leaveSignal } from '#steps/see/signals/leave-signal.ts'
import { SenderLimiter, type SenderLimits } from '#steps/see/signals/limit-senders.ts'
import { getReceipt, getSignal, listAllSignals, listPlaceSignals, withdrawContact, type SignalPage } from '#steps/see/signals/show-signals.ts'
import { SignalError } from '#steps/see/signals/signal-error.ts'
import { z } from 'zod'
import { JSON_TYPE } from '#api/endpoint.ts'
import type { Answer, Endpoints, Question } from '#api/endpoint.ts'
import { findSubject } from '#api/own-village.ts'
import { ApiError } from '#api/errors.ts'
import { TABLE_ANSWERS, chooseFormat, placeFormatSchema, writeTable } from '#api/formats.ts'
import { nothing, ownVillage, placeId } from '#api/schemas/queries.ts'

const USUAL_LIMITS: SenderLimits = { perHour: 5, perDay: 20, allPerHour: 1000, exempt: ['127.0.0.1', '::1', '::ffff:127.0.0.1'] }
/** What people type is never larger. */
const BODY_LIMIT_BYTES = 20_000
const LEAST_SECONDS = 3

const listQuery = z.object({
  basic: basicSchema.optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  format: placeFormatSchema,
})
const countQuery = z.object({ level: signalCountLevelSchema.default('municipality'), format: placeFormatSchema })
const receiptCode = z.object({ code: z.string().min(1).max(40).describe('The code of the receipt; hyphens and small letters may be typed') })
const PLACE_PROBLEMS = ['unknownArea', 'unknownPlace'] as const

export function addSignalRoutes(endpoints: Endpoints, records: Records, limits: SenderLimits = USUAL_LIMITS): void {
  const limiter = new SenderLimiter(limits)
  addPublishedRoutes(endpoints, records)
  addCountRoute(endpoints, records)
  endpoints.post({
    operationId: 'createSignal',
    tag: 'signals',
    summary: 'Leave a signal about a place',
    description: 'No account is needed. It becomes visible to others after a moderator published it. The answer comes after it is safe on the disk.',
    path: '/v1/signals',
    params: nothing,
    query: nothing,
    body: signalFormSchema,
    bodyLimitBytes: BODY_LIMIT_BYTES,
    openTo: 'ownPages',
    statuses: [201],
    answers: { [JSON_TYPE]: receiptSchema },
    problems: [...PLACE_PROBLEMS, 'areaIsNoMore', 'placeTooLarge', 'looksAutomatic', 'tooManySignals'],
    answer: async ({ statistics, body, caller, language }) => {
      const now = new Date()
      refuseAutomatic(body)
      const wait = limiter.count(caller.address, now)
      if (wait !== undefined) throw new ApiError('tooManySignals', describeWait(wait)[language], { headers: { 'retry-after': String(wait) } })
      const receipt = await leaveSignal(records.database, statistics, body, now)
      return { body: receipt, location: `/v1/receipts/${receipt.code}` }
    },
  })
  addReceiptRoutes(endpoints, records)
}

function addReceiptRoutes(endpoints: Endpoints, records: Records): void {
  endpoints.get({
    operationId: 'getReceipt',
    tag: 'signals',
    summary: 'How it stands with a signal, for whoever has its receipt',
    path: '/v1/receipts/{code}',
    params: receiptCode,
    query: nothing,
    openTo: 'ownPages',
    answers: { [JSON_TYPE]: receiptStatusSchema },
    problems: ['unknownReceipt'],
    answer: async ({ params }) => ({ body: await getReceipt(records.database, params.code) }),
  })
  endpoints.delete({
    operationId: 'deleteContact',
    tag: 'signals',
    summary: 'Take back the contact details that one left with a signal',
    path: '/v1/receipts/{code}/contact',
    params: receiptCode,
    query: nothing,
    openTo: 'ownPages',
    statuses: [204],
    answers: {},
    problems: ['unknownReceipt'],
    answer: async ({ params }) => {
      await withdrawContact(records.database, params.code, new Date())
      await records.forgetErased()
      return { body: undefined }
    },
  })
}

function addPublishedRoutes(endpoints: Endpoints, records: Records): void {
  endpoints.get({
    operationId: 'listSignals',
    tag: 'signals',
    summary: 'Published signals, newest first',
    path: '/v1/signals',
    params: nothing,
    query: listQuery,
    answers: { [JSON_TYPE]: signalListSchema, ...TABLE_ANSWERS },
    problems: [],
    changes: true,
    translated: true,
    answer: (question) => answerList(question, (page) => listAllSignals(records.database, question.statistics, page)),
  })
  endpoints.get({
    operationId: 'getSignal',
    tag: 'signals',
    summary: 'One published signal',
    path: '/v1/signals/{id}',
    params: z.object({ id: z.string().min(1).max(20).describe('Identifier of the signal') }),
    query: nothing,
    answers: { [JSON_TYPE]: signalSchema },
    problems: ['unknownSignal'],
    changes: true,
    answer: async ({ statistics, params }) => ({ body: await getSignal(records.database, statistics, params.id) }),
  })
  endpoints.get({
    operationId: 'listPlaceSignals',
    tag: 'signals',
    summary: 'Published signals about a village, an area and all that lies in it, or the neighbourhoods of an own village',
    path: '/v1/places/{id}/signals',
    params: placeId,
    query: listQuery.extend(ownVillage),
    answers: { [JSON_TYPE]: signalListSchema, ...TABLE_ANSWERS },
    problems: [...PLACE_PROBLEMS, 'memberNotNeighbourhood', 'membersDifferInTime'],
    changes: true,
    translated: true,
    answer: (question) => answerList(question, (page) => listPlaceSignals(records.database, question.statistics, findSubject(question.statistics, question.params.id, question.query), page)),
  })
}

function addCountRoute(endpoints: Endpoints, records: Records): void {
  endpoints.get({
    operationId: 'listSignalCounts',
    tag: 'signals',
    summary: 'How many published signals each place has, by subject and by what was done with them',
    path: '/v1/signal-counts',
    params: nothing,
    query: countQuery,
    answers: { [JSON_TYPE]: signalCountListSchema, ...TABLE_ANSWERS },
    problems: [],
    changes: true,
    translated: true,
    answer: async ({ statistics, query, mediaType, language }) => {
      const counts = await countSignals(records.database, statistics, query.level)
      const format = chooseFormat(query.format, mediaType)
      return format === 'json' ? { body: counts, mediaType: JSON_TYPE } : writeTable(makeSignalCountTable(counts, language), format)
    },
  })
}

/** A page as JSON; a file holds everything. */
async function answerList(
  { query, mediaType, language }: Pick<Question<typeof nothing, typeof listQuery>, 'query' | 'mediaType' | 'language'>,
  list: (page: SignalPage) => Promise<z.output<typeof signalListSchema>>,
): Promise<Answer> {
  const format = chooseFormat(query.format, mediaType)
  if (format === 'json') return { body: await list(query), mediaType: JSON_TYPE }
  return writeTable(makeSignalTable(await list({ basic: query.basic, limit: Infinity, offset: 0 }), language), format)
}

/** Programs fill in every field, and at once. Whoever reads the description can pass: the moderator is the real guard. */
function refuseAutomatic({ website, secondsSpent }: SignalFormBody): void {
  if ((website ?? '') !== '' || (secondsSpent !== undefined && secondsSpent < LEAST_SECONDS)) throw new SignalError('looksAutomatic')
}

function describeWait(seconds: number): { nl: string; en: string } {
  const minutes = Math.ceil(seconds / 60)
  return minutes > 90 ? { nl: `${Math.ceil(minutes / 60)} uur`, en: `${Math.ceil(minutes / 60)} hours` } : { nl: `${minutes} minuten`, en: `${minutes} minutes` }
}
