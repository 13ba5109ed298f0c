import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { problemSchema } from '#domain/answers/shared.ts'
import { SIGNAL_LIMITS } from '#domain/signal.ts'
import { signals as nl } from '#web/messages/nl/signals.ts'
import { decide } from '#steps/see/signals/moderate.ts'
import { listAccesses } from '#records/access-log.ts'
import { findSignal, findSignalContact } from '#records/signals.ts'
import { startTestServer, type TestServer } from './support.ts'

const FREE = { perHour: 1e6, perDay: 1e6, allPerHour: 1e6, exempt: [] }
let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ senderLimits: FREE })
})
afterAll(() => server.app.close())

const FORM = { placeId: 'GN101', basic: 'school', text: 'De school sluit en de bus rijdt niet meer.' }
const post = (form: unknown, headers: Record<string, string> = {}, remoteAddress = '203.0.113.7') =>
  server.app.inject({ method: 'POST', url: '/v1/signals', headers: { 'content-type': 'application/json', ...headers }, payload: JSON.stringify(form), remoteAddress })
const get = (url: string) => server.app.inject(url)
const publish = (id: string) => decide(server.records, id, { kind: 'publish' }, { who: 'Els', now: new Date() })

describe('leaving a signal', () => {
  test('gives a receipt with which it can be followed, and is kept', async () => {
    const answer = await post({ ...FORM, whereExactly: 'bij de brug', contact: 'els@example.org' })
    expect(answer.statusCode).toBe(201)
    const { id, code } = answer.json()
    expect(id).toMatch(/^S[2-9A-Z]{10}$/)
    expect(answer.headers).toMatchObject({ location: `/v1/receipts/${code}`, 'cache-control': 'no-store' })
    expect(answer.headers['set-cookie']).toBeUndefined()
    const typed = `${code.slice(0, 4)}-${code.slice(4).toLowerCase()} `
    const receipt = (await get(`/v1/receipts/${encodeURIComponent(typed)}`)).json()
    expect(receipt).toMatchObject({ id, status: 'received', isPublished: false, text: FORM.text, place: { id: 'GN101' }, hasContact: true, events: [{ status: 'received' }] })
    expect(await findSignal(server.records.database, id)).toMatchObject({ areaCode: 'BU90010000', municipalityCode: 'GM9001', whereExactly: 'bij de brug' })
  })
  test('is seen by nobody until a moderator publishes it; then without contact details', async () => {
    const { id } = (await post({ ...FORM, text: 'Het zwembad gaat dicht.', contact: '06-12345678' })).json()
    const everywhere = async () => (await Promise.all(['/v1/signals?limit=1000', '/v1/places/GN101/signals', '/v1/places/GM9001/signals', '/v1/signals?format=csv', `/v1/signals/${id}`].map(get))).map(({ payload }) => payload)
    for (const payload of await everywhere()) expect(payload).not.toContain('zwembad')
    expect((await get(`/v1/signals/${id}`)).statusCode).toBe(404)
    await publish(id)
    for (const payload of await everywhere()) {
      expect(payload).toContain('Het zwembad gaat dicht.')
      expect(payload).not.toContain('06-12345678')
    }
    await decide(server.records, id, { kind: 'refuse', note: 'Toch niet' }, { who: 'Els', now: new Date() })
    for (const payload of await everywhere()) expect(payload).not.toContain('zwembad')
  })
  test('twice with the same key gives the same receipt and one signal; with another text another', async () => {
    const form = { ...FORM, text: 'De winkel is weg.', key: 'a0e6a2b0-7a35-4f10-8c6b-0d5b7f1d2c33' }
    const [first, second] = [(await post(form)).json(), (await post(form)).json()]
    expect(second).toEqual(first)
    const other = (await post({ ...form, text: 'De winkel is weg, en de pinautomaat.' })).json()
    expect(other.id).not.toBe(first.id)
  })
  test('keeps the text as it was typed, whatever is in it, and gives it as data', async () => {
    const text = `<script>alert("1")</script> <img src=x onerror=alert(1)> ' OR 1=1; -- \u0041\u0301 emoji 🏡\nregel 2`
    const { id } = (await post({ ...FORM, text })).json()
    await publish(id)
    const answer = await get(`/v1/signals/${id}`)
    expect(answer.headers).toMatchObject({ 'content-type': 'application/json', 'x-content-type-options': 'nosniff' })
    expect(answer.json().text).toBe(text.normalize('NFC'))
    const csv = (await get('/v1/signals?format=csv&limit=1000')).payload
    expect(csv).toContain('<script>alert')
  })
  test('gives no formula to a spreadsheet', async () => {
    const { id } = (await post({ ...FORM, text: '=HYPERLINK("http://kwaad.example";"klik")' })).json()
    await publish(id)
    expect((await get('/v1/signals?format=csv&limit=1000')).payload).toContain(`'=HYPERLINK`)
  })
})

