/** How much there is within reach: how many facilities, and how much of them for everybody with neighbours who use them too. */
import type { SupplyAnswer } from '#domain/answers/supply-answers.ts'
import type { Facility } from '#domain/facility.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { remember } from '#domain/remember.ts'
import { getHomePoints, prepareHomePoints } from '#steps/explore/reach/home-points.ts'
import type { ReachQuestion } from '#steps/explore/reach/reach-column.ts'
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
}

/** The same with other facilities, or other speeds. */
export async function measureSupplyColumn(statistics: Statistics, question: SupplyQuestion, ground: SupplyGround): Promise<SupplyAnswer> {
  return addUp(statistics, question, ground.facilities, await measureSupply(statistics, ground))
}

function addUp(statistics: Statistics, { facilityType, mode, level, within, minutes }: SupplyQuestion, facilities: readonly Facility[], { reached, supply, unreachedSites, hasSizes, users }: Supply): SupplyAnswer {
  const homes = getHomePoints(statistics)
  const positions = selectPositions(statistics, level, homes.year, within)
  const all = statistics.listAreas(level)
  const rowOfArea = new Map([...positions].map((position, row) => [all[position]!.code, row]))
  const population = statistics.findColumn('population', 'neighbourhood', homes.year)?.values
  const make = () => new Float64Array(positions.length)
  const [people, own, counted, weighted, given] = [make(), make(), make(), make(), make()]
  for (const [at, area] of homes.areas.entries()) {
    const row = rowOfArea.get(level === 'neighbourhood' ? area.code : (area.parents[level] ?? ''))
    if (row === undefined || homes.points[at] === undefined) continue
    const inhabitants = population?.[statistics.getPosition(area.code)] || 0
    people[row]! += inhabitants
    counted[row]! += inhabitants * reached[at]!
    own[row]! += users[at]!
    given[row]! += users[at]! * supply[at]!
    weighted[row]! += inhabitants * Math.min(1, reached[at]!)
  }
  const divide = (sums: Float64Array, by: Float64Array, factor: number) => Array.from(sums, (sum, row) => (by[row]! > 0 ? Math.round((10 * factor * sum) / by[row]!) / 10 : null))
  return {
    facilityType, mode, level, minutes,
    year: homes.year,
    version: statistics.version,
    facilityCount: facilities.length,
    within: divide(counted, people, 1),
    shareWithAny: divide(weighted, people, 100),
    perThousand: divide(given, own, 1000),
    measure: hasSizes ? 'size' : 'location',
    users: USERS[facilityType],
    unreachedFacilities: unreachedSites.map((site) => ({ id: facilities[site]!.id, name: facilities[site]!.name })),
  }
}

interface Supply extends SupplyOutput {
  readonly users: Float64Array
  readonly hasSizes: boolean
}

/** Computed once for each type, mode and time. */
const getKept = memoize((statistics: Statistics) =>
  remember(async (facilityType: SupplyQuestion['facilityType'], id: TravelMode['id'], minutes: number): Promise<Supply> => {
    const mode = getTravelMode(id)
    const [{ facilities }, ground] = [await getFacilities(statistics, facilityType), await getGround(statistics, mode)]
    return measureSupply(statistics, { facilityType, facilities, mode, ground, minutes })
  }),
)

async function measureSupply(statistics: Statistics, { facilityType, facilities, mode, ground, minutes }: SupplyGround): Promise<Supply> {
  const homes = getHomePoints(statistics)
  const column = statistics.findColumn(USERS[facilityType], 'neighbourhood', homes.year)?.values
  const users = Float64Array.from(homes.areas, ({ code }, at) => (homes.points[at] === undefined ? 0 : column?.[statistics.getPosition(code)] || 0))
  const hasSizes = facilities.some(({ size }) => size !== undefined)
  const places = Float64Array.from(facilities, ({ size }) => (hasSizes ? (size ?? 0) : 1))
  return { ...(await findSupplyBeside({ points: homes.points, sites: facilities, mode, minutes, people: users, places }, ground)), users, hasSizes }
}
