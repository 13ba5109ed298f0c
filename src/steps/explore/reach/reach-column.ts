/** Minutes to the nearest facility for all areas of a level, and who lives beyond a norm. */
import type { AreaCode, AreaLevel } from '#domain/area.ts'
import type { ReachAnswer } from '#domain/answers/reach-answers.ts'
import type { Facility, FacilityType } from '#domain/facility.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getHomePoints } from '#steps/explore/reach/home-points.ts'
import { findNearestOfBuurten } from '#steps/explore/reach/nearest-of-buurten.ts'
import type { NearestFacilities } from '#steps/explore/reach/nearest-list.ts'
import { findOutside } from '#steps/explore/reach/find-outside.ts'
import { getFacilities, getGround, getStreets } from '#steps/explore/reach/reach-ground.ts'
import type { StreetsOfMode } from '#steps/explore/reach/reach-ground.ts'
import { readHouseholds, type BuurtHouseholds } from '#steps/explore/reach/buurt-households.ts'
import { describeMainRoads } from '#steps/explore/reach/locate-road-pieces.ts'
import { PEOPLE_GROUPS, type PeopleGroup } from '#steps/explore/reach/people-groups.ts'
import { findReachPeople } from '#steps/explore/reach/reach-people.ts'
import { nullUnknown, ReachSums, type SummedReach } from '#steps/explore/reach/reach-sums.ts'
import { NETWORKS } from '#steps/explore/reach/travel-ground.ts'
import type { Network } from '#steps/explore/reach/travel-ground.ts'
import { getTravelMode } from '#steps/explore/reach/travel-modes.ts'
import type { TravelMode } from '#steps/explore/reach/travel-modes.ts'
import { selectPositions } from '#steps/see/catalogue.ts'
import { nextTurn } from '#steps/shared/turns.ts'

export interface ReachQuestion {
  readonly facilityType: FacilityType
  readonly mode: TravelMode['id']
  readonly level: AreaLevel
  readonly within?: AreaCode
  readonly normMinutes: number
  /** Who lives there on 1 January of that year; as counted in the reference year when left out. */
  readonly year?: number
  /** To the nearest one, or the second, or third. */
  readonly rank?: number
}

/** What is travelled to, and how long it takes from every buurt. */
export interface ReachGround {
  readonly facilities: readonly Facility[]
  readonly nearest: NearestFacilities
}

/** Buurten that are added up before others are answered. */
const BUURTEN_AT_ONCE = 1000

async function getReachGround(statistics: Statistics, { facilityType, mode, rank }: ReachQuestion): Promise<ReachGround> {
  const { facilities } = await getFacilities(statistics, facilityType)
  return { facilities, nearest: await findNearestOfBuurten(statistics, facilityType, mode, rank) }
}

/**
 * In the order of listAreaNames for the reference year, of the base or of what a scenario makes of it; `document` is the scenario whose people are projected.
 * Throws SeeError `noFacilities`, `unknownArea` or `noSuchYear`, and ProjectionError for a year that cannot be projected.
 */
