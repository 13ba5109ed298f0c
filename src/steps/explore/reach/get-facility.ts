/** One facility: where it stands, at every address. */
import type { FacilityAnswer } from '#domain/answers/reach-answers.ts'
import type { FacilityType } from '#domain/facility.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getFacilityVillageFinder } from '#steps/explore/reach/facility-village.ts'
import { getFacilities } from '#steps/explore/reach/reach-ground.ts'
import { SeeError } from '#steps/see/problems.ts'

/** Throws SeeError `noFacilities`, `unknownFacility`. */
export async function getFacility(statistics: Statistics, facilityType: FacilityType, id: string): Promise<FacilityAnswer> {
  const { facilities, source } = await getFacilities(statistics, facilityType)
  const facility = facilities.find((one) => one.id === id)
  if (facility === undefined) throw new SeeError('unknownFacility', id)
  const { name, point, furtherPoints = [], addresses = [], size } = facility
  const { name: village, municipality: code } = getFacilityVillageFinder(statistics)(facility)
  const municipality = statistics.findArea(code)
  return {
    id,
    facilityType,
    name,
    source: source.resource,
    ...(size !== undefined && { size }),
    ...(village !== undefined && { village }),
    ...(municipality && { municipality: { code: municipality.code, name: municipality.name } }),
    addresses: [point, ...furtherPoints].map(([longitude, latitude], at) => ({ number: at + 1, ...(addresses[at] && { text: addresses[at] }), point: [longitude, latitude] })),
  }
}
