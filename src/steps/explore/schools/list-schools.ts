/** The primary schools of an area, with their pupils in a year and the chance that they are below a norm. */
import type { ListedSchool, SchoolListAnswer, SchoolScenarioAnswer } from '#domain/answers/school-answers.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import { getNormPupils, type SchoolNorm } from '#domain/school-norms.ts'
import type { Words } from '#domain/words.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { NearbyPoints } from '#steps/explore/reach/nearby-points.ts'
import { getTravelMode, localMinutes } from '#steps/explore/reach/travel-modes.ts'
import { listProjectionSources } from '#steps/explore/inputs/projection-tables.ts'
import { chooseDrift, findBounds, findChance, getSchoolYear, listChances, roundPupils, type ShareDrift } from '#steps/explore/schools/school-chances.ts'
import { getSchoolForecast, type SchoolOutlook } from '#steps/explore/schools/school-forecast.ts'
import { describeSchools } from '#steps/explore/schools/school-words.ts'
import type { School } from '#steps/explore/schools/read-schools.ts'
import type { SchoolPlace } from '#steps/explore/schools/locate-schools.ts'
import { getSchoolsUnder } from '#steps/explore/schools/schools-under-scenario.ts'
import { findSchoolsOf } from '#steps/explore/schools/schools-of-place.ts'
import { SeeError } from '#steps/see/problems.ts'
import { getSubject } from '#steps/see/subject.ts'

export interface SchoolQuestion {
  /** An area code or place id; all schools without it. */
  readonly area?: string
  readonly norm: SchoolNorm
  /** For the norm `own`. */
  readonly pupils: number
  /** 1 January; ten years from the count when left out. */
  readonly year?: number
  /** Only schools with at least this chance to be below the norm. */
  readonly atLeast: number
  readonly drift?: number
}

const USUAL_YEARS_AHEAD = 10
const FURTHEST_METRES = 60_000

/** Throws SeeError `noFacilities`, `noSuchYear`, `unknownArea` or `unknownPlace`, ProjectionError `projectionTablesMissing`. */
export async function listSchools(statistics: Statistics, question: SchoolQuestion): Promise<SchoolListAnswer> {
  if (question.area !== undefined) getSubject(statistics, question.area)
  return listOutlook(statistics, await getSchoolForecast(statistics), question)
}

/** The same under a scenario, with the base beside it. Throws as above, and SeeError `scenarioRefused`. */
export async function listSchoolsUnder(statistics: Statistics, question: SchoolQuestion, document: ScenarioDocument): Promise<SchoolScenarioAnswer> {
  if (question.area !== undefined) getSubject(statistics, question.area)
  const { base, outlook, closed, withoutSchool, remarks } = await getSchoolsUnder(statistics, document)
  const answer = listOutlook(statistics, outlook, { ...question, atLeast: 0 }, remarks)
  const before = listOutlook(statistics, base, { ...question, atLeast: 0 })
  const baseOf = new Map(before.schools.map(({ code, expected, chance }) => [code, { expected, chance }]))
  const schools = answer.schools.map((school) => ({ ...school, base: baseOf.get(school.code)! }))
  const changedSchools = before.schools.length - schools.length + schools.filter(isOtherwise).length
  return {
    ...answer,
    schools: schools.filter(makeIsLikely(question)),
    scenario: {
      name: document.name,
      closed: closed.map(({ code, name, pupils }) => ({ code, name, pupils: (pupils ?? 0) > 0 ? pupils! : null })),
      withoutSchool: roundPupils(withoutSchool[answer.years.indexOf(answer.year)]!),
      changedSchools,
    },
    remarks: [...(changedSchools === 0 ? [describeUntouched(answer)] : []), ...answer.remarks],
    base: { total: before.total },
  }
}

const isOtherwise = ({ expected, chance, base }: SchoolScenarioAnswer['schools'][number]): boolean => expected !== base.expected || chance !== base.chance

const makeIsLikely = ({ atLeast }: SchoolQuestion) => ({ chance }: ListedSchool): boolean => atLeast === 0 || (chance ?? 0) >= atLeast

const describeUntouched = ({ year }: SchoolListAnswer): Words => ({
  nl: `Het scenario verandert niets voor deze scholen in ${year}.`,
  en: `The scenario changes nothing for these schools in ${year}.`,
})

function listOutlook(statistics: Statistics, forecast: SchoolOutlook, question: SchoolQuestion, scenario?: readonly Words[]): SchoolListAnswer {
  const subject = question.area === undefined ? undefined : getSubject(statistics, question.area)
  const year = question.year ?? forecast.years[Math.min(USUAL_YEARS_AHEAD, forecast.years.length - 1)]!
  const ahead = forecast.years.indexOf(year)
  if (ahead < 0) throw new SeeError('noSuchYear', String(year))
  const drift = chooseDrift(forecast, question.drift)
  const inside = subject && findSchoolsOf(statistics, subject)
  const isInside = (school: School, place: SchoolPlace | undefined) => inside === undefined || inside(school, place)
  const own = forecast.schools.flatMap((school, at) => (isInside(school, forecast.places[at]) ? [describeSchool(statistics, forecast, at, { ...question, ahead, drift })] : []))
  const withoutPupils = forecast.withoutPupils.flatMap((school, at) => (isInside(school, forecast.placesWithoutPupils[at]) ? [describeUncounted(statistics, forecast, school, forecast.placesWithoutPupils[at])] : []))
  return {
    ...describeBasis(statistics, forecast, drift, scenario),
    area: subject ? { id: subject.id, name: subject.name } : null,
    year,
    norm: { id: question.norm, pupils: question.norm === 'municipal' ? null : getNormPupils(question.norm, NaN, question.pupils) },
    total: addUp(own, withoutPupils.length, question),
    schools: [...own.map(hideOfNew), ...withoutPupils].filter(makeIsLikely(question)),
  }
}

