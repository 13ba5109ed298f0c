/** How large facilities are in a year: as counted, but for primary schools, whose pupils are projected. */
import type { Facility } from '#domain/facility.ts'
import type { Norm } from '#domain/norm.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import type { Words } from '#domain/words.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { findJustOpened } from '#steps/explore/schools/just-opened.ts'
import { roundPupils } from '#steps/explore/schools/school-chances.ts'
import { getSchoolForecast, type SchoolOutlook } from '#steps/explore/schools/school-forecast.ts'
import { getSchoolsUnder } from '#steps/explore/schools/schools-under-scenario.ts'
import { SeeError } from '#steps/see/problems.ts'

export interface FacilitySizes {
  /** Undefined where it is not known. */
  readonly find: (facility: Facility) => number | undefined
  /** Schools that still grow: how large they will be nobody knows. */
  readonly isJustBegun: (facility: Facility) => boolean
  readonly remarks: readonly Words[]
}

/** Those of now. A school that has just begun is small because it begins: it has none. */
export async function findCountedSizes(statistics: Statistics): Promise<FacilitySizes> {
  const begun = await findJustOpened(statistics)
  const isJustBegun = ({ id, type }: Facility) => type === 'primarySchool' && begun.has(id)
  return { find: (facility) => (isJustBegun(facility) ? undefined : facility.size), isJustBegun, remarks: [] }
}

/** For these norms in that year. Throws ProjectionError. */
export async function findSizes(statistics: Statistics, norms: readonly Norm[], year: number | undefined, document: ScenarioDocument | undefined): Promise<FacilitySizes> {
  const sized = norms.filter(({ leastSize }) => leastSize !== undefined)
  const counted = await findCountedSizes(statistics)
  if (year === undefined || sized.length === 0) return counted
  const others = sized.some(({ facilityType }) => facilityType !== 'primarySchool') ? [STAYS] : []
  if (sized.every(({ facilityType }) => facilityType !== 'primarySchool')) return { ...counted, remarks: others }
  const forecast = await findForecast(statistics, document)
  const pupils = forecast && takePupils(forecast, year)
  // A school that a scenario opens has no forecast: it has the size that the scenario gives it.
  const find = (facility: Facility) => (counted.isJustBegun(facility) || facility.type !== 'primarySchool' ? counted.find(facility) : (pupils?.get(facility.id) ?? facility.size))
  return { ...counted, find, remarks: [...others, pupils === undefined ? describeCounted(year) : describeProjected(year)] }
}

/** Undefined without a count of pupils. */
async function findForecast(statistics: Statistics, document: ScenarioDocument | undefined): Promise<SchoolOutlook | undefined> {
  try {
    return document ? (await getSchoolsUnder(statistics, document)).outlook : await getSchoolForecast(statistics)
  } catch (error) {
    if (error instanceof SeeError && error.problem === 'noFacilities') return undefined
    throw error
  }
}

/** Whole pupils by code of the school; undefined for a year without a forecast. */
function takePupils({ schools, pupils, years }: SchoolOutlook, year: number): ReadonlyMap<string, number> | undefined {
  const ofYear = pupils[years.indexOf(year)]
  return ofYear && new Map(schools.map(({ code }, at) => [code, Math.round(roundPupils(ofYear[at]!))]))
}

const STAYS: Words = { nl: 'De omvang van andere voorzieningen dan basisscholen blijft zoals die nu is.', en: 'The size of facilities other than primary schools stays as it is now.' }
const describeProjected = (year: number): Words => ({ nl: `De omvang van een basisschool is het verwachte aantal leerlingen op 1 januari ${year}.`, en: `The size of a primary school is the pupils expected on 1 January ${year}.` })
const describeCounted = (year: number): Words => ({ nl: `Voor ${year} is er geen verwachting van leerlingen. De omvang van een basisschool is zoals nu geteld.`, en: `No pupils are projected for ${year}. The size of a primary school is as counted now.` })
