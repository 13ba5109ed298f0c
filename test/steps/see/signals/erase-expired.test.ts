import { listAccesses, logAccess } from '#records/access-log.ts'
import { findSignal, findSignalContact } from '#records/signals.ts'
import { eraseExpired } from '#steps/see/signals/erase-expired.ts'
import { leaveSignal } from '#steps/see/signals/leave-signal.ts'
import { decide } from '#steps/see/signals/moderate.ts'
import { expect, test } from 'vitest'
import { openTemporaryRecords } from '../../../support/temporary-records.ts'
import { makeTestStatistics } from '../../../support/test-statistics.ts'

const day = (number: number) => new Date(Date.UTC(2026, 0, 1 + number))
const FORM = { placeId: 'GN101', basic: 'school', text: 'De school gaat sluiten.', contact: 'els@example.org' } as const

test('contact details go after a year, or thirty days after the answer; refused texts after ninety days', async () => {
  const records = await openTemporaryRecords()
  const { database } = records
  const leave = () => leaveSignal(database, makeTestStatistics(), FORM, day(0))
  const [open, answered, refused] = [await leave(), await leave(), await leave()]
  const act = { who: 'Els', now: day(10) }
  await decide(records, answered.id, { kind: 'publish' }, act)
  await decide(records, answered.id, { kind: 'answer', note: 'Gedaan' }, act)
  await decide(records, refused.id, { kind: 'refuse', note: 'Reclame' }, act)
  expect(await eraseExpired(records, day(39))).toEqual({ contacts: 0, texts: 0, accesses: 0, scenarios: 0 })
  expect(await eraseExpired(records, day(40))).toEqual({ contacts: 2, texts: 0, accesses: 0, scenarios: 0 })
  expect((await findSignalContact(database, open.id))?.contact).toBe('els@example.org')
  expect(await eraseExpired(records, day(99))).toMatchObject({ texts: 0 })
  expect(await eraseExpired(records, day(100))).toMatchObject({ texts: 1 })
  expect((await findSignal(database, refused.id))?.text).toBeUndefined()
  expect((await findSignal(database, answered.id))?.text).toBe(FORM.text)
  expect(await eraseExpired(records, day(365))).toMatchObject({ contacts: 1 })
  await expect(decide(records, refused.id, { kind: 'publish' }, act)).rejects.toMatchObject({ problem: 'stepNotPossible' })
  await records.close()
})

test('lines of the access log go after two years', async () => {
  const records = await openTemporaryRecords()
  for (const at of [day(0), day(1)]) await logAccess(records.database, { at: at.toISOString(), who: 'Els', what: 'readSignal', subject: 'S1' })
  expect(await eraseExpired(records, day(730))).toMatchObject({ accesses: 0, scenarios: 0 })
  expect(await eraseExpired(records, new Date(day(730).getTime() + 1))).toMatchObject({ accesses: 1 })
  expect(await listAccesses(records.database, 9)).toHaveLength(1)
  await records.close()
})
