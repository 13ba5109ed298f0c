/** Minutes to the nearest facility for all areas of a level, and who lives beyond a norm. */
import type { AreaCode, AreaLevel } from '#domain/area.ts'
import type { ReachAnswer } from '#domain/answers/reach-answers.ts'
import type { FacilityType } from '#domain/facility.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getHomePoints } from '#steps/explore/reach/home-points.ts'
import type { HomePoints } from '#steps/explore/reach/home-points.ts'
import type { NearestFacilities } from '#steps/explore/reach/nearest-list.ts'
import { findOutside } from '#steps/explore/reach/find-outside.ts'
import { getFacilities, getGround } from '#steps/explore/reach/reach-ground.ts'
import { ReachSums } from '#steps/explore/reach/reach-sums.ts'
import { findNearestBeside } from '#steps/explore/reach/reach-thread.ts'
import { NETWORKS } from '#steps/explore/reach/travel-ground.ts'
import type { Network, PreparedStreets } from '#steps/explore/reach/travel-ground.ts'
import { getTravelMode } from '#steps/explore/reach/travel-modes.ts'
import type { TravelMode } from '#steps/explore/reach/travel-modes.ts'
import { selectPositions } from '#steps/see/catalogue.ts'
import { memoize } from '#steps/see/memo.ts'

export interface ReachQuestion {
  readonly facilityType: FacilityType
  readonly mode: TravelMode['id']
  readonly level: AreaLevel
  readonly within?: AreaCode
  readonly normMinutes: number
}

const GROUPS = ['population', 'age0to14', 'age65Plus'] as const

/** In the order of listAreaNames for the reference year. Throws SeeError `noFacilities` or `unknownArea`. */
export async function getReachColumn(statistics: Statistics, { facilityType, mode, level, within, normMinutes }: ReachQuestion): Promise<ReachAnswer> {
  const { facilities } = await getFacilities(statistics, facilityType)
  const homes = getHomePoints(statistics)
  const ground = await getGround(statistics, getTravelMode(mode))
  const nearest = await findOfBuurten(statistics, facilityType, mode)
  const positions = selectPositions(statistics, level, homes.year, within)
  const all = statistics.listAreas(level)
  const rowOfArea = new Map([...positions].map((position, row) => [all[position]!.code, row]))
  const sums = new ReachSums(positions.length, GROUPS.length, normMinutes)
  const counts = GROUPS.map((group) => statistics.findColumn(group, 'neighbourhood', homes.year)?.values)
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

const getKept = memoize(() => new Map<string, Promise<NearestFacilities>>())

/** Computed once for each type and mode. */
function findOfBuurten(statistics: Statistics, type: FacilityType, mode: TravelMode['id']): Promise<NearestFacilities> {
  const kept = getKept(statistics)
  const key = `${type} ${mode}`
  const known = kept.get(key)
  if (known !== undefined) return known
  const computing = compute(statistics, getHomePoints(statistics), type, mode)
  kept.set(key, computing)
  return computing
}

async function compute(statistics: Statistics, homes: HomePoints, type: FacilityType, id: TravelMode['id']): Promise<NearestFacilities> {
  const { facilities } = await getFacilities(statistics, type)
  const mode = getTravelMode(id)
  const [nearest] = await findNearestBeside([{ points: homes.points, sites: facilities.map(({ point }) => point), mode, k: 1 }], { [id]: await getGround(statistics, mode) })
  return nearest!
}

function countNetworks(networks: Uint8Array): ReachAnswer['overNetworks'] {
  const count = (network: Network) => networks.reduce((sum, own) => sum + Number(NETWORKS[own] === network), 0)
  return { straightLine: count('straightLine'), mainRoads: count('mainRoads'), streets: count('streets') }
}

function describeStreets({ network: { longitudes, pieceCount, smallPieces } }: PreparedStreets): ReachAnswer['streets'] {
  return { crossings: longitudes.length, pieces: pieceCount, smallPieces }
}
