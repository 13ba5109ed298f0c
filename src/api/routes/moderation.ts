/** For moderators: coming in, seeing what waits, deciding. For our own pages only, and kept by nobody. */
import { contactSchema, decisionSchema, moderatedSignalSchema, sessionSchema, signInSchema, signalStatusSchema, waitingListSchema } from '#domain/answers/signals.ts'
import { SIGNAL_STATUSES } from '#domain/signal.ts'
import type { Records } from '#records/records.ts'
import { decide, listForModeration, readContact, readForModeration, type Act } from '#steps/see/signals/moderate.ts'
import { getModerator, signIn, signOut } from '#steps/see/signals/sign-in.ts'
import { z } from 'zod'
import { JSON_TYPE } from '#api/endpoint.ts'
import type { Caller, Endpoints } from '#api/endpoint.ts'
import { nothing } from '#api/schemas/queries.ts'
import { findSessionToken, writeEndedCookie, writeSessionCookie } from '#api/session-cookie.ts'

const TAG = 'moderation'
const signalId = z.object({ id: z.string().min(1).max(20) })
const statusQuery = z.object({
  status: z
    .string()
    .max(100)
    .transform((text) => text.split(','))
    .pipe(z.array(signalStatusSchema).min(1).max(SIGNAL_STATUSES.length))
    .default(['received', 'lookedAt'])
    .describe('Statuses with commas between them'),
})

export function addModerationRoutes(endpoints: Endpoints, records: Records): void {
  addSessionRoutes(endpoints, records)
  const enter = async (caller: Caller): Promise<Act> => {
    const now = new Date()
    const { name } = await getModerator(records.database, findSessionToken(caller), now)
    return { who: name, now }
  }
  endpoints.get({
    operationId: 'listWaitingSignals', tag: TAG, summary: 'Signals by status, the one that waited longest first, without their texts',
    path: '/v1/moderation/signals', params: nothing, query: statusQuery, openTo: 'ownPages', answers: { [JSON_TYPE]: waitingListSchema }, problems: ['signInFirst'],
    answer: async ({ caller, query }) => ({ body: await listForModeration(records.database, query.status, await enter(caller)) }),
  })
  endpoints.get({
    operationId: 'getWaitingSignal', tag: TAG, summary: 'One signal, published or not; that it was read is logged',
    path: '/v1/moderation/signals/{id}', params: signalId, query: nothing, openTo: 'ownPages', answers: { [JSON_TYPE]: moderatedSignalSchema }, problems: ['signInFirst', 'unknownSignal'],
    answer: async ({ caller, params }) => ({ body: await readForModeration(records.database, params.id, await enter(caller)) }),
  })
  endpoints.get({
    operationId: 'getContact', tag: TAG, summary: 'The contact details of a signal; that they were read is logged',
    path: '/v1/moderation/signals/{id}/contact', params: signalId, query: nothing, openTo: 'ownPages', answers: { [JSON_TYPE]: contactSchema }, problems: ['signInFirst', 'unknownSignal', 'noContact'],
    answer: async ({ caller, params }) => ({ body: await readContact(records.database, params.id, await enter(caller)) }),
  })
  endpoints.post({
    operationId: 'createDecision', tag: TAG, summary: 'Publish, refuse, redact, answer, or say what it was taken up in',
    path: '/v1/moderation/signals/{id}/decisions', params: signalId, query: nothing, body: decisionSchema, openTo: 'ownPages', statuses: [200],
    answers: { [JSON_TYPE]: moderatedSignalSchema }, problems: ['signInFirst', 'unknownSignal', 'stepNotPossible'],
    answer: async ({ caller, params, body }) => {
      const act = await enter(caller)
      await decide(records, params.id, body, act)
      return { body: await readForModeration(records.database, params.id, act) }
    },
  })
}

function addSessionRoutes(endpoints: Endpoints, records: Records): void {
  endpoints.post({
    operationId: 'openSession', tag: TAG, summary: 'Come in by the link that a moderator was given',
    path: '/v1/sessions', params: nothing, query: nothing, body: signInSchema, openTo: 'ownPages', statuses: [201], answers: { [JSON_TYPE]: sessionSchema }, problems: ['linkUsedUp'],
    answer: async ({ body, caller }) => {
      const { token, name, expiresAt } = await signIn(records.database, body.token, findSessionToken(caller), new Date())
      return { body: { name, expiresAt }, headers: { 'set-cookie': writeSessionCookie(token, caller) }, location: '/v1/sessions/current' }
    },
  })
  endpoints.get({
    operationId: 'getSession', tag: TAG, summary: 'Who is signed in',
    path: '/v1/sessions/current', params: nothing, query: nothing, openTo: 'ownPages', answers: { [JSON_TYPE]: sessionSchema }, problems: ['signInFirst'],
    answer: async ({ caller }) => {
      const { name, expiresAt } = await getModerator(records.database, findSessionToken(caller), new Date())
      return { body: { name, expiresAt } }
    },
  })
  endpoints.delete({
    operationId: 'closeSession', tag: TAG, summary: 'Sign out',
    path: '/v1/sessions/current', params: nothing, query: nothing, openTo: 'ownPages', statuses: [204], answers: {}, problems: ['signInFirst'],
    answer: async ({ caller }) => {
      const now = new Date()
      const token = findSessionToken(caller)
      const { name } = await getModerator(records.database, token, now)
      await signOut(records.database, token ?? '', { who: name, now })
      return { body: undefined, headers: { 'set-cookie': writeEndedCookie(caller) } }
    },
  })
}
