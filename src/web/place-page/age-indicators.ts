/** The indicators that together divide all inhabitants over age groups, from young to old. */
import type { IndicatorAnswer } from '#domain/answers/answers.ts'

const AGE_GROUPS = ['age0to14', 'age15to24', 'age25to44', 'age45to64', 'age65Plus']

/** All of the groups, or none where the catalogue lacks one: a part of them would give wrong shares. */
export function findAgeIndicators(indicators: readonly IndicatorAnswer[]): readonly IndicatorAnswer[] {
  const found = AGE_GROUPS.flatMap((id) => indicators.find((indicator) => indicator.id === id) ?? [])
  return found.length === AGE_GROUPS.length ? found : []
}
