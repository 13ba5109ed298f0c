/** Minutes to a school, worked out by hand on buurten in a row (see reach-tables.ts). */
import { describe, expect, it } from 'vitest'
import { listFacilityTypes } from '#steps/explore/reach/facility-types.ts'
import { getReachColumn } from '#steps/explore/reach/reach-column.ts'
import { listFacilitiesNear } from '#steps/explore/reach/facilities-near.ts'
import { getPlaceReach } from '#steps/explore/reach/place-reach.ts'
import type { Statistics } from '#statistics/statistics.ts'
import type { Geometry } from 'geojson'
import { listPolygons } from '#engines/geometry/point-in-polygon.ts'
import { putPeopleAtPoints } from '../../../support/people-at-points.ts'
import { makeTestStatistics } from '../../../support/test-statistics.ts'

const statistics = putPeopleAtPoints(makeTestStatistics())
const SCHOOLS = { facilityType: 'primarySchool', normMinutes: 10 } as const

/** A step along the row in metres, and minutes over small roads for so many metres. */
const STEP = 6_371_008.8 * 0.02 * (Math.PI / 180) * Math.cos((53.01 * Math.PI) / 180)
const NORTH = 6_371_008.8 * 0.01 * (Math.PI / 180)
const byCar = (metres: number) => ((metres * 1.3) / 35_000) * 60
const rounded = (minutes: number) => Math.round(minutes * 10) / 10

const shiftEast = (geometry: Geometry, degrees: number): Geometry => ({ type: 'MultiPolygon', coordinates: listPolygons(geometry).map((rings) => rings.map((ring) => ring.map(([x = 0, y = 0]) => [x + degrees, y]))) })

describe('minutes to the nearest school', () => {
  it('by car go over small roads near by, and over the main road where that is faster', async () => {
    const { minutes, unreached, overNetworks, networks, roads, mainRoads, facilityCount } = await getReachColumn(statistics, { ...SCHOOLS, mode: 'car', level: 'neighbourhood' })
    // Five steps over small roads are 14.9 minutes; over the main road 2.5 to it, 5 along it and 9.3 back from its end.
    const overMainRoad = (steps: number) => byCar(NORTH) + 5 + byCar(Math.hypot(NORTH, steps * STEP))
    const expected = [0, 1, 2, 3, 4, 5].map((steps) => rounded(byCar(steps * STEP)))
    expect(minutes.slice(0, 6)).toEqual(expected)
    expect(unreached).toEqual([])
    for (const [at, steps] of [[6, 2], [7, 1], [8, 0]] as const) expect(minutes[at]).toBeCloseTo(overMainRoad(steps), 1)
    expect([overNetworks, roads, facilityCount]).toEqual([{ straightLine: 6, mainRoads: 3, streets: 0 }, 'mainRoads', 1])
    expect(networks.slice(5, 7)).toEqual(['straightLine', 'mainRoads'])
    // The second road has an end that is not in the list of nodes.
    expect(mainRoads).toEqual({ nodes: 2, otherPieces: [], smallPieces: { pieces: 0, nodes: 0, municipalities: [] }, roadsLeftOut: 1 })
  })

  it('by bicycle are straight lines with a detour', async () => {
    const { minutes, roads, unreached } = await getReachColumn(statistics, { ...SCHOOLS, mode: 'bicycle', level: 'neighbourhood' })
    expect(minutes).toEqual([...Array(9).keys()].map((steps) => rounded(((steps * STEP * 1.3) / 16_000) * 60)))
    expect([roads, unreached]).toEqual(['straightLines', []])
  })

  it('of a larger area are the mean of its inhabitants, and those beyond the norm are added up', async () => {
    const { minutes, inhabitants, beyondNorm } = await getReachColumn(statistics, { ...SCHOOLS, mode: 'car', level: 'municipality' })
    const perStep = byCar(STEP)
    // Krimpsterterp 1,100 at the school, Groeisterwoude 900 a step away, 55 two steps, Sint Annahuis 400 three steps.
    expect(minutes[0]).toBe(rounded((900 * perStep + 55 * 2 * perStep + 400 * 3 * perStep) / 2455))
    expect(inhabitants).toEqual([2455, 4070])
    // In GM9002: 2,000 need 14.9 minutes over small roads; over the main road 1,520 need 13.9, 300 need 11.4 and 250 need 9.96.
    expect(beyondNorm.all).toEqual([0, 2000 + 1520 + 300])
  })

  it('never get longer when the norm is loosened, and nobody is beyond an endless one', async () => {
    let former = Infinity
    for (const normMinutes of [0, 5, 10, 12, 15, 600]) {
      const { beyondNorm } = await getReachColumn(statistics, { ...SCHOOLS, normMinutes, mode: 'car', level: 'country' })
      expect(beyondNorm.all[0]).toBeLessThanOrEqual(former)
      former = beyondNorm.all[0]!
    }
    expect(former).toBe(0)
  })

  it('that are not known are nowhere beyond the norm nor within it, and are counted apart', async () => {
    // Four buurten of the row stand on an island: their shapes begin three kilometres to the east of those with the school, and no road leads there.
    const island = makeTestStatistics()
    const shapes = island.findShapes('municipality')!
    const other = shapes.codes.indexOf('GM9002')
    const geometries = Array.from(shapes.geometries, (geometry, at) => (at === other ? shiftEast(geometry, 0.05) : geometry))
    const apart: Statistics = {
      ...island,
      findShapes: (level) => (level === 'municipality' ? { ...shapes, geometries } : island.findShapes(level)),
      listAreas: (level) => island.listAreas(level).map((area) => (area.parents.municipality === 'GM9002' && area.point ? { ...area, point: [area.point[0] + 0.05, area.point[1]] as const } : area)),
      readTable: async (resource) => (resource.startsWith('roads') ? undefined : island.readTable(resource)),
    }
    const { minutes, inhabitants, beyondNorm, timeUnknown, unreached, placeUnknown } = await getReachColumn(apart, { ...SCHOOLS, normMinutes: 1, mode: 'car', level: 'municipality' })
    expect(inhabitants).toEqual([2455, 4070])
    expect([beyondNorm.all, timeUnknown, placeUnknown]).toEqual([[2455 - 1100, 0], [0, 4070], [0, 0]])
    expect([beyondNorm.age0to14[1], minutes[1]]).toEqual([0, null])
    expect(unreached.reduce((sum, buurt) => sum + buurt.inhabitants, 0)).toBe(4070)
  })

  it('keep to the areas that are asked for', async () => {
    const { minutes } = await getReachColumn(statistics, { ...SCHOOLS, mode: 'car', level: 'neighbourhood', within: 'GM9002' })
    expect(minutes).toHaveLength(4)
  })

  it('are refused for facilities that the package does not have', async () => {
    await expect(getReachColumn(statistics, { facilityType: 'hospital', normMinutes: 10, mode: 'car', level: 'country' })).rejects.toMatchObject({ problem: 'noFacilities', subject: 'hospital' })
  })
})

