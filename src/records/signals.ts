/** Signals with what was done with them, and the contact details that some senders leave. */
import type { Insertable, Selectable, Transaction } from 'kysely'
import type { Basic, Signal, SignalEvent, SignalPlace, SignalStatus } from '#domain/signal.ts'
import type { Database, Tables } from '#records/tables.ts'

type Row = Selectable<Tables['signal']>

/** Identifiers in one question: databases have a limit. */
const MOST_AT_ONCE = 1000

const GROUPED = ['placeId', 'placeName', 'areaCode', 'areaName', 'municipalityCode', 'municipalityName', 'basic', 'status'] as const

export interface NewSignal extends Omit<Signal, 'status' | 'publishedAt' | 'redactedAt' | 'erasedAt'> {
  readonly receiptHash: string
  readonly contact?: { readonly text: string; readonly eraseAt: string }
}

/** Keeps a signal, its first event and its contact, all or nothing. False where a signal with that receipt was kept before. */
export async function insertSignal(database: Database, { contact, ...signal }: NewSignal): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    const { numInsertedOrUpdatedRows: inserted } = await transaction
      .insertInto('signal')
      .values(toRow(signal))
      .onConflict((conflict) => conflict.column('receiptHash').doNothing())
      .executeTakeFirst()
    if (inserted === 0n) return false
    await addEvent(transaction, signal.id, { status: 'received', at: signal.receivedAt, note: undefined, reference: undefined }, 'sender')
    if (contact) await transaction.insertInto('signalContact').values({ signalId: signal.id, contact: contact.text, eraseAt: contact.eraseAt, erasedAt: null }).execute()
    return true
  })
}

export async function findSignal(database: Database, id: string): Promise<Signal | undefined> {
  const row = await database.selectFrom('signal').selectAll().where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** By the hash of the receipt code: the code itself is kept nowhere. */
export async function findSignalByReceipt(database: Database, receiptHash: string): Promise<Signal | undefined> {
  const row = await database.selectFrom('signal').selectAll().where('receiptHash', '=', receiptHash).executeTakeFirst()
  return row && fromRow(row)
}

export interface PublishedFilter {
  /** All that were left about this village or area… */
  readonly placeId?: string
  /** …or anywhere in these municipalities, by the codes of when they were left. */
  readonly municipalities?: readonly string[]
  readonly basic?: Basic
}

/** What everybody may see, newest first. */
export async function listPublishedSignals(database: Database, { placeId, municipalities, basic }: PublishedFilter = {}): Promise<Signal[]> {
  let query = database.selectFrom('signal').selectAll().where('publishedAt', 'is not', null)
  if (placeId !== undefined) query = query.where('placeId', '=', placeId)
  if (municipalities !== undefined) query = query.where('municipalityCode', 'in', municipalities)
  if (basic !== undefined) query = query.where('basic', '=', basic)
  const rows = await query.orderBy('receivedAt', 'desc').orderBy('id').execute()
  return rows.map(fromRow)
}

/** So many published signals that were left about the same place and subject, and of which the same was done. */
export interface PublishedCount extends SignalPlace {
  readonly basic: Basic
  readonly status: SignalStatus
  readonly count: number
  readonly lastReceivedAt: string
}

/** Counts what everybody may see, without reading a text. */
export async function countPublishedSignals(database: Database): Promise<PublishedCount[]> {
  const rows = await database
    .selectFrom('signal')
    .select([...GROUPED, ({ fn }) => fn.countAll().as('count'), ({ fn }) => fn.max('receivedAt').as('lastReceivedAt')])
    .where('publishedAt', 'is not', null)
    .groupBy(GROUPED)
    .execute()
  return rows.map((row) => ({ ...row, basic: row.basic as Basic, status: row.status as SignalStatus, count: Number(row.count) }))
}

/** For moderators: the oldest first, since it has waited longest. */
export async function listSignalsByStatus(database: Database, statuses: readonly SignalStatus[], limit: number): Promise<Signal[]> {
  const rows = await database.selectFrom('signal').selectAll().where('status', 'in', statuses).orderBy('receivedAt').orderBy('id').limit(limit).execute()
  return rows.map(fromRow)
}

export async function countSignalsByStatus(database: Database): Promise<ReadonlyMap<SignalStatus, number>> {
  const rows = await database.selectFrom('signal').select(['status', ({ fn }) => fn.countAll().as('count')]).groupBy('status').execute()
  return new Map(rows.map(({ status, count }) => [status as SignalStatus, Number(count)]))
}

/** Events of each signal, in the order of time. */
export async function listSignalEvents(database: Database, ids: readonly string[]): Promise<ReadonlyMap<string, readonly SignalEvent[]>> {
  const rows: Selectable<Tables['signalEvent']>[] = []
  for (let from = 0; from < ids.length; from += MOST_AT_ONCE) {
    const some = ids.slice(from, from + MOST_AT_ONCE)
    rows.push(...(await database.selectFrom('signalEvent').selectAll().where('signalId', 'in', some).orderBy('signalId').orderBy('number').execute()))
  }
  const grouped = Map.groupBy(rows, ({ signalId }) => signalId)
  return new Map([...grouped].map(([id, events]) => [id, events.map(({ status, at, note, reference }) => ({ status: status as SignalStatus, at, note: note ?? undefined, reference: reference ?? undefined }))]))
}

export interface SignalStep extends SignalEvent {
  readonly byWhom: string
  /** Whether everybody may see it from now on; as it was where left out. */
  readonly published?: boolean
  /** When the text is to be erased; undefined for never. */
  readonly eraseAt?: string
  /** Contact details go at this moment where they would have gone later. */
  readonly eraseContactAt?: string
}

/** Takes a signal one step on. False, and nothing is done, where it no longer has one of the statuses `from`. */
export async function takeSignalStep(database: Database, id: string, from: readonly SignalStatus[], step: SignalStep): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    const { numUpdatedRows: updated } = await transaction
      .updateTable('signal')
      .set({
        status: step.status,
        eraseAt: step.eraseAt ?? null,
        ...(step.published !== undefined && { publishedAt: step.published ? step.at : null }),
      })
      .where('id', '=', id)
      .where('status', 'in', from)
      .executeTakeFirst()
    if (updated === 0n) return false
    await addEvent(transaction, id, step, step.byWhom)
    const { eraseContactAt } = step
    if (eraseContactAt !== undefined) {
      await transaction.updateTable('signalContact').set({ eraseAt: eraseContactAt }).where('signalId', '=', id).where('eraseAt', '>', eraseContactAt).execute()
    }
    return true
  })
}

