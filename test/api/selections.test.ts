import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RegionListAnswer, SelectionListAnswer, SelectionRunAnswer } from '#domain/answers/selection-answers.ts'
import type { Problem } from '#domain/answers/shared.ts'
import { LARGE_PLACES } from '../support/selection-documents.ts'
import { startTestServer, type TestServer } from './support.ts'

let server: TestServer
beforeAll(async () => void (server = await startTestServer()))
afterAll(() => server.app.close())

const post = (payload: object, url = '/v1/selection-runs', headers: Record<string, string> = {}) => server.app.inject({ method: 'POST', url, payload, headers })
const fieldsOf = (response: { json: () => unknown }) => (response.json() as Problem).fields ?? []

describe('POST /v1/selection-runs', () => {
  test('selects by hand-made figures: 1,150, 850 and 2,000 inhabitants, and one whose row is missing', async () => {
    const response = await post(LARGE_PLACES)
    expect(response.statusCode).toBe(200)
    const { status, result } = response.json<SelectionRunAnswer>()
    expect(status).toBe('done')
    const named = (wanted: string) => result!.places.names.filter((_, at) => result!.places.verdicts[at] === wanted)
    expect(named('yes')).toEqual(['Krimpsterterp', 'Groeisterwoude', "'s-Gravenveen centrum"])
    // The row of Schoonoord is missing; of small and empty places the value of homes is hidden or cannot be.
    expect(named('unknown')).toEqual(['Verspreide huizen Krimpsterterp', 'Industrieterrein', 'Schoonoord'])
    expect(result!.counts.yes + result!.counts.no + result!.counts.unknown).toBe(result!.places.codes.length)
    expect(result!.comparison).toBeUndefined()
  })

  test('gives a file for a spreadsheet, with every place, its verdict and why a figure is missing', async () => {
    const response = await post(LARGE_PLACES, '/v1/selection-runs?format=csv-rfc4180')
    expect(response.headers['content-type']).toContain('text/csv')
    expect(response.headers['content-disposition']).toContain('topdorp-selectie-grote-buurten-2023.csv')
    const lines = response.body.trim().split('\r\n')
    expect(lines[0]).toMatch(/^code,name,municipality,year,selected,inhabitants,closeness,turnsBy,distance,value1,meets1,margin1,value2,meets2,margin2,missingReason/)
    expect(lines.find((line) => line.startsWith('BU90010000'))).toMatch(/^BU90010000,Krimpsterterp,Oostermoer,2023,wel,1150,[a-z ]+,voorwaarde \d,[\d.]+,1150,voldoet,350,210,voldoet niet,-290,,/)
    expect(lines.find((line) => line.startsWith('BU90020001'))).toMatch(/,onbekend,,,,,,onbekend,,.*Inwoners, 2023: /)
    expect((await post(LARGE_PLACES, '/v1/selection-runs?format=xlsx')).headers['content-type']).toContain('spreadsheetml')
  })

  test('has headings that say what a column is, and no more digits than the page', async () => {
    const text = (await post(LARGE_PLACES, '/v1/selection-runs?format=csv', { 'accept-language': 'nl' })).payload
    const [header = '', ...lines] = text.trim().split('\r\n')
    expect(header).toContain('hoe ver aan de goede kant van de grens; met een min aan de andere kant')
    expect(header).toMatch(/Voorwaarde 1: \D+ \d+/)
    expect(header).not.toMatch(/margin|value|verdict/)
    for (const line of lines) expect(line).not.toMatch(/\d,\d{4,}/)
  })

  test('lets a selection wait that needs a projection', async () => {
    const { selections } = (await server.app.inject('/v1/selections')).json<SelectionListAnswer>()
    const { document } = selections.find(({ id }) => id === 'krimpregio')!
    const response = await post({ ...document, level: 'municipality' })
    expect(response.statusCode).toBe(200)
    const answer = response.json<SelectionRunAnswer>()
    expect(answer).toMatchObject({ status: 'waiting', waiting: [{ field: 'where.of.0' }, { field: 'where.of.1' }] })
    expect(answer.result).toBeUndefined()
  })

  test('names what is wrong, in the language of the reader', async () => {
    const unknown = { ...LARGE_PLACES, where: { ...LARGE_PLACES.where, of: [{ kind: 'figure', indicator: 'geluk', compare: 'above', threshold: 1 }] } }
    const response = await post(unknown, '/v1/selection-runs', { 'accept-language': 'en' })
    expect(response.statusCode).toBe(400)
    expect(response.json<Problem>()).toMatchObject({ code: 'selectionRefused', fields: [{ field: 'where.of.0.indicator', message: 'There is no indicator named "geluk". See /v1/indicators.' }] })
    const nan = await post({ ...unknown, where: { ...unknown.where, of: [{ ...unknown.where.of[0], threshold: null }] } })
    expect(fieldsOf(nan)[0]!.field).toBe('where.of.0.threshold')
  })

  test('refuses 10,000 criteria with the limit', async () => {
    const [one] = LARGE_PLACES.where.of
    const response = await post({ ...LARGE_PLACES, where: { ...LARGE_PLACES.where, of: Array.from({ length: 10_000 }, () => one) } })
    expect(response.statusCode).toBe(400)
    expect(fieldsOf(response)[0]).toMatchObject({ field: 'where' })
    expect(fieldsOf(response)[0]!.message).toContain('30')
  })
})

describe('GET /v1/regions', () => {
  test('gives 20 regions with their municipalities, of which none is in the hand-made figures', async () => {
    const { regions, year, today } = (await server.app.inject('/v1/regions')).json<RegionListAnswer>()
    expect([regions.length, year, today]).toEqual([20, 2016, 2024])
    expect(regions.flatMap((region) => region.today).some(({ inFigures }) => inFigures)).toBe(false)
    expect(regions.every(({ source }) => source.nl !== '')).toBe(true)
  })

  test('does not know a region that is not there', async () => {
    expect((await server.app.inject('/v1/regions/atlantis')).json<Problem>()).toMatchObject({ status: 404, code: 'unknownRegion' })
    expect((await server.app.inject('/v1/selections/atlantis')).json<Problem>()).toMatchObject({ status: 404, code: 'unknownSelection' })
  })
})
