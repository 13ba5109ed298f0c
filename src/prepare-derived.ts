/** A process of its own that makes what takes seconds of the figures that are served, and keeps it beside them. Started by `derived-process.ts`. */
import { openStatistics } from '#statistics/open-statistics.ts'
import { KEPT_FORECAST } from '#steps/explore/forecast.ts'
import { KEPT_SCHOOLS } from '#steps/explore/schools/school-forecast.ts'
import { readConfig } from './config.ts'
import { sayNotKept } from './start-messages.ts'
import { join } from 'node:path'

const statistics = await openStatistics(readConfig(process.env, join(import.meta.dirname, '..')).home)
try {
  for (const kept of statistics === undefined ? [] : [KEPT_FORECAST, KEPT_SCHOOLS]) if (!(await kept.has(statistics!))) await kept.keep(statistics!)
} catch (error) {
  // A disk that is full or may not be written on; anything else is a fault in the program.
  if (!['ENOSPC', 'EACCES', 'EROFS', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  sayNotKept(error)
  process.exitCode = 1
}
