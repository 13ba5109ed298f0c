/** People who live all over a buurt and not at its point: how far spread, by hand, and what may never change by it. */
import { describe, expect, it } from 'vitest'
import type { Area } from '#domain/area.ts'
import { createPlainSweeper } from '#engines/reach/plain-sweeper.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getHomePoints } from '#steps/explore/reach/home-points.ts'
import { listReachable } from '#steps/explore/reach/list-reachable.ts'
import { findNearestFacilities } from '#steps/explore/reach/nearest-facility.ts'
import { getPlaceReach } from '#steps/explore/reach/place-reach.ts'
import { getReachColumn } from '#steps/explore/reach/reach-column.ts'
import { getGround } from '#steps/explore/reach/reach-ground.ts'
import { toMinutes } from '#steps/explore/reach/ticks.ts'
import { measureTravelMinutes } from '#steps/explore/reach/travel-minutes.ts'
import { getTravelMode, TRAVEL_MODES, type TravelMode } from '#steps/explore/reach/travel-modes.ts'
import { putPeopleAtPoints } from '../../../support/people-at-points.ts'
import { makeTestStatistics } from '../../../support/test-statistics.ts'

/** A person in a population core takes 235 m²: 10 percent of 33,870 km² of land for 90 percent of 15,987,075 people. */
const CORE_RADIUS = (people: number) => Math.sqrt((people * (3387e6 / (0.9 * 15_987_075))) / Math.PI)
/** Minutes by bicycle along so many metres straight. */
const cycle = (metres: number) => ((metres * 1.3) / 16_000) * 60
const rounded = (minutes: number) => Math.round(minutes * 10) / 10

const renamed = (statistics: Statistics, names: Readonly<Record<string, string>>): Statistics => {
  const rename = (area: Area): Area => ({ ...area, name: names[area.code] ?? area.name })
  return { ...statistics, listAreas: (level) => statistics.listAreas(level).map(rename) }
}
const radiusOf = (statistics: Statistics, code: string) => {
  const { areas, radii } = getHomePoints(statistics)
  return radii[areas.findIndex((area) => area.code === code)]
}
const [TERP, GROEI, NOBODY] = ['BU90010000', 'BU90010001', 'BU90010101']

describe('the part of a buurt that people live in', () => {
  it('is as large as they take in a population core: 1,100 people on 2 km² live within 287 metres', () => {
    expect(CORE_RADIUS(1100)).toBeCloseTo(287.1, 1)
    expect(radiusOf(makeTestStatistics(), TERP)).toBeCloseTo(CORE_RADIUS(1100), 6)
  })

  it('is at most the land there is: where 10,000 live on a square kilometre, 900 take a tenth of what they have in a core', () => {
    const base = makeTestStatistics()
    const dense: Statistics = {
      ...base,
      findColumn: (indicator, level, year) => {
        const column = base.findColumn(indicator, level, year)
        return indicator === 'populationDensity' && column ? { ...column, values: column.values.map(() => 10_000) } : column
      },
    }
    expect(radiusOf(dense, GROEI)).toBeCloseTo(1000 * Math.sqrt(0.09 / Math.PI), 6)
  })

  it('is all the land where the name says that homes are scattered', () => {
    // One of the nine is called so already: Verspreide huizen Krimpsterterp, with 55 people.
    for (const name of ['Verspreide huizen Groei', 'Verspr.h. Groei', 'Buitengebied-Zuid', 'Landelijk gebied Groei']) {
      expect(radiusOf(renamed(makeTestStatistics(), { [GROEI]: name }), GROEI)).toBeCloseTo(1000 * Math.sqrt(2 / Math.PI), 6)
    }
    expect(getHomePoints(renamed(makeTestStatistics(), { [GROEI]: 'Buitengebied' })).livedIn).toEqual({ together: 6, scattered: 2, unknown: 1 })
  })

  it('is the point where nobody is known to live, or no land is known; that is counted', () => {
    expect(radiusOf(makeTestStatistics(), NOBODY)).toBe(0)
    expect(getHomePoints(makeTestStatistics()).livedIn).toEqual({ together: 7, scattered: 1, unknown: 1 })
    expect(getHomePoints(putPeopleAtPoints(makeTestStatistics())).livedIn).toEqual({ together: 0, scattered: 0, unknown: 9 })
  })
})

