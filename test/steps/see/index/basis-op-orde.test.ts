import { describe, expect, test } from 'vitest'
import { INDICATORS } from '#domain/indicators/index.ts'
import { listIndexIndicators } from '#domain/index-indicators.ts'
import { getIndex, getIndexRun } from '#steps/see/index/built-in-indices.ts'
import { getPlaceInIndex } from '#steps/see/index/index-place.ts'
import { makeBasisOpOrde } from '#steps/see/index/basis-op-orde.ts'
import { prepareIndices } from '#steps/see/index/prepare-indices.ts'
import { runIndex } from '#steps/see/index/run-index.ts'
import { makeIndexStatistics } from '../../../support/index-statistics.ts'
import { makeTestStatistics } from '../../../support/test-statistics.ts'

const everywhere = (value: number) => ({ BU90010000: value, BU90010001: 2 * value, BU90010002: 3 * value, BU90010100: 4 * value, BU90010101: 5 * value, BU90020000: 6 * value, BU90020001: 7 * value, BU90020100: 8 * value, BU90020101: 9 * value })
/** Benefits of 2022 only, as in the tables of CBS; income of all years, of 2024 for two buurten only. */
const statistics = makeIndexStatistics({
  unemploymentBenefitRate: { 2022: everywhere(1) },
  socialAssistanceRate: { 2022: everywhere(2) },
  shareAroundSocialMinimum: { 2022: everywhere(3), 2023: everywhere(1), 2024: { BU90010000: 1, BU90010001: 1 } },
  distanceToSupermarket: { 2023: { ...everywhere(1), BU90010000: 20 }, 2024: everywhere(1) },
})
const documentOf = (own = statistics) => makeBasisOpOrde(own, 'neighbourhood')!.document

describe('the index "Basis op orde"', () => {
  test('takes the newest year in which nearly all areas have the figure', () => {
    const years = listIndexIndicators(documentOf()).map(({ entry }) => [entry.indicator, entry.year])
    expect(years).toEqual([['unemploymentBenefitRate', 2022], ['socialAssistanceRate', 2022], ['shareAroundSocialMinimum', 2023], ['distanceToSupermarket', 2024]])
  })

  test('lets a basic that one figure stands for count half, and names the basics without figures', () => {
    expect(documentOf().dimensions.map(({ id, weight }) => [id, weight])).toEqual([['work', 1], ['income', 0.5], ['community', 0.5]])
    const { withoutFigures, leftOut } = makeBasisOpOrde(statistics, 'neighbourhood')!
    expect(withoutFigures).toEqual(['school', 'health', 'housing', 'safety'])
    expect(leftOut).toContainEqual({ indicator: 'averageIncomePerInhabitant', name: { nl: 'Gemiddeld inkomen per inwoner', en: 'Average income per inhabitant' }, theme: 'income' })
  })

  test('is nothing where there are no figures at all', () => {
    expect(makeBasisOpOrde(makeTestStatistics({ findColumn: () => undefined, listYears: () => [] }), 'district')).toBeUndefined()
  })

  test('holds no characteristic of origin, and only indicators of which the catalogue says what is better', () => {
    const all = makeTestStatistics({ indicators: INDICATORS, listYears: () => [2024], findColumn: (_, level) => ({ values: new Float64Array(20), missing: new Uint8Array(level === 'country' ? 1 : 20) }) })
    const built = makeBasisOpOrde(all, 'municipality')!
    expect(built.leftOut).toEqual([])
    const used = listIndexIndicators(built.document).map(({ entry }) => INDICATORS.find(({ id }) => id === entry.indicator)!)
    expect(used).toHaveLength(15)
    expect(used.filter(({ protectedCharacteristic, direction, kind }) => protectedCharacteristic || direction === 'neutral' || kind === 'code')).toEqual([])
    expect(built.document.dimensions.map(({ id }) => id)).toEqual(['school', 'work', 'income', 'health', 'housing', 'safety', 'community'])
  })

  test('is reproduced by its document, also after JSON, to the last digit', () => {
    const kept = JSON.parse(JSON.stringify(getIndex(statistics, 'basis-op-orde').levels.find(({ level }) => level === 'neighbourhood')!.document))
    expect(runIndex(statistics, kept).scores).toEqual(getIndexRun(statistics, 'basis-op-orde', 'neighbourhood').scores)
  })
})

test('the index is ready before somebody asks', async () => {
  const own = makeIndexStatistics({ shareAroundSocialMinimum: { 2023: everywhere(1), 2024: everywhere(2) } })
  let asked = 0
  const watched = { ...own, findColumn: (...words: Parameters<typeof own.findColumn>) => (asked++, own.findColumn(...words)) }
  await prepareIndices(watched)
  const before = asked
  const ready = [0, 1].map((yearsBack) => getIndexRun(watched, 'basis-op-orde', 'neighbourhood', yearsBack))
  expect(before).toBeGreaterThan(0)
  expect(asked).toBe(before)
  // As when nobody prepared it.
  expect(ready).toEqual([0, 1].map((yearsBack) => getIndexRun(own, 'basis-op-orde', 'neighbourhood', yearsBack)))
})

describe('the same formula on earlier figures', () => {
  const trend = () => getIndex(statistics, 'basis-op-orde').levels.find(({ level }) => level === 'neighbourhood')!.trend

  test('says what share of the weight can change, and which figures stay as they are', () => {
    // Half of the weight is work (2022 only), a quarter income, a quarter the supermarket.
    expect(trend()).toEqual([{ yearsBack: 1, movingShare: 0.5, kept: ['unemploymentBenefitRate', 'socialAssistanceRate'] }])
  })

  test('moves the figures that can, on the same areas', () => {
    const earlier = getIndexRun(statistics, 'basis-op-orde', 'neighbourhood', 1)
    expect(earlier.document.year).toBe(2024)
    expect(earlier.indicators.map(({ year }) => year)).toEqual([2022, 2022, 2022, 2023])
  })

  test('shows of one place how its rank changed by dimension', () => {
    const [own] = getPlaceInIndex(statistics, 'basis-op-orde', 'BU90010000').areas
    const community = own!.dimensions.find(({ id }) => id === 'community')!
    // In 2023 its supermarket was the furthest, in 2024 the nearest.
    expect([community.earlier?.rank, community.standing?.rank]).toEqual([1, community.standing?.of])
    expect(own!.earlier?.step.yearsBack).toBe(1)
  })

  test('is refused for a number of years that nothing can be compared over', () => {
    expect(() => getIndexRun(statistics, 'basis-op-orde', 'neighbourhood', 2)).toThrow(/no figures of 2 years earlier. It has of: 1/)
    expect(() => getIndexRun(statistics, 'somebody-elses', 'neighbourhood')).toThrow(/unknownIndex/)
    expect(() => getIndexRun(statistics, 'basis-op-orde', 'province')).toThrow(/not there for "province"/)
  })
})
