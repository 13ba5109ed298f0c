/** Which schools belong to a place: those in its area, and for a village those close by. */
import { measureMetres } from '#domain/measure-metres.ts'
import type { Statistics } from '#statistics/statistics.ts'
import type { SchoolPlace } from '#steps/explore/schools/locate-schools.ts'
import type { School } from '#steps/explore/schools/read-schools.ts'
import { isWithin } from '#steps/see/families.ts'
import type { Subject } from '#steps/see/subject.ts'

/** Up to this straight distance from the middle of a village a school is its own. */
const VILLAGE_METRES = 1500

export function findSchoolsOf(statistics: Statistics, subject: Subject): (school: School, place: SchoolPlace | undefined) => boolean {
  const isInside = (place: SchoolPlace | undefined) => {
    const area = statistics.findArea(place?.area ?? '')
    return area !== undefined && subject.areas.some(({ code }) => isWithin(area, code))
  }
  if (subject.kind !== 'village') return (_school, place) => isInside(place)
  const { point } = subject.place
  // A village that is only known by its municipality does not have all schools of that.
  const isOwnArea = subject.areas[0].level !== 'municipality'
  return (school, place) => measureMetres(point, school.point) <= VILLAGE_METRES || (isOwnArea && isInside(place))
}
