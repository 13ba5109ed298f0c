/** Which village a facility stands in: worked out along a line, and of real schools against their addresses. */
import { describe, expect, it } from 'vitest'
import type { Place } from '#domain/place.ts'
import { normaliseName } from '#domain/names.ts'
import { openStatistics } from '#statistics/open-statistics.ts'
import { getFacilityVillageFinder } from '#steps/explore/reach/facility-village.ts'
import { prepareHomePoints } from '#steps/explore/reach/home-points.ts'
import { getFacilities } from '#steps/explore/reach/reach-ground.ts'
import { getNetherlandsHome } from '../../../support/once-a-run.ts'
import { sharedData } from '../../../support/shared-data.ts'
import { makeTestStatistics } from '../../../support/test-statistics.ts'

/** So many steps along the row of buurten; the first five are of Oostermoer, GM9001. */
const at = (steps: number) => [6.61 + 0.02 * steps, 53.01] as const
const makePlace = (id: string, name: string, steps: number, population?: number): Place =>
  ({ id, name, point: at(steps), municipality: steps > 4.5 ? 'GM9002' : 'GM9001', area: 'GM9001', locatedBy: 'municipality', ...(population !== undefined && { population }) })
/** The town reaches twice as far as the village: 16 times as many people, to the power of a quarter. */
const PLACES = [makePlace('WP1', 'Grotestad', 0, 16_000), makePlace('WP2', 'Kleindorp Gn', 3, 1000), makePlace('GN3', 'Buurtje', 1.5), makePlace('WP4', 'Over de Grens', 6)]
const find = getFacilityVillageFinder(makeTestStatistics({ listPlaces: () => PLACES }))
const villageAt = (steps: number, name = 'Ziekenhuis', town?: string) => find({ name, point: at(steps), ...(town !== undefined && { town }) }).name

describe('a facility stands in', () => {
  it('the nearest woonplaats of its municipality for its size, never a hamlet', () => {
    expect([0, 1.5, 1.9, 2.1, 4.4].map((steps) => villageAt(steps))).toEqual(['Grotestad', 'Grotestad', 'Grotestad', 'Kleindorp Gn', 'Kleindorp Gn'])
  })

  it('the one whose name stands in its own, with or without what tells two of a name apart', () => {
    expect([villageAt(0, 'Station Kleindorp West'), villageAt(3, 'Refaja Ziekenhuis Grotestad'), villageAt(0, 'Kleindorper Huis')]).toEqual(['Kleindorp Gn', 'Grotestad', 'Grotestad'])
    // Of another municipality it may be a direction.
    expect(villageAt(0, 'Station Over de Grens')).toBe('Grotestad')
  })

  it('the town of its address, whatever is near', () => {
    expect(villageAt(0, 'Station Kleindorp', 'Elders')).toBe('Elders')
    expect(find({ name: 'Ziekenhuis', point: [3, 51.9], town: 'Elders' })).toEqual({ name: 'Elders', municipality: '' })
  })

  it('a name on the map where nothing is known of woonplaatsen', () => {
    const bare = getFacilityVillageFinder(makeTestStatistics({ listPlaces: () => PLACES.filter(({ id }) => id.startsWith('GN')) }))
    expect(bare({ name: 'Ziekenhuis', point: at(3) })).toEqual({ name: 'Buurtje', municipality: 'GM9001' })
  })
})

describe.skipIf(sharedData === undefined)('of real facilities', { timeout: 300_000 }, () => {
  it('most schools are put in the town of their address without it, and hospitals say theirs', async () => {
    const statistics = await openStatistics(await getNetherlandsHome())
    if (statistics === undefined) throw new Error('nothing was imported')
    await prepareHomePoints(statistics)
    const findReal = getFacilityVillageFinder(statistics)
    const { facilities } = await getFacilities(statistics, 'primarySchool')
    const right = facilities.filter(({ name, point, town }) => normaliseName(findReal({ name, point }).name ?? '') === normaliseName(town ?? ''))
    // 96 percent; by the nearest name on the map it was 64.
    expect(right.length / facilities.length).toBeGreaterThan(0.95)
    const villages = async (type: 'hospital' | 'railwayStation', names: readonly string[]) => {
      const list = (await getFacilities(statistics, type)).facilities
      return names.map((name) => findReal(list.find((one) => one.name === name)!).name)
    }
    expect(await villages('hospital', ['Refaja Ziekenhuis Stadskanaal', 'Martini Ziekenhuis van Swieten'])).toEqual(['Stadskanaal', 'Groningen'])
    expect(await villages('railwayStation', ['Station Delfzijl West', 'Station Haren'])).toEqual(['Delfzijl', 'Haren Gn'])
  })
})
