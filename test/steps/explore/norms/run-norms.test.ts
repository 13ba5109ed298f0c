/** Norms held against buurten in a row with one school of 42 pupils at the first (see reach-tables.ts), by hand. */
import { describe, expect, it } from 'vitest'
import { normRunSchema } from '#domain/answers/norm-answers.ts'
import { readNormSet, type NormSetDocument } from '#domain/norm-set.ts'
import { readScenarioDocument } from '#domain/scenario-document.ts'
import { NORM_SETS, writeNormSet } from '#steps/explore/norms/built-in-norm-sets.ts'
import { makeNormTable } from '#steps/explore/norms/export-norms.ts'
import { runNorms } from '#steps/explore/norms/run-norms.ts'
import { makeTestStatistics } from '../../../support/test-statistics.ts'

const statistics = makeTestStatistics()
const STEP_MINUTES = (((6_371_008.8 * 0.02 * (Math.PI / 180) * Math.cos((53.01 * Math.PI) / 180) * 1.3) / 16_000) * 60)
const SET: NormSetDocument = {
  name: 'Proef',
  norms: [
    { facilityType: 'primarySchool', mode: 'bicycle', mostMinutes: 20, leastSize: 43 },
    { facilityType: 'primarySchool', leastSize: 42 },
    { facilityType: 'hospital', mostMinutes: 45 },
  ],
}
const rounded = (minutes: number) => Math.round(minutes * 10) / 10

