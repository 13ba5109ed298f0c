/** Minutes to a school, worked out by hand on buurten in a row (see reach-tables.ts). */
import { describe, expect, it } from 'vitest'
import { listFacilityTypes } from '#steps/explore/reach/facility-types.ts'
import { getReachColumn } from '#steps/explore/reach/reach-column.ts'
import { listFacilitiesNear } from '#steps/explore/reach/facilities-near.ts'
import { getPlaceReach } from '#steps/explore/reach/place-reach.ts'
import { makeTestStatistics } from '../../../support/test-statistics.ts'

const statistics = makeTestStatistics()
const SCHOOLS = { facilityType: 'primarySchool', normMinutes: 10 } as const

/** A step along the row in metres, and minutes over small roads for so many metres. */
const STEP = 6_371_008.8 * 0.02 * (Math.PI / 180) * Math.cos((53.01 * Math.PI) / 180)
const NORTH = 6_371_008.8 * 0.01 * (Math.PI / 180)
const byCar = (metres: number) => ((metres * 1.3) / 35_000) * 60
const rounded = (minutes: number) => Math.round(minutes * 10) / 10

describe('minutes to the nearest school', () => {
  it('by car go over small roads near by, over the main road further on, and nowhere from where neither leads', async () => {
    const { minutes, unreached, overNetworks, networks, roads, facilityCount } = await getReachColumn(statistics, { ...SCHOOLS, mode: 'car', level: 'neighbourhood' })
    // 6 km over small roads is four steps. A main road may be 4 km away: from the seventh buurt (2,898 m from its end), not from the sixth.
    const overMainRoad = (steps: number) => byCar(NORTH) + 5 + byCar(Math.hypot(NORTH, steps * STEP))
    const expected = [0, 1, 2, 3, 4].map((steps) => rounded(byCar(steps * STEP)))
    expect(minutes.slice(0, 5)).toEqual(expected)
    expect(minutes[5]).toBeNull()
    expect(unreached).toEqual([{ code: 'BU90020000', name: "'s-Gravenveen centrum", inhabitants: 2000 }])
    for (const [at, steps] of [[6, 2], [7, 1], [8, 0]] as const) expect(minutes[at]).toBeCloseTo(overMainRoad(steps), 1)
    expect([overNetworks, roads, facilityCount]).toEqual([{ straightLine: 5, mainRoads: 3, streets: 0 }, 'mainRoads', 1])
    expect(networks.slice(4, 7)).toEqual(['straightLine', 'none', 'mainRoads'])
  })

  it('by bicycle are straight lines with a detour', async () => {
    const { minutes, roads, unreached } = await getReachColumn(statistics, { ...SCHOOLS, mode: 'bicycle', level: 'neighbourhood' })
    expect(minutes).toEqual([...Array(9).keys()].map((steps) => rounded(((steps * STEP * 1.3) / 16_000) * 60)))
    expect([roads, unreached]).toEqual(['straightLines', []])
  })

  it('of a larger area are the mean of its inhabitants, and those beyond the norm are added up, with those who can reach none', async () => {
    const { minutes, inhabitants, beyondNorm } = await getReachColumn(statistics, { ...SCHOOLS, mode: 'car', level: 'municipality' })
    const perStep = byCar(STEP)
    // Krimpsterterp 1,100 at the school, Groeisterwoude 900 a step away, 55 two steps, Sint Annahuis 400 three steps.
    expect(minutes[0]).toBe(rounded((900 * perStep + 55 * 2 * perStep + 400 * 3 * perStep) / 2455))
    expect(inhabitants).toEqual([2455, 4070])
    // In GM9002: 2,000 reach none; over the main road 1,520 need 13.9 minutes, 300 need 11.4 and 250 need 9.96.
    expect(beyondNorm.all).toEqual([0, 2000 + 1520 + 300])
  })

  it('never get longer when the norm is loosened, and nobody is beyond an endless one but who can reach none', async () => {
    let former = Infinity
    for (const normMinutes of [0, 5, 10, 12, 15, 600]) {
      const { beyondNorm } = await getReachColumn(statistics, { ...SCHOOLS, normMinutes, mode: 'car', level: 'country' })
      expect(beyondNorm.all[0]).toBeLessThanOrEqual(former)
      former = beyondNorm.all[0]!
    }
    expect(former).toBe(2000)
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

  it('near a village are listed by straight distance, with size and municipality', async () => {
    const { facilities } = await listFacilitiesNear(statistics, 'GN102', 'primarySchool', 5)
    expect(facilities).toEqual([{ id: '01AA00', name: 'De Terp', point: [6.61, 53.01], metres: Math.round(STEP), size: 42, municipality: { code: 'GM9001', name: 'Oostermoer' } }])
  })
})
