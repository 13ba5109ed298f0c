import { describe, expect, it } from 'vitest'
import type { SeriesPoint } from '#domain/answers/answers.ts'
import type { BoundaryChange } from '#domain/boundary-change.ts'
import type { FigureColumn, Statistics } from '#statistics/statistics.ts'
import { getSeries } from '#steps/see/series.ts'
import { makeSmallStatistics } from '../../support/small-statistics.ts'

const getPoints = (statistics: Statistics, codes: string | string[], indicator: string): readonly SeriesPoint[] =>
  getSeries(statistics, [codes].flat(), [indicator])[0]?.points ?? []
const withoutWords = (points: readonly SeriesPoint[]): unknown[] => points.map((point) => ({ ...point, remark: undefined }))

const dissolved = (from: string, to: string, inhabitants: number, firstYear: number): BoundaryChange => ({
  date: `${firstYear}-01-01`,
  firstYear,
  kind: 'dissolved',
  from,
  fromName: from,
  to,
  toName: to,
  inhabitants,
})

/** Oud (GM0003) was divided over Noord (60 of 100) and Zuid (40 of 100) in 2022; Klein (GM0004) went to Noord whole. */
const divided = makeSmallStatistics({
  names: { NL00: 'Nederland', PV20: 'Groningen', GM0001: 'Noord', GM0002: 'Zuid', GM0003: 'Oud', GM0004: 'Klein' },
  provinces: { GM0001: 'PV20', GM0002: 'PV20', GM0003: 'PV20', GM0004: 'PV20' },
  referenceYear: 2022,
  changes: [dissolved('GM0003', 'GM0001', 60, 2022), dissolved('GM0003', 'GM0002', 40, 2022), dissolved('GM0004', 'GM0001', 50, 2022)],
  figures: {
    population: { NL00: { 2021: 650, 2022: 700 }, PV20: { 2021: 650, 2022: 700 }, GM0001: { 2021: 200, 2022: 340 }, GM0002: { 2021: 300, 2022: 360 }, GM0003: { 2021: 100 }, GM0004: { 2021: 50 } },
    age65Plus: { GM0001: { 2021: 40, 2022: 70 }, GM0002: { 2021: 60, 2022: 80 }, GM0003: { 2021: 50 }, GM0004: { 2021: 10 } },
    distanceToSupermarket: { GM0001: { 2021: 1, 2022: 1.5 }, GM0002: { 2021: 2, 2022: 2 }, GM0003: { 2021: 6 }, GM0004: { 2021: 4 } },
    averageHousePrice: { GM0001: { 2021: 200_000, 2022: 210_000 }, GM0002: { 2021: 250_000, 2022: 260_000 }, GM0003: { 2021: 180_000 }, GM0004: { 2021: 150_000 } },
    areaLand: { GM0001: { 2021: 900, 2022: 1900 }, GM0002: { 2021: 800, 2022: 1000 }, GM0003: { 2021: 700 }, GM0004: { 2021: 500 } },
    populationChange1: { GM0001: { 2022: 0 }, GM0002: { 2022: 0 } },
    shareAge65Plus: { GM0001: { 2021: 20, 2022: 20 }, GM0002: { 2021: 20, 2022: 22 } },
  },
})

const withSources = (column: FigureColumn | undefined, source: string): FigureColumn | undefined => column && { ...column, sources: [source] }