describe('norms held against an area', () => {
  it('count who needs more time: three steps of 6.5 minutes are within 20 minutes, four are not', async () => {
    const answer = await runNorms(statistics, { set: SET, level: 'municipality' })
    expect(answer.lines[0]).toMatchObject({ inhabitants: 2455 + 4070, beyond: { all: 4070 }, facilityCount: 1, tooSmall: 1, sizeUnknown: 0, basis: 'own' })
    expect(answer.areas).toEqual([
      { code: 'GM9001', name: 'Oostermoer', inhabitants: 2455, beyond: [0, null, null] },
      { code: 'GM9002', name: "'s-Gravenveen", inhabitants: 4070, beyond: [4070, null, null] },
    ])
    expect(normRunSchema.parse(answer)).toEqual(answer)
  })

  it('name the facilities below the least size, and a school of just that size is none', async () => {
    const { lines, tooSmall } = await runNorms(statistics, { set: SET, level: 'municipality' })
    expect(tooSmall).toEqual([{ line: 0, id: '01AA00', name: 'De Terp', size: 42, municipality: { code: 'GM9001', name: 'Oostermoer' } }])
    expect(lines[1]!.tooSmall).toBe(0)
    expect((await runNorms(statistics, { set: SET, level: 'municipality', within: 'PV22' })).lines[0]).toMatchObject({ facilityCount: 0, tooSmall: 0 })
  })

  it('say of each village which it meets, from its own point', async () => {
    const { villages } = await runNorms(statistics, { set: SET, level: 'neighbourhood', within: 'PV20' })
    // Ages are not counted in these figures: not known for the empty buurt beyond the norm.
    const people = (inhabitants: number, age: 0 | null = 0) => ({ inhabitants, beyond: [{ all: 0, age0to14: age, age65Plus: age, withoutCar: null }, null, null] })
    expect(villages).toMatchObject([
      { id: 'GN102', name: 'Groeisterwoude', minutes: [rounded(STEP_MINUTES), null, null], meets: [true, null, null], people: people(900), sharesArea: false },
      { id: 'GN101', name: 'Krimpsterterp', minutes: [0, null, null], meets: [true, null, null], people: people(1100) },
      // Its wijk has a second, empty buurt.
      { id: 'GN103', name: 'Sint Annahuis', minutes: [rounded(3 * STEP_MINUTES), null, null], meets: [true, null, null], people: people(400, null) },
    ])
    // Of this one only the municipality is known: nobody can say who lives in it.
    expect((await runNorms(statistics, { set: SET, level: 'municipality', within: 'PV22' })).villages).toEqual([{ id: 'WP104', name: "'s-Gravenveen", minutes: [rounded(5 * STEP_MINUTES), null, null], meets: [false, null, null], sharesArea: false }])
  })

  it('say how many villages lie on another side of a norm than all of their people, and only then', async () => {
    const ask = async (own: typeof statistics) => runNorms(own, { set: SET, level: 'neighbourhood', within: 'PV20' })
    const say = ({ remarks }: Awaited<ReturnType<typeof ask>>) => remarks.filter(({ en }) => en.startsWith('A village is measured from itself'))
    expect(say(await ask(statistics))).toEqual([])
    // The point of one village is put seven steps away, while its people live one step from the school.
    const away = { ...statistics, listPlaces: () => statistics.listPlaces().map((place) => (place.id === 'GN102' ? { ...place, point: [6.61 + 7 * 0.02, 53.01] as const } : place)) }
    const answer = await ask(away)
    expect(answer.villages!.find(({ id }) => id === 'GN102')).toMatchObject({ meets: [false, null, null], people: { inhabitants: 900, beyond: [{ all: 0 }, null, null] } })
    expect(say(answer).map(({ en }) => en)).toEqual([expect.stringContaining('For 1 of the 3 villages')])
  })

  it('say where nothing could be measured', async () => {
    const { lines } = await runNorms(statistics, { set: SET, level: 'municipality' })
    expect(lines[2]).toEqual({ facilityType: 'hospital', mode: 'car', mostMinutes: 45, basis: 'own', missing: 'noFacilities' })
  })

  it('of a scenario have the base beside them, and its own norm goes before that of the set', async () => {
    const read = readScenarioDocument({
      name: 'Tweede school',
      facilities: { opened: [{ type: 'primarySchool', name: 'De Wierde', place: 'BU90020100', size: 30 }] },
      norms: [{ facilityType: 'primarySchool', mode: 'bicycle', mostMinutes: 10, leastSize: 25 }],
    })
    if ('faults' in read) throw new Error('faults')
    const { lines, remarks } = await runNorms(statistics, { set: SET, level: 'municipality', scenario: read.document })
    // Within one step of either school now: not Verspreide huizen (55), Sint Annahuis (400) and 's-Gravenveen centrum (2,000).
    expect(lines[0]).toMatchObject({ mostMinutes: 10, beyond: { all: 2455 }, tooSmall: 0, base: { mostMinutes: 20, leastSize: 43, beyond: { all: 4070 }, tooSmall: 1 } })
    expect(lines[1]).toMatchObject({ tooSmall: 1, facilityCount: 2, base: { tooSmall: 0, facilityCount: 1, sizeUnknown: 0, justBegun: 0 } })
    expect(remarks).toEqual([])
    const { title, about } = await makeNormTable(statistics, await runNorms(statistics, { set: SET, level: 'municipality', scenario: read.document }), 'en')
    expect([title, about[0]]).toEqual([expect.stringMatching(/, scenario Tweede school$/), ['Scenario', 'Tweede school']])
    const { remarks: nothing } = await runNorms(statistics, { set: SET, level: 'municipality', scenario: { name: 'Leeg', patches: [] } })
    expect(nothing[0]!.en).toBe('Scenario “Leeg” changes nothing here for any norm.')
  })

  it('agree in the table for a file with the answer', async () => {
    const answer = await runNorms(statistics, { set: SET, level: 'municipality', within: 'PV22' })
    const { columns, rows, about } = await makeNormTable(statistics, answer, 'en')
    const at = (key: string) => columns.findIndex((column) => column.key === key)
    expect(rows.every((row) => row.length === columns.length)).toBe(true)
    const whole = rows.filter((row) => row[at('kind')] === 'whole')
    expect(whole.map((row) => row[at('beyond')])).toEqual([4070, null, null])
    // A norm of size alone is met or not, however people come.
    expect(whole.map((row) => [row[at('mode')], row[at('facilityYear')]])).toEqual(answer.lines.map(({ facilityType, mode, mostMinutes }) => [mostMinutes === undefined ? null : { car: 'car', bicycle: 'bicycle', foot: 'on foot' }[mode], facilityType === 'primarySchool' ? 2024 : null]))
    expect(rows.filter((row) => row[at('kind')] === 'area').map((row) => [row[at('code')], row[at('beyond')]])).toEqual([['GM9002', 4070]])
    // Of the schools, the roads and the people, in every row and on the sheet about the file.
    const source = 'Topdorp, Table schools-2024-11; Topdorp, Table roads-main-edges; CBS, Key figures 2024 | 2026-11-20 | CC0-1.0; CC-BY-4.0'
    expect(new Set(rows.map((row) => [row[at('source')], row[at('retrieved')], row[at('licence')]].join(' | ')))).toEqual(new Set([source]))
    expect(about.filter(([what]) => ['Source', 'Retrieved on', 'Licence'].includes(what)).map(([, text]) => text).join(' | ')).toBe(source)
  })
})

describe('a set of norms', () => {
  it.each(NORM_SETS)('that comes along reads as a document in both languages, and every norm has a source: $id', (set) => {
    for (const language of ['nl', 'en'] as const) expect(readNormSet(writeNormSet(set, language))).toHaveProperty('document')
    expect(set.norms.every(({ source, basis }) => source.nl !== '' && basis !== undefined && basis !== 'own')).toBe(true)
  })

  it('is refused for norms that say nothing and for two about the same', () => {
    const result = readNormSet({ name: 'Fout', norms: [{ facilityType: 'hospital' }, { facilityType: 'primarySchool', mostMinutes: 5 }, { facilityType: 'primarySchool', mode: 'car', mostMinutes: 6 }] })
    expect('faults' in result && result.faults.map(({ field }) => field)).toEqual(['norms.0', 'norms.2'])
    expect(readNormSet({ name: 'Leeg', norms: [] })).toHaveProperty('faults')
  })
})
