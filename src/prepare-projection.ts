/** A process of its own that makes the projection of the figures that are served, and keeps it beside them. Started by `projection-process.ts`. */
import { openStatistics } from '#statistics/open-statistics.ts'
import { keepContents } from '#steps/explore/forecast.ts'
import { readConfig } from './config.ts'
import { sayNotKept } from './start-messages.ts'
import { join } from 'node:path'

const statistics = await openStatistics(readConfig(process.env, join(import.meta.dirname, '..')).home)
try {
  if (statistics !== undefined) await keepContents(statistics)
} catch (error) {
  // A disk that is full or may not be written on; anything else is a fault in the program.
  if (!['ENOSPC', 'EACCES', 'EROFS', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  sayNotKept(error)
  process.exitCode = 1
}
