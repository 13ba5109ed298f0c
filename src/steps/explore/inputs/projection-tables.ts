/** The tables that a projection is made from. */
import type { Statistics } from '#statistics/statistics.ts'

/** Without these there is none. */
export const NEEDED_TABLES = ['population-dynamics', 'population-single-age', 'deaths-single-age'] as const
/** Without these it is made with what is usual, and says so. */
const HELPFUL_TABLES = ['un-percentasfr-5', 'un-sexratio', 'population-pc4', 'pc4-gemeente'] as const

export const PROJECTION_TABLES = [...NEEDED_TABLES, ...HELPFUL_TABLES] as const
/** Of buurten, in every year that has them: the projection looks back at all of these. */
const BUURT_COLUMNS = ['population', 'age0to14', 'households', 'averageHouseholdSize', 'carsPerHousehold'] as const

/** Resources that projected people come from. */
export function listProjectionSources({ listYears, findColumn }: Pick<Statistics, 'listYears' | 'findColumn'>): string[] {
  const ofBuurten = BUURT_COLUMNS.flatMap((id) => listYears(id, 'neighbourhood').flatMap((year) => findColumn(id, 'neighbourhood', year)?.sources ?? []))
  return [...new Set([...PROJECTION_TABLES, ...ofBuurten])]
}

/** Those that the package does not have, of the tables without which nothing can be projected. */
export function listMissingTables({ sources }: Pick<Statistics, 'sources'>): string[] {
  return NEEDED_TABLES.filter((table) => !sources.some(({ resource }) => resource === table))
}
