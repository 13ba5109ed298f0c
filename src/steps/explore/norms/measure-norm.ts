/** One norm held against an area: people beyond its time, and facilities below its size, in the base and in a scenario. */
import type { NormRunAnswer } from '#domain/answers/norm-answers.ts'
import type { ReachAnswer } from '#domain/answers/reach-answers.ts'
import type { AreaCode, AreaLevel } from '#domain/area.ts'
import type { Facility } from '#domain/facility.ts'
import { USUAL_MODE } from '#domain/norm-faults.ts'
import type { Norm } from '#domain/norm.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getReachColumn } from '#steps/explore/reach/reach-column.ts'
import { findFacilities } from '#steps/explore/reach/reach-ground.ts'
import { changeFacilities } from '#steps/explore/scenario/apply-facilities.ts'
import { getMunicipalityFinder } from '#steps/explore/scenario/point-municipality.ts'
import { findNearestUnder, type TravelScenario } from '#steps/explore/scenario/resolve-scenario.ts'
import { isWithin } from '#steps/see/families.ts'

export interface MeasuredNorm {
  readonly line: NormRunAnswer['lines'][number]
  /** By area, in the scenario where there is one; undefined for a norm without a time, or without facilities. */
  readonly column: ReachAnswer | undefined
  readonly tooSmall: readonly Omit<NormRunAnswer['tooSmall'][number], 'line'>[]
}

export interface NormArea {
  readonly level: AreaLevel
  readonly within?: AreaCode
}

/** `norm` holds in the base, `under` in the scenario. */
export async function measureNorm(statistics: Statistics, where: NormArea, norm: Norm, under: Norm, scenario: TravelScenario | undefined): Promise<MeasuredNorm> {
  const { facilityType, mode = USUAL_MODE, mostMinutes, leastSize, basis = 'own', source, url } = under
  const head = { facilityType, mode, ...(mostMinutes !== undefined && { mostMinutes }), ...(leastSize !== undefined && { leastSize }), basis, ...(source !== undefined && { source }), ...(url !== undefined && { url }) }
  const list = await findFacilities(statistics, facilityType)
  if ('reason' in list || list.facilities.length === 0) return { line: { ...head, missing: 'noFacilities' }, column: undefined, tooSmall: [] }
  const sizes = measureSizes(statistics, where, scenario ? changeFacilities(list.facilities, facilityType, scenario.changes) : list.facilities, leastSize)
  const column = mostMinutes === undefined ? undefined : await readColumn(statistics, where, under, scenario)
  return {
    line: { ...head, ...(column && countPeople(column)), ...sizes.counts, ...(scenario && { base: await measureBase(statistics, where, norm, list.facilities) }) },
    column,
    tooSmall: sizes.tooSmall,
  }
}

async function measureBase(statistics: Statistics, where: NormArea, norm: Norm, facilities: readonly Facility[]): Promise<NormRunAnswer['lines'][number]['base']> {
  const { mostMinutes, leastSize } = norm
  const column = mostMinutes === undefined ? undefined : await readColumn(statistics, where, norm, undefined)
  const { tooSmall } = measureSizes(statistics, where, facilities, leastSize).counts
  return {
    ...(mostMinutes !== undefined && { mostMinutes }),
    ...(leastSize !== undefined && { leastSize }),
    ...(column && { beyond: countPeople(column).beyond }),
    ...(tooSmall !== undefined && { tooSmall }),
  }
}

async function readColumn(statistics: Statistics, where: NormArea, { facilityType, mode = USUAL_MODE, mostMinutes = 0 }: Norm, scenario: TravelScenario | undefined): Promise<ReachAnswer> {
  const question = { ...where, facilityType, mode, normMinutes: mostMinutes }
  return getReachColumn(statistics, question, scenario && (await findNearestUnder(statistics, scenario, facilityType, mode)))
}

const sum = (counts: readonly number[]): number => counts.reduce((total, own) => total + own, 0)

function countPeople({ inhabitants, beyondNorm, timeUnknown, households }: ReachAnswer) {
  return {
    inhabitants: sum(inhabitants),
    timeUnknown: sum(timeUnknown),
    beyond: { all: sum(beyondNorm.all), age0to14: sumKnown(beyondNorm.age0to14), age65Plus: sumKnown(beyondNorm.age65Plus) },
    ...(households && { withoutCar: { households: Math.round(sum(households.withoutCar)), beyond: Math.round(sum(households.withoutCarBeyondNorm)) } }),
  }
}

const sumKnown = (counts: readonly (number | null)[]): number | null => counts.reduce((total, own) => (total === null || own === null ? null : total + own), 0)

function measureSizes(statistics: Statistics, { within }: NormArea, facilities: readonly Facility[], leastSize: number | undefined) {
  if (leastSize === undefined) return { counts: {}, tooSmall: [] }
  const findMunicipality = getMunicipalityFinder(statistics)
  const here = facilities.flatMap((facility) => {
    const municipality = statistics.findArea(findMunicipality(facility.point) ?? '')
    return within === undefined || (municipality && isWithin(municipality, within)) ? [{ facility, municipality }] : []
  })
  const tooSmall = here
    .filter(({ facility: { size } }) => size !== undefined && size < leastSize)
    .map(({ facility: { id, name, size }, municipality }) => ({ id, name, size: size!, ...(municipality && { municipality: { code: municipality.code, name: municipality.name } }) }))
    .sort((a, b) => a.size - b.size || a.name.localeCompare(b.name, 'nl'))
  return { counts: { facilityCount: here.length, tooSmall: tooSmall.length, sizeUnknown: here.filter(({ facility }) => facility.size === undefined).length }, tooSmall }
}
