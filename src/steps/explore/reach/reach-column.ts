/** Minutes to the nearest facility for all areas of a level, and who lives beyond a norm. */
import type { AreaCode, AreaLevel } from '#domain/area.ts'
import type { ReachAnswer } from '#domain/answers/reach-answers.ts'
import type { FacilityType } from '#domain/facility.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getHomePoints } from '#steps/explore/reach/home-points.ts'
import type { HomePoints } from '#steps/explore/reach/home-points.ts'
import { findNearestFacilities } from '#steps/explore/reach/nearest-facility.ts'
import type { NearestFacilities } from '#steps/explore/reach/nearest-facility.ts'
import { getFacilities, getRoads } from '#steps/explore/reach/reach-ground.ts'
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
  const nearest = await findOfBuurten(statistics, facilityType, mode)
  const positions = selectPositions(statistics, level, homes.year, within)
  const all = statistics.listAreas(level)
  const rowOfArea = new Map([...positions].map((position, row) => [all[position]!.code, row]))
  const sums = new ReachSums(positions.length, normMinutes)
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
    sums.add(row, nearest.minutes[at]!, people)
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
    overMainRoads: nearest.overMainRoads,
    roads: getTravelMode(mode).onMainRoads && (await getRoads(statistics)) !== undefined ? 'mainRoads' : 'straightLines',
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

async function compute(statistics: Statistics, homes: HomePoints, type: FacilityType, mode: TravelMode['id']): Promise<NearestFacilities> {
  const { facilities } = await getFacilities(statistics, type)
  return findNearestFacilities(homes.points, facilities, getTravelMode(mode), await getRoads(statistics))
}

/** Adds buurten up to the areas that are asked for. */
class ReachSums {
  readonly #norm: number
  readonly #buurten: Int32Array
  readonly #minutes: Float64Array
  readonly #weighted: Float64Array
  readonly #reaching: Float64Array
  readonly #inhabitants: Float64Array
  readonly #beyond: readonly Float64Array[]
  readonly #unknown: Float64Array

  constructor(areaCount: number, normMinutes: number) {
    this.#norm = normMinutes
    const make = () => new Float64Array(areaCount)
    this.#buurten = new Int32Array(areaCount)
    ;[this.#minutes, this.#weighted, this.#reaching, this.#inhabitants] = [make(), make(), make(), make()]
    this.#beyond = GROUPS.map(make)
    this.#unknown = make()
  }

  add(row: number, minutes: number, people: readonly number[]): void {
    this.#inhabitants[row]! += people[0]!
    if (!(minutes <= this.#norm)) for (const [group, count] of people.entries()) this.#beyond[group]![row]! += count
    if (Number.isNaN(minutes)) return
    this.#buurten[row]!++
    this.#minutes[row]! += minutes
    this.#weighted[row]! += minutes * people[0]!
    this.#reaching[row]! += people[0]!
  }

  /** People whose place is not known. */
  addUnknown(row: number, people: number): void {
    this.#unknown[row]! += people
  }

  finish(): Pick<ReachAnswer, 'minutes' | 'inhabitants' | 'beyondNorm' | 'placeUnknown'> {
    const [all, age0to14, age65Plus] = this.#beyond.map((sums) => [...sums])
    return {
      minutes: [...this.#reaching].map((people, row) => {
        // One buurt has its minutes also where nobody lives; a mean needs people.
        const mean = people > 0 ? this.#weighted[row]! / people : this.#buurten[row] === 1 ? this.#minutes[row]! : Number.NaN
        return Number.isNaN(mean) ? null : Math.round(mean * 10) / 10
      }),
      inhabitants: [...this.#inhabitants],
      placeUnknown: [...this.#unknown],
      beyondNorm: { all: all!, age0to14: age0to14!, age65Plus: age65Plus! },
    }
  }
}
