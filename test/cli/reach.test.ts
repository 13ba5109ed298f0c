/** `topdorp reach` on the made-up province, beside what the API serves. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AreaListAnswer } from '#domain/answers/answers.ts'
import type { PlaceReachAnswer, ReachAnswer, ReachScenarioAnswer } from '#domain/answers/reach-answers.ts'
import { openRecords } from '#records/open-records.ts'
import { openStatistics } from '#statistics/open-statistics.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { keepScenario } from '#steps/explore/scenario/keep-scenario.ts'
import { readConfig } from '../../src/config.ts'
import { startTestServer, type TestServer } from '../api/support.ts'
import { copyProvinceHome } from '../support/once-a-run.ts'
import { createTopdorp, makeFolder } from './run-topdorp.ts'

const { folder, remove } = makeFolder()
const home = join(folder, 'home')
const topdorp = createTopdorp(home)
let statistics: Statistics
let server: TestServer
let municipality: string

/** Spaces of thousands in no language, so that numbers can be looked up as they are written. */
const write = (value: number, digits: Intl.NumberFormatOptions = {}) => value.toLocaleString('nl-NL', digits)
const get = async <Answer>(url: string) => (await server.app.inject(url)).json<Answer>()
const sum = (column: readonly number[]) => column.reduce((total, own) => total + own, 0)
const rows = (text: string) => parse(text, { columns: true, record_delimiter: ['\r\n', '\n'] }) as Record<string, string>[]

beforeAll(async () => {
  await copyProvinceHome(home)
  statistics = (await openStatistics(home))!
  server = await startTestServer({ getStatistics: () => statistics })
  municipality = statistics.listAreas('municipality')[0]!.code
}, 240_000)
afterAll(async () => {
  await server.app.close()
  remove()
})

