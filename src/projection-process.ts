/** Makes the projection once for every version of the figures, beside the server: whoever asks for one finds it on the disk. */
import { spawn } from 'node:child_process'
import os from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Statistics } from '#statistics/statistics.ts'
import { awaitMaker, hasContents } from '#steps/explore/forecast.ts'
import { canProject } from '#steps/explore/projected-columns.ts'
import type { Config } from './config.ts'

const PROGRAM = new URL('./prepare-projection.ts', import.meta.url)
/** Answers go first. */
const LOW_PRIORITY = 10

/**
 * Starts the process where these figures have no projection yet. Who asks meanwhile waits for it; where it fails, or the disk cannot be written on, the server makes
 * its own when it is asked. Gives what stops it.
 */
export async function startProjectionProcess(config: Config, statistics: Statistics): Promise<() => void> {
  if (!canProject(statistics) || (await hasContents(statistics))) return () => undefined
  const child = spawn(process.execPath, [fileURLToPath(PROGRAM)], { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, TOPDORP_HOME: config.home } })
  awaitMaker(statistics, new Promise<void>((resolve) => child.once('error', () => resolve()).once('exit', () => resolve())))
  if (child.pid !== undefined) os.setPriority(child.pid, LOW_PRIORITY)
  return () => void child.kill('SIGTERM')
}
