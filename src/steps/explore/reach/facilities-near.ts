/** The facilities of the municipality of a place, and those nearest to it in a straight line, to choose one from. */
import type { AreaCode } from '#domain/area.ts'
import type { NearbyFacilityListAnswer } from '#domain/answers/reach-answers.ts'
import type { FacilityType } from '#domain/facility.ts'
import { measureMetres } from '#domain/measure-metres.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getFacilities } from '#steps/explore/reach/reach-ground.ts'
import { findStart } from '#steps/explore/reach/start-point.ts'
import { memoize } from '#steps/see/memo.ts'
import { getMunicipalityFinder } from '#steps/explore/scenario/point-municipality.ts'
import { getSubject, type Subject } from '#steps/see/subject.ts'

const getKept = memoize(() => new Map<FacilityType, readonly (AreaCode | undefined)[]>())

/** At least `limit` where there are so many, and all of the municipality that the place is or lies in; the nearest first. None where the place has no known point. Throws SeeError `unknownPlace`, `unknownArea`, `noFacilities`. */
export async function listFacilitiesNear(statistics: Statistics, id: string, facilityType: FacilityType, limit: number): Promise<NearbyFacilityListAnswer> {
  const subject = getSubject(statistics, id)
  const { point } = findStart(statistics, subject)
  const { facilities, source } = await getFacilities(statistics, facilityType)
  const kept = getKept(statistics)
  const municipalities = kept.get(facilityType) ?? facilities.map((facility) => getMunicipalityFinder(statistics)(facility.point))
  kept.set(facilityType, municipalities)
  const own = statistics.findArea(findOwnMunicipality(subject) ?? '')
  const sorted = point === undefined ? [] : facilities.map((facility, at) => ({ facility, code: municipalities[at], metres: measureMetres(point, facility.point) })).sort((a, b) => a.metres - b.metres || (a.facility.id < b.facility.id ? -1 : 1))
  const listed = sorted.filter(({ code }, at) => at < limit || (own !== undefined && code === own.code))
  return {
    id: subject.id,
    name: subject.name,
    facilityType,
    source: source.resource,
    total: facilities.length,
    ...(own && { municipality: { code: own.code, name: own.name, count: municipalities.filter((code) => code === own.code).length } }),
    facilities: listed.map(({ facility, code, metres }) => {
      const municipality = statistics.findArea(code ?? '')
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

/** Undefined for what is larger than a municipality. */
function findOwnMunicipality(subject: Subject): AreaCode | undefined {
  if (subject.kind === 'village') return subject.place.municipality
  const [area] = subject.areas
  return area?.level === 'municipality' ? area.code : area?.parents.municipality
}