describe('the facilities of a package', () => {
  it('come from the newest table, each location once, and say what was left out and what is lacking', async () => {
    const { facilityTypes, roads, detourFactor } = await listFacilityTypes(statistics)
    const [primary, , hospital] = facilityTypes
    expect(primary).toMatchObject({ id: 'primarySchool', count: 1, leftOut: { withoutPoint: 1, twice: 1, furtherAddress: 0 }, source: { resource: 'schools-2024-11' } })
    expect(hospital).toMatchObject({ id: 'hospital', missing: 'noTable' })
    expect([roads?.resource, detourFactor]).toEqual(['roads-main-edges', 1.3])
  })

  it('are named from a village, from its own point', async () => {
    const { from, facilities } = await getPlaceReach(statistics, 'GN102')
    expect(from).toBe('place')
    expect(facilities.find(({ facilityType }) => facilityType === 'primarySchool')?.nearest).toEqual([
      { mode: 'car', name: 'De Terp', minutes: rounded(byCar(STEP)), network: 'straightLine' },
      { mode: 'bicycle', name: 'De Terp', minutes: rounded(((STEP * 1.3) / 16_000) * 60), network: 'straightLine' },
      { mode: 'foot', name: 'De Terp', minutes: rounded(((STEP * 1.3) / 5000) * 60), network: 'straightLine' },
    ])
  })

  it('of a larger area are on its page what they are in the list of its level, with what is nearest for most', async () => {
    for (const level of ['district', 'municipality', 'province', 'country'] as const) {
      for (const mode of ['car', 'bicycle', 'foot'] as const) {
        const { minutes } = await getReachColumn(statistics, { ...SCHOOLS, mode, level })
        const areas = statistics.listAreas(level).filter(({ years }) => years.includes(statistics.referenceYear))
        expect(minutes).toHaveLength(areas.length)
        for (const [row, { code }] of areas.entries()) {
          const { from, facilities } = await getPlaceReach(statistics, code)
          const found = facilities.find(({ facilityType }) => facilityType === 'primarySchool')?.nearest.find((own) => own.mode === mode)
          expect([from, found?.minutes ?? null, found?.name]).toEqual(['inhabitants', minutes[row], minutes[row] === null ? undefined : 'De Terp'])
        }
      }
    }
  })

  it('of a municipality name whom the facility is nearest for: the only school for all of them; of a buurt that is not told', async () => {
    const shares = async (id: string) => (await getPlaceReach(statistics, id)).facilities.find(({ facilityType }) => facilityType === 'primarySchool')!.nearest.map(({ forPercent }) => forPercent)
    expect(await shares('GM9001')).toEqual([100, 100, 100])
    expect(await shares('BU90010000')).toEqual([undefined, undefined, undefined])
  })

  it('near a village are listed by straight distance, with size and municipality', async () => {
    const { facilities, municipality, total } = await listFacilitiesNear(statistics, 'GN102', 'primarySchool', 5)
    expect([municipality, total]).toEqual([{ code: 'GM9001', name: 'Oostermoer', count: 1 }, 1])
    expect(facilities).toEqual([{ id: '01AA00', name: 'De Terp', point: [6.61, 53.01], metres: Math.round(STEP), size: 42, municipality: { code: 'GM9001', name: 'Oostermoer' } }])
  })

  it('of the municipality are all listed, however few of the nearest are asked for; of a country only the nearest are', async () => {
    const list = async (id: string, limit: number) => {
      const { facilities, municipality, total } = await listFacilitiesNear(statistics, id, 'primarySchool', limit)
      return [facilities.map(({ name }) => name), municipality?.count, total]
    }
    for (const id of ['GM9001', 'GN102', 'BU90010001']) expect(await list(id, 0)).toEqual([['De Terp'], 1, 1])
    expect(await list('GM9002', 0)).toEqual([[], 0, 1])
    expect(await list('GM9002', 1)).toEqual([['De Terp'], 0, 1])
    expect(await list('NL00', 0)).toEqual([[], undefined, 1])
  })
})
