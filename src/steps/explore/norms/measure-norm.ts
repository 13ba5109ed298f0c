/** One norm held against an area: people beyond its time, and facilities below its size. */
import type { NormRunAnswer } from '#domain/answers/norm-answers.ts'
import type { ReachAnswer } from '#domain/answers/reach-answers.ts'
import type { AreaCode, AreaLevel } from '#domain/area.ts'
import type { Facility } from '#domain/facility.ts'
import { USUAL_MODE } from '#domain/norm-faults.ts'
import type { Norm } from '#domain/norm.ts'
import type { Statistics } from '#statistics/statistics.ts'
import type { FacilitySizes } from '#steps/explore/norms/facility-sizes.ts'
import { getReachColumn } from '#steps/explore/reach/reach-column.ts'
import { findFacilities } from '#steps/explore/reach/reach-ground.ts'
import { changeFacilities } from '#steps/explore/scenario/apply-facilities.ts'
import { getMunicipalityFinder } from '#steps/explore/scenario/point-municipality.ts'
import { findNearestUnder, type TravelScenario } from '#steps/explore/scenario/resolve-scenario.ts'
import { isWithin } from '#steps/see/families.ts'

type Line = NormRunAnswer['lines'][number]

/** When and under what a norm is held against an area. */
export interface NormSide {
  /** As counted when left out. */
  readonly year: number | undefined
  readonly scenario: TravelScenario | undefined
  readonly norms: readonly Norm[]
  readonly sizes: FacilitySizes
}

export interface MeasuredNorm {
  readonly norm: Norm
  readonly isMissing: boolean
  readonly counts: Pick<Line, 'inhabitants' | 'beyond' | 'timeUnknown' | 'withoutCar' | 'facilityCount' | 'tooSmall' | 'sizeUnknown' | 'justBegun'>
  /** By area; undefined for a norm without a time, or without facilities. */
  readonly column: ReachAnswer | undefined
  readonly tooSmall: readonly Omit<NormRunAnswer['tooSmall'][number], 'line'>[]
}

export interface NormArea {
  readonly level: AreaLevel
  readonly within?: AreaCode
}

export async function measureNorm(statistics: Statistics, where: NormArea, norm: Norm, { year, scenario, sizes }: NormSide): Promise<MeasuredNorm> {
  const { facilityType, mostMinutes, leastSize } = norm
  const list = await findFacilities(statistics, facilityType)
  if ('reason' in list || list.facilities.length === 0) return { norm, isMissing: true, counts: {}, column: undefined, tooSmall: [] }
  const small = measureSizes(statistics, where, changeFacilities(list.facilities, facilityType, scenario?.changes ?? []), leastSize, { sizes, isLater: year !== undefined })
  const column = mostMinutes === undefined ? undefined : await readColumn(statistics, where, norm, year, scenario)
  return { norm, isMissing: false, counts: { ...(column && countPeople(column)), ...small.counts }, column, tooSmall: small.tooSmall }
}

/** People beyond the time of a norm, area by area. */
export async function readColumn(statistics: Statistics, where: NormArea, { facilityType, mode = USUAL_MODE, mostMinutes = 0 }: Norm, year: number | undefined, scenario: TravelScenario | undefined): Promise<ReachAnswer> {
  const question = { ...where, facilityType, mode, normMinutes: mostMinutes, ...(year !== undefined && { year }) }
  return getReachColumn(statistics, question, scenario && (await findNearestUnder(statistics, scenario, facilityType, mode)), scenario?.document)
}

/** The norm with where it comes from. */
export function describeNorm({ facilityType, mode = USUAL_MODE, mostMinutes, leastSize, basis = 'own', source, url }: Norm) {
  return { facilityType, mode, ...(mostMinutes !== undefined && { mostMinutes }), ...(leastSize !== undefined && { leastSize }), basis, ...(source !== undefined && { source }), ...(url !== undefined && { url }) }
}

/** The same norm otherwise, to put beside it. */
export function describeSide({ norm: { mostMinutes, leastSize }, counts }: MeasuredNorm): Line['base'] {
  return { ...(mostMinutes !== undefined && { mostMinutes }), ...(leastSize !== undefined && { leastSize }), ...counts }
}

const sum = (counts: readonly number[]): number => counts.reduce((total, own) => total + own, 0)

function countPeople({ inhabitants, beyondNorm, timeUnknown, households }: ReachAnswer) {
  const { age0to14, age15to24, age25to44, age45to64, age65Plus } = beyondNorm
  return {
    inhabitants: sum(inhabitants),
    timeUnknown: sum(timeUnknown),
    beyond: { all: sum(beyondNorm.all), age0to14: sumKnown(age0to14), age15to24: sumKnown(age15to24), age25to44: sumKnown(age25to44), age45to64: sumKnown(age45to64), age65Plus: sumKnown(age65Plus) },
    ...(households && { withoutCar: { households: Math.round(sum(households.withoutCar)), beyond: Math.round(sum(households.withoutCarBeyondNorm)) } }),
  }
}

const sumKnown = (counts: readonly (number | null)[]): number | null => counts.reduce((total, own) => (total === null || own === null ? null : total + own), 0)

interface SizesThen {
  readonly sizes: FacilitySizes
  /** Of a later year, while the facilities have the sizes of now. */
  readonly isLater: boolean
}

function measureSizes(statistics: Statistics, { within }: NormArea, facilities: readonly Facility[], leastSize: number | undefined, { sizes, isLater }: SizesThen) {
  if (leastSize === undefined) return { counts: {}, tooSmall: [] }
  const findMunicipality = getMunicipalityFinder(statistics)
  const here = facilities.flatMap((facility) => {
    const municipality = statistics.findArea(findMunicipality(facility.point) ?? '')
    return within === undefined || (municipality && isWithin(municipality, within)) ? [{ facility, municipality, size: sizes.find(facility) }] : []
  })
  const tooSmall = here
    .filter(({ size }) => size !== undefined && size < leastSize)
    .map(({ facility: { id, name, size: sizeNow }, size, municipality }) => ({ id, name, size: size!, ...(isLater && sizeNow !== undefined && { sizeNow }), ...(municipality && { municipality: { code: municipality.code, name: municipality.name } }) }))
    .sort((a, b) => a.size - b.size || a.name.localeCompare(b.name, 'nl'))
  const justBegun = here.filter(({ facility }) => sizes.isJustBegun(facility)).length
  const sizeUnknown = here.filter(({ size }) => size === undefined).length - justBegun
  return { counts: { facilityCount: here.length, tooSmall: tooSmall.length, sizeUnknown, justBegun }, tooSmall }
}
