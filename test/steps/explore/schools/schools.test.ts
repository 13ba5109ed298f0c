/** Pupils of schools in later years, on a hand-made country of nine buurten in a row. */
import { describe, expect, it } from 'vitest'
import { getSchool } from '#steps/explore/schools/get-school.ts'
import { listSchools } from '#steps/explore/schools/list-schools.ts'
import { getPupilDeviation } from '#steps/explore/schools/pupil-deviations.ts'
import { listSchoolTables } from '#steps/explore/schools/read-schools.ts'
import { getSchoolForecast } from '#steps/explore/schools/school-forecast.ts'
import { findChance } from '#steps/explore/schools/school-chances.ts'
import { measureShareDrift } from '#steps/explore/schools/share-drift.ts'
import { makeSchoolStatistics, makeSchoolTable } from '../../../support/school-tables.ts'
import { makeTestStatistics } from '../../../support/test-statistics.ts'

const STEP = 0.02
const ROWS = [
  { code: '01AA00', name: 'De Terp', pupils: 60 },
  { code: '01AB00', name: 'De Wierde', longitude: 6.61 + STEP, pupils: 40 },
  { code: '02AA00', name: "It Skûtsje", longitude: 6.61 + 6 * STEP, pupils: 150 },
  { code: '02AB00', name: 'Zonder telling', longitude: 6.61 + 7 * STEP, pupils: NaN },
] as const
const statistics = makeSchoolStatistics({ '2024-11': ROWS })
const ASKED = { norm: 'national', pupils: 0, atLeast: 0 } as const
const add = (values: Iterable<number>) => [...values].reduce((sum, own) => sum + own, 0)

describe('pupils of schools', () => {
  it('are those that were counted in the first year, and all children who go to school in every year', async () => {
    const forecast = await getSchoolForecast(statistics)
    expect([...forecast.pupils[0]!].map((own) => Math.round(own * 1e6) / 1e6)).toEqual([60, 40, 150])
    expect(forecast.pupilsPerChild).toBeCloseTo(250 / add(forecast.children.ofBuurten[0]!), 9)
    // No child is lost on the way from buurten to schools: with the users a child of each buurt, both sides give the same.
    forecast.pupils.forEach((own, ahead) => {
      const { pairs, usePerPerson } = forecast.catchment
      const perOrigin = Array.from({ length: pairs.originCount }, (_, origin) => add(usePerPerson.subarray(pairs.firstPairs[origin], pairs.firstPairs[origin + 1])))
      const expected = forecast.children.ofBuurten[ahead]!.reduce((sum, children, buurt) => sum + children * (perOrigin[forecast.choice.originOfBuurt[buurt]!] ?? 0), 0)
      expect(add(own)).toBeCloseTo(expected, 6)
    })
    expect(add(forecast.children.ofBuurten[3]!)).toBeCloseTo(add(forecast.children.ofMunicipalities[3]!), 1)
  })

  it('are listed for an area, with totals, and schools without a count are named but not guessed', async () => {
    const all = await listSchools(statistics, ASKED)
    expect(all.total).toMatchObject({ schools: 4, withoutPupils: 1, pupils: 250, belowNow: 0 })
    expect(all.schools.find(({ code }) => code === '02AB00')).toMatchObject({ pupils: null, expected: null, chance: null })
    const one = await listSchools(statistics, { ...ASKED, area: 'GM9001' })
    expect(one.schools.map(({ name }) => name)).toEqual(['De Terp', 'De Wierde'])
    expect(one.schools.every(({ municipality }) => municipality?.code === 'GM9001')).toBe(true)
    // The next school is a step away: 1,338.6 m × 1.3 at 16 km/h.
    expect(one.schools[0]!.nearest).toEqual({ code: '01AB00', name: 'De Wierde', cycleMinutes: 6.5 })
    const base = await listSchools(statistics, { ...ASKED, year: all.years[0]! })
    expect(base.schools.map(({ expected }) => expected)).toEqual([60, 40, 150, null])
  })

  it('are below a norm for certain or not at all in the year of the count, and more likely below a higher norm', async () => {
    const { schools } = await listSchools(statistics, { ...ASKED, norm: 'own', pupils: 60, year: 2024 })
    // 60 is not fewer than 60.
    expect(schools.map(({ chance }) => chance)).toEqual([0, 1, 0, null])
    const chances = [20, 40, 60, 90].map((norm) => findChance({ expected: 40, deviation: 0.3, municipalNorm: null }, norm)!)
    chances.slice(1).forEach((own, at) => expect(own).toBeGreaterThan(chances[at]!))
    const likely = await listSchools(statistics, { ...ASKED, norm: 'own', pupils: 60, year: 2024, atLeast: 0.5 })
    expect([likely.schools.length, likely.total.schools]).toEqual([1, 4])
  })

  it('have no expectation and no chance where a school has just begun, though its children count', async () => {
    // De Terp has another code than before, at its own address; De Wierde was there; It Skûtsje was not.
    const before = [{ code: '01ZZ00' }, { code: '01AB00', longitude: 6.61 + STEP }]
    const two = makeSchoolStatistics({ '2022-05': before, '2024-11': ROWS })
    const answer = await listSchools(two, { ...ASKED, norm: 'own', pupils: 60, year: 2024 })
    expect(answer.schools.map(({ name, justOpened }) => [name, justOpened])).toEqual([['De Terp', false], ['De Wierde', false], ["It Skûtsje", true], ['Zonder telling', true]])
    expect(answer.schools[2]).toMatchObject({ pupils: 150, expected: null, lower80: null, chance: null, chances: { national: null, municipal: null, small: null }, belowFrom: null })
    expect(answer.total).toMatchObject({ schools: 4, justOpened: 1, pupils: 250, expected: 250, belowNow: 1, expectedBelow: 1, sumOfChances: 1 })
    expect(answer.remarks.some(({ nl }) => nl.startsWith('2 scholen in het land staan niet in de lijst van 2022-05'))).toBe(true)
    expect(await getSchool(two, '02AA00')).toMatchObject({ school: { justOpened: true }, forecast: [] })
    // With one list nobody can tell.
    expect((await listSchools(statistics, ASKED)).total.justOpened).toBe(0)
  })

  it('of a school that closes go to others, and none is lost', async () => {
    const { ifClosed, buurten, others, forecast } = await getSchool(statistics, '01AB00')
    expect(add(ifClosed.map(({ pupils }) => pupils))).toBeCloseTo(40, 0)
    expect(ifClosed[0]!.name).toBe('De Terp')
    expect(add(buurten.map(({ pupils }) => pupils))).toBeLessThanOrEqual(40.5)
    expect(others[0]).toMatchObject({ code: '01AA00', pupils: 60 })
    expect([forecast[0]!.year, forecast[0]!.expected, forecast.at(-1)!.year]).toEqual([2024, 40, 2045])
  })

  it('cannot be asked of a school, year or package that is not there', async () => {
    await expect(getSchool(statistics, '99ZZ99')).rejects.toMatchObject({ problem: 'unknownSchool' })
    await expect(listSchools(statistics, { ...ASKED, year: 2099 })).rejects.toMatchObject({ problem: 'noSuchYear' })
    await expect(listSchools(statistics, { ...ASKED, area: 'GM9999' })).rejects.toMatchObject({ problem: 'unknownArea' })
    await expect(listSchools(makeSchoolStatistics({}), ASKED)).rejects.toMatchObject({ problem: 'noFacilities' })
    await expect(listSchools(makeSchoolStatistics({ '2024-11': [{ code: '01AA00' }] }), ASKED)).rejects.toMatchObject({ problem: 'noFacilities' })
    await expect(listSchools(makeTestStatistics({ readTable: async (resource) => (resource === 'schools-2024-11' ? makeSchoolTable(ROWS) : undefined) }), ASKED)).rejects.toMatchObject({ problem: 'projectionTablesMissing' })
  })
})

