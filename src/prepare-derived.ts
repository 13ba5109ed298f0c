/** A process of its own that makes what takes long of the figures that are served, and keeps it beside them. Started by `derived-process.ts`, which it tells what is there. */
import { openStatistics } from '#statistics/open-statistics.ts'
import { listNotKept } from '#steps/explore/list-kept.ts'
import { readConfig } from './config.ts'
import { sayNotKept } from './start-messages.ts'
import { join } from 'node:path'

const statistics = await openStatistics(readConfig(process.env, join(import.meta.dirname, '..')).home)
try {
  for (const kept of statistics === undefined ? [] : await listNotKept(statistics)) {
    await kept.keep(statistics!)
    if (process.connected) process.send!(kept.kind)
  }
} catch (error) {
  // A disk that is full or may not be written on; anything else is a fault in the program.
  if (!['ENOSPC', 'EACCES', 'EROFS', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  sayNotKept(error)
  process.exitCode = 1
}
