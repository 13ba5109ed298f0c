import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { listAccesses } from '#records/access-log.ts'
import { findSignal } from '#records/signals.ts'
import { inviteModerator, shutOutModerator } from '#steps/see/signals/sign-in.ts'
import { leaveSignal } from '#steps/see/signals/leave-signal.ts'
import { makeTestStatistics } from '../support/test-statistics.ts'
import { OWN_PAGES, signInModerator, startTestServer, type TestServer } from './support.ts'

let server: TestServer
let cookie: string
let id: string
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.app.close())
beforeEach(async () => {
  cookie = await signInModerator(server)
  const receipt = await leaveSignal(server.records.database, makeTestStatistics(), { placeId: 'GN101', basic: 'health', text: 'Mevrouw De Vries heeft geen huisarts.', contact: 'buurvrouw@example.org' }, new Date())
  id = receipt.id
})

const act = () => ({ who: 'test', now: new Date() })
const ask = (url: string, headers: Record<string, string> = { cookie }) => server.app.inject({ url, headers })
const order = (method: 'POST' | 'DELETE', url: string, payload?: object, headers: Record<string, string> = { cookie }) =>
  server.app.inject({ method, url, headers, ...(payload && { payload }) })
const decide = (decision: object, headers?: Record<string, string>) => order('POST', `/v1/moderation/signals/${id}/decisions`, decision, headers)

describe('coming in', () => {
  test('works once for a link, and gives a cookie that scripts and other sites do not get', async () => {
    const { token } = await inviteModerator(server.records.database, 'Jan', act())
    const first = await order('POST', '/v1/sessions', { token }, {})
    expect([first.statusCode, first.json().name]).toEqual([201, 'Jan'])
    expect(first.headers['set-cookie']).toMatch(/^topdorp-session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)
    const again = await order('POST', '/v1/sessions', { token }, {})
    expect([again.statusCode, again.json().code, again.headers['set-cookie']]).toEqual([401, 'linkUsedUp', undefined])
  })
  test('over https sets a cookie that goes nowhere else', async () => {
    const { token } = await inviteModerator(server.records.database, 'Jan', act())
    const answer = await order('POST', '/v1/sessions', { token }, { origin: 'https://dorp.example', host: 'dorp.example' })
    expect(answer.headers['set-cookie']).toMatch(/^__Host-topdorp-session=.*; Path=\/; HttpOnly; SameSite=Strict; Secure$/)
  })
  test('gives a new session whatever cookie the browser had, and ends the former one', async () => {
    const planted = { cookie: 'topdorp-session=planted-by-an-attacker' }
    const { token } = await inviteModerator(server.records.database, 'Jan', act())
    const answer = await order('POST', '/v1/sessions', { token }, planted)
    expect(answer.headers['set-cookie']).not.toContain('planted')
    expect((await ask('/v1/sessions/current', planted)).statusCode).toBe(401)
    const next = await inviteModerator(server.records.database, 'Jan', act())
    const own = String(answer.headers['set-cookie']).split(';')[0] ?? ''
    await order('POST', '/v1/sessions', { token: next.token }, { cookie: own })
    expect((await ask('/v1/sessions/current', { cookie: own })).statusCode).toBe(401)
  })
  test('keeps neither link nor session in the database', async () => {
    const { token } = await inviteModerator(server.records.database, 'Jan', act())
    const { database } = server.records
    const rows = JSON.stringify([await database.selectFrom('moderatorInvite').selectAll().execute(), await database.selectFrom('moderatorSession').selectAll().execute()])
    expect(rows).not.toContain(token)
    expect(rows).not.toContain(cookie.split('=')[1])
  })
  test('is over after signing out, after being shut out, and after some hours', async () => {
    const shutOut = await signInModerator(server, 'Kees')
    expect((await ask('/v1/sessions/current', { cookie: shutOut })).json().name).toBe('Kees')
    await shutOutModerator(server.records.database, 'Kees', act())
    expect((await ask('/v1/sessions/current', { cookie: shutOut })).statusCode).toBe(401)
    const out = await order('DELETE', '/v1/sessions/current')
    expect([out.statusCode, out.headers['set-cookie']]).toEqual([204, 'topdorp-session=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict'])
    expect((await ask('/v1/sessions/current')).statusCode).toBe(401)
    const idle = await signInModerator(server, 'Piet')
    await server.records.database.updateTable('moderatorSession').set({ seenAt: new Date(Date.now() - 2.1 * 3600e3).toISOString() }).execute()
    expect((await ask('/v1/sessions/current', { cookie: idle })).statusCode).toBe(401)
    const old = await signInModerator(server, 'Piet')
    await server.records.database.updateTable('moderatorSession').set({ expiresAt: new Date(Date.now() - 1).toISOString() }).execute()
    expect((await ask('/v1/sessions/current', { cookie: old })).statusCode).toBe(401)
  })
  test('too late with a link does not work', async () => {
    const { token } = await inviteModerator(server.records.database, 'Jan', { who: 'test', now: new Date(Date.now() - 24 * 3600e3) })
    expect((await order('POST', '/v1/sessions', { token }, {})).statusCode).toBe(401)
  })
})

