/** Norms in a later year and under a scenario: now, then, and the scenario side by side. */
import { describe, expect, it } from 'vitest'
import { normRunSchema } from '#domain/answers/norm-answers.ts'
import { readScenarioDocument, type ScenarioDocument } from '#domain/scenario-document.ts'
import type { FigureColumn, Statistics } from '#statistics/statistics.ts'
import { getForecast } from '#steps/explore/forecast.ts'
import { makeNormTable } from '#steps/explore/norms/export-norms.ts'
import { runNorms } from '#steps/explore/norms/run-norms.ts'
import { getReachColumn } from '#steps/explore/reach/reach-column.ts'
import { listSchools, listSchoolsUnder } from '#steps/explore/schools/list-schools.ts'
import { makeSchoolStatistics } from '../../../support/school-tables.ts'

const at = (steps: number) => ({ longitude: 6.61 + 0.02 * steps, latitude: 53.01 })
const statistics = makeSchoolStatistics({ '2024-11': [{ code: '01AA00', name: 'De Terp', pupils: 60, ...at(0) }, { code: '01AB00', name: 'De Wierde', pupils: 40, ...at(1) }, { code: '02AA00', name: 'It Skûtsje', pupils: 150, ...at(6) }] })
const YEAR = 2036
const SET = { name: 'Proef', norms: [{ facilityType: 'primarySchool' as const, mode: 'bicycle' as const, mostMinutes: 10, leastSize: 100 }] }
const ASKED = { set: SET, level: 'municipality' as const }
const sum = (counts: readonly number[]) => counts.reduce((total, own) => total + own, 0)

function makeScenario(parts: object): ScenarioDocument {
  const read = readScenarioDocument({ name: 'Proef', ...parts })
  if ('faults' in read) throw new Error(read.faults.map(({ message }) => message.en).join(' '))
  return read.document
}
const CLOSING = makeScenario({ facilities: { closed: [{ type: 'primarySchool', id: '01AA00' }] } })
const BIRTHS = { figure: 'fertilityRates', years: { from: 2024, to: 2045 }, areas: ['GM9001'], change: { multiplyBy: 2 } }

