import { describe, expect, test } from 'vitest'
import { splitIntoFlows } from '#steps/explore/inputs/migration-flows.ts'
import { estimateNetMigration } from '#steps/explore/inputs/net-migration-level.ts'
import { CELL_COUNT, sum, takeKnownAt, type ProjectionData, type YearOfChange } from '#steps/explore/inputs/projection-data.ts'
import { findReception, leaveOutPassing } from '#steps/explore/inputs/reception-years.ts'
import { makeProjectionData } from '../../../support/projection-data.ts'

const usual = takeKnownAt(makeProjectionData(), 2021)
const inhabitants = (year: number, town: number) => usual.sexes.get(year)![2 * town]! + usual.sexes.get(year)![2 * town + 1]!
const VILLAGE = 2

/** The same, but half of the village's number comes from abroad in these years and moves on at once, to no town in particular. */
function addReception(years: readonly number[]): ProjectionData {
  const change = (own: YearOfChange, year: number): YearOfChange => {
    if (!years.includes(year)) return own
    const passing = inhabitants(year, VILLAGE) / 2
    const add = (counts: Float64Array) => counts.map((count, town) => (town === VILLAGE ? count + passing : count))
    return { ...own, immigration: add(own.immigration), departures: add(own.departures) }
  }
  return { ...usual, changes: new Map([...usual.changes].map(([year, own]) => [year, change(own, year)])) }
}

describe('a year in which a reception centre registered those who arrived', () => {
  const data = addReception([2018, 2019, 2020])

  test('is one in which more than a tenth of the inhabitants came from abroad', () => {
    expect(findReception(data, 2019)).toEqual([false, false, true])
    expect(findReception(data, 2017)).toEqual([false, false, false])
  })

  test('keeps immigrants as the others have them, and all others neither came nor left', () => {
    const [raw, own] = [data.changes.get(2019)!, leaveOutPassing(data, 2019)]
    const share = (raw.immigration[0]! + raw.immigration[1]!) / (inhabitants(2019, 0) + inhabitants(2019, 1))
    expect(own.immigration[VILLAGE]).toBeCloseTo(share * inhabitants(2019, VILLAGE), 6)
    expect(raw.departures[VILLAGE]! - own.departures[VILLAGE]!).toBeCloseTo(raw.immigration[VILLAGE]! - own.immigration[VILLAGE]!, 6)
    expect([...own.immigration.subarray(0, 2)]).toEqual([...raw.immigration.subarray(0, 2)])
  })

  test('says nothing of what its households gain: with such years only, it gains what the country does', () => {
    const all = addReception([...usual.changes.keys()])
    // The village shrinks beside the country, by 0.6 percent a year.
    expect(estimateNetMigration(usual).deviations[VILLAGE]).toBeLessThan(-0.002)
    expect(Math.abs(estimateNetMigration(all).deviations[VILLAGE]!)).toBeLessThan(0.001)
  })

  test('does not make its households move: they leave as often as without the centre, but for who comes from abroad and goes on', () => {
    const people = usual.postcodeAges.get(2021)!
    const leave = (own: ProjectionData) => {
      const flows = splitIntoFlows({ data: own, people, gains: new Float64Array(people.length), nationalNet: 0, nationalNetByAge: new Float64Array(CELL_COUNT) })
      return sum(people.subarray(VILLAGE * CELL_COUNT, (VILLAGE + 1) * CELL_COUNT).map((living, cell) => living * flows.internalOutRates[VILLAGE * CELL_COUNT + cell]!))
    }
    const years = [2018, 2019, 2020]
    const extra = sum(years.map((year) => leaveOutPassing(data, year).immigration[VILLAGE]! - usual.changes.get(year)!.immigration[VILLAGE]!)) / years.length
    // Of half of the village's number that passed through a year, nothing is left in its rates.
    expect(Math.abs(leave(data) - leave(usual))).toBeLessThan(Math.abs(extra) + 0.002 * inhabitants(2020, VILLAGE))
  })
})
