import { join } from 'node:path'
import { existsSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openRecords } from '#records/open-records.ts'
import { signIn } from '#steps/see/signals/sign-in.ts'
import { leaveSignal } from '#steps/see/signals/leave-signal.ts'
import { makeTestStatistics } from '../support/test-statistics.ts'
import { createTopdorp, makeFolder } from './run-topdorp.ts'

const { folder, remove } = makeFolder()
const home = join(folder, 'home')
const topdorp = createTopdorp(home)
const settings = { home, database: undefined }
let id: string

beforeAll(async () => {
  const records = await openRecords(settings)
  const form = { placeId: 'GN101', basic: 'work', text: 'De fabriek gaat dicht.', contact: 'els@example.org' } as const
  id = (await leaveSignal(records.database, makeTestStatistics(), form, new Date())).id
  await records.close()
})
afterAll(remove)

test('a signal is listed, looked at, refused an answer too early, published, taken up and answered', () => {
  expect(topdorp(['signals', 'list'])).toMatchObject({
    out: expect.stringMatching(new RegExp(`^${id}  .*  ontvangen  Werk  `)) as string,
    err: expect.stringContaining('(ontvangen, bekeken)') as string,
  })
  expect(topdorp(['signals', 'list', '--lang', 'en']).out).toContain('  received  Work  ')
  expect(topdorp(['signals', 'show', id]).out).toContain('De fabriek gaat dicht.')
  expect(topdorp(['signals', 'answer', id, 'Er komt werk.'])).toMatchObject({ code: 1, err: expect.stringContaining(`topdorp signals publish ${id}`) as string })
  expect(topdorp(['signals', 'publish', id]).code).toBe(0)
  expect(topdorp(['signals', 'take-up', id, 'Regiotafel', '--reference', 'https://regio.example']).code).toBe(0)
  const answered = JSON.parse(topdorp(['signals', 'answer', id, 'Er komt werk.', '--json']).out) as { status: string; events: { status: string }[] }
  expect(answered.status).toBe('answered')
  expect(answered.events.map(({ status }) => status)).toEqual(['received', 'lookedAt', 'published', 'takenUp', 'answered'])
})

test.each([
  [['signals', 'delete', 'S1'], 2, 'Kies: list'],
  [['signals', 'show', 'SXXXXXXXXXX'], 1, 'geen signaal SXXXXXXXXXX'],
  [['signals', 'publish', 'S1', 'een tekst'], 2, 'klopt niet'],
  [['signals', 'list', '--status', 'weg'], 2, 'received'],
  [['moderators', 'remove', 'Niemand'], 1, 'geen moderator "Niemand"'],
])('%j is refused with a way out', (words, code, text) => {
  expect(topdorp(words)).toMatchObject({ code, err: expect.stringContaining(text) as string })
})

test('contact details are shown, and the log says who saw them, at the command line', () => {
  expect(topdorp(['signals', 'contact', id]).out).toBe('els@example.org\n')
  const { accesses } = JSON.parse(topdorp(['records', 'access-log', '--about', id, '--json']).out) as { accesses: { who: string; what: string }[] }
  expect(accesses.find(({ what }) => what === 'readContact')).toMatchObject({ who: expect.stringMatching(/^command line: ./) as string })
  expect(accesses.map(({ what }) => what)).toContain('published')
})

test('a moderator gets a link that lets him in, and no longer after he was removed', async () => {
  const address = { TOPDORP_ADDRESS: 'https://dorp.example.nl/' }
  const invite = () => topdorp(['moderators', 'invite', 'Els'], address)
  const [first, second] = [invite(), invite()]
  expect(first.out).toMatch(/^https:\/\/dorp\.example\.nl\/beheer\/aanmelden#[\w-]{43}\n$/)
  expect(first.err).toMatch(/één keer, tot \d+ \S+ \d{4}/)
  expect(first.err).not.toContain('TOPDORP_ADDRESS')
  expect(topdorp(['moderators', 'invite', 'Els'], { TOPDORP_ADDRESS: '' }).err).toContain('TOPDORP_ADDRESS')
  const records = await openRecords(settings)
  const enter = (link: string) => signIn(records.database, link.trim().split('#')[1] ?? '', undefined, new Date())
  expect((await enter(first.out)).name).toBe('Els')
  expect(topdorp(['moderators', 'remove', 'Els']).code).toBe(0)
  await expect(enter(second.out)).rejects.toMatchObject({ problem: 'linkUsedUp' })
  expect(topdorp(['moderators', 'list']).out).toMatch(/Els .*✗/)
  await records.close()
})

test('a backup is made once under a name, and the doctor sees whether the records are whole', () => {
  const copy = join(folder, 'copy.sqlite')
  expect(topdorp(['records', 'backup', copy])).toMatchObject({ code: 0, err: expect.stringContaining('persoonsgegevens') as string })
  expect(existsSync(copy)).toBe(true)
  expect(topdorp(['records', 'backup', copy])).toMatchObject({ code: 1, err: expect.stringContaining('bestaat al') as string })
  expect(topdorp(['doctor']).out).toContain('✓ Registratie: heel')
  writeFileSync(join(home, 'records/records.sqlite'), 'no database at all, but something else that is long enough to be read')
  const sick = topdorp(['doctor'])
  expect(sick.out).toContain('✗ Het bestand')
  expect(sick.out).toContain('zet een reservekopie terug')
})

test.each([
  [{ TOPDORP_DATABASE: 'mysql://x' }, 'postgres://'],
  [{ TOPDORP_ADDRESS: 'dorp' }, 'TOPDORP_ADDRESS'],
  [{ TOPDORP_TRUST_PROXY: 'ja' }, 'TOPDORP_TRUST_PROXY'],
])('%o is refused by name', (environment, text) => {
  expect(topdorp(['moderators', 'list'], environment as unknown as Record<string, string>)).toMatchObject({ code: 2, err: expect.stringContaining(text) as string })
})