describe('norms in a later year', () => {
  it('are about the people of that year, with those of now beside them', async () => {
    const [then, now] = [await runNorms(statistics, { ...ASKED, year: YEAR }), await runNorms(statistics, ASKED)]
    const reach = await getReachColumn(statistics, { facilityType: 'primarySchool', mode: 'bicycle', level: 'municipality', normMinutes: 10, year: YEAR })
    expect(then.lines[0]).toMatchObject({ inhabitants: sum(reach.inhabitants), beyond: { all: sum(reach.beyondNorm.all) } })
    expect(then.lines[0]!.now).toMatchObject({ beyond: now.lines[0]!.beyond, tooSmall: now.lines[0]!.tooSmall })
    expect(then.areas.map((area) => area.now!.beyond)).toEqual(now.areas.map(({ beyond }) => beyond))
    expect(then.lines[0]!.beyond!.all).not.toBe(now.lines[0]!.beyond!.all)
    expect([then.peopleYear, then.peopleFrom, now.peopleFrom, now.lines[0]!.now]).toEqual([YEAR, 'projected', 'counted', undefined])
    expect(normRunSchema.parse(JSON.parse(JSON.stringify(then)))).toEqual(then)
  })

  it('hold a school to the pupils that the forecast of schools expects, one by one', async () => {
    const { tooSmall, lines } = await runNorms(statistics, { ...ASKED, year: YEAR })
    const { schools } = await listSchools(statistics, { norm: 'small', pupils: 100, year: YEAR, atLeast: 0 })
    const expected = schools.filter((school) => Math.round(school.expected!) < 100)
    expect(tooSmall.map(({ id, size, sizeNow }) => [id, size, sizeNow]).sort()).toEqual(expected.map(({ code, expected: own, pupils }) => [code, Math.round(own!), pupils]).sort())
    expect(expected.length).toBeGreaterThan(0)
    expect(lines[0]!.now!.tooSmall).toBe(2)
  })

  it('count a school that has just begun apart, in words and in the file, as the page about schools does', async () => {
    const old = { code: '01AA00', name: 'De Terp', ...at(0) }
    const begun = makeSchoolStatistics({ '2022-05': [old, { code: '02AA00', ...at(6) }], '2024-11': [{ ...old, pupils: 60 }, { code: '03AA00', name: 'De Nieuwe', pupils: 9, ...at(3) }, { code: '02AA00', pupils: 150, ...at(6) }] })
    for (const year of [YEAR, 2050]) {
      const run = await runNorms(begun, { ...ASKED, year })
      expect(run.lines[0]).toMatchObject({ facilityCount: 3, sizeUnknown: 0, justBegun: 1, now: { tooSmall: 1 } })
      expect(run.tooSmall.map(({ id }) => id)).toEqual(['01AA00'])
      expect(run.remarks.map(({ en }) => en)).toContainEqual(expect.stringContaining('1 primary school here has just begun'))
      const { columns, rows } = await makeNormTable(begun, run, 'en')
      expect(rows[0]![columns.findIndex(({ key }) => key === 'justBegun')]).toBe(1)
    }
    expect((await listSchools(begun, { norm: 'small', pupils: 100, year: YEAR, atLeast: 0 })).total).toMatchObject({ justOpened: 1, expectedBelow: 1 })
    const now = await runNorms(begun, ASKED)
    expect([now.lines[0]!.justBegun, now.tooSmall.map(({ id }) => id)]).toEqual([1, ['01AA00']])
    expect(now.remarks.map(({ nl }) => nl)).toContain('1 basisschool hier is net begonnen en groeit nog. Daarom tellen we ze bij geen norm als te klein.')
    expect((await listSchools(begun, { norm: 'small', pupils: 100, year: YEAR, atLeast: 0 })).total.belowNow).toBe(now.lines[0]!.tooSmall)
  })

  it('keep the sizes of now where no pupils are projected, and say so', async () => {
    const { tooSmall, remarks } = await runNorms(statistics, { ...ASKED, year: 2050 })
    expect(tooSmall.map(({ size }) => size)).toEqual([40, 60])
    expect(remarks.map(({ en }) => en)).toContain('No pupils are projected for 2050. The size of a primary school is as counted now.')
  })

  it('are refused for a year that is not projected', async () => {
    await expect(runNorms(statistics, { ...ASKED, year: 2200 })).rejects.toMatchObject({ problem: 'noSuchYear' })
  })

  it('say of each village who lives beyond the time, now and then', async () => {
    const { villages } = await runNorms(statistics, { ...ASKED, level: 'neighbourhood', within: 'PV20', year: YEAR, scenario: CLOSING })
    const village = villages!.find(({ name }) => name === 'Krimpsterterp')!
    // A step takes 6.5 minutes: the next school is near enough, two steps are not.
    expect([village.meets, village.base!.meets, village.now!.meets]).toEqual([[true], [true], [true]])
    expect([village.now!.minutes, village.base!.minutes, village.minutes[0]! > 6]).toEqual([[0], [0], true])
    expect(village.now!.people!.inhabitants).toBe(1100)
    expect(village.people!.inhabitants).toBe(village.base!.people!.inhabitants)
    expect(village.people!.inhabitants).not.toBe(1100)
  })
})

