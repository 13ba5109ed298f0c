/** What a moderator sees and decides. Every look at what is not public leaves a line in the access log before it is given. */
import type { ContactAnswer, Decision, ModeratedSignal, WaitingList, WaitingSignal } from '#domain/answers/signals.ts'
import { RETENTION_DAYS, SIGNAL_STATUSES, type Signal, type SignalStatus } from '#domain/signal.ts'
import { logAccess, type AccessKind } from '#records/access-log.ts'
import type { Records } from '#records/records.ts'
import {
  countSignalsByStatus, findSignal, findSignalContact, listSignalEvents, listSignalsByStatus, listSignalsWithContact, redactSignal, takeSignalStep, type SignalStep,
} from '#records/signals.ts'
import type { Database } from '#records/tables.ts'
import { addDays } from '#steps/see/signals/secrets.ts'
import { describeEvent } from '#steps/see/signals/show-signals.ts'
import { SignalError } from '#steps/see/signals/signal-error.ts'

/** Who does it, and when. */
export interface Act {
  readonly who: string
  readonly now: Date
}

export const MOST_LISTED = 200

/** Signals in these statuses, the one that waited longest first, without their texts. */
export async function listForModeration(database: Database, statuses: readonly SignalStatus[], act: Act): Promise<WaitingList> {
  const signals = await listSignalsByStatus(database, statuses, MOST_LISTED)
  const withContact = await listSignalsWithContact(database, signals.map(({ id }) => id))
  const counts = await countSignalsByStatus(database)
  await log(database, act, 'listedSignals', `${signals.length} (${statuses.join(', ')})`)
  return {
    counts: SIGNAL_STATUSES.map((status) => ({ status, count: counts.get(status) ?? 0 })),
    signals: signals.map((signal) => describeWaiting(signal, withContact.has(signal.id))),
  }
}

/** One signal, whole but for the contact details. One that nobody looked at before is looked at from now on. Throws SignalError. */
export async function readForModeration(database: Database, id: string, act: Act): Promise<ModeratedSignal> {
  await getSignal(database, id)
  await log(database, act, 'readSignal', id)
  await takeSignalStep(database, id, ['received'], { ...makeStep('lookedAt', act) })
  const signal = await getSignal(database, id)
  const events = (await listSignalEvents(database, [id])).get(id) ?? []
  const withContact = await listSignalsWithContact(database, [id])
  return {
    ...describeWaiting(signal, withContact.has(id)),
    ...(signal.text !== undefined && { text: signal.text }),
    ...(signal.whereExactly !== undefined && { whereExactly: signal.whereExactly }),
    isRedacted: signal.redactedAt !== undefined,
    events: events.map(describeEvent),
  }
}

/** Throws SignalError `noContact` where none was left, or it was erased. */
export async function readContact(database: Database, id: string, act: Act): Promise<ContactAnswer> {
  await getSignal(database, id)
  await log(database, act, 'readContact', id)
  const found = await findSignalContact(database, id)
  if (found?.contact === undefined) throw new SignalError('noContact', id)
  return { contact: found.contact, eraseAt: found.eraseAt }
}

const LOGGED: Readonly<Record<Decision['kind'], AccessKind>> = { publish: 'published', takeUp: 'tookUp', answer: 'answered', refuse: 'refused', redact: 'redacted' }

/** Throws SignalError `unknownSignal`, and `stepNotPossible` where another step must come first. */
export async function decide(records: Records, id: string, decision: Decision, act: Act): Promise<void> {
  const { database } = records
  const signal = await getSignal(database, id)
  if (signal.text === undefined) throw new SignalError('stepNotPossible', id)
  if (decision.kind === 'redact') {
    await redactSignal(database, id, { text: decision.text, whereExactly: decision.whereExactly || undefined, at: act.now.toISOString() })
    await records.forgetErased()
  } else {
    const { from, step } = planStep(decision, act)
    if (!(await takeSignalStep(database, id, from, step))) throw new SignalError('stepNotPossible', id)
  }
  await log(database, act, LOGGED[decision.kind], id)
}

const PUBLISHED: readonly SignalStatus[] = ['published', 'takenUp', 'answered']

function planStep(decision: Exclude<Decision, { kind: 'redact' }>, act: Act): { from: readonly SignalStatus[]; step: SignalStep } {
  const eraseContactAt = addDays(act.now, RETENTION_DAYS.contactAfterEnd)
  switch (decision.kind) {
    case 'publish':
      return { from: ['received', 'lookedAt', 'refused'], step: { ...makeStep('published', act), published: true } }
    case 'takeUp':
      return { from: PUBLISHED, step: makeStep('takenUp', act, decision.note, decision.reference) }
    case 'answer':
      return { from: PUBLISHED, step: { ...makeStep('answered', act, decision.note, decision.reference), eraseContactAt } }
    case 'refuse': {
      const step = { ...makeStep('refused', act, decision.note), published: false, eraseContactAt, eraseAt: addDays(act.now, RETENTION_DAYS.refusedText) }
      return { from: ['received', 'lookedAt', ...PUBLISHED], step }
    }
  }
}

function makeStep(status: SignalStatus, { who, now }: Act, note?: string, reference?: string): SignalStep {
  return { status, at: now.toISOString(), byWhom: who, note, reference: reference || undefined }
}

async function getSignal(database: Database, id: string): Promise<Signal> {
  const signal = await findSignal(database, id)
  if (signal === undefined) throw new SignalError('unknownSignal', id)
  return signal
}

function describeWaiting(signal: Signal, hasContact: boolean): WaitingSignal {
  const { id, basic, status, receivedAt } = signal
  return {
    id,
    place: { id: signal.placeId, name: signal.placeName },
    municipality: { id: signal.municipalityCode, name: signal.municipalityName },
    basic,
    status,
    isPublished: signal.publishedAt !== undefined,
    receivedAt,
    hasContact,
  }
}

async function log(database: Database, { who, now }: Act, what: AccessKind, subject: string): Promise<void> {
  await logAccess(database, { at: now.toISOString(), who, what, subject })
}