describe('the series of a municipality', () => {
  it('names the resources of the years that have a value', () => {
    const statistics: Statistics = { ...divided, findColumn: (...args) => withSources(divided.findColumn(...args), `kwb-${args[2]}`) }
    expect(getSeries(statistics, ['GM0001'], ['population', 'populationChange1', 'unknown']).map(({ sources }) => sources)).toEqual([
      ['kwb-2021', 'kwb-2022'],
      ['kwb-2022'],
      [],
    ])
  })

  it('adds up what was merged and estimates what was divided, on the boundaries of today', () => {
    expect(withoutWords(getPoints(divided, 'GM0001', 'population'))).toEqual([
      { year: 2021, value: 200 + 60 + 50, bridged: 'estimated' },
      { year: 2022, value: 340, bridged: 'asPublished' },
    ])
    expect(getPoints(divided, 'GM0001', 'population')[0]?.remark?.nl).toContain('van Klein en van een deel van Oud')
  })

  it('computes shares from the bridged counts, not from shares', () => {
    const [before] = getPoints(divided, 'GM0001', 'shareAge65Plus')
    expect(before?.value).toBeCloseTo((100 * (40 + 0.6 * 50 + 10)) / (200 + 60 + 50), 9)
  })

  it('takes the mean of rates by the inhabitants of the parts', () => {
    const [before] = getPoints(divided, 'GM0001', 'distanceToSupermarket')
    // (200 × 1 + 60 × 6 + 50 × 4) ÷ 310 = 2.4516, with one decimal more than on the page.
    expect(before?.value).toBe(2.45)
  })

  it('rounds estimated counts to whole people', () => {
    const odd = makeSmallStatistics({
      names: { GM0001: 'Noord', GM0002: 'Zuid', GM0003: 'Oud' },
      referenceYear: 2022,
      changes: [dissolved('GM0003', 'GM0001', 1, 2022), dissolved('GM0003', 'GM0002', 2, 2022)],
      figures: { population: { GM0001: { 2021: 200, 2022: 234 }, GM0002: { 2021: 300, 2022: 366 }, GM0003: { 2021: 100 } } },
    })
    expect(getPoints(odd, 'GM0001', 'population')[0]?.value).toBe(233)
  })

  it('gives the change on one boundary', () => {
    const [change] = getPoints(divided, 'GM0001', 'populationChange1')
    expect(change?.value).toBeCloseTo((100 * (340 - 310)) / 310, 9)
  })

  it('gives no sale price for a municipality that was put together: how many homes were sold is not known', () => {
    const prices = getPoints(divided, 'GM0001', 'averageHousePrice')
    expect(prices[0]?.remark?.nl).toContain('niet uit hun cijfers te berekenen')
    expect(withoutWords(prices)).toEqual([
      { year: 2021, missing: 'notForLevel' },
      { year: 2022, value: 210_000, bridged: 'asPublished' },
    ])
  })

  it('does not divide land by inhabitants', () => {
    const [before] = getPoints(divided, 'GM0002', 'areaLand')
    expect(before?.missing).toBe('partsMissing')
    expect(before?.remark?.en).toContain('How much land')
  })

  it('shows a municipality that is no more in the years in which it was there', () => {
    expect(withoutWords(getPoints(divided, 'GM0003', 'population'))).toEqual([
      { year: 2021, value: 100, bridged: 'asPublished' },
      { year: 2022, missing: 'noSuchArea' },
    ])
  })

  it('leaves nobody out: the municipalities together are the country in every year', () => {
    for (const year of [2021, 2022]) {
      const sum = ['GM0001', 'GM0002'].reduce((total, code) => total + (getPoints(divided, code, 'population').find((point) => point.year === year)?.value ?? NaN), 0)
      expect(sum).toBeCloseTo(year === 2021 ? 650 : 700, 9)
    }
  })

  it('gives the figures of the country and of a province that kept its municipalities as they were published', () => {
    expect(getPoints(divided, 'NL00', 'population').map(({ bridged }) => bridged)).toEqual(['asPublished', 'asPublished'])
    expect(getPoints(divided, 'PV20', 'population').map(({ value }) => value)).toEqual([650, 700])
  })
})

/** Klein (GM0004) with its neighbourhoods went to Noord (GM0001) in 2022, and they got codes of Noord. */
const renumbered = makeSmallStatistics({
  names: {
    GM0001: 'Noord',
    GM0004: 'Klein',
    BU00010000: { 2021: 'Centrum', 2022: 'Centrum', 2023: 'Centrum' },
    BU00010001: { 2021: 'Oosteinde', 2022: 'Westeinde', 2023: 'Westeinde' },
    BU00010002: 'De Hoeve',
    BU00010003: 'Nieuwe Wijk',
    BU00010004: 'Groei',
    BU00040000: 'de hoeve.',
    BU00040001: 'Groei',
  },
  referenceYear: 2023,
  changes: [dissolved('GM0004', 'GM0001', 160, 2022)],
  figures: {
    population: {
      GM0001: { 2021: 300, 2022: 560, 2023: 570 },
      GM0004: { 2021: 160 },
      BU00010000: { 2021: 200, 2022: 200, 2023: 210 },
      BU00010001: { 2021: 100, 2022: 100, 2023: 100 },
      BU00010002: { 2022: 105, 2023: 105 },
      BU00010003: { 2022: 5, 2023: 5 },
      BU00010004: { 2022: 150, 2023: 150 },
      BU00040000: { 2021: 100 },
      BU00040001: { 2021: 60 },
    },
    distanceToSupermarket: {
      BU00010000: { 2021: 1, 2022: 1, 2023: 1 },
      BU00010001: { 2021: 2, 2022: 2, 2023: 2 },
      BU00010002: { 2022: 4, 2023: 4 },
      BU00010003: { 2022: 'suppressed', 2023: 'suppressed' },
      BU00040000: { 2021: 4 },
    },
    populationChange1: { BU00010000: { 2022: 0, 2023: 5 }, BU00010001: { 2022: 0, 2023: 0 } },
  },
})

