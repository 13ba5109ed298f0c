/** The nearest facility of every type from one place, by every means of travel. */
import type { PlaceReachAnswer } from '#domain/answers/reach-answers.ts'
import { FACILITY_TYPES, FACILITY_WORDS } from '#domain/facility.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { prepareHomePoints } from '#steps/explore/reach/home-points.ts'
import { findFacilities, getGround } from '#steps/explore/reach/reach-ground.ts'
import type { NearestQuestion } from '#steps/explore/reach/reach-task.ts'
import { findNearestBeside } from '#steps/explore/reach/reach-thread.ts'
import { findStart } from '#steps/explore/reach/start-point.ts'
import { NETWORKS } from '#steps/explore/reach/travel-ground.ts'
import { TRAVEL_MODES } from '#steps/explore/reach/travel-modes.ts'
import { getSubject } from '#steps/see/subject.ts'

/** Facility types that the package does not have are left out; the list of types says why. Throws SeeError `unknownPlace` or `unknownArea`. */
export async function getPlaceReach(statistics: Statistics, id: string): Promise<PlaceReachAnswer> {
  const subject = getSubject(statistics, id)
  await prepareHomePoints(statistics)
  const start = findStart(statistics, subject)
  const grounds = Object.fromEntries(await Promise.all(TRAVEL_MODES.map(async (mode) => [mode.id, await getGround(statistics, mode)] as const)))
  const lists = start.point === undefined ? [] : (await Promise.all(FACILITY_TYPES.map((type) => findFacilities(statistics, type)))).flatMap((list) => ('reason' in list ? [] : [list]))
  const questions = lists.flatMap(({ facilities }) => TRAVEL_MODES.map((mode): NearestQuestion => ({ points: [start.point], radii: Float64Array.of(start.radius ?? 0), sites: facilities, mode, k: 1 })))
  const answers = await findNearestBeside(questions, grounds)
  const facilities = lists.map(({ type, facilities: own }, at) => ({
    facilityType: type,
    name: FACILITY_WORDS[type].name,
    nearest: TRAVEL_MODES.flatMap((mode, modeAt) => {
      const { minutes, facilities: found, networks } = answers[at * TRAVEL_MODES.length + modeAt]!
      const facility = own[found[0]!]
      return facility === undefined ? [] : [{ mode: mode.id, name: facility.name, minutes: Math.round(minutes[0]! * 10) / 10, network: NETWORKS[networks[0]!]! }]
    }),
  }))
  return { id: subject.id, name: subject.name, from: start.from, facilities }
}
