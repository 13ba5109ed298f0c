/** Schools that have just begun: in the newest list with pupils, and not in the one before it under this code or another. */
import type { Statistics } from '#statistics/statistics.ts'
import { findNewSchools } from '#steps/explore/schools/gone-schools.ts'
import { listSchoolTables, type SchoolTable } from '#steps/explore/schools/read-schools.ts'
import { memoize } from '#steps/see/memo.ts'

/** The newest list in which pupils are counted. */
export const findCountedTable = (tables: readonly SchoolTable[]): SchoolTable | undefined => tables.findLast(({ schools }) => schools.some(({ pupils }) => pupils !== undefined && pupils > 0))

/** Codes. Empty where there is no list of an earlier moment: then nobody can tell. */
export const findJustOpened = memoize(async (statistics: Statistics): Promise<ReadonlySet<string>> => {
  const tables = await listSchoolTables(statistics)
  const table = findCountedTable(tables)
  const before = table && tables[tables.indexOf(table) - 1]
  return before === undefined ? new Set<string>() : findNewSchools(before.schools, table!.schools)
})