describe('norms under a scenario in a later year', () => {
  it('have the same year without it beside them, and the count of now', async () => {
    const answer = await runNorms(statistics, { ...ASKED, year: YEAR, scenario: makeScenario({ ...CLOSING, patches: [BIRTHS] }) })
    const base = await runNorms(statistics, { ...ASKED, year: YEAR })
    expect(answer.lines[0]!.base).toMatchObject({ beyond: base.lines[0]!.beyond, tooSmall: base.lines[0]!.tooSmall })
    expect(answer.areas.map((area) => area.base!.beyond)).toEqual(base.areas.map(({ beyond }) => beyond))
    expect(answer.lines[0]!.now).toEqual(base.lines[0]!.now)
    // More children, and one school fewer to go to.
    expect(answer.lines[0]!.inhabitants!).toBeGreaterThan(base.lines[0]!.inhabitants!)
    expect(answer.lines[0]!.facilityCount).toBe(2)
    expect(normRunSchema.parse(JSON.parse(JSON.stringify(answer)))).toEqual(answer)
  })

  it('have the pupils that the page about schools gives under that scenario', async () => {
    const { tooSmall } = await runNorms(statistics, { ...ASKED, year: YEAR, scenario: CLOSING })
    const { schools } = await listSchoolsUnder(statistics, { norm: 'small', pupils: 100, year: YEAR, atLeast: 0 }, CLOSING)
    expect(tooSmall.map(({ id, size }) => [id, size])).toEqual(schools.filter(({ expected }) => Math.round(expected!) < 100).map(({ code, expected }) => [code, Math.round(expected!)]))
  })

  it('that is empty are those of the base in every figure', async () => {
    const { lines, areas } = await runNorms(statistics, { ...ASKED, year: YEAR, scenario: makeScenario({}) })
    const base = await runNorms(statistics, { ...ASKED, year: YEAR })
    expect(lines.map(({ base: _, ...own }) => own)).toEqual(base.lines)
    expect(areas.map(({ base: _, ...own }) => own)).toEqual(base.areas)
  })

  it('name every part that no norm of the set notices, and what needs a year', async () => {
    const scenario = makeScenario({
      patches: [{ ...BIRTHS, change: { multiplyBy: 1 } }],
      speeds: [{ mode: 'foot', factor: 2 }, { mode: 'bicycle', factor: 2 }],
      norms: [{ facilityType: 'hospital', mostMinutes: 5 }],
    })
    const say = async (year?: number) => (await runNorms(statistics, { ...ASKED, scenario, ...(year !== undefined && { year }) })).remarks.map(({ en }) => en)
    const then = await say(YEAR)
    expect(then).toContain('Speed 1 is about another mode of travel than the one you look at.')
    expect(then).toContain('Norm 1 is about another facility than the one you look at.')
    expect(then.filter((remark) => remark.startsWith('Patch 1 changes nothing in the projection'))).toHaveLength(1)
    expect(then.some((remark) => remark.includes('Speed 2'))).toBe(false)
    expect(await say()).toContain('This part of the scenario only counts when you choose a later year: population.')
  })

  it('agree in the table for a file with the answer', async () => {
    const answer = await runNorms(statistics, { ...ASKED, within: 'GM9001', year: YEAR, scenario: CLOSING })
    const { columns, rows } = await makeNormTable(statistics, answer, 'en')
    const read = (row: (typeof rows)[number], key: string) => row[columns.findIndex((column) => column.key === key)]
    const whole = rows.find((row) => read(row, 'kind') === 'whole')!
    const [line] = answer.lines
    expect([read(whole, 'beyond'), read(whole, 'beyondBase'), read(whole, 'beyondNow')]).toEqual([line!.beyond!.all, line!.base!.beyond!.all, line!.now!.beyond!.all])
    const village = rows.find((row) => read(row, 'kind') === 'village' && read(row, 'name') === 'Krimpsterterp')!
    const own = answer.villages!.find(({ name }) => name === 'Krimpsterterp')!
    expect([read(village, 'minutes'), read(village, 'minutesNow'), read(village, 'inhabitants'), read(village, 'beyond')]).toEqual([own.minutes[0], own.now!.minutes[0], own.people!.inhabitants, own.people!.beyond[0]!.all])
    expect(rows.every((row) => row.length === columns.length)).toBe(true)
  })
})

describe('households without a car in a later year', () => {
  /** Three in ten of the households of every buurt have none, by the formula of the estimate. */
  const CARS = 0.8897
  type Level = Parameters<Statistics['findColumn']>[1]
  const makeColumn = (level: Level, find: (at: number) => number): FigureColumn => ({ values: Float64Array.from(statistics.listAreas(level), (_, at) => find(at)), missing: new Uint8Array(statistics.listAreas(level).length) })
  const withCars: Statistics = {
    ...statistics,
    findColumn(id, level, year) {
      if (id === 'carsPerHousehold') return makeColumn(level, () => CARS)
      // A fifth are children.
      if (id === 'age0to14') return makeColumn(level, (at) => (statistics.findColumn('population', level, year)?.values[at] ?? 0) / 5)
      return statistics.findColumn(id, level, year)
    },
  }

  it('are as many an inhabitant of 15 and over as now, with as many cars a household', async () => {
    await getForecast(withCars)
    const asked = { facilityType: 'primarySchool', mode: 'bicycle', level: 'neighbourhood', normMinutes: 0 } as const
    const [now, then] = [await getReachColumn(withCars, asked), await getReachColumn(withCars, { ...asked, year: YEAR })]
    const share = sum(now.households!.withoutCar) / sum(now.households!.all)
    expect(share).toBeCloseTo(0.3, 2)
    // The sixth buurt, of 2,000 people, lies beyond a norm of no time at all, so its children are those beyond it.
    const adultsNow = 1600
    const adultsThen = then.beyondNorm.all[5]! - then.beyondNorm.age0to14[5]!
    expect(Math.abs(then.households!.all[5]! - (now.households!.all[5]! * adultsThen) / adultsNow)).toBeLessThan(2)
    expect(Math.abs(then.households!.withoutCar[5]! - share * then.households!.all[5]!)).toBeLessThan(2)
  })
})
