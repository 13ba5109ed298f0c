/** Where people build in the Netherlands, and how wrong buurten and wijken would have been: only where the real tables are. */
import { beforeAll, describe, expect, test } from 'vitest'
import type { Statistics } from '#statistics/statistics.ts'
import { openStatistics } from '#statistics/open-statistics.ts'
import { readBuildingSigns, readBuurtHistory } from '#steps/explore/buurt-history.ts'
import { getForecast } from '#steps/explore/forecast.ts'
import { projectSmallAreaTotals } from '#steps/explore/inputs/small-area-totals.ts'
import { getNetherlandsHome } from '../../support/once-a-run.ts'
import { sharedData } from '../../support/shared-data.ts'

describe.skipIf(sharedData === undefined)('buurten of the Netherlands', () => {
  let statistics: Statistics

  beforeAll(async () => {
    const opened = await openStatistics(await getNetherlandsHome())
    if (opened === undefined) throw new Error('nothing was imported')
    statistics = opened
  }, 180_000)

  /** Of all buurten of a municipality in 2024. */
  const listMunicipality = (code: string) => {
    const buurten = statistics.listAreas('neighbourhood').filter(({ parents, years }) => parents.municipality === code && years.includes(2024))
    const history = readBuurtHistory(statistics, buurten)
    return { codes: buurten.map((buurt) => buurt.code as string), inhabitants: history.get(2024)!.inhabitants, signs: readBuildingSigns(history, 2024) }
  }
  const findSign = (municipality: string, buurt: string): number => {
    const { codes, signs } = listMunicipality(municipality)
    return signs[codes.indexOf(buurt)]!
  }

  test('show building on known sites, in people a year', () => {
    // Leeuwesteyn (Utrecht), Oosterwold Zuid (Almere), Rijnhuizen (Nieuwegein), Kloosterakker (Assen).
    const sites = { BU03440934: 'GM0344', BU00347702: 'GM0034', BU03562500: 'GM0356', BU01060817: 'GM0106' }
    for (const [buurt, municipality] of Object.entries(sites)) expect(findSign(municipality, buurt), buurt).toBeGreaterThan(150)
  })

  test('show none where reception is: in ships of the Coenhaven without households, in Papenvoort with households that have no cars', () => {
    expect(findSign('GM0363', 'BU0363BB01')).toBeLessThan(1)
    expect(findSign('GM1680', 'BU16802008')).toBe(0)
  })

  test('so that a growth of Aa en Hunze by a tenth goes to the homes of Nooitgedacht, no faster than they were built, and does not triple Papenvoort', () => {
    const { codes, inhabitants, signs } = listMunicipality('GM1680')
    const municipality = Array.from({ length: 12 }, (_, year) => 25_845 * (1 + (0.1 * year) / 11))
    const years = projectSmallAreaTotals(inhabitants, signs, municipality)
    const factor = (code: string) => years[11]![codes.indexOf(code)]! / years[0]![codes.indexOf(code)]!
    expect(factor('BU16802008')).toBeLessThan(1.1)
    expect(factor('BU16801908')).toBeGreaterThan(1.4)
    expect(factor('BU16801908')).toBeLessThan(1.6)
  })

  test('from 2021 to 2024 wijken are nearer than “no change” by 0.1 percent and more, and buurten miss it by 0.3 at most; neither error grew since November 2026', async () => {
    const { smallAreaTest } = await getForecast(statistics)
    const [wijken, buurten] = (['district', 'neighbourhood'] as const).map((level) => smallAreaTest.find((line) => line.level === level && line.jumpOff === 2021 && line.inhabitants.until === null)!)
    expect([wijken!.areas, buurten!.areas]).toEqual([2663, 10_589])
    expect(wijken!.noChange.median - wijken!.projected.median).toBeGreaterThan(0.1)
    expect(buurten!.projected.median - buurten!.noChange.median).toBeLessThan(0.3)
    expect(wijken!.projected.median).toBeLessThan(1.955)
    expect(wijken!.projected.weightedMean).toBeLessThan(2.3)
    expect(buurten!.projected.median).toBeLessThan(2.94)
    expect(buurten!.projected.weightedMean).toBeLessThan(3.91)
  }, 180_000)
})
