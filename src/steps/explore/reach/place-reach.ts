/** The nearest facility of every type from one place, by every means of travel; of an area larger than a buurt, the mean of its inhabitants. */
import type { PlaceReachAnswer } from '#domain/answers/reach-answers.ts'
import { FACILITY_TYPES, FACILITY_WORDS } from '#domain/facility.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { prepareHomePoints } from '#steps/explore/reach/home-points.ts'
import { findFacilities, getGround } from '#steps/explore/reach/reach-ground.ts'
import type { NearestFacilities } from '#steps/explore/reach/nearest-list.ts'
import type { NearestQuestion } from '#steps/explore/reach/reach-task.ts'
import { findNearestBeside } from '#steps/explore/reach/reach-thread.ts'
import { ReachSums } from '#steps/explore/reach/reach-sums.ts'
import { findStarts, type Starts } from '#steps/explore/reach/start-point.ts'
import { TRAVEL_MODES } from '#steps/explore/reach/travel-modes.ts'
import { getSubject } from '#steps/see/subject.ts'

/** Facility types that the package does not have are left out; the list of types says why. Throws SeeError `unknownPlace` or `unknownArea`. */
export async function getPlaceReach(statistics: Statistics, id: string): Promise<PlaceReachAnswer> {
  const subject = getSubject(statistics, id)
  await prepareHomePoints(statistics)
  const starts = await findStarts(statistics, subject)
  const { points, radii } = starts
  const grounds = Object.fromEntries(await Promise.all(TRAVEL_MODES.map(async (mode) => [mode.id, await getGround(statistics, mode)] as const)))
  const lists = points.length === 0 ? [] : (await Promise.all(FACILITY_TYPES.map((type) => findFacilities(statistics, type)))).flatMap((list) => ('reason' in list ? [] : [list]))
  const questions = lists.flatMap(({ facilities }) => TRAVEL_MODES.map((mode): NearestQuestion => ({ points, radii, sites: facilities, mode, k: 1 })))
  const answers = await findNearestBeside(questions, grounds)
  const facilities = lists.map(({ type, facilities: own }, at) => ({
    facilityType: type,
    name: FACILITY_WORDS[type].name,
    nearest: TRAVEL_MODES.flatMap((mode, modeAt) => {
      const way = sumWays(starts, answers[at * TRAVEL_MODES.length + modeAt]!)
      return way === undefined ? [] : [{ mode: mode.id, name: own[way.site]!.name, minutes: way.minutes, network: way.network, ...(starts.from === 'inhabitants' && { forPercent: way.forPercent }) }]
    }),
  }))
  return { id: subject.id, name: subject.name, from: starts.from, facilities }
}

/** The mean over all who set out, and the facility that is nearest for the most of them; undefined where no way is known. */
function sumWays({ people }: Starts, { minutes, facilities, networks }: NearestFacilities) {
  const sums = new ReachSums(1, 1, Infinity)
  const nearestFor = new Map<number, number>()
  for (const [at, count] of people.entries()) {
    sums.add(0, minutes[at]!, networks[at]!, [count])
    const site = facilities[at]!
    if (site >= 0) nearestFor.set(site, (nearestFor.get(site) ?? 0) + count)
  }
  const { minutes: [mean], networks: [network] } = sums.finish()
  if (mean === null || mean === undefined) return undefined
  const [site, most] = [...nearestFor].reduce((former, own) => (own[1] > former[1] ? own : former))
  const all = people.reduce((sum, count) => sum + count, 0)
  return { site, minutes: mean, network: network!, forPercent: all === 0 ? 0 : Math.round((1000 * most) / all) / 10 }
}
