/** What a scenario does to travelling: found once for a document, or refused with everything that is wrong with it. */
import type { Facility, FacilityType } from '#domain/facility.ts'
import { listNormFaults } from '#domain/norm-faults.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import { sayScenarioPlace } from '#domain/scenario-place.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getHomePoints } from '#steps/explore/reach/home-points.ts'
import type { NearestFacilities } from '#steps/explore/reach/nearest-list.ts'
import { findNearestFrom } from '#steps/explore/reach/nearest-of-buurten.ts'
import { getFacilities, getRoads, getStreets } from '#steps/explore/reach/reach-ground.ts'
import { getTravelMode } from '#steps/explore/reach/travel-modes.ts'
import type { TravelMode } from '#steps/explore/reach/travel-modes.ts'
import { changeFacilities, resolveFacilities, type FacilityChange } from '#steps/explore/scenario/apply-facilities.ts'
import { applySpeeds, checkSpeeds } from '#steps/explore/scenario/apply-speeds.ts'
import { memoize } from '#steps/see/memo.ts'
import { SeeError } from '#steps/see/problems.ts'

export interface TravelScenario {
  readonly document: ScenarioDocument
  readonly changes: readonly FacilityChange[]
}

/** Throws SeeError `scenarioRefused` that names every fault. */
export async function resolveScenario(statistics: Statistics, document: ScenarioDocument): Promise<TravelScenario> {
  const { changes, faults } = await resolveFacilities(statistics, document.facilities ?? {})
  // Those of norms say which norm they are about.
  const all = [...[...faults, ...checkSpeeds(document.speeds ?? [], await knowsRoadClasses(statistics))].map(sayScenarioPlace), ...listNormFaults(document.norms ?? [])]
  if (all.length > 0) throw new SeeError('scenarioRefused', document.name, all)
  return { document, changes }
}

/** Only the main roads have a class; where streets lead the way they do not. */
async function knowsRoadClasses(statistics: Statistics): Promise<boolean> {
  const [roads, streets] = await Promise.all([getRoads(statistics), getStreets(statistics, 'car')])
  return roads !== undefined && streets?.prepared === undefined
}

const getKept = memoize(() => new Map<string, NearestFacilities>())
/** Answers that are kept, so that the levels of one map are computed once. */
const MOST_KEPT = 24

export interface ScenarioNearest {
  readonly facilities: readonly Facility[]
  readonly nearest: NearestFacilities
}

/** The facilities of a type under a scenario, and the nearest of them (or the second, or third) for every buurt. Throws SeeError `noFacilities`. */
export async function findNearestUnder(statistics: Statistics, { document, changes }: TravelScenario, type: FacilityType, mode: TravelMode['id'], rank = 1): Promise<ScenarioNearest> {
  const { facilities: base } = await getFacilities(statistics, type)
  const facilities = changeFacilities(base, type, changes)
  const kept = getKept(statistics)
  const key = JSON.stringify([type, mode, rank, document.facilities, document.speeds])
  const known = kept.get(key)
  if (known !== undefined) return { facilities, nearest: known }
  const speed = await applySpeeds(statistics, getTravelMode(mode), document.speeds ?? [])
  const found = await findNearestFrom(getHomePoints(statistics), facilities, speed.mode, speed.ground, rank)
  const nearest = speed.overall === 1 ? found : { ...found, minutes: found.minutes.map((minutes) => minutes / speed.overall) }
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!)
  kept.set(key, nearest)
  return { facilities, nearest }
}
