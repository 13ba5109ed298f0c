/** What lies within reach, worked out by hand on buurten in a row (see reach-tables.ts): the school of 42 pupils stands at the first buurt. */
import { describe, expect, it } from 'vitest'
import { makeReachFeatures, makeReachTable } from '#steps/explore/reach/export-reach.ts'
import { getReachColumn } from '#steps/explore/reach/reach-column.ts'
import { getSupplyColumn } from '#steps/explore/reach/supply-column.ts'
import type { FigureColumn, Statistics } from '#statistics/statistics.ts'
import { makeSchoolStatistics } from '../../../support/school-tables.ts'
import { makeTestStatistics } from '../../../support/test-statistics.ts'

/** A tenth of the inhabitants are children. */
function withChildren(base: Statistics): Statistics {
  const tenth = (column: FigureColumn | undefined) => column && { ...column, values: column.values.map((own) => own / 10) }
  return { ...base, findColumn: (id, level, year) => (id === 'age0to14' ? tenth(base.findColumn('population', level, year)) : base.findColumn(id, level, year)) }
}
const statistics = withChildren(makeTestStatistics())
const ASKED = { facilityType: 'primarySchool', mode: 'foot', minutes: 25 } as const

describe('what lies within reach', () => {
  it('is one school for the first two buurten, 21 minutes apart on foot, and none for the others', async () => {
    const { within, shareWithAny, unreachedFacilities, facilityCount } = await getSupplyColumn(statistics, { ...ASKED, level: 'neighbourhood' })
    expect(within.slice(0, 3)).toEqual([1, 1, 0])
    expect(shareWithAny.slice(0, 3)).toEqual([100, 100, 0])
    expect([facilityCount, unreachedFacilities]).toEqual([1, []])
    // Of the 2,455 of the municipality 1,100 and 900 live there.
    const municipality = await getSupplyColumn(statistics, { ...ASKED, level: 'municipality' })
    expect(municipality.shareWithAny[0]).toBeCloseTo((100 * 2000) / 2455, 1)
  })

  it('is divided over who uses it: all that is given out is what there is', async () => {
    const { perThousand, measure, users } = await getSupplyColumn(statistics, { ...ASKED, level: 'neighbourhood' })
    expect([measure, users]).toEqual(['size', 'age0to14'])
    // Enhanced two-step method: Σ children × places a child = 42 pupils.
    expect((110 * perThousand[0]! + 90 * perThousand[1]!) / 1000).toBeCloseTo(42, 0)
    expect(perThousand[0]!).toBeGreaterThan(perThousand[1]!)
    expect(perThousand[2]).toBe(0)
  })
})

describe('places for everybody who uses them', () => {
  const at = (steps: number) => ({ longitude: 6.61 + 0.02 * steps, latitude: 53.01 })
  const SCHOOLS = [{ code: '01AA00', name: 'De Terp', pupils: NaN, type: 'HAVO', ...at(0) }, { code: '02BB00', name: 'De Wierde', pupils: 90, type: 'HAVO', ...at(8) }]
  const BICYCLE = { facilityType: 'secondarySchool', mode: 'bicycle', level: 'neighbourhood', minutes: 7 } as const

  it('are missing, and not nought, where only a school of unknown size is within reach', async () => {
    const { within, perThousand, perThousandMissing, sizeUnknown } = await getSupplyColumn(makeSchoolStatistics({ '2024-11': SCHOOLS }), BICYCLE)
    expect(within).toEqual([1, 1, 0, 0, null, 0, 0, 1, 1])
    expect(perThousand.map((own) => own && own > 0)).toEqual([null, null, 0, 0, null, 0, 0, true, true])
    expect(perThousandMissing).toEqual(['sizeUnknown', 'sizeUnknown', null, null, 'noUsers', null, null, null, null])
    expect(sizeUnknown).toEqual([{ id: '01AA00', name: 'De Terp' }])
  })

  it('are missing, and nothing within reach is said, from where no way to any is known', async () => {
    // The only school lies on the other side of the country, further than a straight line leads.
    const far = makeSchoolStatistics({ '2024-11': [{ code: '01AA00', pupils: 50, type: 'HAVO', longitude: 5.7, latitude: 50.9 }] })
    const { within, shareWithAny, perThousand, perThousandMissing } = await getSupplyColumn(far, BICYCLE)
    expect([within, shareWithAny, perThousand].map((column) => column.every((own) => own === null))).toEqual([true, true, true])
    expect(perThousandMissing.filter((why) => why !== 'timeUnknown')).toEqual(['noUsers'])
  })

  it('of which each is a location are few, and no nought where there is one', async () => {
    const locations = makeSchoolStatistics({ '2024-11': SCHOOLS.slice(0, 1) })
    const { perThousand, measure, sizeUnknown } = await getSupplyColumn(locations, { ...BICYCLE, level: 'country', minutes: 60 })
    // One for all 6,525 inhabitants.
    expect([measure, perThousand, sizeUnknown]).toEqual(['location', [Number((1000 / 6525).toPrecision(3))], []])
  })
})

describe('the second nearest', () => {
  it('is reached by nobody where there is but one, and never sooner than the nearest', async () => {
    const second = await getReachColumn(statistics, { ...ASKED, level: 'neighbourhood', normMinutes: 10, rank: 2 })
    expect([second.rank, second.minutes.every((own) => own === null)]).toEqual([2, true])
  })
})

describe('travel times as a file', () => {
  it('have a row an area, headings in words, and a shape where there is one', async () => {
    const answer = await getReachColumn(statistics, { ...ASKED, level: 'neighbourhood', normMinutes: 10 })
    const table = await makeReachTable(statistics, answer, 'nl')
    expect(table.rows).toHaveLength(9)
    expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true)
    expect(table.columns.map(({ title }) => title)).toEqual(expect.arrayContaining(['Inwoners verder dan 10 minuten', '0 tot 15 jaar, verder dan 10 minuten', 'Weg over']))
    const cell = (row: number, key: string) => table.rows[row]![table.columns.findIndex((column) => column.key === key)]
    expect([cell(1, 'areaName'), cell(1, 'inhabitants'), cell(1, 'beyond'), cell(1, 'beyond-age0to14'), cell(1, 'beyondPercent'), cell(1, 'network'), cell(1, 'facilityYear')]).toEqual(['Groeisterwoude', 900, 900, 90, 100, 'rechte lijn × 1,3', 2024])
    expect(table.about).toContainEqual(['Voorzieningen', 'Jaar van de plekken: basisschool 2024.'])
    const { features, about } = makeReachFeatures(statistics, answer, table).collection
    // One of the buurten has no shape.
    expect(features).toHaveLength(8)
    expect(about).toContainEqual(['Gebieden zonder vorm, niet in dit bestand', 1])
    expect(features[1]!.properties).toMatchObject({ areaCode: 'BU90010001', minutes: answer.minutes[1] })
  })
})