describe('the series of a neighbourhood', () => {
  it('is as published where code and name stayed the same', () => {
    expect(getPoints(renumbered, 'BU00010000', 'population')).toEqual([
      { year: 2021, value: 200, bridged: 'asPublished' },
      { year: 2022, value: 200, bridged: 'asPublished' },
      { year: 2023, value: 210, bridged: 'asPublished' },
    ])
  })

  it('breaks, and says why, where the code got another name', () => {
    const points = getPoints(renumbered, 'BU00010001', 'population')
    expect(withoutWords(points)).toEqual([
      { year: 2021, value: 100, bridged: 'asPublished' },
      { year: 2022, value: 100, bridged: 'asPublished', breakBefore: true },
      { year: 2023, value: 100, bridged: 'asPublished' },
    ])
    expect(points[1]?.remark?.nl).toContain('"Oosteinde", daarna bij "Westeinde"')
  })

  it('gives no change over a break', () => {
    expect(withoutWords(getPoints(renumbered, 'BU00010001', 'populationChange1'))).toEqual([
      { year: 2022, missing: 'noSuchArea' },
      { year: 2023, value: 0, bridged: 'asPublished' },
    ])
  })

  it('follows an area of a merged municipality to its former code by name, however that was spelled', () => {
    const points = getPoints(renumbered, 'BU00010002', 'population')
    expect(withoutWords(points)).toEqual([
      { year: 2021, value: 100, bridged: 'asPublished' },
      { year: 2022, value: 105, bridged: 'asPublished' },
      { year: 2023, value: 105, bridged: 'asPublished' },
    ])
    expect(points[0]?.remark?.nl).toContain('BU00040000, in de gemeente Klein')
  })

  it('does not follow a namesake with another number of inhabitants: 150 is not 60', () => {
    const points = getPoints(renumbered, 'BU00010004', 'population')
    expect(withoutWords(points)).toEqual([
      { year: 2021, missing: 'noSuchArea' },
      { year: 2022, value: 150, bridged: 'asPublished', breakBefore: true },
      { year: 2023, value: 150, bridged: 'asPublished' },
    ])
  })

  it('breaks where CBS says the boundary changed, though code and name are the same', () => {
    const marked = makeSmallStatistics({
      names: { BU00010000: 'Centrum' },
      referenceYear: 2022,
      figures: { population: { BU00010000: { 2021: 200, 2022: 900 } }, boundaryComparability: { BU00010000: { 2021: 1, 2022: 3 } } },
    })
    expect(getPoints(marked, 'BU00010000', 'population').map(({ breakBefore }) => breakBefore)).toEqual([undefined, true])
  })

  it('has a gap and a break where the area was not there for a year', () => {
    const gap = makeSmallStatistics({ names: { BU00010000: 'Centrum', BU00010001: 'Rand' }, referenceYear: 2023, figures: { population: { BU00010000: { 2021: 50, 2023: 60 }, BU00010001: { 2021: 1, 2022: 1, 2023: 1 } } } })
    expect(withoutWords(getPoints(gap, 'BU00010000', 'population'))).toEqual([
      { year: 2021, value: 50, bridged: 'asPublished' },
      { year: 2022, missing: 'noSuchArea' },
      { year: 2023, value: 60, bridged: 'asPublished', breakBefore: true },
    ])
  })
})

describe('the series of an own village', () => {
  it('adds its buurten up over the years, under their former codes too', () => {
    expect(getPoints(renumbered, ['BU00010000', 'BU00010002'], 'population').map(({ value, bridged }) => [value, bridged])).toEqual([
      [300, 'addedUp'],
      [305, 'addedUp'],
      [315, 'addedUp'],
    ])
  })

  it('leaves out a part without a figure where at most 5 per cent of the inhabitants live, and names it', () => {
    const point = getPoints(renumbered, ['BU00010000', 'BU00010003'], 'distanceToSupermarket').at(-1)
    expect(point).toMatchObject({ year: 2023, value: 1, bridged: 'estimated' })
    expect(point?.remark?.nl).toContain('Zonder Nieuwe Wijk')
  })

  it('gives no figure where more of them live in parts without one', () => {
    const [before] = getPoints(renumbered, ['BU00010000', 'BU00010004'], 'population')
    expect(before).toMatchObject({ year: 2021, missing: 'partsMissing' })
  })

  it('takes the mean of rates by inhabitants', () => {
    expect(getPoints(renumbered, ['BU00010000', 'BU00010001'], 'distanceToSupermarket').at(-1)?.value).toBeCloseTo((210 * 1 + 100 * 2) / 310, 9)
  })
})

it('refuses a series of nothing, and of an area that is not there', () => {
  expect(() => getSeries(divided, [], ['population'])).toThrow(RangeError)
  expect(() => getSeries(divided, ['GM9999'], ['population'])).toThrow('GM9999')
})
