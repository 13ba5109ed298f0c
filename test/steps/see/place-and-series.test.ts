import { describe, expect, it } from 'vitest'
import { AREA_LEVELS } from '#domain/area.ts'
import type { PlaceAnswer } from '#domain/answers/answers.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getOwnPlace, getPlace } from '#steps/see/place.ts'
import { getSeries } from '#steps/see/series.ts'
import { makeSmallStatistics } from '../../support/small-statistics.ts'
import { makeTestStatistics } from '../../support/test-statistics.ts'

/** Figures of the page that have a point in the series, each beside that point; values to nine decimals. */
function pair(statistics: Statistics, codes: readonly string[], place: PlaceAnswer): { page: unknown; series: unknown }[] {
  const lines = new Map(getSeries(statistics, codes, place.figures.map(({ indicator }) => indicator)).map(({ indicator, points }) => [indicator, points]))
  const write = (indicator: string, year: number, value: number | undefined, missing: string | undefined) => `${indicator} ${year} ${value?.toFixed(9) ?? missing}`
  return place.figures.flatMap(({ indicator, year, here }) => {
    const point = lines.get(indicator)?.find((candidate) => candidate.year === year)
    return point ? [{ page: write(indicator, year, here.value, here.missing), series: write(indicator, year, point.value, point.missing) }] : []
  })
}

function expectAgreement(statistics: Statistics, codes: readonly string[], place: PlaceAnswer): void {
  const pairs = pair(statistics, codes, place)
  expect(pairs.length).toBeGreaterThan(0)
  expect(pairs.map(({ page }) => page)).toEqual(pairs.map(({ series }) => series))
}

const handMade = makeTestStatistics()
const neighbourhoods = handMade.listAreas('neighbourhood').map(({ code }) => code)

/** Nieuw (BU00010002) had another code before 2022; Oost (BU00010001) was another place under that code. */
const renumbered = makeSmallStatistics({
  names: { BU00010000: 'Kom', BU00010001: { 2021: 'West', 2022: 'Oost' }, BU00010002: 'Nieuw', BU00010003: 'Bos', BU00010009: 'Nieuw' },
  referenceYear: 2022,
  figures: {
    population: { BU00010000: { 2021: 900, 2022: 1000 }, BU00010001: { 2021: 300, 2022: 500 }, BU00010002: { 2022: 200 }, BU00010003: { 2021: 20, 2022: 20 }, BU00010009: { 2021: 190 } },
    men: { BU00010000: { 2021: 440 }, BU00010001: { 2021: 140 }, BU00010003: { 2021: 'suppressed' }, BU00010009: { 2021: 90 } },
    distanceToSupermarket: { BU00010000: { 2022: 1 }, BU00010001: { 2022: 'suppressed' }, BU00010002: { 2022: 3 }, BU00010003: { 2022: 'suppressed' } },
    populationChange1: { BU00010000: { 2022: (100 * 100) / 900 }, BU00010002: { 2022: (100 * 10) / 190 }, BU00010003: { 2022: 0 } },
  },
})

/** Klein (GM0002) was added to Noord in 2022. */
const merged = makeSmallStatistics({
  names: { GM0001: 'Noord', GM0002: 'Klein', BU00010000: 'Kom' },
  referenceYear: 2022,
  changes: [{ date: '2022-01-01', firstYear: 2022, kind: 'dissolved', from: 'GM0002', fromName: 'Klein', to: 'GM0001', toName: 'Noord', inhabitants: 160 }],
  figures: {
    population: { GM0001: { 2021: 300, 2022: 560 }, GM0002: { 2021: 160 }, BU00010000: { 2021: 200, 2022: 210 } },
    men: { GM0001: { 2021: 150 }, GM0002: { 2021: 80 }, BU00010000: { 2021: 100 } },
  },
})

const findFigure = (place: PlaceAnswer, id: string) => place.figures.find(({ indicator }) => indicator === id)

describe('a place page and its series', () => {
  it('never disagree about an own village of any two buurten, in any year', () => {
    for (const [at, first] of neighbourhoods.entries()) {
      for (const second of neighbourhoods.slice(at + 1)) {
        const members = [first, second]
        for (const year of getOwnPlace(handMade, members, 'x').years) expectAgreement(handMade, members, getOwnPlace(handMade, members, 'x', year))
      }
    }
  })

  it('never disagree about an area of any level', () => {
    for (const statistics of [handMade, renumbered, merged]) {
      for (const { code } of AREA_LEVELS.flatMap((level) => statistics.listAreas(level))) expectAgreement(statistics, [code], getPlace(statistics, code))
    }
  })

  it('give older figures of a wijk or buurt under the code it had then, and say so', () => {
    const place = getPlace(renumbered, 'BU00010002')
    expect(findFigure(place, 'men')).toMatchObject({ year: 2021, here: { value: 90 } })
    expect(place.remarks.map(({ nl }) => nl).join(' ')).toContain('Cijfers van 2021: "Nieuw" had toen code BU00010009')
    expect(getPlace(renumbered, 'BU00010001').remarks.map(({ nl }) => nl).join(' ')).toContain('De cijfers van 2021 gaan over het gebied van toen.')
    expect(getPlace(renumbered, 'BU00010000').remarks.map(({ nl }) => nl).join(' ')).not.toContain('Cijfers van 2021:')
  })

  it('give older figures of a merged municipality on the boundaries of today, also where another place is compared with it', () => {
    const place = getPlace(merged, 'GM0001')
    expect(findFigure(place, 'population')).toMatchObject({ year: 2022, here: { value: 560 } })
    expect(findFigure(place, 'men')).toMatchObject({ year: 2021, here: { value: 150 + 80 } })
    expect(place.remarks.map(({ nl }) => nl).join(' ')).toContain('Cijfers van 2021: Opgeteld voor de grenzen van nu: met de cijfers van Klein.')
    expect(findFigure(getPlace(merged, 'BU00010000'), 'men')).toMatchObject({ year: 2021, here: { value: 100 }, elsewhere: [{ value: 150 + 80 }] })
  })

  it('leave out the same parts: those with at most 5 per cent of the inhabitants', () => {
    const few = ['BU00010000', 'BU00010002', 'BU00010003']
    const many = ['BU00010000', 'BU00010001']
    for (const members of [few, many]) expectAgreement(renumbered, members, getOwnPlace(renumbered, members, 'x'))
    const find = (members: string[]) => getOwnPlace(renumbered, members, 'x').figures.find(({ indicator }) => indicator === 'distanceToSupermarket')?.here
    expect(find(few)?.value).toBeCloseTo((1000 * 1 + 200 * 3) / 1200, 9)
    expect(find(many)).toEqual({ missing: 'partsMissing' })
  })

  it('follow an own village to former codes alike, also for older figures, and give no change over a break alike', () => {
    const find = (members: string[], id: string) => getOwnPlace(renumbered, members, 'x').figures.find(({ indicator }) => indicator === id)
    expect(find(['BU00010000', 'BU00010002'], 'men')).toMatchObject({ year: 2021, here: { value: 440 + 90 } })
    expect(find(['BU00010000', 'BU00010002'], 'populationChange1')?.here.value).toBeCloseTo((100 * (1200 - 1090)) / 1090, 9)
    expect(find(['BU00010000', 'BU00010001'], 'populationChange1')?.here).toEqual({ missing: 'noSuchArea' })
    for (const other of ['BU00010001', 'BU00010002', 'BU00010003']) {
      expectAgreement(renumbered, ['BU00010000', other], getOwnPlace(renumbered, ['BU00010000', other], 'x'))
    }
  })
})
