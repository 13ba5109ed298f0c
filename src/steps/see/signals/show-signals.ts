/** Published signals of a place, one signal, and what a sender may know of his own. */
import type { ReceiptStatus, SignalAnswer, SignalEventAnswer, SignalListAnswer } from '#domain/answers/signals.ts'
import type { Area, AreaCode } from '#domain/area.ts'
import { listPredecessors } from '#domain/area-successors.ts'
import { BASICS, readReceiptCode, type Basic, type Signal, type SignalEvent } from '#domain/signal.ts'
import { logAccess } from '#records/access-log.ts'
import { eraseSignalContact, findSignal, findSignalByReceipt, findSignalContact, listPublishedSignals, listSignalEvents } from '#records/signals.ts'
import type { Database } from '#records/tables.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { isWithin } from '#steps/see/families.ts'
import { isPresent, locateSignal, type SignalLocation } from '#steps/see/signals/locate-signal.ts'
import { hashSecret } from '#steps/see/signals/secrets.ts'
import { SignalError } from '#steps/see/signals/signal-error.ts'
import type { Subject } from '#steps/see/subject.ts'

export interface SignalPage {
  readonly basic?: Basic | undefined
  readonly limit: number
  readonly offset: number
}

/** All published signals, newest first. */
export async function listAllSignals(database: Database, statistics: Statistics, page: SignalPage): Promise<SignalListAnswer> {
  const signals = await listPublishedSignals(database)
  return describePage(database, statistics, signals, page)
}

/** Those of a village, of an area and all that lies in it, or of the buurten of an own village, wherever the boundaries were when they were left. */
export async function listPlaceSignals(database: Database, statistics: Statistics, subject: Subject, page: SignalPage): Promise<SignalListAnswer> {
  const candidates = await listPublishedSignals(database, chooseFilter(statistics, subject))
  const signals = candidates.filter((signal) => belongsTo(statistics, subject, signal))
  return describePage(database, statistics, signals, page)
}

/** One published signal. Throws SignalError `unknownSignal`. */
export async function getSignal(database: Database, statistics: Statistics, id: string): Promise<SignalAnswer> {
  const signal = await findSignal(database, id)
  if (signal?.publishedAt === undefined) throw new SignalError('unknownSignal', id)
  const { signals } = await describePage(database, statistics, [signal], { limit: 1, offset: 0 })
  const [answer] = signals
  if (answer === undefined) throw new SignalError('unknownSignal', id)
  return answer
}

/** What the holder of a receipt may know. Throws SignalError `unknownReceipt`. */
export async function getReceipt(database: Database, typed: string): Promise<ReceiptStatus> {
  const signal = await findByReceipt(database, typed)
  const events = (await listSignalEvents(database, [signal.id])).get(signal.id) ?? []
  const contact = await findSignalContact(database, signal.id)
  return {
    id: signal.id,
    place: { id: signal.placeId, name: signal.placeName },
    basic: signal.basic,
    ...(signal.text !== undefined && { text: signal.text }),
    status: signal.status,
    isPublished: signal.publishedAt !== undefined,
    receivedAt: signal.receivedAt,
    events: events.map(describeEvent),
    hasContact: contact?.contact !== undefined,
    ...(contact?.erasedAt !== undefined && { contactErasedAt: contact.erasedAt }),
  }
}

/** The sender takes his contact details back. Throws SignalError `unknownReceipt`. */
export async function withdrawContact(database: Database, typed: string, now: Date): Promise<void> {
  const signal = await findByReceipt(database, typed)
  const at = now.toISOString()
  if (await eraseSignalContact(database, signal.id, at)) await logAccess(database, { at, who: 'sender', what: 'erasedContact', subject: signal.id })
}

async function findByReceipt(database: Database, typed: string): Promise<Signal> {
  const code = readReceiptCode(typed)
  const signal = code === undefined ? undefined : await findSignalByReceipt(database, hashSecret(code))
  if (signal === undefined) throw new SignalError('unknownReceipt')
  return signal
}

/** What can be asked of the database, so that it need not give everything. */
function chooseFilter(statistics: Statistics, subject: Subject): { placeId?: string; municipalities?: readonly string[] } {
  if (subject.kind === 'village') return { placeId: subject.id }
  const municipalities = subject.areas.map((area) => (area.level === 'municipality' ? area.code : area.parents.municipality))
  if (municipalities.some((code) => code === undefined)) return {}
  return { municipalities: [...new Set(municipalities.flatMap((code) => listPredecessors(statistics.boundaryChanges, code!)))] }
}

/** A signal is where it belongs today, and also still on the page of an area that is no more. */
function belongsTo(statistics: Statistics, subject: Subject, signal: Signal): boolean {
  const { placeId, areas } = locateSignal(statistics, signal)
  if (subject.kind === 'village') return placeId === subject.id
  return subject.areas.some((here) => areas.some((area) => isWithin(area, here.code)) || (!isPresent(statistics, here) && wasWithin(signal, here.code)))
}

function wasWithin({ areaCode, municipalityCode }: Signal, code: AreaCode): boolean {
  return areaCode === code || municipalityCode === code
}

async function describePage(database: Database, statistics: Statistics, all: readonly Signal[], { basic, limit, offset }: SignalPage): Promise<SignalListAnswer> {
  const chosen = basic === undefined ? all : all.filter((signal) => signal.basic === basic)
  const shown = chosen.slice(offset, offset + limit)
  const events = await listSignalEvents(database, shown.map(({ id }) => id))
  const counts = BASICS.map((one) => ({ basic: one, count: all.filter((signal) => signal.basic === one).length }))
  return {
    total: chosen.length,
    byBasic: counts.filter(({ count }) => count > 0),
    signals: shown.map((signal) => describe(signal, events.get(signal.id) ?? [], locateSignal(statistics, signal))),
  }
}

function describe(signal: Signal, events: readonly SignalEvent[], location: SignalLocation): SignalAnswer {
  const { id, basic, status, receivedAt, text, whereExactly, publishedAt } = signal
  return {
    id,
    place: { id: signal.placeId, name: signal.placeName },
    municipality: { id: signal.municipalityCode, name: signal.municipalityName },
    basic,
    text: text ?? '',
    ...(whereExactly !== undefined && { whereExactly }),
    isRedacted: signal.redactedAt !== undefined,
    status,
    receivedAt,
    publishedAt: publishedAt ?? receivedAt,
    // Why it was once refused is for its sender, also when it was published after all.
    events: events.filter((event) => event.status !== 'refused').map(describeEvent),
    ...(location.isMoved && { moved: describeMove(signal, location.areas) }),
  }
}

export function describeEvent({ status, at, note, reference }: SignalEvent): SignalEventAnswer {
  return { status, at, ...(note !== undefined && { note }), ...(reference !== undefined && { reference }) }
}

function describeMove({ placeName }: Signal, areas: readonly Area[]): { nl: string; en: string } {
  if (areas.length === 0) {
    return {
      nl: `Dit ging over ${placeName}. Dat gebied bestaat niet meer, en we weten niet waar het nu bij hoort.`,
      en: `This was about ${placeName}. That area is no more, and we do not know what it belongs to now.`,
    }
  }
  const names = areas.map(({ name }) => name)
  return {
    nl: `Dit ging over ${placeName}. Dat staat niet meer in de cijfers; het hoort nu bij ${names.join(', ')}.`,
    en: `This was about ${placeName}. That is no longer in the figures; it belongs to ${names.join(', ')} now.`,
  }
}
