/** Makes the projection, and the forecast of schools, once for every version of the figures, beside the server: whoever asks for them finds them on the disk. */
import { spawn } from 'node:child_process'
import os from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Statistics } from '#statistics/statistics.ts'
import { KEPT_FORECAST } from '#steps/explore/forecast.ts'
import { awaitMaker } from '#steps/explore/kept.ts'
import { canProject } from '#steps/explore/projected-columns.ts'
import { KEPT_SCHOOLS } from '#steps/explore/schools/school-forecast.ts'
import type { Config } from './config.ts'

const PROGRAM = new URL('./prepare-derived.ts', import.meta.url)
/** Answers go first. */
const LOW_PRIORITY = 10

/**
 * Starts the process where something was not kept yet of these figures. Who asks meanwhile waits for it; where it fails, or the disk cannot be written on, the server makes
 * its own when it is asked. Gives what stops it.
 */
export async function startDerivedProcess(config: Config, statistics: Statistics): Promise<() => void> {
  if (!canProject(statistics) || ((await KEPT_FORECAST.has(statistics)) && (await KEPT_SCHOOLS.has(statistics)))) return () => undefined
  const child = spawn(process.execPath, [fileURLToPath(PROGRAM)], { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, TOPDORP_HOME: config.home } })
  awaitMaker(statistics, new Promise<void>((resolve) => child.once('error', () => resolve()).once('exit', () => resolve())))
  if (child.pid !== undefined) os.setPriority(child.pid, LOW_PRIORITY)
  return () => void child.kill('SIGTERM')
}