describe('a form that is not right', () => {
  test.each([
    ['an unknown field', { ...FORM, email: 'x' }, 'email'],
    ['too short a text', { ...FORM, text: ' kort   ' }, 'text'],
    ['too long a text', { ...FORM, text: 'x'.repeat(SIGNAL_LIMITS.text + 1) }, 'text'],
    ['too long a contact', { ...FORM, contact: 'x'.repeat(SIGNAL_LIMITS.contact + 1) }, 'contact'],
    ['a subject that does not exist', { ...FORM, basic: 'geluk' }, 'basic'],
    ['population, which is no basic', { ...FORM, basic: 'population' }, 'basic'],
    ['a text of another type', { ...FORM, text: ['a'] }, 'text'],
    ['a text with a NUL', { ...FORM, text: 'De school\u0000 sluit nu.' }, 'text'],
    ['a text that turns writing around', { ...FORM, text: 'De school \u202E sluit nu.' }, 'text'],
    ['a key that can be guessed', { ...FORM, key: '1' }, 'key'],
    ['no place', { basic: 'school', text: FORM.text }, 'placeId'],
  ])('with %s is refused by name, and nothing is kept', async (_what, form, field) => {
    const answer = await post(form)
    const problem = problemSchema.parse(answer.json())
    expect([answer.statusCode, problem.code, problem.fields?.map((one) => one.field)]).toEqual([400, 'bodyInvalid', [field]])
  })
  test('about a place that is not there, or is too large, says so', async () => {
    expect((await post({ ...FORM, placeId: 'GN999' })).json().code).toBe('unknownPlace')
    expect((await post({ ...FORM, placeId: 'GM0001' })).json().code).toBe('unknownArea')
    const gone = await post({ ...FORM, placeId: 'GM9003' })
    expect([gone.statusCode, gone.json().code]).toEqual([400, 'areaIsNoMore'])
    expect(gone.json().detail).toContain('Oostermoer (GM9001)')
    const large = await post({ ...FORM, placeId: 'PV20' })
    expect([large.statusCode, large.json().code]).toEqual([400, 'placeTooLarge'])
    expect(large.json().detail).toContain('Groningen')
  })
  test('filled in by a program is refused with a way out', async () => {
    for (const extra of [{ website: 'http://spam.example' }, { secondsSpent: 0.4 }]) expect((await post({ ...FORM, ...extra })).json().code).toBe('looksAutomatic')
    expect((await post({ ...FORM, website: '', secondsSpent: 40 })).statusCode).toBe(201)
  })
  test('larger than any form can be is not even read', async () => {
    expect((await post({ ...FORM, text: 'x'.repeat(30_000) })).json().code).toBe('bodyTooLarge')
  })
  test.each<Record<string, string>>([{ origin: 'https://kwaad.example' }, { 'sec-fetch-site': 'cross-site' }])('sent by a page of another site is refused: %o', async (headers) => {
    const answer = await post(FORM, headers)
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'otherSite'])
  })
  test('sent as a form or a text is refused', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x']) expect((await post(FORM, { 'content-type': type })).statusCode).toBe(415)
  })
})

