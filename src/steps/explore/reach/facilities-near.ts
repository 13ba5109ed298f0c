/** The facilities of a type nearest to a place in a straight line, to choose one from. */
import type { NearbyFacilityListAnswer } from '#domain/answers/reach-answers.ts'
import type { FacilityType } from '#domain/facility.ts'
import { measureMetres } from '#domain/measure-metres.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getFacilities } from '#steps/explore/reach/reach-ground.ts'
import { findStart } from '#steps/explore/reach/start-point.ts'
import { getMunicipalityFinder } from '#steps/explore/scenario/point-municipality.ts'
import { getSubject } from '#steps/see/subject.ts'

/** The nearest first; none where the place has no known point. Throws SeeError `unknownPlace`, `unknownArea`, `noFacilities`. */
export async function listFacilitiesNear(statistics: Statistics, id: string, facilityType: FacilityType, limit: number): Promise<NearbyFacilityListAnswer> {
  const subject = getSubject(statistics, id)
  const { point } = findStart(statistics, subject)
  const { facilities, source } = await getFacilities(statistics, facilityType)
  const findMunicipality = getMunicipalityFinder(statistics)
  const nearest = point === undefined ? [] : facilities.map((facility) => ({ facility, metres: measureMetres(point, facility.point) })).sort((a, b) => a.metres - b.metres || (a.facility.id < b.facility.id ? -1 : 1)).slice(0, limit)
  return {
    id: subject.id,
    name: subject.name,
    facilityType,
    source: source.resource,
    facilities: nearest.map(({ facility, metres }) => {
      const municipality = statistics.findArea(findMunicipality(facility.point) ?? '')
      return {
        id: facility.id,
        name: facility.name,
        point: [facility.point[0], facility.point[1]],
        metres: Math.round(metres),
        ...(facility.size !== undefined && { size: facility.size }),
        ...(municipality && { municipality: { code: municipality.code, name: municipality.name } }),
      }
    }),
  }
}