describe('how sure the pupils of a school are', () => {
  it('by hand: chance in who starts, and drift, add up to the variance of the children', () => {
    expect(getPupilDeviation(0.01, 50, 0, 0.05)).toBe(0)
    // After 4 of 8 years half the pupils of 50 are new: variance 0.5 ÷ 50 = 0.01. Drift 4 × 0.0025 = 0.01.
    expect(getPupilDeviation(0.01, 50, 4, 0.05)).toBeCloseTo(Math.sqrt(0.03), 12)
    // From the eighth year on all are: 1 ÷ 50.
    expect(getPupilDeviation(0, 50, 20, 0)).toBeCloseTo(Math.sqrt(1 / 50), 12)
  })

  it('gives a school whose expected pupils are at the line a chance of a half', () => {
    expect(findChance({ expected: 22.5, deviation: 0.3, municipalNorm: null }, 23)).toBeCloseTo(0.5, 4)
    // log(22.5 ÷ 30) ÷ 0.2 = −1.4384, below which 7.52 percent lies.
    expect(findChance({ expected: 30, deviation: 0.2, municipalNorm: null }, 23)).toBeCloseTo(0.0752, 4)
    expect(findChance({ expected: 30, deviation: undefined, municipalNorm: null }, 23)).toBeNull()
    expect(findChance({ expected: 30, deviation: 0.2, municipalNorm: null }, null)).toBeNull()
  })

  it('is measured from two counts where there are two', async () => {
    // Two years apart; half the schools grow by 20 percent, half shrink by as much on the scale of logarithms.
    const rows = Array.from({ length: 40 }, (_, at) => ({ code: `0${Math.floor(at / 10)}A${String.fromCharCode(65 + (at % 10))}00`, before: 1000, after: 1000 * (at % 2 === 0 ? 1.2 : 1 / 1.2) }))
    const tables = await listSchoolTables(makeSchoolStatistics({ '2022-11': rows.map(({ code, before }) => ({ code, pupils: before })), '2024-11': rows.map(({ code, after }) => ({ code, pupils: after })) }))
    const all = Math.log((1.2 + 1 / 1.2) / 2)
    const spread = ((Math.log(1.2) + all) / 1.2815515655446004) ** 2
    expect(measureShareDrift(tables)).toBeCloseTo(Math.sqrt((spread - 0.25 / 1000) / 2), 9)
    expect(measureShareDrift(tables.slice(1))).toBeUndefined()
  })
})

describe('a list of schools', () => {
  it('counts a school once, at its first address, and says what it left out', async () => {
    const [table] = await listSchoolTables(
      makeSchoolStatistics({
        '2024-11': [
          { code: '01AA00', pupils: 10 },
          { code: '01AA00', pupils: 10, longitude: 6.7 },
          { code: null, pupils: 5 },
          { code: '01AB00', pupils: 5, longitude: NaN },
          { code: '01AC00', pupils: 5, type: 'SBAO' },
        ],
      }),
    )
    expect(table!.schools).toEqual([{ code: '01AA00', name: 'School 01AA00', point: [6.61, 53.01], pupils: 10 }])
    expect(table!.leftOut).toEqual({ withoutCode: 1, withoutPoint: 1, furtherAddress: 1 })
    expect(table!.moment).toBe('2024-11')
  })
})
