/**
 * The catalogue: what every figure means and where it comes from. One file a theme; to add an indicator, add a line there.
 * Method: docs/methods/indicators.md.
 */
import type { Indicator } from '#domain/indicator.ts'
import { COMMUNITY } from '#domain/indicators/community.ts'
import { DERIVED } from '#domain/indicators/derived.ts'
import { ENERGY } from '#domain/indicators/energy.ts'
import { FACILITIES } from '#domain/indicators/facilities.ts'
import { HEALTH } from '#domain/indicators/health.ts'
import { HOUSEHOLDS } from '#domain/indicators/households.ts'
import { HOUSING } from '#domain/indicators/housing.ts'
import { INCOME } from '#domain/indicators/income.ts'
import { LAND } from '#domain/indicators/land.ts'
import { ORIGIN } from '#domain/indicators/origin.ts'
import { POPULATION } from '#domain/indicators/population.ts'
import { SAFETY } from '#domain/indicators/safety.ts'
import { SCHOOL } from '#domain/indicators/school.ts'
import { WORK } from '#domain/indicators/work.ts'

/** Published indicators by theme, then the derived ones: terms come before what is computed from them. */
export const INDICATORS: readonly Indicator[] = [
  ...POPULATION,
  ...HOUSEHOLDS,
  ...SCHOOL,
  ...WORK,
  ...INCOME,
  ...HEALTH,
  ...HOUSING,
  ...ENERGY,
  ...SAFETY,
  ...FACILITIES,
  ...COMMUNITY,
  ...LAND,
  ...ORIGIN,
  ...DERIVED,
]

/** Columns of the KWB tables that say which area a row is about, and are no figures. */
export const AREA_ATTRIBUTE_COLUMNS: readonly string[] = ['ID', 'WijkenEnBuurten', 'Gemeentenaam_1', 'SoortRegio_2', 'Codering_3']

const BY_ID = new Map(INDICATORS.map((indicator) => [indicator.id, indicator]))

/** The catalogue entry with that id, or undefined. */
export function findIndicator(id: string): Indicator | undefined {
  return BY_ID.get(id)
}
