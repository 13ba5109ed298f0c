/** What the page about distances shows: the choice in the URL, and the rows of map and table. */
import type { AreaListAnswer } from '#domain/answers/answers.ts'
import type { FacilityTypeListAnswer, ReachAnswer } from '#domain/answers/reach-answers.ts'
import type { SupplyAnswer } from '#domain/answers/supply-answers.ts'
import { readReachChoice } from '#web/reach-page/reach-choice.ts'
import { joinReach, subtractRows, sumReach } from '#web/reach-page/reach-rows.ts'
import { describe, expect, it } from 'vitest'

const words = { nl: '', en: '' }
const TYPES: FacilityTypeListAnswer['facilityTypes'] = [
  { id: 'primarySchool', name: words, explanation: words, count: 3 },
  { id: 'hospital', name: words, explanation: words, missing: 'noTable' },
]

const AREAS: AreaListAnswer = { level: 'municipality', year: 2024, codes: ['GM1', 'GM2', 'GM3'], names: ['A', 'B', 'C'], municipalities: ['', '', ''] }
const REACH: ReachAnswer = {
  facilityType: 'primarySchool', mode: 'car', level: 'municipality', year: 2024, version: 'v', normMinutes: 10, facilityCount: 3,
  minutes: [4, 12.5, null],
  inhabitants: [100, 50, 0],
  beyondNorm: { all: [0, 20, 0], age0to14: [0, 5, 0], age15to24: [0, 2, 0], age25to44: [0, 3, 0], age45to64: [0, 2, 0], age65Plus: [0, 8, 0] },
  rank: 1,
  peopleYear: 2024,
  peopleFrom: 'counted',
  timeUnknown: [0, 0, 0],
  placeUnknown: [0, 0, 7],
  unreached: [],
  notProjected: [],
  unknownPlaces: [],
  livedIn: { together: 2, scattered: 0, unknown: 0 },
  points: { neighbourhood: 2, neighbourhoodName: 0, village: 0, villageInDistrict: 0, district: 0, districtName: 0, similarName: 0, villageInName: 0, otherNeighbourhoods: 0, nowhere: 1 },
  networks: ['straightLine', 'straightLine', 'none'],
  overNetworks: { straightLine: 2, mainRoads: 0, streets: 0 },
  facilitiesOutside: [],
  roads: 'straightLines',
}

describe('the choice of the page about distances', () => {
  it('is a facility that the package has, whatever the address says', () => {
    expect(readReachChoice({ voorziening: 'ziekenhuis' }, TYPES)?.facilityType).toBe('primarySchool')
    expect(readReachChoice({}, TYPES.slice(1))).toBeUndefined()
  })
  it('takes a norm between 0 and ten hours, and the usual one otherwise', () => {
    expect([{ norm: '7.5' }, { norm: '0' }, { norm: '-1' }, { norm: '601' }, { norm: 'x' }, {}].map((state) => readReachChoice(state, TYPES)?.normMinutes)).toEqual([7.5, 0, 10, 10, 10, 10])
  })
})

describe('the choice of year and rank', () => {
  it('is that of the address where it can be, and as counted and the nearest otherwise', () => {
    const read = (state: Record<string, string>, canProject?: boolean) => {
      const { year, rank } = readReachChoice(state, TYPES, canProject)!
      return [year, rank]
    }
    expect(read({ jaar: '2040', hoeveelste: '2' })).toEqual([2040, 2])
    expect(read({ jaar: 'later', hoeveelste: '9' })).toEqual([undefined, 1])
    expect(read({ jaar: '2040' }, false)).toEqual([undefined, 1])
  })
})

describe('the rows of the page about distances', () => {
  it('show minutes, share or number, and say where there is none', () => {
    expect(joinReach(AREAS, REACH, 'minuten').map(({ value, missing }) => value ?? missing)).toEqual([4, 12.5, 'noWay'])
    expect(joinReach(AREAS, REACH, 'deel').map(({ value, missing }) => value ?? missing)).toEqual([0, 40, 'noWay'])
    expect(joinReach(AREAS, REACH, 'aantal').map(({ value, missing }) => value ?? missing)).toEqual([0, 20, 'noWay'])
  })
  it('under a scenario give how much more it is, and nothing where either is not known', () => {
    const then = { ...REACH, minutes: REACH.minutes.map((own, at) => (at === 1 && own !== null ? own + 2 : own)) }
    expect(subtractRows(joinReach(AREAS, then, 'minuten'), joinReach(AREAS, REACH, 'minuten')).map(({ value, missing }) => value ?? missing)).toEqual([0, 2, 'noWay'])
    expect(subtractRows(joinReach(AREAS, REACH, 'aantal'), joinReach(AREAS, REACH, 'aantal')).map(({ value, missing }) => value ?? missing)).toEqual([0, 0, 'noWay'])
  })
  it('add up to everybody whose place is known', () => {
    expect(sumReach({ ...REACH, beyondNorm: { ...REACH.beyondNorm, age0to14: [0, null, 0] } })).toMatchObject({ children: undefined, older: 8 })
    expect(sumReach(REACH)).toEqual({ all: 150, beyond: 20, timeUnknown: 0, children: 5, older: 8, oldest: undefined, withoutCar: undefined })
  })
  it('show what lies within reach, where that was asked', () => {
    const supply = { within: [2, 0.5, null], perThousand: [310, 0, null], perThousandMissing: [null, null, 'sizeUnknown'], measure: 'size' } as unknown as SupplyAnswer
    expect(joinReach(AREAS, REACH, 'keuze', supply).map(({ value, missing }) => value ?? missing)).toEqual([2, 0.5, 'noWay'])
    expect(joinReach(AREAS, REACH, 'plekken', supply).map(({ value, missing }) => value ?? missing)).toEqual([310, 0, 'sizeUnknown'])
    // A hospital for 250,000 inhabitants.
    expect(joinReach(AREAS, REACH, 'plekken', { ...supply, perThousand: [0.004, 0, null], measure: 'location' }).map(({ value }) => value)).toEqual([0.4, 0, undefined])
  })
  it('are refused when areas and times are of different versions', () => {
    expect(() => joinReach({ ...AREAS, codes: ['GM1'] }, REACH, 'deel')).toThrow('1 areas but 3 times')
  })
})
