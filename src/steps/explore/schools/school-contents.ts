/** Everything that takes seconds of a forecast of schools, as plain figures. Method: docs/methods/school-forecast.md. */
import type { AreaCode } from '#domain/area.ts'
import { countUsers, type Catchment } from '#engines/catchment/catchment.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getForecast } from '#steps/explore/forecast.ts'
import { countChildrenOfBuurten, type ChildrenOfBuurten } from '#steps/explore/schools/children-of-buurten.ts'
import { fitBeside } from '#steps/explore/schools/fit-beside.ts'
import { findCountedTable, findJustOpened } from '#steps/explore/schools/just-opened.ts'
import { locateSchools, type SchoolPlace } from '#steps/explore/schools/locate-schools.ts'
import { findMunicipalNorms } from '#steps/explore/schools/municipal-norms.ts'
import { measureChildrenVariances } from '#steps/explore/schools/pupil-deviations.ts'
import { listSchoolTables, type School, type SchoolTable } from '#steps/explore/schools/read-schools.ts'
import { addToOrigins, listSchoolChoices, type SchoolChoice } from '#steps/explore/schools/school-choice.ts'
import { measureShareDrift } from '#steps/explore/schools/share-drift.ts'

/** Further than this nobody should look. */
export const LAST_YEAR = 2045

export interface SchoolContents {
  readonly table: SchoolTable
  /** All moments of which there is a list. */
  readonly moments: readonly string[]
  readonly jumpOff: number
  readonly years: readonly number[]
  /** Schools of which pupils are known; all lists below are in this order. */
  readonly schools: readonly School[]
  readonly places: readonly (SchoolPlace | undefined)[]
  readonly withoutPupils: readonly School[]
  readonly placesWithoutPupils: readonly (SchoolPlace | undefined)[]
  /** Codes of schools that are not in the list of the moment before: they still grow, so that nobody knows their share. */
  readonly justOpened: ReadonlySet<string>
  /** By year. */
  readonly pupils: readonly Float64Array[]
  /** Variance of the logarithm of the children around it, by year; undefined where errors of past projections are not known. */
  readonly childrenVariances: readonly Float64Array[] | undefined
  /** Norm of the municipality of each school, by year; NaN where it cannot be worked out. */
  readonly municipalNorms: readonly Float64Array[]
  readonly pupilsPerChild: number
  /** Undefined where the package has pupils of one moment only. */
  readonly measuredDrift: number | undefined
  /** With buurten by their codes. */
  readonly children: Omit<ChildrenOfBuurten, 'areas'> & { readonly codes: readonly AreaCode[] }
  readonly choice: SchoolChoice
  readonly catchment: Catchment
}

/** Null without schools of which pupils are known. Throws ProjectionError `projectionTablesMissing`. */
export async function makeSchoolContents(statistics: Statistics): Promise<SchoolContents | null> {
  const tables = await listSchoolTables(statistics)
  const table = findCountedTable(tables)
  if (table === undefined) return null
  const forecast = await getForecast(statistics)
  const schools = table.schools.filter(({ pupils }) => (pupils ?? 0) > 0)
  const withoutPupils = table.schools.filter(({ pupils }) => !((pupils ?? 0) > 0))
  const places = await locateSchools(statistics, schools)
  const { codes } = forecast.prepared.data
  const municipalityOfSchool = Int32Array.from(places, (place) => codes.indexOf(place?.municipality ?? ''))
  const run = forecast.base
  const { areas, ...children } = await countChildrenOfBuurten(statistics, forecast.prepared, { ...run, years: run.years.filter(({ year }) => year <= LAST_YEAR) })
  const choice = await listSchoolChoices(statistics, { areas, ...children }, schools, municipalityOfSchool)
  const base = addToOrigins(choice, children.ofBuurten[0]!)
  const catchment = await fitBeside(choice.pairs, base, Float64Array.from(schools, ({ pupils }) => pupils!))
  const pupils = children.ofBuurten.map((year) => countUsers(catchment, addToOrigins(choice, year)))
  return {
    table, schools, withoutPupils, places, justOpened: await findJustOpened(statistics), choice, catchment, pupils,
    children: { ...children, codes: areas.map(({ code }) => code) },
    placesWithoutPupils: await locateSchools(statistics, withoutPupils),
    moments: tables.map(({ moment }) => moment),
    jumpOff: forecast.prepared.jumpOff,
    years: children.years,
    childrenVariances: await measureChildrenVariances(forecast, { areas, ...children }, choice, catchment, municipalityOfSchool),
    municipalNorms: findMunicipalNorms(statistics, codes, { areas, ...children }, municipalityOfSchool),
    pupilsPerChild: add(pupils[0]!) / add(base),
    measuredDrift: measureShareDrift(tables),
  }
}

const add = (values: Float64Array): number => values.reduce((sum, own) => sum + own, 0)