export function describeBasis(statistics: Statistics, forecast: SchoolOutlook, drift: ShareDrift, scenario?: readonly Words[]) {
  return {
    version: statistics.version,
    moment: forecast.table.moment,
    moments: [...forecast.moments],
    years: [...forecast.years],
    pupilsPerChild: Math.round(forecast.pupilsPerChild * 1e4) / 1e4,
    shareDrift: { ...drift, deviation: Math.round(drift.deviation * 1e4) / 1e4 },
    remarks: describeSchools(forecast, drift, scenario),
    sources: [forecast.table.source.resource, ...listProjectionSources(statistics)],
  }
}

type Asked = Omit<SchoolQuestion, 'drift'> & { readonly ahead: number; readonly drift: ShareDrift }

function describeSchool(statistics: Statistics, forecast: SchoolOutlook, at: number, { norm, pupils, ahead, drift }: Asked): ListedSchool {
  const year = getSchoolYear(forecast, at, ahead, drift.deviation)
  const [lower80, upper80] = findBounds(year, 80)
  const below = forecast.pupils.findIndex((own, step) => roundPupils(own[at]!) < getNormPupils(norm, forecast.municipalNorms[step]![at]!, pupils) - 0.5)
  return {
    ...identify(statistics, forecast.schools[at]!, forecast.places[at]),
    justOpened: forecast.justOpened.has(forecast.schools[at]!.code),
    expected: roundPupils(year.expected),
    lower80,
    upper80,
    municipalNorm: year.municipalNorm,
    chances: listChances(year),
    chance: findChance(year, getNormPupils(norm, year.municipalNorm ?? NaN, pupils)),
    belowFrom: below < 0 ? null : forecast.years[below]!,
    nearest: findNeighbour(forecast, forecast.schools[at]!),
  }
}

/** Its children count in the total; of the school itself a beginning says nothing. */
const hideOfNew = (school: ListedSchool): ListedSchool => (school.justOpened ? { ...school, ...NOTHING, municipalNorm: school.municipalNorm } : school)

const NOTHING = { expected: null, lower80: null, upper80: null, municipalNorm: null, chances: { national: null, municipal: null, small: null }, chance: null, belowFrom: null }

const describeUncounted = (statistics: Statistics, forecast: SchoolOutlook, school: School, place: SchoolPlace | undefined): ListedSchool => ({
  ...identify(statistics, school, place),
  justOpened: forecast.justOpened.has(school.code),
  ...NOTHING,
  nearest: findNeighbour(forecast, school),
})

export function identify(statistics: Statistics, { code, name, denomination, town, point, pupils }: School, place: SchoolPlace | undefined) {
  const municipality = statistics.findArea(place?.municipality ?? '')
  return {
    code, name,
    ...(denomination && { denomination }),
    ...(town && { town }),
    ...(municipality && { municipality: { code: municipality.code, name: municipality.name } }),
    point: [...point] as [number, number],
    pupils: (pupils ?? 0) > 0 ? pupils! : null,
  }
}

/** An index of all schools of a forecast. */
const indices = new WeakMap<SchoolOutlook, NearbyPoints>()

function findNeighbour(forecast: SchoolOutlook, school: School): ListedSchool['nearest'] {
  return listNeighbours(forecast, school, 1)[0] ?? null
}

/** The nearest other schools, those without a count included; the nearest first. */
export function listNeighbours(forecast: SchoolOutlook, school: School, count: number): { code: string; name: string; cycleMinutes: number }[] {
  const { schools } = forecast.table
  const points = indices.get(forecast) ?? new NearbyPoints(schools.map(({ point }) => point[0]), schools.map(({ point }) => point[1]))
  indices.set(forecast, points)
  const found = points.listNearest(school.point, FURTHEST_METRES, count + 1).filter(({ at }) => schools[at]!.code !== school.code)
  return found.slice(0, count).map(({ at, metres }) => ({ code: schools[at]!.code, name: schools[at]!.name, cycleMinutes: Math.round(localMinutes(getTravelMode('bicycle'), metres) * 10) / 10 }))
}

function addUp(schools: readonly ListedSchool[], withoutPupils: number, { norm, pupils }: SchoolQuestion): SchoolListAnswer['total'] {
  const sum = (take: (school: ListedSchool) => number) => schools.reduce((total, school) => total + take(school), 0)
  const settled = schools.filter(({ justOpened }) => !justOpened)
  const count = (holds: (school: ListedSchool) => boolean) => settled.filter(holds).length
  const isBelow = (own: number, { municipalNorm }: ListedSchool) => own < getNormPupils(norm, municipalNorm ?? NaN, pupils) - 0.5
  return {
    schools: schools.length + withoutPupils,
    withoutPupils,
    justOpened: schools.length - settled.length,
    pupils: sum((school) => school.pupils ?? 0),
    expected: roundPupils(sum((school) => school.expected ?? 0)),
    expectedBelow: count((school) => isBelow(school.expected ?? NaN, school)),
    sumOfChances: settled.some(({ chance }) => chance === null) ? null : roundPupils(settled.reduce((total, school) => total + (school.chance ?? 0), 0)),
    belowNow: count((school) => isBelow(school.pupils ?? NaN, school)),
  }
}