export async function getReachColumn(statistics: Statistics, question: ReachQuestion, scenario?: ReachGround, document?: ScenarioDocument): Promise<ReachAnswer> {
  const { facilityType, mode, level, within, normMinutes } = question
  const { facilities, nearest } = scenario ?? (await getReachGround(statistics, question))
  const homes = getHomePoints(statistics)
  const ground = await getGround(statistics, getTravelMode(mode))
  const streets = await getStreets(statistics, mode)
  const mainRoads = ground.roads && (await describeMainRoads(statistics))
  const positions = selectPositions(statistics, level, homes.year, within)
  const all = statistics.listAreas(level)
  const rowOfArea = new Map([...positions].map((position, row) => [all[position]!.code, row]))
  const rows = homes.areas.map((area) => rowOfArea.get(level === 'neighbourhood' ? area.code : (area.parents[level] ?? '')))
  const people = await findReachPeople(statistics, question.year, homes.areas.filter((_, at) => rows[at] !== undefined), document)
  await nextTurn()
  const households = readHouseholds(statistics, homes.year, people)
  const countedNow = statistics.findColumn('population', 'neighbourhood', homes.year)?.values
  const sums = new ReachSums(positions.length, PEOPLE_GROUPS.length + 2, normMinutes)
  const [unreached, unknownPlaces, notProjected]: [ReachAnswer['unreached'], ReachAnswer['unknownPlaces'], ReachAnswer['notProjected']] = [[], [], []]
  for (const [at, area] of homes.areas.entries()) {
    if (at % BUURTEN_AT_ONCE === 0) await nextTurn()
    const row = rows[at]
    if (row === undefined) continue
    const counts = [...people.find(area), ...(households?.find(area) ?? [0, 0])]
    const named = { code: area.code, name: area.name, inhabitants: Math.round(counts[0]!) }
    if (!people.knows(area)) notProjected.push({ code: area.code, name: area.name, inhabitants: Math.round(countedNow?.[statistics.getPosition(area.code)] || 0) })
    if (homes.points[at] === undefined) {
      sums.addUnknown(row, counts[0]!)
      unknownPlaces.push(named)
      continue
    }
    sums.add(row, nearest.minutes[at]!, nearest.networks[at]!, counts)
    if (Number.isNaN(nearest.minutes[at]!)) unreached.push(named)
  }
  await nextTurn()
  const facilitiesOutside = findOutside(statistics, facilities, getTravelMode(mode), ground).map(({ id, name }) => ({ id, name }))
  return {
    facilityType, mode, level, normMinutes,
    rank: question.rank ?? 1,
    year: homes.year,
    peopleYear: people.year,
    peopleFrom: people.from,
    version: statistics.version,
    facilityCount: facilities.length,
    ...describeSums(sums.finish(), households),
    unreached,
    unknownPlaces,
    notProjected,
    points: homes.counts,
    livedIn: homes.livedIn,
    overNetworks: countNetworks(nearest.networks),
    roads: ground.roads === undefined ? 'straightLines' : 'mainRoads',
    ...(mainRoads && { mainRoads }),
    ...(streets && { streets: describeStreets(streets) }),
    facilitiesOutside,
  }
}

function describeSums({ people, beyond, ...rest }: SummedReach, households: BuurtHouseholds | undefined): Pick<ReachAnswer, 'minutes' | 'inhabitants' | 'beyondNorm' | 'timeUnknown' | 'placeUnknown' | 'networks' | 'households'> {
  const find = (id: PeopleGroup['id']) => nullUnknown(beyond[PEOPLE_GROUPS.findIndex((group) => group.id === id)]!)
  const oldest = find('age75Plus')
  const [all, withoutCar] = [PEOPLE_GROUPS.length, PEOPLE_GROUPS.length + 1]
  return {
    ...rest,
    inhabitants: [...people[0]!],
    beyondNorm: {
      all: [...beyond[0]!], age0to14: find('age0to14'), age15to24: find('age15to24'), age25to44: find('age25to44'), age45to64: find('age45to64'), age65Plus: find('age65Plus'),
      ...(people[PEOPLE_GROUPS.findIndex(({ id }) => id === 'age75Plus')]!.every((count) => !Number.isNaN(count)) && { age75Plus: oldest.map((count) => count ?? 0) }),
    },
    ...(households && {
      households: { all: [...people[all]!], withoutCar: [...people[withoutCar]!], allBeyondNorm: [...beyond[all]!], withoutCarBeyondNorm: [...beyond[withoutCar]!], carsUnknown: Math.round(households.carsUnknown()) },
    }),
  }
}

function countNetworks(networks: Uint8Array): ReachAnswer['overNetworks'] {
  const count = (network: Network) => networks.reduce((sum, own) => sum + Number(NETWORKS[own] === network), 0)
  return { straightLine: count('straightLine'), mainRoads: count('mainRoads'), streets: count('streets') }
}

function describeStreets({ prepared, sources, smallPieces, abroad }: StreetsOfMode): ReachAnswer['streets'] {
  return { sources: sources.map(({ resource }) => resource), crossings: prepared?.network.longitudes.length ?? 0, pieces: prepared?.network.pieceCount ?? 0, smallPieces, abroad }
}
