/** Every statement of the records, on SQLite and on PostgreSQL: the same answers. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { deleteOldAccesses, listAccesses, logAccess } from '#records/access-log.ts'
import { deleteOldSessions, disableModerator, enableModerator, exchangeInvite, findSession, insertInvite, listModerators, revokeSession, touchSession } from '#records/moderators.ts'
import { openRecords } from '#records/open-records.ts'
import type { Records } from '#records/records.ts'
import {
  countPublishedSignals, countSignalsByStatus, eraseExpiredSignalData, eraseSignalContact, findSignal, findSignalByReceipt, findSignalContact, insertSignal, listPublishedSignals, listSignalEvents,
  listSignalsByStatus, listSignalsWithContact, redactSignal, takeSignalStep, type NewSignal,
} from '#records/signals.ts'
import { addScenarioVersion, eraseScenario, eraseUnusedScenarios, findScenario, insertScenario, markScenarioUsed } from '#records/scenarios.ts'
import type { SignalStatus } from '#domain/signal.ts'
import { hasPostgres, startPostgres, withoutPostgres, type PostgresServer } from '../support/postgres-server.ts'

const place = { placeId: 'GN101', placeName: 'Krimpsterterp', areaCode: 'BU90010000', areaName: 'Krimpsterterp', municipalityCode: 'GM9001', municipalityName: 'Oostermoer' }
const day = (number: number) => `2026-01-${String(number).padStart(2, '0')}T10:00:00.000Z`

function makeSignal(number: number, more: Partial<NewSignal> = {}): NewSignal {
  return { id: `S${number}`, receiptHash: `hash ${number}`, ...place, basic: 'school', text: `De school, nummer ${number} 🏫 'é"`, whereExactly: undefined, receivedAt: day(number), ...more }
}

interface Variant {
  readonly name: string
  readonly skip: boolean
  start(): Promise<{ open: () => Promise<Records>; stop: () => Promise<void> }>
}

let server: PostgresServer | undefined
const VARIANTS: readonly Variant[] = [
  {
    name: 'SQLite',
    skip: false,
    start: async () => {
      const home = mkdtempSync(join(tmpdir(), 'topdorp-records-'))
      return { open: () => openRecords({ home, database: undefined }), stop: async () => rmSync(home, { recursive: true }) }
    },
  },
  {
    name: `PostgreSQL${hasPostgres ? '' : ` (${withoutPostgres})`}`,
    skip: !hasPostgres,
    start: async () => {
      const database = await server?.createDatabase()
      return { open: () => openRecords({ home: '', database }), stop: async () => {} }
    },
  },
]

beforeAll(async () => {
  if (hasPostgres) server = await startPostgres()
}, 60_000)
afterAll(() => server?.stop())

describe.each(VARIANTS)('records on $name', ({ skip, start }) => {
  let started: Awaited<ReturnType<Variant['start']>>
  let records: Records
  const database = () => records.database

  beforeEach(async () => {
    if (skip) return
    started = await start()
    records = await started.open()
  })
  afterEach(async () => {
    if (skip) return
    await records.close()
    await started.stop()
  })

  test.skipIf(skip)('keep a signal with its first event, and find it by its identifier and its receipt', async () => {
    const signal = makeSignal(1, { whereExactly: 'bij de brug' })
    expect(await insertSignal(database(), signal)).toBe(true)
    const found = await findSignal(database(), 'S1')
    expect(found).toEqual({ id: 'S1', ...place, basic: 'school', text: signal.text, whereExactly: 'bij de brug', status: 'received', receivedAt: day(1), publishedAt: undefined, redactedAt: undefined, erasedAt: undefined })
    expect(await findSignalByReceipt(database(), 'hash 1')).toEqual(found)
    expect(await findSignalByReceipt(database(), 'hash 2')).toBeUndefined()
    expect((await listSignalEvents(database(), ['S1'])).get('S1')).toEqual([{ status: 'received', at: day(1), note: undefined, reference: undefined }])
  })

  test.skipIf(skip)('keep what is sent twice under one receipt once', async () => {
    await insertSignal(database(), makeSignal(1))
    expect(await insertSignal(database(), makeSignal(2, { receiptHash: 'hash 1', contact: { text: 'x', eraseAt: day(9) } }))).toBe(false)
    expect(await findSignal(database(), 'S2')).toBeUndefined()
    expect(await findSignalContact(database(), 'S2')).toBeUndefined()
  })

  test.skipIf(skip)('keep all of a signal or nothing', async () => {
    await insertSignal(database(), makeSignal(1, { contact: { text: 'a', eraseAt: day(9) } }))
    // The same identifier under another receipt.
    await expect(insertSignal(database(), makeSignal(1, { receiptHash: 'other', contact: { text: 'b', eraseAt: day(9) } }))).rejects.toThrow()
    expect((await findSignalContact(database(), 'S1'))?.contact).toBe('a')
    expect((await listSignalEvents(database(), ['S1'])).get('S1')).toHaveLength(1)
  })

  test.skipIf(skip)('show only what is published, by place, by municipality and by basic, the newest first', async () => {
    for (const number of [1, 2, 3, 4]) await insertSignal(database(), makeSignal(number, number === 3 ? { placeId: 'GM9002', municipalityCode: 'GM9002', basic: 'work' } : {}))
    const ids = async (filter = {}) => (await listPublishedSignals(database(), filter)).map(({ id }) => id)
    expect(await ids()).toEqual([])
    for (const id of ['S1', 'S3', 'S4']) await takeSignalStep(database(), id, ['received'], { status: 'lookedAt', at: day(9), byWhom: 'Mod', note: undefined, reference: undefined, published: true })
    expect(await ids()).toEqual(['S4', 'S3', 'S1'])
    expect(await ids({ placeId: 'GN101' })).toEqual(['S4', 'S1'])
    expect(await ids({ municipalities: ['GM9002', 'GM0000'] })).toEqual(['S3'])
    expect(await ids({ basic: 'work' })).toEqual(['S3'])
    expect(await countSignalsByStatus(database())).toEqual(new Map([['received', 1], ['lookedAt', 3]]))
    expect((await listSignalsByStatus(database(), ['received', 'lookedAt'], 2)).map(({ id }) => id)).toEqual(['S1', 'S2'])
  })

  test.skipIf(skip)('count only what is published, by place, basic and status, with the last of each', async () => {
    for (const number of [1, 2, 3, 4, 5, 6]) await insertSignal(database(), makeSignal(number, number === 3 ? { placeId: 'GM9002', basic: 'work' } : {}))
    expect(await countPublishedSignals(database())).toEqual([])
    const step = async (id: string, from: SignalStatus, status: SignalStatus, published?: boolean) =>
      takeSignalStep(database(), id, [from], { status, at: day(9), byWhom: 'Mod', note: undefined, reference: undefined, ...(published !== undefined && { published }) })
    for (const id of ['S1', 'S2', 'S3', 'S4', 'S5']) await step(id, 'received', 'published', true)
    await step('S2', 'published', 'answered')
    await step('S5', 'published', 'refused', false)
    const counts = (await countPublishedSignals(database())).toSorted((a, b) => a.placeId.localeCompare(b.placeId) || a.status.localeCompare(b.status))
    expect(counts).toEqual([
      { ...place, placeId: 'GM9002', basic: 'work', status: 'published', count: 1, lastReceivedAt: day(3) },
      { ...place, basic: 'school', status: 'answered', count: 1, lastReceivedAt: day(2) },
      { ...place, basic: 'school', status: 'published', count: 2, lastReceivedAt: day(4) },
    ])
  })

  test.skipIf(skip)('take a signal on one step at a time, and only from where it was', async () => {
    await insertSignal(database(), makeSignal(1, { contact: { text: '06', eraseAt: day(30) } }))
    const step = (status: 'lookedAt' | 'answered', note?: string) => ({ status, at: day(2), byWhom: 'Mod', note, reference: undefined })
    expect(await takeSignalStep(database(), 'S1', ['received'], step('lookedAt'))).toBe(true)
    expect(await takeSignalStep(database(), 'S1', ['received'], step('lookedAt'))).toBe(false)
    expect(await takeSignalStep(database(), 'S9', ['received'], step('lookedAt'))).toBe(false)
    expect(await takeSignalStep(database(), 'S1', ['lookedAt'], { ...step('answered', 'Gedaan'), eraseContactAt: day(20) })).toBe(true)
    expect((await listSignalEvents(database(), ['S1'])).get('S1')?.map(({ status, note }) => [status, note])).toEqual([['received', undefined], ['lookedAt', undefined], ['answered', 'Gedaan']])
    expect((await findSignalContact(database(), 'S1'))?.eraseAt).toBe(day(20))
    await takeSignalStep(database(), 'S1', ['answered'], { ...step('answered'), eraseContactAt: day(25) })
    expect((await findSignalContact(database(), 'S1'))?.eraseAt).toBe(day(20))
  })

  test.skipIf(skip)('take of two moderators who decide at once only one', async () => {
    await insertSignal(database(), makeSignal(1))
    const other = await started.open()
    const decide = (through: Records, byWhom: string) => takeSignalStep(through.database, 'S1', ['received'], { status: 'refused', at: day(2), byWhom, note: byWhom, reference: undefined })
    const done = await Promise.all([decide(records, 'A'), decide(other, 'B'), decide(records, 'C')])
    await other.close()
    expect(done.filter(Boolean)).toHaveLength(1)
    expect((await listSignalEvents(database(), ['S1'])).get('S1')).toHaveLength(2)
  })

  test.skipIf(skip)('put a redacted text in place of the one that was left', async () => {
    await insertSignal(database(), makeSignal(1, { whereExactly: 'bij Jan de Vries' }))
    await redactSignal(database(), 'S1', { text: 'De school [naam weggehaald]', whereExactly: undefined, at: day(3) })
    expect(await findSignal(database(), 'S1')).toMatchObject({ text: 'De school [naam weggehaald]', whereExactly: undefined, redactedAt: day(3) })
  })

  test.skipIf(skip)('erase contact details and refused texts when their time is up, and keep that they were there', async () => {
    await insertSignal(database(), makeSignal(1, { contact: { text: 'jan@example.org', eraseAt: day(10) } }))
    await insertSignal(database(), makeSignal(2, { contact: { text: 'piet@example.org', eraseAt: day(20) } }))
    await takeSignalStep(database(), 'S1', ['received'], { status: 'refused', at: day(2), byWhom: 'Mod', note: 'Beledigend', reference: undefined, eraseAt: day(12) })
    expect(await eraseExpiredSignalData(database(), day(9))).toEqual({ contacts: 0, texts: 0 })
    expect(await eraseExpiredSignalData(database(), day(10))).toEqual({ contacts: 1, texts: 0 })
    expect(await eraseExpiredSignalData(database(), day(12))).toEqual({ contacts: 0, texts: 1 })
    expect(await findSignalContact(database(), 'S1')).toEqual({ contact: undefined, eraseAt: day(10), erasedAt: day(10) })
    expect(await findSignal(database(), 'S1')).toMatchObject({ text: undefined, erasedAt: day(12), status: 'refused' })
    expect(await listSignalsWithContact(database(), ['S1', 'S2'])).toEqual(new Set(['S2']))
    expect(await eraseSignalContact(database(), 'S2', day(13))).toBe(true)
    expect(await eraseSignalContact(database(), 'S2', day(14))).toBe(false)
  })

  test.skipIf(skip)('let a link in once, while it is good, and end sessions', async () => {
    const mod = await enableModerator(database(), { id: 'm1', name: 'Els' }, day(1))
    expect(await enableModerator(database(), { id: 'm2', name: 'Els' }, day(1))).toEqual(mod)
    await insertInvite(database(), { tokenHash: 'i1', moderatorId: mod.id, createdAt: day(1), expiresAt: day(2) })
    await insertInvite(database(), { tokenHash: 'i2', moderatorId: mod.id, createdAt: day(1), expiresAt: day(5) })
    const enter = (inviteHash: string, sessionHash: string) => exchangeInvite(database(), { inviteHash, sessionHash, now: day(3), expiresAt: day(4) })
    expect(await enter('i1', 's1')).toBeUndefined()
    expect(await enter('i3', 's1')).toBeUndefined()
    expect((await Promise.all([enter('i2', 's2'), enter('i2', 's3')])).filter(Boolean)).toEqual([mod])
    const hash = (await findSession(database(), 's2', day(3), day(2))) ? 's2' : 's3'
    expect(await findSession(database(), hash, day(3), day(2))).toEqual({ ...mod, seenAt: day(3), expiresAt: day(4) })
    expect(await findSession(database(), hash, day(4), day(2))).toBeUndefined()
    expect(await findSession(database(), hash, day(3), day(3))).toBeUndefined()
    await touchSession(database(), hash, `${day(3).slice(0, 11)}11:00:00.000Z`)
    expect(await findSession(database(), hash, day(3), day(3))).toBeDefined()
    await revokeSession(database(), hash, day(3))
    expect(await findSession(database(), hash, day(3), day(2))).toBeUndefined()
    await deleteOldSessions(database(), day(6))
    expect(await enter('i2', 's9')).toBeUndefined()
  })

  test.skipIf(skip)('shut a moderator out: sessions and links end', async () => {
    const mod = await enableModerator(database(), { id: 'm1', name: 'Els' }, day(1))
    await insertInvite(database(), { tokenHash: 'i1', moderatorId: mod.id, createdAt: day(1), expiresAt: day(9) })
    await insertInvite(database(), { tokenHash: 'i2', moderatorId: mod.id, createdAt: day(1), expiresAt: day(9) })
    await exchangeInvite(database(), { inviteHash: 'i1', sessionHash: 's1', now: day(2), expiresAt: day(9) })
    expect(await disableModerator(database(), 'Els', day(3))).toBe(true)
    expect(await disableModerator(database(), 'Niemand', day(3))).toBe(false)
    expect(await findSession(database(), 's1', day(3), day(1))).toBeUndefined()
    expect(await exchangeInvite(database(), { inviteHash: 'i2', sessionHash: 's2', now: day(3), expiresAt: day(9) })).toBeUndefined()
    expect(await listModerators(database())).toEqual([{ id: 'm1', name: 'Els', createdAt: day(1), disabledAt: day(3) }])
  })

  test.skipIf(skip)('log accesses, newest first, until their time is up', async () => {
    for (const number of [1, 2, 3]) await logAccess(database(), { at: day(number), who: 'Els', what: 'readSignal', subject: `S${number}` })
    expect((await listAccesses(database(), 2)).map(({ subject }) => subject)).toEqual(['S3', 'S2'])
    expect((await listAccesses(database(), 9, 'S1')).map(({ at }) => at)).toEqual([day(1)])
    expect(await deleteOldAccesses(database(), day(3))).toBe(2)
  })

  test.skipIf(skip)('give the events of more signals than a database takes in one question', async () => {
    await insertSignal(database(), makeSignal(1))
    const ids = Array.from({ length: 70_000 }, (_, index) => `S${index}`)
    expect([...(await listSignalEvents(database(), ids)).keys()]).toEqual(['S1'])
  })

  const scenario = (id: string, document: string, at = 1) => ({ id, secretHash: `hash of ${id}`, document, figuresVersion: 'v1', savedAt: day(at) })

  test.skipIf(skip)('keep scenarios as versions that never change, for whoever has the secret to add to', async () => {
    await insertScenario(database(), scenario('C1', '{"name":"één"}'))
    expect(await addScenarioVersion(database(), scenario('C1', '{"name":"twee"}', 2), 9)).toBe(2)
    expect(await addScenarioVersion(database(), { ...scenario('C1', '{}'), secretHash: 'another' }, 9)).toBe('unknown')
    expect(await addScenarioVersion(database(), scenario('C2', '{}'), 9)).toBe('unknown')
    expect(await addScenarioVersion(database(), scenario('C1', '{}'), 2)).toBe('full')
    expect(await findScenario(database(), 'C1')).toEqual({
      createdAt: day(1), erasedAt: undefined,
      versions: [{ number: 1, document: '{"name":"één"}', figuresVersion: 'v1', savedAt: day(1) }, { number: 2, document: '{"name":"twee"}', figuresVersion: 'v1', savedAt: day(2) }],
    })
    expect(await findScenario(database(), 'C2')).toBeUndefined()
  })

  test.skipIf(skip)('give versions of a scenario that are added at once a number each', async () => {
    await insertScenario(database(), scenario('C1', '{}'))
    const numbers = await Promise.all([1, 2, 3, 4].map((at) => addScenarioVersion(database(), scenario('C1', `{"name":"${at}"}`), 9)))
    expect(numbers.toSorted()).toEqual([2, 3, 4, 5])
  })

  test.skipIf(skip)('erase a scenario by its secret or by the operator, and leave a tombstone', async () => {
    for (const id of ['C1', 'C2']) await insertScenario(database(), scenario(id, '{"name":"weg"}'))
    expect(await eraseScenario(database(), 'C1', 'another', day(3))).toBe(false)
    expect(await eraseScenario(database(), 'C1', 'hash of C1', day(3))).toBe(true)
    expect(await eraseScenario(database(), 'C2', undefined, day(4))).toBe(true)
    expect(await eraseScenario(database(), 'C2', undefined, day(4))).toBe(false)
    expect(await findScenario(database(), 'C1')).toMatchObject({ erasedAt: day(3), versions: [{ number: 1, document: undefined }] })
    expect(await addScenarioVersion(database(), scenario('C1', '{}'), 9)).toBe('unknown')
  })

  test.skipIf(skip)('erase scenarios that nobody used, and keep those that were opened', async () => {
    for (const id of ['C1', 'C2']) await insertScenario(database(), scenario(id, '{}'))
    await markScenarioUsed(database(), 'C2', '2026-01-09')
    await markScenarioUsed(database(), 'C2', '2026-01-05')
    expect(await eraseUnusedScenarios(database(), '2026-01-01', day(9))).toBe(0)
    expect(await eraseUnusedScenarios(database(), '2026-01-09', day(9))).toBe(1)
    expect((await findScenario(database(), 'C1'))?.versions[0]?.document).toBeUndefined()
    expect((await findScenario(database(), 'C2'))?.versions[0]?.document).toBe('{}')
    expect(await eraseUnusedScenarios(database(), '2026-01-09', day(9))).toBe(0)
  })

  test.skipIf(skip)('are there when they are opened again, and all is well with them', async () => {
    await insertSignal(database(), makeSignal(1))
    const again = await started.open()
    expect(await findSignal(again.database, 'S1')).toBeDefined()
    expect(await again.listFaults()).toEqual([])
    await again.close()
  })
})
