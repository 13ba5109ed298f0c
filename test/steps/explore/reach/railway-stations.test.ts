/** Railway stations out of a table of places as GeoNames has it, on buurten in a row (see reach-tables.ts). */
import { describe, expect, it } from 'vitest'
import type { Table } from '#domain/table.ts'
import { runNorms } from '#steps/explore/norms/run-norms.ts'
import { listFacilityTypes } from '#steps/explore/reach/facility-types.ts'
import { refuseStation } from '#steps/explore/reach/railway-stations.ts'
import { getFacilities } from '#steps/explore/reach/reach-ground.ts'
import { getReachColumn } from '#steps/explore/reach/reach-column.ts'
import { putPeopleAtPoints } from '../../../support/people-at-points.ts'
import { REACH_SOURCES, REACH_TABLES } from '../../../support/reach-tables.ts'
import { makeTestStatistics } from '../../../support/test-statistics.ts'

/** Number, name, kind and steps along the row. Eerbeek is a real number: a station of a museum line. */
const ROWS = [
  [990000001, 'Krimpsterterp', 'PPL', 0],
  [990000002, 'Station Krimpsterterp', 'RSTN', 2],
  [6640195, 'Station Eerbeek', 'RSTN', 0],
  [990000003, 'Halte Sint Annahuis', 'RSTP', 4],
  [990000004, 'Oude Halte', 'RSTPQ', 5],
  [990000005, 'Busstation', 'BUSTN', 6],
  [990000006, 'Station Groeisterwoude', 'RSTN', 8],
] as const

const PLACES: Table = {
  rowCount: ROWS.length,
  columns: [
    { name: 'geonameid', kind: 'number', values: Float64Array.from(ROWS, ([id]) => id) },
    { name: 'name', kind: 'text', values: ROWS.map(([, name]) => name) },
    { name: 'feature code', kind: 'text', values: ROWS.map(([, , kind]) => kind) },
    { name: 'longitude', kind: 'number', values: Float64Array.from(ROWS, ([, , , steps]) => 6.61 + 0.02 * steps) },
    { name: 'latitude', kind: 'number', values: new Float64Array(ROWS.length).fill(53.01) },
  ],
}
const statistics = putPeopleAtPoints(makeTestStatistics({
  sources: [{ ...REACH_SOURCES[0]!, resource: 'places-geonames' }],
  readTable: async (resource) => (resource === 'places-geonames' ? PLACES : REACH_TABLES.get(resource)),
}))
const STEP = 6_371_008.8 * 0.02 * (Math.PI / 180) * Math.cos((53.01 * Math.PI) / 180)

describe('railway stations', () => {
  it('are those where trains of the timetable stop; every other one is named with the reason', async () => {
    const { facilities } = await getFacilities(statistics, 'railwayStation')
    expect(facilities.map(({ id, name }) => [id, name])).toEqual([['990000002', 'Station Krimpsterterp'], ['990000006', 'Station Groeisterwoude']])
    const station = (await listFacilityTypes(statistics)).facilityTypes.find(({ id }) => id === 'railwayStation')
    expect(station?.refused).toEqual([{ name: 'Station Eerbeek', why: 'museumLine' }, { name: 'Halte Sint Annahuis', why: 'stop' }, { name: 'Oude Halte', why: 'abandoned' }])
    expect(station?.source?.resource).toBe('places-geonames')
  })

  it('are counted from, by bicycle, in minutes and in norms', async () => {
    const { minutes } = await getReachColumn(statistics, { facilityType: 'railwayStation', mode: 'bicycle', level: 'neighbourhood', normMinutes: 10 })
    const byBicycle = (steps: number) => Math.round((((steps * STEP * 1.3) / 16_000) * 60) * 10) / 10
    expect(minutes).toEqual([2, 1, 0, 1, 2, 3, 2, 1, 0].map(byBicycle))
    const set = { name: 'Trein', norms: [{ facilityType: 'railwayStation' as const, mode: 'bicycle' as const, mostMinutes: (byBicycle(1) + byBicycle(2)) / 2 }] }
    // Two steps and more: the first, the fifth, the sixth and the seventh buurt, where 1,100, nobody, 2,000 and 1,520 live.
    expect((await runNorms(statistics, { set, level: 'country' })).lines[0]?.beyond?.all).toBe(1100 + 2000 + 1520)
  })

  it('that are gone are gone whatever their number, and a stop on a museum line is that first', () => {
    expect([refuseStation('RSTNQ', '6640195'), refuseStation('RSTP', '6640195'), refuseStation('RSTN', '1')]).toEqual(['abandoned', 'museumLine', undefined])
  })
})
