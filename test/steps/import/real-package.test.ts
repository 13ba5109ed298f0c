import { beforeAll, describe, expect, it } from 'vitest'
import type { AreaLevel } from '#domain/area.ts'
import { SELECTION_FORMAT, type SelectionGroup } from '#domain/selection-document.ts'
import { getMissingCode } from '#domain/missing.ts'
import { openStatistics } from '#statistics/open-statistics.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getFigure } from '#steps/see/figures.ts'
import { validateIndex } from '#steps/see/index/validate-index.ts'
import { getSeries } from '#steps/see/series.ts'
import { runSelection } from '#steps/see/selection/run-selection.ts'
import { getNetherlandsHome } from '../../support/once-a-run.ts'
import { sharedData } from '../../support/shared-data.ts'

/** Known answers: the table in the README of the real data, and the official numbers of municipalities per year. */
const INHABITANTS_2024 = 17_942_942
const HOUSEHOLDS_2024 = 8_374_404
const MUNICIPALITIES: [year: number, number: number][] = [
  [2020, 355],
  [2021, 352],
  [2022, 345],
  [2023, 342],
  [2024, 342],
]

describe.skipIf(sharedData === undefined)('the real figures of the Netherlands', () => {
  let statistics: Statistics
  beforeAll(async () => {
    const opened = await openStatistics(await getNetherlandsHome())
    if (!opened) throw new Error('nothing was imported')
    statistics = opened
  }, 180_000)
  const listFigures = (indicator: string, level: AreaLevel, year: number): number[] =>
    [...(statistics.findColumn(indicator, level, year)?.values ?? [])].filter((value) => !Number.isNaN(value))
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

  it('hold 17,942,942 inhabitants and 8,374,404 households on 1 January 2024, in the country and its municipalities', () => {
    for (const level of ['country', 'landsdeel', 'province', 'corop', 'municipality'] as const) {
      expect(sum(listFigures('population', level, 2024)), level).toBe(INHABITANTS_2024)
      expect(sum(listFigures('households', level, 2024)), level).toBe(HOUSEHOLDS_2024)
    }
  })

  it('hold 342 municipalities, 3,393 districts and 14,574 neighbourhoods in 2024', () => {
    expect(statistics.listPositions('municipality', 2024)).toHaveLength(342)
    expect(statistics.listPositions('district', 2024)).toHaveLength(3393)
    expect(statistics.listPositions('neighbourhood', 2024)).toHaveLength(14_574)
    expect(listFigures('population', 'neighbourhood', 2024)).toHaveLength(14_574)
  })

  it.each(MUNICIPALITIES)('hold every municipality of %i: %i of them, adding up to the country', (year, number) => {
    expect(statistics.listPositions('municipality', year)).toHaveLength(number)
    expect(sum(listFigures('population', 'municipality', year))).toBe(listFigures('population', 'country', year)[0])
  })

  it('lack 75, 50 and 47 rows in 2021, 2022 and 2023, which the report finds by itself and expresses in inhabitants', () => {
    const lines = statistics.report.missingRows
    expect(lines.map(({ year, rows }) => [year, rows])).toEqual([[2021, 75], [2022, 50], [2023, 47]])
    for (const line of lines) {
      const level = statistics.report.levelSums.find((candidate) => candidate.indicator === 'population' && candidate.year === line.year && candidate.level === 'neighbourhood')
      const gap = -(level?.difference ?? NaN)
      expect(Math.abs((line.inhabitants.neighbourhood ?? 0) - gap), `${line.year}`).toBeLessThan(level?.roundingBand ?? 0)
      expect(line.listed).toHaveLength(line.rows)
    }
  })

  it('rank wijken much as Leefbaarometer does, with every wijk of it compared or named', async () => {
    const { years } = await validateIndex(statistics, 'basis-op-orde')
    // Wijken in the file of Leefbaarometer, and those of 2022 in the figures.
    const known = { 2020: [3301, 3333], 2022: [3308, 3333] } as Record<number, number[]>
    expect(years.map(({ year }) => year)).toEqual([2020, 2022])
    for (const { year, points, leftOut, correlations } of years) {
      const compared = points.length + leftOut.withoutScore.length
      expect([compared + leftOut.onlyLeefbaarometer.length, compared + leftOut.onlyFigures.length]).toEqual(known[year])
      const total = correlations.find((one) => one.of === 'index' && one.with === 'lbm')
      expect(total?.n).toBe(points.length)
      expect(total?.spearman).toBeGreaterThan(0.4)
      expect(total?.spearman).toBeLessThan(0.7)
    }
  })

  it('give every missing figure a reason, and no figure one', () => {
    for (const { id } of statistics.indicators) {
      for (const level of ['country', 'province', 'municipality', 'district', 'neighbourhood'] as const) {
        for (const year of statistics.listYears(id, level)) {
          const column = statistics.findColumn(id, level, year)
          const wrong = column ? column.values.findIndex((value, position) => Number.isNaN(value) !== (column.missing[position] ?? 0) > 0) : -1
          expect(wrong, `${id} ${level} ${year}`).toBe(-1)
        }
      }
    }
  })

  it('give no share above 100 percent: where a rounded part is larger than its rounded whole, that is the reason, named in the report', () => {
    let conflicts = 0
    for (const { id, formula } of statistics.indicators) {
      if (formula?.kind !== 'ratio' || formula.range[1] !== 100) continue
      for (const level of ['municipality', 'district', 'neighbourhood'] as const) {
        for (const year of statistics.listYears(id, level)) {
          const column = statistics.findColumn(id, level, year)
          const sumAt = (ids: readonly string[], position: number): number =>
            ids.reduce((total, term) => total + (statistics.findColumn(term, level, year)?.values[position] ?? NaN), 0)
          column?.values.forEach((value, position) => {
            const isTooLarge = sumAt(formula.numerator, position) > sumAt(formula.denominator, position)
            if (isTooLarge) conflicts++
            if (isTooLarge !== (column.missing[position] === getMissingCode('roundingConflict'))) expect.fail(`${id} ${level} ${year} at ${position}`)
            if (value > 100) expect.fail(`${id} ${level} ${year} at ${position}: ${value}`)
          })
        }
      }
    }
    const found = statistics.report.findings.filter(({ code }) => code === 'rounding-conflict')
    expect(found.reduce((total, { count, field }) => total + (field === 'personsPerHousehold' ? 0 : (count ?? 1)), 0)).toBe(conflicts)
    // 5 households, of which 10 of one person.
    expect(getFigure(statistics, 'shareOnePersonHouseholds', 'BU05900902', 2024)).toEqual({ missing: 'roundingConflict' })
    expect(found.find(({ field }) => field === 'shareOnePersonHouseholds')?.message.nl).toMatch(/2024: [^;]*BU05900902/)
  })

  it('find Annen as a village in its own neighbourhood, and postcode 9468 in Aa en Hunze', () => {
    const annen = statistics.listPlaces().find(({ name, municipality }) => name === 'Annen' && municipality === 'GM1680')
    expect(annen?.area).toBe('BU16800000')
    expect(statistics.listPostcodes().find(({ pc4 }) => pc4 === '9468')?.municipality).toBe('GM1680')
  })

  it('have the same change since an earlier year on the map as in the series of every tenth wijk and buurt', () => {
    const ids = statistics.indicators.filter(({ formula }) => formula?.kind === 'change').map(({ id }) => id)
    const areas = (['district', 'neighbourhood'] as const).flatMap((level) => statistics.listAreas(level).filter((_, position) => position % 10 === 0))
    const differing = areas.flatMap(({ code }) =>
      getSeries(statistics, [code], ids).flatMap(({ indicator, points }) => {
        const { year, value, missing } = points.find((point) => point.year === 2024) ?? {}
        const stored = year === undefined ? {} : getFigure(statistics, indicator, code, year)
        const isSame = missing === stored.missing && (value?.toFixed(9) ?? '') === (stored.value?.toFixed(9) ?? '')
        return isSame ? [] : [`${code} ${indicator}: ${value ?? missing} in the series, ${stored.value ?? stored.missing} on the map`]
      }),
    )
    expect(ids.length).toBeGreaterThan(0)
    expect(differing).toEqual([])
  })

  it('say of income in 2024 that it is not in this edition of the table, of households in an empty neighbourhood that a mean is impossible', () => {
    const income = statistics.findColumn('averageIncomePerInhabitant', 'municipality', 2024)
    expect([...(income?.missing ?? [])].filter((code) => code !== 6).every((code) => code === 3)).toBe(true)
    const size = statistics.findColumn('averageHouseholdSize', 'neighbourhood', 2024)
    const households = statistics.findColumn('households', 'neighbourhood', 2024)
    const without = [...(size?.missing ?? [])].flatMap((code, position) => (code > 0 && households?.missing[position] === 0 ? [position] : []))
    const empty = without.filter((position) => households?.values[position] === 0)
    expect(empty.length).toBeGreaterThan(100)
    expect(empty.every((position) => size?.missing[position] === 2)).toBe(true)
    expect(without.filter((position) => !empty.includes(position)).every((position) => size?.missing[position] === 1)).toBe(true)
  })

  const figure = (indicator: string, code: string, year: number): number => getFigure(statistics, indicator, code, year).value!
  const select = (level: 'region' | 'municipality', of: SelectionGroup['of']) =>
    runSelection(statistics, { format: SELECTION_FORMAT, name: 'Proef', level, where: { kind: 'group', meet: 'all', of } }).result!

  it('put the regions of the second action plan on the municipalities of today, as the COROP areas of the same municipalities say', () => {
    const { places, counts } = select('region', [{ kind: 'figure', indicator: 'population', compare: 'atLeast', threshold: 0 }])
    expect(counts).toEqual({ yes: 20, no: 0, unknown: 0 })
    const inhabitants = Object.fromEntries(places.codes.map((code, at) => [code, places.inhabitants[at]!]))
    const corop = (name: string) => figure('population', statistics.listAreas('corop').find((area) => area.name.startsWith(name))!.code, 2024)
    expect(inhabitants['zeeuws-vlaanderen']).toBe(corop('Zeeuwsch-Vlaanderen'))
    expect(inhabitants['midden-limburg']).toBe(corop('Midden-Limburg'))
    expect(inhabitants['noord-limburg']).toBe(corop('Noord-Limburg'))
    expect(inhabitants['parkstad-limburg']! + inhabitants['maastricht-mergelland']! + inhabitants['westelijke-mijnstreek']!).toBeCloseTo(corop('Zuid-Limburg'), 6)
    expect(inhabitants['eemsdelta']).toBeCloseTo(figure('population', 'GM1979', 2024) + (15_411 / 47_888) * figure('population', 'GM1966', 2024), 6)
  })

  it('follow a region back over a merger: the Eemsdelta of 2020 was Appingedam, Delfzijl, Loppersum and part of Het Hogeland', () => {
    const { places, criteria } = select('region', [{ kind: 'change', indicator: 'population', from: 2020, to: 2024, measure: 'absolute', compare: 'below', threshold: 0 }])
    const share = 15_411 / 47_888
    const then = ['GM0003', 'GM0010', 'GM0024'].reduce((total, code) => total + figure('population', code, 2020), share * figure('population', 'GM1966', 2020))
    const now = figure('population', 'GM1979', 2024) + share * figure('population', 'GM1966', 2024)
    expect(criteria[0]!.values[places.codes.indexOf('eemsdelta')]).toBeCloseTo(now - then, 6)
  })

  it('find all of the regions when everything is selected, and nothing of them when nothing is', () => {
    const everything = select('municipality', [{ kind: 'figure', indicator: 'population', compare: 'atLeast', threshold: 0 }]).comparison!
    expect(everything.regions.every(({ found }) => found === 'wholly')).toBe(true)
    expect([everything.all.recall, everything.shrinking.municipalities]).toMatchObject([1, { inRegions: 38, selectedInRegions: 38, selected: 342, recall: 1 }])
    expect(everything.all.precision).toBeCloseTo(everything.all.inhabitants / INHABITANTS_2024, 12)
    const nothing = select('municipality', [{ kind: 'figure', indicator: 'population', compare: 'below', threshold: 0 }]).comparison!
    expect(nothing.regions.every(({ found }) => found === 'not')).toBe(true)
    expect([nothing.all.recall, nothing.all.precision]).toEqual([0, undefined])
  })
})
