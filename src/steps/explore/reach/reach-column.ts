/** Minutes to the nearest facility for all areas of a level, and who lives beyond a norm. */
import type { AreaCode, AreaLevel } from '#domain/area.ts'
import type { ReachAnswer } from '#domain/answers/reach-answers.ts'
import type { Facility, FacilityType } from '#domain/facility.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getHomePoints } from '#steps/explore/reach/home-points.ts'
import { findNearestOfBuurten } from '#steps/explore/reach/nearest-of-buurten.ts'
import type { NearestFacilities } from '#steps/explore/reach/nearest-list.ts'
import { findOutside } from '#steps/explore/reach/find-outside.ts'
import { getFacilities, getGround } from '#steps/explore/reach/reach-ground.ts'
import { ReachSums } from '#steps/explore/reach/reach-sums.ts'
import { NETWORKS } from '#steps/explore/reach/travel-ground.ts'
import type { Network, PreparedStreets } from '#steps/explore/reach/travel-ground.ts'
import { getTravelMode } from '#steps/explore/reach/travel-modes.ts'
import type { TravelMode } from '#steps/explore/reach/travel-modes.ts'
import { selectPositions } from '#steps/see/catalogue.ts'

export interface ReachQuestion {
  readonly facilityType: FacilityType
  readonly mode: TravelMode['id']
  readonly level: AreaLevel
  readonly within?: AreaCode
  readonly normMinutes: number
}

/** Inhabitants and two age groups, by the indicator that counts them. */
export const REACH_GROUPS = ['population', 'age0to14', 'age65Plus'] as const

/** What is travelled to, and how long it takes from every buurt. */
export interface ReachGround {
  readonly facilities: readonly Facility[]
  readonly nearest: NearestFacilities
}

async function getReachGround(statistics: Statistics, facilityType: FacilityType, mode: TravelMode['id']): Promise<ReachGround> {
  const { facilities } = await getFacilities(statistics, facilityType)
  return { facilities, nearest: await findNearestOfBuurten(statistics, facilityType, mode) }
}

/** In the order of listAreaNames for the reference year, of the base or of what a scenario makes of it. Throws SeeError `noFacilities` or `unknownArea`. */
export async function getReachColumn(statistics: Statistics, question: ReachQuestion, scenario?: ReachGround): Promise<ReachAnswer> {
  const { facilityType, mode, level, within, normMinutes } = question
  const { facilities, nearest } = scenario ?? (await getReachGround(statistics, facilityType, mode))
  const homes = getHomePoints(statistics)
  const ground = await getGround(statistics, getTravelMode(mode))
  const positions = selectPositions(statistics, level, homes.year, within)
  const all = statistics.listAreas(level)
  const rowOfArea = new Map([...positions].map((position, row) => [all[position]!.code, row]))
  const sums = new ReachSums(positions.length, REACH_GROUPS.length, normMinutes)
  const counts = REACH_GROUPS.map((group) => statistics.findColumn(group, 'neighbourhood', homes.year)?.values)
  const [unreached, unknownPlaces]: [ReachAnswer['unreached'], ReachAnswer['unknownPlaces']] = [[], []]
  for (const [at, area] of homes.areas.entries()) {
    const row = rowOfArea.get(level === 'neighbourhood' ? area.code : (area.parents[level] ?? ''))
    if (row === undefined) continue
    const people = counts.map((column) => column?.[statistics.getPosition(area.code)] || 0)
    const named = { code: area.code, name: area.name, inhabitants: people[0]! }
    if (homes.points[at] === undefined) {
      sums.addUnknown(row, people[0]!)
      unknownPlaces.push(named)
      continue
    }
    sums.add(row, nearest.minutes[at]!, nearest.networks[at]!, people)
    if (Number.isNaN(nearest.minutes[at]!)) unreached.push(named)
  }
  return {
    facilityType, mode, level, normMinutes,
    year: homes.year,
    version: statistics.version,
    facilityCount: facilities.length,
    ...sums.finish(),
    unreached,
    unknownPlaces,
    points: homes.counts,
    overNetworks: countNetworks(nearest.networks),
    roads: ground.roads === undefined ? 'straightLines' : 'mainRoads',
    ...(ground.streets && { streets: describeStreets(ground.streets) }),
    facilitiesOutside: findOutside(statistics, facilities, getTravelMode(mode).accessMetres, ground).map(({ id, name }) => ({ id, name })),
  }
}

function countNetworks(networks: Uint8Array): ReachAnswer['overNetworks'] {
  const count = (network: Network) => networks.reduce((sum, own) => sum + Number(NETWORKS[own] === network), 0)
  return { straightLine: count('straightLine'), mainRoads: count('mainRoads'), streets: count('streets') }
}

function describeStreets({ network: { longitudes, pieceCount, smallPieces } }: PreparedStreets): ReachAnswer['streets'] {
  return { crossings: longitudes.length, pieces: pieceCount, smallPieces }
}