describe('minutes from people who live spread', () => {
  it('are two thirds of the radius to a school at the point, and hardly longer to one far away', async () => {
    const statistics = makeTestStatistics()
    const { minutes, livedIn } = await getReachColumn(statistics, { facilityType: 'primarySchool', mode: 'bicycle', level: 'neighbourhood', normMinutes: 10 })
    expect(minutes[0]).toBe(rounded(cycle((2 / 3) * CORE_RADIUS(1100))))
    const points = await getReachColumn(putPeopleAtPoints(makeTestStatistics()), { facilityType: 'primarySchool', mode: 'bicycle', level: 'neighbourhood', normMinutes: 10 })
    const step = cycle(6_371_008.8 * 0.02 * (Math.PI / 180) * Math.cos((53.01 * Math.PI) / 180))
    const radius = cycle(CORE_RADIUS(900))
    expect(minutes[1]).toBe(rounded(step + radius ** 2 / (8 * step)))
    expect(minutes[8]).toBe(points.minutes[8])
    expect(livedIn).toEqual({ together: 7, scattered: 1, unknown: 1 })
  })

  it('are on the page of a buurt what they are on the map; of a village they are those of its middle', async () => {
    const statistics = makeTestStatistics()
    const find = async (id: string) => (await getPlaceReach(statistics, id)).facilities.find(({ facilityType }) => facilityType === 'primarySchool')!.nearest.find(({ mode }) => mode === 'bicycle')!.minutes
    expect(await find(TERP)).toBe(rounded(cycle((2 / 3) * CORE_RADIUS(1100))))
    const village = statistics.listPlaces()[0]!
    const { minutes } = findNearestFacilities({ points: [village.point] }, [{ point: [6.61, 53.01] }], getTravelMode('bicycle'))
    expect(await find(village.id)).toBe(rounded(minutes[0]!))
  })
})

/** Numbers from 0 to 1 that are the same every time. */
function* draw(seed: number): Generator<number, never> {
  for (let state = seed; ; ) yield (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647
}

describe('spreading people', () => {
  const random = draw(11)
  const next = () => random.next().value
  const points = Array.from({ length: 40 }, () => [6.6 + 0.2 * next(), 53 + 0.05 * next()] as const)
  const sites = Array.from({ length: 12 }, () => ({ point: [6.6 + 0.2 * next(), 53 + 0.05 * next()] as const }))
  const radii = Float64Array.from(points, () => 900 * next())

  /** No water, so that all can go everywhere. */
  const getDryGround = async (mode: TravelMode) => ({ ...(await getGround(makeTestStatistics(), mode)), land: undefined })

  it('from one point changes nothing, to the last bit', async () => {
    for (const mode of TRAVEL_MODES) {
      const ground = await getDryGround(mode)
      const none = new Float64Array(points.length)
      expect(findNearestFacilities({ points, radii: none }, sites, mode, ground, 2)).toEqual(findNearestFacilities({ points }, sites, mode, ground, 2))
      expect(measureTravelMinutes({ points, radii: none }, sites.map(({ point }) => point), mode, ground)).toEqual(measureTravelMinutes({ points }, sites.map(({ point }) => point), mode, ground))
      expect(listReachable({ points, radii: none }, sites, mode, ground, 20, createPlainSweeper)).toEqual(listReachable({ points }, sites, mode, ground, 20, createPlainSweeper))
    }
  })

  it('never changes which is nearest nor over which ways, and shortens no time', async () => {
    for (const mode of TRAVEL_MODES) {
      const ground = await getDryGround(mode)
      const [spread, together] = [{ points, radii }, { points }].map((places) => findNearestFacilities(places, sites, mode, ground, 3))
      expect(spread!.facilities).toEqual(together!.facilities)
      expect(spread!.networks).toEqual(together!.networks)
      for (const [at, minutes] of spread!.minutes.entries()) expect(minutes).toBeGreaterThan(together!.minutes[at]!)
    }
  })

  it('gives the same minutes to the nearest, in a matrix and among what is within a time; what is beyond it is not there', async () => {
    const [mode, most] = [getTravelMode('car'), 9]
    const ground = await getDryGround(mode)
    const matrix = measureTravelMinutes({ points, radii }, sites.map(({ point }) => point), mode, ground)
    const nearest = findNearestFacilities({ points, radii }, sites, mode, ground)
    const { firstPairs, sites: found, ticks } = listReachable({ points, radii }, sites, mode, ground, most, createPlainSweeper)
    for (const place of points.keys()) {
      const row = matrix.subarray(place * sites.length, (place + 1) * sites.length)
      expect(nearest.minutes[place]).toBeCloseTo(Math.min(...row), 1)
      const pairs = new Map(Array.from(found.subarray(firstPairs[place], firstPairs[place + 1]), (site, at) => [site, toMinutes(ticks[firstPairs[place]! + at]!)]))
      for (const [site, minutes] of row.entries()) {
        if (minutes < most - 0.02) expect(pairs.get(site)).toBeCloseTo(minutes, 1)
        if (minutes > most + 0.02) expect(pairs.has(site)).toBe(false)
      }
    }
    expect(ticks.length).toBeGreaterThan(100)
    expect(ticks.length).toBeLessThan(points.length * sites.length - 100)
  })
})