describe('how often', () => {
  test('one address may send is limited, another may go on, and the address is kept nowhere', async () => {
    const limited = await startTestServer({ senderLimits: { perHour: 2, perDay: 10, allPerHour: 4, exempt: [] } })
    const send = (remoteAddress: string) => limited.app.inject({ method: 'POST', url: '/v1/signals', payload: FORM, remoteAddress })
    expect([(await send('203.0.113.1')).statusCode, (await send('203.0.113.1')).statusCode]).toEqual([201, 201])
    const refused = await send('203.0.113.1')
    expect([refused.statusCode, refused.json().code]).toEqual([429, 'tooManySignals'])
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect(refused.json().detail).toMatch(/minuten weer/)
    expect((await send('203.0.113.2')).statusCode).toBe(201)
    const rows = JSON.stringify(await limited.records.database.selectFrom('signal').selectAll().execute()) + JSON.stringify(await limited.records.database.selectFrom('accessLog').selectAll().execute())
    expect(rows).not.toContain('203.0.113')
    await limited.app.close()
  })
})

describe('a receipt', () => {
  test('that nobody has is unknown, whatever it looks like', async () => {
    for (const code of ['ABCD-EFGH-JKMN-PQRS', 'x', '%00', '1234567890123456', "' OR '1'='1"]) {
      const answer = await get(`/v1/receipts/${encodeURIComponent(code)}`)
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'unknownReceipt'])
    }
  })
  test('is not the identifier, and the database does not hold it', async () => {
    const { id, code } = (await post(FORM)).json()
    expect((await get(`/v1/receipts/${id}`)).statusCode).toBe(404)
    expect((await get(`/v1/signals/${code}`)).statusCode).toBe(404)
    expect(JSON.stringify(await server.records.database.selectFrom('signal').selectAll().execute())).not.toContain(code)
  })
  test('is for its holder: not kept by browsers or proxies, and not read by other pages', async () => {
    const { code } = (await post(FORM)).json()
    const answer = await get(`/v1/receipts/${code}`)
    expect([answer.headers['cache-control'], answer.headers['etag'], answer.headers['access-control-allow-origin']]).toEqual(['no-store', undefined, undefined])
  })
  test('shows every step with its words, and why something was not published', async () => {
    const { id, code } = (await post(FORM)).json()
    await decide(server.records, id, { kind: 'refuse', note: 'Er staat een naam in.' }, { who: 'Els', now: new Date() })
    expect((await get(`/v1/receipts/${code}`)).json().events.at(-1)).toMatchObject({ status: 'refused', note: 'Er staat een naam in.' })
  })
  test('lets its holder take the contact details back', async () => {
    const { id, code } = (await post({ ...FORM, contact: 'els@example.org' })).json()
    const url = `/v1/receipts/${code}/contact`
    expect((await server.app.inject({ method: 'DELETE', url, headers: { origin: 'https://kwaad.example' } })).statusCode).toBe(403)
    expect((await server.app.inject({ method: 'DELETE', url })).statusCode).toBe(204)
    expect((await findSignalContact(server.records.database, id))?.contact).toBeUndefined()
    expect((await listAccesses(server.records.database, 9, id)).map(({ who, what }) => [who, what])).toEqual([['sender', 'erasedContact']])
    const receipt = (await get(`/v1/receipts/${code}`)).json()
    expect(receipt.hasContact).toBe(false)
    expect(receipt.contactErasedAt).toMatch(/^20/)
  })
})

