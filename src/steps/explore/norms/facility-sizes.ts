/** How large facilities are in a year: as counted, but for primary schools, whose pupils are projected. */
import type { Facility } from '#domain/facility.ts'
import type { Norm } from '#domain/norm.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import type { Words } from '#domain/words.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { roundPupils } from '#steps/explore/schools/school-chances.ts'
import { getSchoolForecast } from '#steps/explore/schools/school-forecast.ts'
import { getSchoolsUnder } from '#steps/explore/schools/schools-under-scenario.ts'
import { SeeError } from '#steps/see/problems.ts'

export interface FacilitySizes {
  /** Undefined where it is not known. */
  readonly find: (facility: Facility) => number | undefined
  readonly remarks: readonly Words[]
}

export const COUNTED_SIZES: FacilitySizes = { find: ({ size }) => size, remarks: [] }

/** For these norms in that year. Throws ProjectionError. */
export async function findSizes(statistics: Statistics, norms: readonly Norm[], year: number | undefined, document: ScenarioDocument | undefined): Promise<FacilitySizes> {
  const sized = norms.filter(({ leastSize }) => leastSize !== undefined)
  if (year === undefined || sized.length === 0) return COUNTED_SIZES
  const others = sized.some(({ facilityType }) => facilityType !== 'primarySchool') ? [STAYS] : []
  if (sized.every(({ facilityType }) => facilityType !== 'primarySchool')) return { ...COUNTED_SIZES, remarks: others }
  const pupils = await findPupils(statistics, year, document)
  if (pupils === undefined) return { ...COUNTED_SIZES, remarks: [...others, describeCounted(year)] }
  // A school that a scenario opens has no forecast: it has the size that the scenario gives it.
  const find = ({ id, type, size }: Facility) => (type === 'primarySchool' ? (pupils.get(id) ?? size) : size)
  return { find, remarks: [...others, describeProjected(year)] }
}

/** Whole pupils by code of the school; undefined for a year without a forecast. */
async function findPupils(statistics: Statistics, year: number, document: ScenarioDocument | undefined): Promise<ReadonlyMap<string, number> | undefined> {
  try {
    const { schools, pupils, years } = document ? (await getSchoolsUnder(statistics, document)).outlook : await getSchoolForecast(statistics)
    const ofYear = pupils[years.indexOf(year)]
    return ofYear && new Map(schools.map(({ code }, at) => [code, Math.round(roundPupils(ofYear[at]!))]))
  } catch (error) {
    if (error instanceof SeeError && error.problem === 'noFacilities') return undefined
    throw error
  }
}

const STAYS: Words = { nl: 'De omvang van andere voorzieningen dan basisscholen blijft zoals die nu is.', en: 'The size of facilities other than primary schools stays as it is now.' }
const describeProjected = (year: number): Words => ({ nl: `De omvang van een basisschool is het verwachte aantal leerlingen op 1 januari ${year}.`, en: `The size of a primary school is the pupils expected on 1 January ${year}.` })
const describeCounted = (year: number): Words => ({ nl: `Voor ${year} is er geen verwachting van leerlingen. De omvang van een basisschool is zoals nu geteld.`, en: `No pupils are projected for ${year}. The size of a primary school is as counted now.` })
