/** The nearest facility of every type from one place, by every means of travel. */
import type { PlaceReachAnswer } from '#domain/answers/reach-answers.ts'
import { FACILITY_TYPES, FACILITY_WORDS } from '#domain/facility.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { findNearestFacilities } from '#steps/explore/reach/nearest-facility.ts'
import { getHomePoints } from '#steps/explore/reach/home-points.ts'
import { findFacilities, getRoads } from '#steps/explore/reach/reach-ground.ts'
import { TRAVEL_MODES } from '#steps/explore/reach/travel-modes.ts'
import { getSubject } from '#steps/see/subject.ts'
import type { Subject } from '#steps/see/subject.ts'

/** Facility types that the package does not have are left out; the list of types says why. Throws SeeError `unknownPlace` or `unknownArea`. */
export async function getPlaceReach(statistics: Statistics, id: string): Promise<PlaceReachAnswer> {
  const subject = getSubject(statistics, id)
  const start = findStart(statistics, subject)
  const roads = await getRoads(statistics)
  const facilities: PlaceReachAnswer['facilities'] = []
  for (const facilityType of FACILITY_TYPES) {
    const list = await findFacilities(statistics, facilityType)
    if ('reason' in list || start.point === undefined) continue
    const nearest = TRAVEL_MODES.flatMap((mode) => {
      const { minutes, facilities: found, overMainRoads } = findNearestFacilities([start.point], list.facilities, mode, roads)
      const facility = list.facilities[found[0]!]
      return facility === undefined ? [] : [{ mode: mode.id, name: facility.name, minutes: Math.round(minutes[0]! * 10) / 10, overMainRoads: overMainRoads === 1 }]
    })
    facilities.push({ facilityType, name: FACILITY_WORDS[facilityType].name, nearest })
  }
  return { id: subject.id, name: subject.name, from: start.from, facilities, roads: roads === undefined ? 'straightLines' : 'mainRoads' }
}

function findStart(statistics: Statistics, subject: Subject): { readonly from: PlaceReachAnswer['from']; readonly point?: readonly [number, number] } {
  if (subject.kind === 'village') return { from: 'place', point: subject.place.point }
  const [area] = subject.areas
  const homes = getHomePoints(statistics)
  const at = homes.areas.findIndex(({ code }) => code === area?.code)
  const point = homes.points[at] ?? area?.point
  if (point !== undefined) return { from: at < 0 || homes.kinds[at] === 'neighbourhood' || homes.kinds[at] === 'neighbourhoodName' ? 'area' : 'largerArea', point }
  const larger = statistics.findArea(area?.parents.district ?? '')?.point
  return larger === undefined ? { from: 'nowhere' } : { from: 'largerArea', point: larger }
}
