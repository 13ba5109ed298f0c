/** What a plan means for a group of people: children, or households without a car. The same plan, other people. */
import type { SitingPlan, SitingProblem } from '#engines/siting/siting-problem.ts'

export interface GroupReach {
  /** People of the group, and those among them whom no open site serves. They do not count in the minutes. */
  readonly people: number
  readonly unservedPeople: number
  /** Minutes; NaN for a group in which nobody is served. */
  readonly meanMinutes: number
  readonly longestMinutes: number
  /** Mean of the tenth that travels longest. */
  readonly worstTenthMinutes: number
  /** People beyond the norm, the unserved among them. */
  readonly beyondNorm: number
}

/**
 * @param weights people of the group a place, 0 or more; a place without people in the problem itself goes to the nearest open site
 * @param normMinutes the norm to count by
 */
export function measureGroup(problem: SitingProblem, { sites, services }: Pick<SitingPlan, 'sites' | 'services'>, weights: Float64Array, normMinutes: number): GroupReach {
  if (weights.length !== problem.placeCount) throw new RangeError(`weights has ${weights.length} figures: there are ${problem.placeCount} places`)
  const trips: { people: number; minutes: number }[] = []
  const isServed = new Uint8Array(problem.placeCount)
  const minutesTo = (place: number, site: number) => problem.minutes[place * problem.siteCount + site]!
  for (const [at, place] of services.places.entries()) {
    isServed[place] = 1
    if (weights[place]! > 0) trips.push({ people: weights[place]! * services.shares[at]!, minutes: minutesTo(place, services.sites[at]!) })
  }
  for (let place = 0; place < problem.placeCount; place++) {
    if (isServed[place] === 1 || weights[place] === 0) continue
    trips.push({ people: weights[place]!, minutes: sites.reduce((least, site) => Math.min(least, minutesTo(place, site)), Infinity) })
  }
  return summarise(trips, normMinutes)
}

function summarise(trips: readonly { readonly people: number; readonly minutes: number }[], normMinutes: number): GroupReach {
  const served = trips.filter(({ minutes }) => minutes !== Infinity).sort((one, other) => other.minutes - one.minutes)
  const count = (counted: readonly { readonly people: number }[]) => counted.reduce((sum, { people }) => sum + people, 0)
  const people = count(trips)
  const servedPeople = count(served)
  const tenth = servedPeople / 10
  let [left, worst] = [tenth, 0]
  for (const trip of served) {
    const taken = Math.min(left, trip.people)
    worst += taken * trip.minutes
    left -= taken
  }
  return {
    people,
    unservedPeople: count(trips.filter(({ minutes }) => minutes === Infinity)),
    meanMinutes: served.reduce((sum, trip) => sum + trip.people * trip.minutes, 0) / servedPeople,
    longestMinutes: served[0]?.minutes ?? NaN,
    worstTenthMinutes: worst / tenth,
    beyondNorm: count(trips.filter(({ minutes }) => minutes > normMinutes)),
  }
}