/** Puts another text in place of the one that was left. What stood there is gone. */
export async function redactSignal(database: Database, id: string, redacted: { text: string; whereExactly: string | undefined; at: string }): Promise<void> {
  const { text, whereExactly, at } = redacted
  await database.updateTable('signal').set({ text, whereExactly: whereExactly ?? null, redactedAt: at }).where('id', '=', id).execute()
}

/** The contact details, or when they were erased; undefined where none were left. */
export async function findSignalContact(database: Database, id: string): Promise<{ contact: string | undefined; eraseAt: string; erasedAt: string | undefined } | undefined> {
  const row = await database.selectFrom('signalContact').selectAll().where('signalId', '=', id).executeTakeFirst()
  return row && { contact: row.contact ?? undefined, eraseAt: row.eraseAt, erasedAt: row.erasedAt ?? undefined }
}

/** Of which of these signals the sender left contact details that are still there. */
export async function listSignalsWithContact(database: Database, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await database.selectFrom('signalContact').select('signalId').where('signalId', 'in', ids).where('contact', 'is not', null).execute()
  return new Set(rows.map(({ signalId }) => signalId))
}

/** False where there was nothing to erase. */
export async function eraseSignalContact(database: Database, id: string, at: string): Promise<boolean> {
  const { numUpdatedRows: erased } = await database
    .updateTable('signalContact')
    .set({ contact: null, erasedAt: at })
    .where('signalId', '=', id)
    .where('contact', 'is not', null)
    .executeTakeFirst()
  return erased > 0n
}

/** Erases contact details and texts whose time is up; the rows stay, as tombstones. */
export async function eraseExpiredSignalData(database: Database, now: string): Promise<{ contacts: number; texts: number }> {
  return database.transaction().execute(async (transaction) => {
    const contacts = await transaction
      .updateTable('signalContact')
      .set({ contact: null, erasedAt: now })
      .where('contact', 'is not', null)
      .where('eraseAt', '<=', now)
      .executeTakeFirst()
    const texts = await transaction
      .updateTable('signal')
      .set({ text: null, whereExactly: null, erasedAt: now })
      .where('text', 'is not', null)
      .where('eraseAt', '<=', now)
      .executeTakeFirst()
    return { contacts: Number(contacts.numUpdatedRows), texts: Number(texts.numUpdatedRows) }
  })
}

async function addEvent(transaction: Transaction<Tables>, signalId: string, { status, at, note, reference }: SignalEvent, byWhom: string): Promise<void> {
  const { last } = await transaction.selectFrom('signalEvent').select(({ fn }) => fn.max('number').as('last')).where('signalId', '=', signalId).executeTakeFirstOrThrow()
  await transaction
    .insertInto('signalEvent')
    .values({ signalId, number: Number(last ?? 0) + 1, status, at, byWhom, note: note ?? null, reference: reference ?? null })
    .execute()
}

function toRow({ text, whereExactly, ...signal }: Omit<NewSignal, 'contact'>): Insertable<Tables['signal']> {
  return { ...signal, text: text ?? null, whereExactly: whereExactly ?? null, status: 'received', publishedAt: null, redactedAt: null, eraseAt: null, erasedAt: null }
}

function fromRow(row: Row): Signal {
  const { receiptHash: _hash, eraseAt: _eraseAt, basic, status, text, whereExactly, publishedAt, redactedAt, erasedAt, ...rest } = row
  return {
    ...rest,
    basic: basic as Basic,
    status: status as SignalStatus,
    text: text ?? undefined,
    whereExactly: whereExactly ?? undefined,
    publishedAt: publishedAt ?? undefined,
    redactedAt: redactedAt ?? undefined,
    erasedAt: erasedAt ?? undefined,
  }
}