describe('topdorp reach', () => {
  test('gives the columns of the API with the areas beside them, and the same rows and shapes as its files', async () => {
    const query = `facilityType=primarySchool&mode=bicycle&level=neighbourhood&within=${municipality}&normMinutes=10&rank=2`
    const words = ['reach', municipality, 'basisschool', '--mode', 'fiets', '--norm', '10', '--rank', '2']
    const printed = JSON.parse(topdorp([...words, '--json']).out) as ReachAnswer & AreaListAnswer
    const { codes, names, municipalities, ...answer } = printed
    expect(answer).toEqual(await get<ReachAnswer>(`/v1/reach?${query}`))
    expect({ codes, names, municipalities }).toEqual(await get<AreaListAnswer>(`/v1/areas?level=neighbourhood&within=${municipality}`).then(({ codes: own, names: called, municipalities: around }) => ({ codes: own, names: called, municipalities: around })))
    const csv = rows(topdorp([...words, '--csv']).out)
    expect(csv.map(({ areaCode }) => areaCode)).toEqual(codes)
    expect(csv).toEqual(rows((await server.app.inject(`/v1/reach?${query}&format=csv-rfc4180`)).body))
    expect(csv.map(({ within, beyond, timeUnknown }) => Number(within) + Number(beyond) + Number(timeUnknown))).toEqual(answer.inhabitants)
    expect(JSON.parse(topdorp([...words, '--geojson']).out)).toEqual(await get(`/v1/reach?${query}&format=geojson`))
  }, 120_000)

  test('says how many of the whole are within the minutes and beyond, with the year of the locations, and lists the furthest first', async () => {
    const { minutes, inhabitants, beyondNorm, timeUnknown } = await get<ReachAnswer>(`/v1/reach?facilityType=primarySchool&level=municipality&within=${municipality}&normMinutes=5`)
    const { code, out } = topdorp(['reach', municipality, 'primarySchool', '--norm', '5'])
    expect(code).toBe(0)
    const figure = (label: string) => out.split('\n').find((line) => line.startsWith(`  ${label}  `))?.trim().split(/ {2,}/)[1]
    expect(figure('Inwoners binnen 5 minuten')).toBe(write(inhabitants[0]! - timeUnknown[0]! - beyondNorm.all[0]!))
    expect(figure('Inwoners verder dan 5 minuten')).toBe(write(beyondNorm.all[0]!))
    expect(figure('Minuten (gemiddelde van de inwoners)')).toBe(write(minutes[0]!, { minimumFractionDigits: 1, maximumFractionDigits: 1 }))
    expect(out).toContain('LET OP: deze cijfers zijn verzonnen.')
    expect(out).toContain('Jaar van de plekken: basisschool 2024.')
    expect(out).toMatch(/^Bron: .*Basisscholen/m)
    const listed = out.split('\n').filter((line) => /^ {2}BU\d{8} /.test(line)).map((line) => Number(/(?<minutes>[\d.]+,\d)/.exec(line)!.groups!['minutes']!.replace(',', '.')))
    expect(listed.length).toBeGreaterThan(1)
    expect(listed).toEqual(listed.toSorted((a, b) => b - a))
  }, 60_000)

  test('adds up from municipalities to the country', () => {
    const ask = (level: string) => JSON.parse(topdorp(['reach', 'ziekenhuis', '--level', level, '--json']).out) as ReachAnswer
    const [parts, whole] = [ask('gemeente'), ask('land')]
    expect(sum(parts.inhabitants)).toBe(whole.inhabitants[0])
    expect(sum(parts.beyondNorm.all)).toBe(whole.beyondNorm.all[0])
    expect(whole.beyondNorm.all[0]).toBeGreaterThan(0)
  }, 60_000)

  test('gives the nearest of every type from a village, as its page does', async () => {
    const { id, name } = statistics.listPlaces()[0]!
    const served = await get<PlaceReachAnswer>(`/v1/places/${id}/reach`)
    expect(JSON.parse(topdorp(['reach', id, '--json']).out)).toEqual(served)
    const { out } = topdorp(['reach', id])
    expect(out).toContain(`${name} (${id})`)
    const ways = served.facilities.flatMap(({ nearest }) => nearest)
    expect(ways.length).toBeGreaterThan(2)
    for (const way of ways) expect(out).toContain(`${write(way.minutes, { minimumFractionDigits: 1, maximumFractionDigits: 1 })}  ${way.name}`)
    expect(out).toMatch(/Jaar van de plekken: .*basisschool 2024/)
  }, 60_000)

  test('says of which area it is where somebody names a village and a facility', () => {
    const { id, name, area } = statistics.listPlaces().find((place) => place.area.startsWith('BU'))!
    const [village, around] = [id, area].map((place) => topdorp(['reach', place, 'basisschool', '--json']))
    expect([village!.code, village!.out]).toEqual([0, around!.out])
    expect(village!.err).toContain(`${name} is een dorp of stad. Dit gaat over iedereen in ${statistics.findArea(area)!.name} (${area})`)
    const whole = statistics.findArea(statistics.findArea(area)!.parents.municipality!)!
    expect(village!.err).toContain(` De hele gemeente ${whole.name}: ${whole.code}.`)
    expect(around!.err).toBe('')
  }, 60_000)

  test('puts the base beside a scenario and a later year, from a file or one that is kept', async () => {
    const school = await get<{ facilities: { id: string }[] }>(`/v1/places/${municipality}/facilities?facilityType=primarySchool&limit=1`)
    const document = { name: 'Een school dicht', patches: [], facilities: { closed: [{ type: 'primarySchool' as const, id: school.facilities[0]!.id }] } }
    const file = join(folder, 'plan.json')
    writeFileSync(file, JSON.stringify(document))
    const year = statistics.referenceYear + 6
    const words = ['reach', municipality, 'basisschool', '--mode', 'foot', '--year', String(year), '--scenario']
    const { codes: _codes, names: _names, municipalities: _municipalities, ...printed } = JSON.parse(topdorp([...words, file, '--json']).out) as ReachScenarioAnswer & AreaListAnswer
    const served = await server.app.inject({ method: 'POST', url: `/v1/reach-runs?facilityType=primarySchool&mode=foot&level=neighbourhood&within=${municipality}&year=${year}`, headers: { 'content-type': 'application/json' }, payload: JSON.stringify(document) })
    expect(printed).toEqual(served.json())
    expect(printed.changed.neighbourhoods).toBeGreaterThan(0)
    const records = await openRecords(readConfig({ TOPDORP_HOME: home }, home))
    const { id } = await keepScenario(records.database, statistics, document, new Date('2026-11-27'))
    await records.close()
    const [fromFile, kept, version] = [file, id, `${id}.1`].map((named) => topdorp([...words, named]))
    expect(fromFile).toMatchObject({ code: 0, out: expect.stringContaining('Scenario: Een school dicht') as string })
    expect(fromFile!.out).toMatch(/minuten +zonder +verschil/)
    expect([kept, version]).toEqual([fromFile, fromFile])
    for (const other of [['schools', municipality, '--year', String(year)], ['norms', 'landelijk', '--within', municipality], ['project', municipality]]) {
      const [ofFile, ofKept] = [file, id].map((named) => topdorp([...other, '--scenario', named]))
      expect(ofKept, other[0]).toEqual(ofFile)
      expect(ofFile).toMatchObject({ code: 0, out: expect.stringContaining(other[0] === 'norms' ? 'zonder' : document.name) as string })
    }
    expect(topdorp([...words, `${id}.2`])).toMatchObject({ code: 1, out: '', err: expect.stringContaining(`Er is geen bewaard scenario ${id}.2.`) as string })
  }, 240_000)

  test('lists the types, and refuses what it does not know with what there is', () => {
    expect(topdorp(['reach']).out).toMatch(/^primarySchool +Basisschool +\d+ +2024/m)
    for (const words of [['GM0001', 'zeikenhuis'], [municipality, '--norm', '10'], [municipality, 'ziekenhuis', '--norm', 'ver'], [municipality, 'ziekenhuis', '--norm', '601'], [municipality, 'ziekenhuis', '--rank', '4'], [municipality, 'ziekenhuis', '--mode', 'trein'], [municipality, 'ziekenhuis', '--csv', '--json']]) {
      expect(topdorp(['reach', ...words]), words.join(' ')).toMatchObject({ code: 2, out: words.includes('--json') ? expect.any(String) as string : '' })
    }
    expect(topdorp(['reach', municipality, 'zeikenhuis']).err).toContain('Bedoelt u "ziekenhuis"? Kies uit: basisschool, middelbare school, ziekenhuis')
    expect(topdorp(['reach', municipality, 'ziekenhuis', '--level', 'land'])).toMatchObject({ code: 1, out: '', err: expect.stringContaining('niets van dit niveau') as string })
    expect(topdorp(['reach', 'GM0001', 'ziekenhuis'])).toMatchObject({ code: 1, out: '' })
  }, 60_000)
})
