/** Scenarios: what each part touches, and keeping one for others to open. */
import { keptScenarioSchema, scenarioCheckSchema, scenarioReceiptSchema, scenarioSavedSchema } from '#domain/answers/scenario-answers.ts'
import { scenarioDocumentSchema } from '#domain/scenario-document.ts'
import type { Records } from '#records/records.ts'
import { keepScenario, keepVersion, openScenario, removeScenario } from '#steps/explore/scenario/keep-scenario.ts'
import { touchScenario } from '#steps/explore/scenario/touch-scenario.ts'
import { SenderLimiter, type SenderLimits } from '#steps/see/signals/limit-senders.ts'
import { z } from 'zod'
import { JSON_TYPE } from '#api/endpoint.ts'
import type { Caller, Endpoints } from '#api/endpoint.ts'
import { ApiError, type Language } from '#api/errors.ts'
import { nothing } from '#api/schemas/queries.ts'
import { describeScenarioUnder, SCENARIO_BODY } from '#api/schemas/scenario-body.ts'

const USUAL_LIMITS: SenderLimits = { perHour: 30, perDay: 100, allPerHour: 2000, exempt: ['127.0.0.1', '::1', '::ffff:127.0.0.1'] }
const BODY_LIMIT_BYTES = 200_000

const scenarioId = z.object({ id: z.string().regex(/^[2-9A-Z]{16}$/).describe('Identifier that came with keeping it') })
const secret = z.string().min(20).max(100).describe('The secret that came with keeping it')

export function addScenarioChecks(endpoints: Endpoints): void {
  endpoints.post({
    operationId: 'runScenarioCheck',
    tag: 'scenarios',
    summary: 'What each part of a scenario touches; nothing is kept',
    path: '/v1/scenario-checks',
    params: nothing,
    query: nothing,
    ...SCENARIO_BODY,
    answers: { [JSON_TYPE]: scenarioCheckSchema },
    problems: ['scenarioRefused', 'scenarioInvalid'],
    openTo: 'everyPage',
    statuses: [200],
    answer: async ({ statistics, body }) => ({ body: await touchScenario(statistics, body) }),
  })
}

export function addScenarioRoutes(endpoints: Endpoints, records: Records, limits: SenderLimits = USUAL_LIMITS): void {
  const count = createCounter(limits)
  addKeeping(endpoints, records, count)
  addErasing(endpoints, records, count)
  addOpening(endpoints, records)
}

/** Counts one more request that writes, and gives the moment. Throws ApiError `tooManyScenarios`. */
type Counter = (caller: Caller, language: Language) => Date

function createCounter(limits: SenderLimits): Counter {
  const limiter = new SenderLimiter(limits)
  return ({ address }, language) => {
    const now = new Date()
    const wait = limiter.count(address, now)
    if (wait === undefined) return now
    const minutes = Math.ceil(wait / 60)
    throw new ApiError('tooManyScenarios', { nl: `${minutes} minuten`, en: `${minutes} minutes` }[language], { headers: { 'retry-after': String(wait) } })
  }
}

function addKeeping(endpoints: Endpoints, records: Records, count: Counter): void {
  endpoints.post({
    operationId: 'createScenario',
    tag: 'scenarios',
    summary: 'Keep a scenario: an address for others, and a secret to change or erase it',
    description: 'No account is needed. Whoever has the identifier can open it. Names and descriptions must hold no personal data. The answer comes after it is safe on the disk.',
    path: '/v1/scenarios',
    params: nothing,
    query: nothing,
    ...SCENARIO_BODY,
    bodyLimitBytes: BODY_LIMIT_BYTES,
    openTo: 'ownPages',
    statuses: [201],
    answers: { [JSON_TYPE]: scenarioReceiptSchema },
    problems: ['scenarioNotKept', 'scenarioRefused', 'tooManyScenarios'],
    answer: async ({ statistics, body, caller, language }) => {
      const receipt = await keepScenario(records.database, statistics, body, count(caller, language))
      return { body: receipt, location: `/v1/scenarios/${receipt.id}/versions/${receipt.version}` }
    },
  })
  endpoints.post({
    operationId: 'createScenarioVersion',
    tag: 'scenarios',
    summary: 'Change a scenario that one kept: a new version, the former stay as they are',
    path: '/v1/scenarios/{id}/versions',
    params: scenarioId,
    query: nothing,
    body: z.strictObject({ secret, document: scenarioDocumentSchema }),
    describeIssue: describeScenarioUnder('document'),
    bodyLimitBytes: BODY_LIMIT_BYTES,
    openTo: 'ownPages',
    statuses: [201],
    answers: { [JSON_TYPE]: scenarioSavedSchema },
    problems: ['scenarioNotKept', 'scenarioRefused', 'unknownScenario', 'scenarioFull', 'tooManyScenarios'],
    answer: async ({ statistics, body, params: { id }, caller, language }) => {
      const saved = await keepVersion(records.database, statistics, id, body.secret, body.document, count(caller, language))
      return { body: saved, location: `/v1/scenarios/${id}/versions/${saved.version}` }
    },
  })
}

function addErasing(endpoints: Endpoints, records: Records, count: Counter): void {
  endpoints.post({
    operationId: 'createScenarioErasure',
    tag: 'scenarios',
    summary: 'Erase a scenario that one kept, with all its versions',
    path: '/v1/scenarios/{id}/erasures',
    params: scenarioId,
    query: nothing,
    body: z.strictObject({ secret }),
    openTo: 'ownPages',
    statuses: [204],
    answers: {},
    problems: ['unknownScenario', 'tooManyScenarios'],
    answer: async ({ body, params: { id }, caller, language }) => {
      await removeScenario(records, id, { secret: body.secret }, count(caller, language))
      return { body: undefined }
    },
  })
}

function addOpening(endpoints: Endpoints, records: Records): void {
  const common = { tag: 'scenarios', query: nothing, answers: { [JSON_TYPE]: keptScenarioSchema }, problems: ['unknownScenario', 'scenarioErased'], changes: true } as const
  endpoints.get({
    ...common,
    operationId: 'getScenario',
    summary: 'The last version of a scenario that somebody kept',
    path: '/v1/scenarios/{id}',
    params: scenarioId,
    answer: async ({ statistics, params: { id } }) => ({ body: await openScenario(records.database, statistics, id, undefined, new Date()) }),
  })
  endpoints.get({
    ...common,
    operationId: 'getScenarioVersion',
    summary: 'One version of it, which never changes',
    path: '/v1/scenarios/{id}/versions/{version}',
    params: scenarioId.extend({ version: z.coerce.number().int().min(1).max(1000) }),
    answer: async ({ statistics, params: { id, version } }) => ({ body: await openScenario(records.database, statistics, id, version, new Date()) }),
  })
}
