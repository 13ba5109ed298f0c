/** Packages of which the projection begins in another year than that of the figures. */
import { describe, expect, test } from 'vitest'
import type { StatusAnswer } from '#domain/answers/answers.ts'
import type { AreaLevel } from '#domain/area.ts'
import type { Column, Table } from '#domain/table.ts'
import { readScenarioDocument } from '#domain/scenario-document.ts'
import { getForecast } from '#steps/explore/forecast.ts'
import { CELL_COUNT } from '#steps/explore/inputs/projection-data.ts'
import { NEEDED_TABLES } from '#steps/explore/inputs/projection-tables.ts'
import { getReachColumn } from '#steps/explore/reach/reach-column.ts'
import { getReachUnderScenario } from '#steps/explore/scenario/reach-scenario.ts'
import { getStatus } from '#steps/see/catalogue.ts'
import { getJumpOff } from '#web/chosen-scenario/jump-off.ts'
import { GROWTH, makeScenario } from '#web/outlook-page/scenarios.ts'
import { PROJECTION_TABLES } from '../../support/projection-tables.ts'
import { makeTestStatistics } from '../../support/test-statistics.ts'

const DYNAMICS = PROJECTION_TABLES.get('population-dynamics')!
const yearOf = (table: Table, row: number) => Number(String(table.columns.find(({ name }) => name === 'Periods')!.values[row]).slice(0, 4))
const take = (column: Column, rows: readonly number[]): Column =>
  column.kind === 'number' ? { ...column, values: Float64Array.from(rows, (row) => column.values[row]!) } : { ...column, values: rows.map((row) => column.values[row]!) }
const takeRows = (table: Table, rows: readonly number[]): Table => ({ rowCount: rows.length, columns: table.columns.map((column) => take(column, rows)) })
const all = Array.from({ length: DYNAMICS.rowCount }, (_, row) => row)
/** Until the end of 2022, while the figures are of 2024. */
const SHORT = takeRows(DYNAMICS, all.filter((row) => yearOf(DYNAMICS, row) <= 2022))
/** With a year more, in which the same happened as in 2023. */
const again = all.filter((row) => yearOf(DYNAMICS, row) === 2023)
const longer = takeRows(DYNAMICS, [...all, ...again])
const LONG: Table = { ...longer, columns: longer.columns.map((column) => (column.kind === 'text' && column.name === 'Periods' ? { ...column, values: column.values.map((own, row) => (row < all.length ? own : '2024JJ00')) } : column)) }

/** Of the reference year, in the order of an answer. */
const listCodes = (level: AreaLevel) => makeTestStatistics().listAreas(level).flatMap(({ code, years }) => (years.includes(2024) ? [code] : []))

function makeStatistics(dynamics: Table) {
  const base = makeTestStatistics()
  return makeTestStatistics({
    sources: [...base.sources, ...NEEDED_TABLES.map((resource) => ({ ...base.sources[0]!, resource }))],
    readTable: async (resource) => (resource === 'population-dynamics' ? dynamics : base.readTable(resource)),
  })
}

describe('the year in which a projection begins', () => {
  test.each([['an earlier year', SHORT, 2023], ['the same year', DYNAMICS, 2024], ['a later year', LONG, 2025]] as const)('is told with the status, and is that of the projection: %s', async (_what, dynamics, jumpOff) => {
    const statistics = makeStatistics(dynamics)
    const status = await getStatus(statistics)
    expect([status.referenceYear, status.jumpOffYear]).toEqual([2024, jumpOff])
    expect((await getForecast(statistics)).prepared.jumpOff).toBe(jumpOff)
  })

  test('is that of growth on the pages about reach: from the year of the figures it would be refused, or begin too late', async () => {
    const grow = async (dynamics: Table, chooseYear: (status: StatusAnswer) => number) => {
      const statistics = makeStatistics(dynamics)
      const read = readScenarioDocument(makeScenario('Groei', GROWTH, chooseYear(await getStatus(statistics)), []))
      if ('faults' in read) throw new Error('faults')
      const { inhabitants, base } = await getReachUnderScenario(statistics, { facilityType: 'primarySchool', mode: 'car', level: 'country', normMinutes: 10, year: 2040 }, read.document)
      return [inhabitants[0]!, base.inhabitants[0]!] as const
    }
    const [grown, base] = await grow(SHORT, getJumpOff)
    const [later] = await grow(SHORT, ({ referenceYear }) => referenceYear)
    expect(later).toBeGreaterThan(base)
    expect(grown).toBeGreaterThan(later)
    await expect(grow(LONG, ({ referenceYear }) => referenceYear)).rejects.toMatchObject({ problem: 'scenarioInvalid' })
    await grow(LONG, getJumpOff)
  })

  test('may be later than the newest buurten: their shares of the municipality are those of the last year they are known in', async () => {
    const ask = async (dynamics: Table, year: number) => getReachColumn(makeStatistics(dynamics), { facilityType: 'primarySchool', mode: 'car', level: 'municipality', normMinutes: 10, year })
    const [same, later] = [await ask(DYNAMICS, 2024), await ask(LONG, 2025)]
    expect(later.notProjected).toEqual([])
    // The people of the municipality at the jump-off, all of them in its buurten.
    const { data, base } = (await getForecast(makeStatistics(LONG))).prepared
    for (const [row, code] of listCodes('municipality').entries()) {
      const own = base.people.subarray(data.codes.indexOf(code) * CELL_COUNT, (data.codes.indexOf(code) + 1) * CELL_COUNT)
      expect(Math.abs(later.inhabitants[row]! + later.placeUnknown[row]! - own.reduce((sum, count) => sum + count, 0))).toBeLessThanOrEqual(1)
      expect(later.inhabitants[row]).toBeGreaterThan(0.8 * same.inhabitants[row]!)
    }
  })

  test('may be earlier than a buurt: it is named, with those who live there now, and is in no figure', async () => {
    const { notProjected, inhabitants } = await getReachColumn(makeStatistics(SHORT), { facilityType: 'primarySchool', mode: 'car', level: 'neighbourhood', normMinutes: 10, year: 2030 })
    expect(notProjected.map(({ code }) => code)).toEqual(['BU90020101'])
    expect(inhabitants[listCodes('neighbourhood').indexOf('BU90020101')]).toBe(0)
    expect((await getReachColumn(makeStatistics(DYNAMICS), { facilityType: 'primarySchool', mode: 'car', level: 'neighbourhood', normMinutes: 10, year: 2030 })).notProjected).toEqual([])
  })

  test('is that of the figures where nothing can be projected', async () => {
    const status = await getStatus(makeTestStatistics())
    expect([status.jumpOffYear, getJumpOff(status)]).toEqual([undefined, status.referenceYear])
  })
})
