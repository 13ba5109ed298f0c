import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Problem } from '#domain/answers/shared.ts'
import { startTestServer, type TestServer } from './support.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.app.close())

const patch = { figure: 'internalOutRates', years: { from: 2024, to: 2030 }, change: { multiplyBy: 2 } }
async function ask(document: object, language: string, place = 'GM9001'): Promise<{ status: number; problem: Problem }> {
  const response = await server.app.inject({ method: 'POST', url: `/v1/projection-runs/${place}?years=5`, headers: { 'accept-language': language }, payload: document })
  return { status: response.statusCode, problem: response.json<Problem>() }
}

describe('a scenario that cannot be followed', () => {
  test.each<readonly [string, object, string, RegExp, RegExp]>([
    ['a year before the base', { patches: [{ ...patch, years: { from: 2012, to: 2030 } }] }, 'patches.0.years.from', /Kies 2024 of later/, /Choose 2024 or later/],
    ['a rate above 1', { patches: [{ ...patch, change: { setTo: 1.2 } }] }, 'patches.0', /wordt 1,2 voor vrouwen/, /becomes 1.2 for women/],
    ['an area that is not there', { patches: [{ ...patch, areas: ['GM0003'] }] }, 'patches.0.areas', /geen bewoond gebied met code GM0003/, /no inhabited area with code GM0003/],
    ['an unknown key', { patches: [{ ...patch, jaar: 3 }] }, 'patches.0', /^Wijziging 1: heeft iets dat we niet kennen: "jaar"/, /^Patch 1: has something we do not know: "jaar"/],
  ])('%s: 400, with the field, in Dutch and in English', async (_, document, field, dutch, english) => {
    for (const [language, words] of [['nl', dutch], ['en', english]] as const) {
      const { status, problem } = await ask({ name: 'x', ...document }, language)
      expect(status).toBe(400)
      expect(problem.fields).toHaveLength(1)
      expect(problem.fields![0]!.field).toContain(field)
      expect(`${problem.fields![0]!.message} ${problem.detail}`).toMatch(words)
    }
  })

})

describe('an area without base population', () => {
  test('has no projection, with a scenario or without: 404, named, with what it means', async () => {
    for (const [language, words] of [['nl', /\(BU90010101\) bestaat nu niet, of er woont niemand/], ['en', /\(BU90010101\) does not exist now, or nobody lives there/]] as const) {
      const answers = [
        await ask({ name: 'x', patches: [] }, language, 'BU90010101'),
        await server.app.inject({ url: '/v1/projections/BU90010101', headers: { 'accept-language': language } }).then((response) => ({ status: response.statusCode, problem: response.json<Problem>() })),
      ]
      for (const { status, problem } of answers) {
        expect(status).toBe(404)
        expect(problem.code).toBe('noProjectionForArea')
        expect(problem.detail).toMatch(words)
      }
    }
  })

  test('is left out of an own village whose other buurten have people, and refuses one that has no others', async () => {
    const read = (members: string) => server.app.inject({ url: `/v1/projections/own?members=${members}` })
    const [both, one, none] = [await read('BU90010000,BU90010101'), await read('BU90010000'), await read('BU90010101')]
    expect([both.statusCode, one.statusCode, none.statusCode]).toEqual([200, 200, 404])
    expect(both.json<{ population: unknown }>().population).toEqual(one.json<{ population: unknown }>().population)
  })
})

test('a file says in every row which place and which scenario it is about', async () => {
  const { body } = await server.app.inject({ method: 'POST', url: '/v1/projection-runs/GM9001?years=5&format=csv', headers: { 'accept-language': 'nl' }, payload: { name: 'Meer vertrek', patches: [patch] } })
  const [header = '', ...rows] = body.trim().split(/\r?\n/)
  expect(header.split(';').slice(0, 3).map((title) => title.replace('\ufeff', ''))).toEqual(['Plaats', 'Jaar (1 januari)', 'Scenario'])
  // People of 101 ages and two sexes in six years alone.
  expect(rows.length).toBeGreaterThan(6 * 2 * 101)
  const [first = ''] = rows
  const place = first.split(';')[0]!
  expect(rows.filter((row) => !row.startsWith(`${place};20`) || row.split(';')[2] !== 'Meer vertrek')).toEqual([])
})
