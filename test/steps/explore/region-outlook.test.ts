/** What is said of named regions is what is said of the municipalities that they consist of. */
import { describe, expect, test } from 'vitest'
import { regionOutlookSchema } from '#domain/answers/projection-answers.ts'
import type { NamedRegion } from '#domain/regions/named-region.ts'
import { projectArea } from '#steps/explore/project.ts'
import { getRegionOutlook } from '#steps/explore/region-outlook.ts'
import { makeTestStatistics } from '../../support/test-statistics.ts'

const statistics = makeTestStatistics()
const make = (id: string, kind: NamedRegion['kind'], ...codes: string[]): NamedRegion => ({
  id, name: id, province: 'PV90', kind, members: codes.map((code) => ({ code, name: code })), membership: 'named', source: { nl: 'proef', en: 'trial' },
})
const regions = [make('een', 'shrinking', 'GM9001'), make('twee', 'anticipating', 'GM9002'), make('samen', 'anticipating', 'GM9001', 'GM9002'), make('weg', 'shrinking', 'GM9001', 'GM9999')]
const outlook = await getRegionOutlook(statistics, regions)
const find = (id: string) => outlook.regions.find((own) => own.id === id)!

describe('the outlook of named regions', () => {
  test('follows the form of the answer, and names a region that is not whole', () => {
    expect(regionOutlookSchema.parse(outlook)).toEqual(outlook)
    expect([outlook.from, outlook.to, outlook.absent]).toEqual([2024, 2040, ['weg']])
  })

  test('of one municipality is the projection of that municipality, with its interval and chances', async () => {
    for (const [id, code] of [['een', 'GM9001'], ['twee', 'GM9002']] as const) {
      const { population, thresholds } = await projectArea(statistics, { id: code, name: code, areas: [statistics.findArea(code)!], years: 16 })
      const own = find(id).population
      const percent = (people: number) => 100 * (people / population.projected[0]! - 1)
      expect(own.changePercent).toBeCloseTo(percent(population.projected[16]!), 1)
      const interval = population.intervals.find((one) => one.percent === 80)!
      expect(own.interval80!.lower).toBeCloseTo(percent(interval.lower[16]!), 1)
      expect(own.interval80!.upper).toBeCloseTo(percent(interval.upper[16]!), 1)
      for (const { changePercent, chance } of own.chances) expect(chance).toBeCloseTo(thresholds.find((one) => one.changePercent === changePercent)!.chance, 9)
    }
  })

  test('of all municipalities is that of the country', () => {
    expect(find('samen').population).toEqual(outlook.country.population)
  })

  test('says what was counted: births and deaths, and moves, make the change', () => {
    for (const { past } of outlook.regions) {
      expect(past.at(-1)!.to).toBe(2024)
      for (const { changePercent, naturalPercent, movesPercent } of past) expect(naturalPercent + movesPercent).toBeCloseTo(changePercent, 1)
    }
  })

  test('with nobody gained from abroad is lower where people come from abroad, and never changes what was counted', () => {
    const { population } = outlook.country
    expect(population.withoutForeignGrowth).not.toBe(population.changePercent)
    expect(find('een').population.from).toBeGreaterThan(0)
  })

  test('a chance of a larger fall is never larger', () => {
    for (const { population } of outlook.regions) expect(population.chances[0]!.chance).toBeGreaterThanOrEqual(population.chances[1]!.chance)
  })

  test('the definition that is met follows from the lines', () => {
    for (const { population, meets } of outlook.regions) expect(meets !== 'none').toBe(population.changePercent <= -2.5)
  })
})
