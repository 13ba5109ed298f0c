import { areaListSchema, figureColumnSchema, indicatorListSchema, sourceListSchema, statusSchema } from '#domain/answers/answers.ts'
import { AREA_LEVELS } from '#domain/area.ts'
import { getIndicatorAnswer, getStatus, listAreaNames, listIndicators, listSources } from '#steps/see/catalogue.ts'
import { getFigure, getFigureColumn } from '#steps/see/figures.ts'
import { describe, expect, test } from 'vitest'
import { makeTestStatistics } from '../../support/test-statistics.ts'

const statistics = makeTestStatistics()

describe('the catalogue', () => {
  test('answers as its schemas say', async () => {
    statusSchema.parse(await getStatus(statistics))
    indicatorListSchema.parse(listIndicators(statistics))
    sourceListSchema.parse(listSources(statistics))
  })
  test('counts the areas of the reference year by level', async () => {
    const counts = Object.fromEntries((await getStatus(statistics)).levels.map(({ level, areas }) => [level, areas]))
    expect(counts).toEqual({ country: 1, landsdeel: 1, province: 2, corop: 2, municipality: 2, district: 4, neighbourhood: 9 })
  })
  test('names the tables that a projection lacks, until all of them are there', async () => {
    const missing = (await getStatus(statistics)).missingForProjection
    expect(missing).toContain('population-dynamics')
    const sources = missing.map((resource) => ({ ...statistics.sources[0]!, resource }))
    expect((await getStatus(makeTestStatistics({ sources: sources.slice(1) }))).missingForProjection).toEqual(missing.slice(0, 1))
    expect((await getStatus(makeTestStatistics({ sources }))).missingForProjection).toEqual([])
  })
  test('lists for an indicator only the years that have figures', () => {
    const { availability } = getIndicatorAnswer(statistics, 'meanHomeValue')
    expect(availability.find(({ level }) => level === 'neighbourhood')?.years).toEqual([2022, 2023])
    expect(availability.some(({ level }) => level === 'landsdeel')).toBe(false)
  })
  test('writes the formula of a derived indicator in words', () => {
    expect(getIndicatorAnswer(statistics, 'share65Plus').formula?.nl).toBe('100 × (Inwoners van 65 jaar of ouder) ÷ (Inwoners)')
  })
})

describe('a column', () => {
  test('follows the order of the areas, for every level, year and indicator', () => {
    for (const level of AREA_LEVELS) {
      for (const year of statistics.years) {
        const { codes } = areaListSchema.parse(listAreaNames(statistics, level, year))
        for (const { id } of statistics.indicators) {
          const column = figureColumnSchema.parse(getFigureColumn(statistics, id, level, year))
          const reasons = new Map(Object.entries(column.missing).flatMap(([reason, at]) => at.map((position) => [position, reason] as const)))
          expect(column.values).toHaveLength(codes.length)
          codes.forEach((code, at) => {
            const { value, missing } = getFigure(statistics, id, code, year)
            expect([column.values[at] ?? undefined, reasons.get(at)]).toEqual([value, missing])
          })
        }
      }
    }
  })
  test('of part of the country holds only the areas in that part', () => {
    expect(listAreaNames(statistics, 'neighbourhood', 2023, 'WK900101').codes).toEqual(['BU90010100', 'BU90010101'])
    expect(getFigureColumn(statistics, 'population', 'neighbourhood', 2023, 'WK900101').values).toEqual([410, 0])
  })
  test('that the package does not hold is missing for every area', () => {
    const column = getFigureColumn(statistics, 'people65Plus', 'municipality', 2022)
    expect(column.values).toEqual([null, null, null])
    expect(column.missing).toEqual({ notInTable: [0, 1, 2] })
  })
  test('names the tables of both years for a change', () => {
    const { source } = getFigureColumn(statistics, 'populationChange1Year', 'municipality', 2024)
    expect(source.map(({ resource }) => resource)).toEqual(['kwb-2023', 'kwb-2024'])
  })
  test('is refused for an indicator, year or area that is not there', () => {
    expect(() => getFigureColumn(statistics, 'nothing', 'municipality', 2024)).toThrow('unknownIndicator')
    expect(() => getFigureColumn(statistics, 'population', 'municipality', 1999)).toThrow('noSuchYear')
    expect(() => getFigureColumn(statistics, 'population', 'municipality', 2024, 'PV99')).toThrow('unknownArea')
  })
})
