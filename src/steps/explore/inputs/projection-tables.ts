/** The tables that a projection is made from. */
import type { Statistics } from '#statistics/statistics.ts'

/** Without these there is none. */
export const NEEDED_TABLES = ['population-dynamics', 'population-single-age', 'deaths-single-age'] as const
/** Without these it is made with what is usual, and says so. */
const HELPFUL_TABLES = ['un-percentasfr-5', 'un-sexratio', 'population-pc4', 'pc4-gemeente'] as const

export const PROJECTION_TABLES = [...NEEDED_TABLES, ...HELPFUL_TABLES] as const

/** Those that the package does not have, of the tables without which nothing can be projected. */
export function listMissingTables({ sources }: Pick<Statistics, 'sources'>): string[] {
  return NEEDED_TABLES.filter((table) => !sources.some(({ resource }) => resource === table))
}
