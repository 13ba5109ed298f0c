/** When a projection begins, told without making one. */
import type { Statistics } from '#statistics/statistics.ts'
import { listMissingTables } from '#steps/explore/inputs/projection-tables.ts'
import { findYearAfter } from '#steps/explore/inputs/read-dynamics.ts'
import { memoize } from '#steps/see/memo.ts'

/** 1 January of that year; undefined where the package has not what a projection needs. */
export const findJumpOff: (statistics: Statistics) => Promise<number | undefined> = memoize(async (statistics) => {
  const table = listMissingTables(statistics).length > 0 ? undefined : await statistics.readTable('population-dynamics')
  return table && findYearAfter(table)
})