describe('published signals', () => {
  test('say what became of them', async () => {
    const { id } = (await post({ ...FORM, text: 'De bus rijdt niet meer door het dorp.' })).json()
    const act = { who: 'Els', now: new Date() }
    await publish(id)
    await decide(server.records, id, { kind: 'takeUp', note: 'Dorpsgesprek Krimpsterterp', reference: 'https://dorp.example/gesprek' }, act)
    await decide(server.records, id, { kind: 'answer', note: 'Vanaf mei rijdt een buurtbus.' }, act)
    const signal = (await get(`/v1/signals/${id}`)).json()
    expect(signal.status).toBe('answered')
    expect(signal.events.map(({ status, note, reference }: Record<string, string>) => [status, note, reference])).toEqual([
      ['received', undefined, undefined],
      ['published', undefined, undefined],
      ['takenUp', 'Dorpsgesprek Krimpsterterp', 'https://dorp.example/gesprek'],
      ['answered', 'Vanaf mei rijdt een buurtbus.', undefined],
    ])
    const csv = (await get('/v1/places/GN101/signals?format=csv-rfc4180')).payload
    expect(csv).toContain('Dorpsgesprek Krimpsterterp,https://dorp.example/gesprek,Vanaf mei rijdt een buurtbus.')
  })
  test('are counted by subject, and can be had page by page', async () => {
    const all = (await get('/v1/places/GM9001/signals')).json()
    expect(all.byBasic.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(all.total)
    const file = (await get('/v1/places/GM9001/signals?limit=1&format=csv-rfc4180')).payload
    expect(file.match(/\bS[2-9A-Z]{10},/g)).toHaveLength(all.total)
    const [first, second] = await Promise.all([0, 1].map(async (offset) => (await get(`/v1/places/GM9001/signals?limit=1&offset=${offset}`)).json()))
    expect([first.total, first.signals[0].id, second.signals[0].id]).toEqual([all.total, all.signals[0].id, all.signals[1].id])
  })
})

describe('the number of signals of each place', () => {
  const count = async (level: string) => (await get(`/v1/signal-counts?level=${level}`)).json()
  test.each(['village', 'country', 'province', 'municipality', 'district', 'neighbourhood'])('by %s is what its own page counts, in all and by subject', async (level) => {
    const { places, total, ofOtherLevels, nowhere } = await count(level)
    expect(places.length).toBeGreaterThan(0)
    expect(places.reduce((sum: number, one: { total: number }) => sum + one.total, 0) + ofOtherLevels + nowhere).toBe(total)
    expect(total).toBe((await get('/v1/signals')).json().total)
    for (const place of places) {
      const page = (await get(`/v1/places/${place.id}/signals?limit=1000`)).json()
      expect([place.id, place.total, place.byBasic, place.lastReceivedAt]).toEqual([place.id, page.total, page.byBasic, page.signals[0].receivedAt])
      for (const { status, count: some } of place.byStatus) expect(page.signals.filter((one: { status: string }) => one.status === status)).toHaveLength(some)
    }
  })
  test('changes only when one is published, and says in which municipality a village lies', async () => {
    const find = async () => (await count('village')).places.find(({ id }: { id: string }) => id === 'GN101')
    const before = (await find()).total
    const { id } = (await post({ ...FORM, text: 'Er is geen huisarts meer.', basic: 'health' })).json()
    expect((await find()).total).toBe(before)
    await publish(id)
    expect(await find()).toMatchObject({ total: before + 1, name: 'Krimpsterterp', municipality: { id: 'GM9001', name: 'Oostermoer' } })
    expect((await find()).byBasic).toContainEqual({ basic: 'health', count: 1 })
    await decide(server.records, id, { kind: 'refuse', note: 'Toch niet' }, { who: 'Els', now: new Date() })
    expect((await find()).total).toBe(before)
  })
  test('names what is about a larger area, and is a table too', async () => {
    const { id } = (await post({ ...FORM, placeId: 'GM9001', text: 'De hele gemeente vergrijst.' })).json()
    const before = await count('neighbourhood')
    await publish(id)
    expect((await count('neighbourhood')).ofOtherLevels).toBe(before.ofOtherLevels + 1)
    const csv = (await get('/v1/signal-counts?level=municipality&format=csv-rfc4180')).payload
    const [municipality] = (await count('municipality')).places
    expect(csv.split('\n')[0]).toContain('placeId,place,municipality,total,published,takenUp,answered,school')
    expect(csv).toContain(`GM9001,Oostermoer,,${municipality.total},`)
    expect((await get('/v1/signal-counts?level=dorp')).statusCode).toBe(400)
  })
})

describe('what is said about privacy', () => {
  test('names who is responsible and how long data are kept; the page says the same periods', async () => {
    const named = await startTestServer({ operator: 'Dorpsbelang Krimpsterterp, info@dorp.example' })
    const { operator, retentionDays } = (await named.app.inject('/v1/privacy')).json()
    await named.app.close()
    expect(operator).toBe('Dorpsbelang Krimpsterterp, info@dorp.example')
    const page = JSON.stringify(nl.privacyPage) + nl.form.contactHint
    for (const days of [retentionDays.contactAfterEnd, retentionDays.refusedText]) expect(page).toContain(`${days} dagen`)
    expect(retentionDays.contact).toBe(365)
    expect((await get('/v1/privacy')).json().operator).toBeUndefined()
  })
})
