/** The tables that a projection is made from. */
import type { Statistics } from '#statistics/statistics.ts'

export const PROJECTION_TABLES = ['population-dynamics', 'population-single-age', 'deaths-single-age', 'un-percentasfr-5', 'un-sexratio', 'population-pc4', 'pc4-gemeente'] as const

/** Those that the package does not have. */
export function listMissingTables({ sources }: Statistics): string[] {
  return PROJECTION_TABLES.filter((table) => !sources.some(({ resource }) => resource === table))
}
