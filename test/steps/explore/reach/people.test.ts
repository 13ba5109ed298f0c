/** Who lives beyond the norm: by age, in a later year, under a scenario, and households without a car. */
import { describe, expect, it } from 'vitest'
import { reachScenarioSchema, reachSchema } from '#domain/answers/reach-answers.ts'
import { getForecast } from '#steps/explore/forecast.ts'
import { CELL_COUNT } from '#steps/explore/inputs/projection-data.ts'
import { getReachColumn } from '#steps/explore/reach/reach-column.ts'
import { getReachUnderScenario } from '#steps/explore/scenario/reach-scenario.ts'
import type { FigureColumn, Statistics } from '#statistics/statistics.ts'
import { makeTestStatistics } from '../../../support/test-statistics.ts'

const statistics = makeTestStatistics()
const SCHOOLS = { facilityType: 'primarySchool', mode: 'car', normMinutes: 0 } as const
const sum = (counts: Iterable<number>) => [...counts].reduce((total, own) => total + own, 0)

describe('people of a later year', () => {
  it('are those of the projection, by municipality and by age', async () => {
    const forecast = await getForecast(statistics)
    const year = forecast.prepared.jumpOff + 6
    const projected = forecast.base.years.find((own) => own.year === year)!.people
    const { inhabitants, beyondNorm, peopleYear, peopleFrom } = await getReachColumn(statistics, { ...SCHOOLS, level: 'municipality', year })
    expect([peopleYear, peopleFrom]).toEqual([year, 'projected'])
    const codes = ['GM9001', 'GM9002']
    for (const [row, code] of codes.entries()) {
      const at = forecast.prepared.data.codes.indexOf(code)
      expect(Math.abs(inhabitants[row]! - sum(projected.subarray(at * CELL_COUNT, (at + 1) * CELL_COUNT)))).toBeLessThan(1)
      const { all, age0to14, age15to24, age25to44, age45to64, age65Plus, age75Plus } = beyondNorm
      expect(Math.abs(age0to14[row]! + age15to24[row]! + age25to44[row]! + age45to64[row]! + age65Plus[row]! - all[row]!)).toBeLessThanOrEqual(3)
      expect(age75Plus![row]!).toBeLessThanOrEqual(age65Plus[row]!)
    }
  })

  it('are the same whether one municipality is asked or all of them', async () => {
    const year = (await getForecast(statistics)).prepared.jumpOff + 6
    const [own, all] = [await getReachColumn(makeTestStatistics(), { ...SCHOOLS, level: 'neighbourhood', within: 'GM9002', year }), await getReachColumn(statistics, { ...SCHOOLS, level: 'neighbourhood', year })]
    expect(own.inhabitants).toEqual(all.inhabitants.slice(-own.inhabitants.length))
  })

  it('follow the people of a scenario, and the base beside it does not', async () => {
    const { jumpOff } = (await getForecast(statistics)).prepared
    const question = { ...SCHOOLS, level: 'municipality', year: jumpOff } as const
    const answer = await getReachUnderScenario(statistics, question, { name: 'Twice', patches: [{ figure: 'population', years: { from: jumpOff, to: jumpOff }, areas: ['GM9001'], change: { multiplyBy: 2 } }] })
    expect(answer.inhabitants[0]! / (await getReachColumn(statistics, question)).inhabitants[0]!).toBeCloseTo(2, 2)
    expect(answer.base.beyondNorm.all[1]).toBe(answer.beyondNorm.all[1])
  })

  it('are refused for a year that is not projected', async () => {
    await expect(getReachColumn(statistics, { ...SCHOOLS, level: 'country', year: 2200 })).rejects.toMatchObject({ problem: 'noSuchYear' })
  })
})

describe('a group that nothing counts', () => {
  const ageless: Statistics = { ...statistics, findColumn: (id, level, year) => (id === 'age0to14' ? undefined : statistics.findColumn(id, level, year)) }

  it('is not known where people live beyond the norm, as the schema says, and the others are as they were', async () => {
    const question = { ...SCHOOLS, level: 'municipality' } as const
    const [answer, known] = [await getReachColumn(ageless, question), await getReachColumn(statistics, question)]
    expect(answer.beyondNorm.all.some((people) => people > 0)).toBe(true)
    expect(answer.beyondNorm.age0to14).toEqual(answer.beyondNorm.all.map((people) => (people > 0 ? null : 0)))
    expect(answer.beyondNorm).toEqual({ ...known.beyondNorm, age0to14: answer.beyondNorm.age0to14 })
    expect(reachSchema.parse(JSON.parse(JSON.stringify(answer)))).toEqual(answer)
  })

  it('is not known in a scenario either', async () => {
    const answer = await getReachUnderScenario(ageless, { ...SCHOOLS, level: 'municipality', normMinutes: 600 }, { name: 'Zero', patches: [], norms: [{ facilityType: 'primarySchool', mode: 'car', mostMinutes: 0 }] })
    expect(answer.newlyBeyond.age0to14).toContain(null)
    expect(reachScenarioSchema.parse(JSON.parse(JSON.stringify(answer))).newlyBeyond).toEqual(answer.newlyBeyond)
  })
})

describe('households without a car', () => {
  /** Cars a household of the first two buurten: by the formula 38.8 and 13.5 percent have none. Of the others nothing is known. */
  const CARS = [0.724, 1.317] as const

  function withCars(base: Statistics): Statistics {
    const buurten = base.listAreas('neighbourhood')
    const column: FigureColumn = { values: Float64Array.from(buurten, (_, at) => (at < 2 ? CARS[at]! : Number.NaN)), missing: new Uint8Array(buurten.length) }
    return { ...base, findColumn: (id, level, year) => (id === 'carsPerHousehold' ? (level === 'neighbourhood' ? column : undefined) : base.findColumn(id, level, year)) }
  }

  it('are estimated a buurt, and what is not known is counted apart', async () => {
    // Households are half the inhabitants: 550, 450 and, without cars known, 27.5 + 200; the school stands at the first buurt.
    const { households } = await getReachColumn(withCars(statistics), { ...SCHOOLS, level: 'municipality', within: 'GM9001', normMinutes: 1 })
    expect(households).toEqual({ all: [1000], withoutCar: [Math.round(0.388 * 550 + 0.135 * 450)], allBeyondNorm: [450], withoutCarBeyondNorm: [Math.round(0.135 * 450)], carsUnknown: Math.round(27.5 + 200) })
  })

  it('are not told where the figures have no cars', async () => {
    expect((await getReachColumn(statistics, { ...SCHOOLS, level: 'country' })).households).toBeUndefined()
  })
})