describe('without a session', () => {
  const guarded = OWN_PAGES.filter((name) => name.includes('moderation') || name.endsWith('sessions/current'))
  test('there are guarded addresses', () => expect(guarded.length).toBe(6))
  test.each(guarded)('%s gives nothing', async (name) => {
    const [method, path] = name.startsWith('/') ? (['GET', name] as const) : (name.split(' ') as ['POST' | 'DELETE', string])
    for (const headers of [{}, { cookie: 'topdorp-session=x' }, { cookie: `topdorp-session=${'a'.repeat(5000)}` }] as Record<string, string>[]) {
      const answer = await server.app.inject({ method, url: path.replace('{id}', id), headers, ...(method === 'POST' && { payload: { kind: 'publish' } }) })
      expect([answer.statusCode, answer.json().code, answer.headers['cache-control']]).toEqual([401, 'signInFirst', 'no-store'])
      expect(answer.payload).not.toContain('De Vries')
    }
    expect(await findSignal(server.records.database, id)).toMatchObject({ status: 'received' })
  })
})

describe('a page of another site', () => {
  test.each<Record<string, string>>([{ origin: 'https://kwaad.example' }, { 'sec-fetch-site': 'cross-site' }, { origin: 'null' }])('decides nothing, even with the cookie: %o', async (headers) => {
    const answer = await decide({ kind: 'publish' }, { cookie, ...headers })
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'otherSite'])
    expect((await order('DELETE', '/v1/sessions/current', undefined, { cookie, ...headers })).statusCode).toBe(403)
    expect(await findSignal(server.records.database, id)).toMatchObject({ status: 'received' })
  })
  test('reads nothing', async () => {
    const answer = await ask(`/v1/moderation/signals/${id}`, { cookie, origin: 'https://kwaad.example' })
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
    expect(answer.headers['access-control-allow-credentials']).toBeUndefined()
  })
})

describe('a moderator', () => {
  test('sees what waits without its text, then one with its text, and that is logged before it is given', async () => {
    const list = await ask('/v1/moderation/signals')
    expect(list.json().signals).toContainEqual(expect.objectContaining({ id, status: 'received', hasContact: true, place: { id: 'GN101', name: 'Krimpsterterp' } }))
    expect(list.payload).not.toContain('De Vries')
    const one = (await ask(`/v1/moderation/signals/${id}`)).json()
    expect(one).toMatchObject({ text: 'Mevrouw De Vries heeft geen huisarts.', status: 'lookedAt' })
    expect(JSON.stringify(one)).not.toContain('buurvrouw')
    expect((await ask(`/v1/moderation/signals/${id}/contact`)).json().contact).toBe('buurvrouw@example.org')
    const log = await listAccesses(server.records.database, 50, id)
    expect(log.map(({ who, what }) => [who, what])).toEqual(expect.arrayContaining([['Els', 'readSignal'], ['Els', 'readContact']]))
    expect((await listAccesses(server.records.database, 50)).some(({ what }) => what === 'listedSignals')).toBe(true)
  })
  test('redacts a name, publishes, says where it was taken up, and answers', async () => {
    expect((await decide({ kind: 'redact', text: 'Een bewoner heeft geen huisarts.' })).statusCode).toBe(200)
    expect((await decide({ kind: 'answer', note: 'Te vroeg' })).json().code).toBe('stepNotPossible')
    await decide({ kind: 'publish' })
    await decide({ kind: 'takeUp', note: 'Overleg met huisartsen' })
    const answer = await decide({ kind: 'answer', note: 'De praktijk neemt weer mensen aan.' })
    expect(answer.json()).toMatchObject({ status: 'answered', isPublished: true, isRedacted: true })
    const published = await server.app.inject(`/v1/signals/${id}`)
    expect(published.json()).toMatchObject({ text: 'Een bewoner heeft geen huisarts.', isRedacted: true })
    expect(published.payload).not.toContain('Vries')
    expect((await findSignal(server.records.database, id))?.text).not.toContain('Vries')
  })
  test('refuses with a reason, after which it is nowhere to be seen', async () => {
    await decide({ kind: 'publish' })
    expect((await decide({ kind: 'refuse', note: 'Het gaat over één persoon.' })).json()).toMatchObject({ status: 'refused', isPublished: false })
    expect((await server.app.inject(`/v1/signals/${id}`)).statusCode).toBe(404)
  })
  test.each([
    [{ kind: 'answer' }, 'note'],
    [{ kind: 'refuse', note: '' }, 'note'],
    [{ kind: 'publish', note: 'x' }, 'note'],
    [{ kind: 'delete' }, 'kind'],
    [{ kind: 'redact', text: '' }, 'text'],
  ])('is told what is wrong with %o', async (decision, field) => {
    const answer = await decide(decision)
    expect([answer.statusCode, answer.json().fields?.map((one: { field: string }) => one.field)]).toEqual([400, [field]])
  })
  test('is told when there is no such signal', async () => {
    expect((await ask('/v1/moderation/signals/SXXXXXXXXXX')).json().code).toBe('unknownSignal')
    expect((await ask(`/v1/moderation/signals/${server.left.id}/contact`)).json().code).toBe('noContact')
  })
})
