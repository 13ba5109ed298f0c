/** How much there is within reach: how many facilities, and how much of them for everybody with neighbours who use them too. */
import type { SupplyAnswer } from '#domain/answers/supply-answers.ts'
import type { Facility } from '#domain/facility.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { remember } from '#domain/remember.ts'
import { getHomePoints, prepareHomePoints } from '#steps/explore/reach/home-points.ts'
import type { ReachQuestion } from '#steps/explore/reach/reach-column.ts'
import { findNearestOfBuurten } from '#steps/explore/reach/nearest-of-buurten.ts'
import { getFacilities, getGround } from '#steps/explore/reach/reach-ground.ts'
import type { SupplyOutput } from '#steps/explore/reach/reach-task.ts'
import { findSupplyBeside } from '#steps/explore/reach/reach-thread.ts'
import type { TravelGround } from '#steps/explore/reach/travel-ground.ts'
import { getTravelMode } from '#steps/explore/reach/travel-modes.ts'
import type { TravelMode } from '#steps/explore/reach/travel-modes.ts'
import { selectPositions } from '#steps/see/catalogue.ts'
import { memoize } from '#steps/see/memo.ts'

export type SupplyQuestion = Omit<ReachQuestion, 'normMinutes' | 'year'> & { readonly minutes: number }

/** Whom a facility is for: its places are divided over these. */
const USERS = { primarySchool: 'age0to14', secondarySchool: 'population', hospital: 'population', communityBuilding: 'population', railwayStation: 'population' } as const

/** A location is one place for very many people: tenths a thousand would all be nought. */
const LOCATION_DIGITS = 3

/** In the order of listAreaNames for the reference year. Throws SeeError `noFacilities` or `unknownArea`. */
export async function getSupplyColumn(statistics: Statistics, question: SupplyQuestion): Promise<SupplyAnswer> {
  const { facilityType, mode, minutes } = question
  const { facilities } = await getFacilities(statistics, facilityType)
  await prepareHomePoints(statistics)
  return addUp(statistics, question, facilities, await getKept(statistics)(facilityType, mode, minutes))
}

/** What people find of these facilities, over this ground. */
export interface SupplyGround {
  readonly facilityType: SupplyQuestion['facilityType']
  readonly facilities: readonly Facility[]
  readonly mode: TravelMode
  readonly ground: TravelGround
  readonly minutes: number
  /** To the nearest of them, from every buurt: NaN where no way is known. */
  readonly nearestMinutes: ArrayLike<number>
}

/** The same with other facilities, or other speeds. */
export async function measureSupplyColumn(statistics: Statistics, question: SupplyQuestion, ground: SupplyGround): Promise<SupplyAnswer> {
  return addUp(statistics, question, ground.facilities, await measureSupply(statistics, ground))
}

function addUp(statistics: Statistics, { facilityType, mode, level, within, minutes }: SupplyQuestion, facilities: readonly Facility[], { reached, sized, supply, unreachedSites, hasSizes, users, hasWay, isSized }: Supply): SupplyAnswer {
  const homes = getHomePoints(statistics)
  const positions = selectPositions(statistics, level, homes.year, within)
  const all = statistics.listAreas(level)
  const rowOfArea = new Map([...positions].map((position, row) => [all[position]!.code, row]))
  const population = statistics.findColumn('population', 'neighbourhood', homes.year)?.values
  const make = () => new Float64Array(positions.length)
  const [people, own, counted, weighted, given, withoutWay, withoutSize] = [make(), make(), make(), make(), make(), make(), make()]
  for (const [at, area] of homes.areas.entries()) {
    const row = rowOfArea.get(level === 'neighbourhood' ? area.code : (area.parents[level] ?? ''))
    if (row === undefined || homes.points[at] === undefined) continue
    if (!hasWay(at)) {
      withoutWay[row]! += users[at]!
      continue
    }
    const inhabitants = population?.[statistics.getPosition(area.code)] || 0
    people[row]! += inhabitants
    counted[row]! += inhabitants * reached[at]!
    weighted[row]! += inhabitants * Math.min(1, reached[at]!)
    // Within reach is something, but nothing of which the size is known.
    if (reached[at]! > 0 && sized[at] === 0) {
      withoutSize[row]! += users[at]!
      continue
    }
    own[row]! += users[at]!
    given[row]! += users[at]! * supply[at]!
  }
  const divide = (sums: Float64Array, by: Float64Array, write: (value: number) => number) => Array.from(sums, (sum, row) => (by[row]! > 0 ? write(sum / by[row]!) : null))
  const toTenths = (value: number): number => Math.round(10 * value) / 10
  const perThousand = divide(given, own, (value) => (hasSizes ? toTenths(1000 * value) : Number((1000 * value).toPrecision(LOCATION_DIGITS))))
  return {
    facilityType, mode, level, minutes,
    year: homes.year,
    version: statistics.version,
    facilityCount: facilities.length,
    within: divide(counted, people, toTenths),
    shareWithAny: divide(weighted, people, (value) => toTenths(100 * value)),
    perThousand,
    perThousandMissing: perThousand.map((value, row) => (value !== null ? null : withoutSize[row]! > 0 ? 'sizeUnknown' : withoutWay[row]! > 0 ? 'timeUnknown' : 'noUsers')),
    measure: hasSizes ? 'size' : 'location',
    users: USERS[facilityType],
    unreachedFacilities: unreachedSites.map((site) => ({ id: facilities[site]!.id, name: facilities[site]!.name })),
    sizeUnknown: hasSizes ? facilities.filter((facility) => !isSized(facility)).map(({ id, name }) => ({ id, name })) : [],
  }
}

interface Supply extends SupplyOutput {
  readonly users: Float64Array
  /** Whether any way is known from a buurt. */
  readonly hasWay: (at: number) => boolean
  readonly hasSizes: boolean
  readonly isSized: (facility: Facility) => boolean
}

/** Computed once for each type, mode and time. */
const getKept = memoize((statistics: Statistics) =>
  remember(async (facilityType: SupplyQuestion['facilityType'], id: TravelMode['id'], minutes: number): Promise<Supply> => {
    const mode = getTravelMode(id)
    const [{ facilities }, ground] = [await getFacilities(statistics, facilityType), await getGround(statistics, mode)]
    const nearest = await findNearestOfBuurten(statistics, facilityType, id)
    return measureSupply(statistics, { facilityType, facilities, mode, ground, minutes, nearestMinutes: nearest.minutes })
  }),
)

async function measureSupply(statistics: Statistics, { facilityType, facilities, mode, ground, minutes, nearestMinutes }: SupplyGround): Promise<Supply> {
  const homes = getHomePoints(statistics)
  const column = statistics.findColumn(USERS[facilityType], 'neighbourhood', homes.year)?.values
  const users = Float64Array.from(homes.areas, ({ code }, at) => (homes.points[at] === undefined ? 0 : column?.[statistics.getPosition(code)] || 0))
  const isSized = ({ size }: Facility): boolean => size !== undefined
  const hasSizes = facilities.some(isSized)
  const places = Float64Array.from(facilities, ({ size }) => (hasSizes ? (size ?? NaN) : 1))
  return { ...(await findSupplyBeside({ points: homes.points, radii: homes.radii, sites: facilities, mode, minutes, people: users, places }, ground)), users, hasSizes, isSized, hasWay: (at) => !Number.isNaN(nearestMinutes[at]) }
}
