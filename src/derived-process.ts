/** Makes the projection, the forecast of schools and its check on history, and the streets of extracts, once for every version of the figures, beside the server: whoever asks for them finds them on the disk. */
import { spawn } from 'node:child_process'
import os from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Statistics } from '#statistics/statistics.ts'
import { listNotKept } from '#steps/explore/list-kept.ts'
import type { Config } from './config.ts'

const PROGRAM = new URL('./prepare-derived.ts', import.meta.url)
/** Answers go first. */
const LOW_PRIORITY = 10

/**
 * Starts the process where something was not kept yet of these figures. Who asks for that meanwhile waits until it is there; where the process fails, or the disk cannot be written on, the server makes
 * its own when it is asked. Gives what stops it.
 */
export async function startDerivedProcess(config: Config, statistics: Statistics): Promise<() => void> {
  const missing = await listNotKept(statistics)
  if (missing.length === 0) return () => undefined
  const child = spawn(process.execPath, [fileURLToPath(PROGRAM)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], env: { ...process.env, TOPDORP_HOME: config.home } })
  const ended = new Promise<void>((resolve) => child.once('error', () => resolve()).once('exit', () => resolve()))
  for (const kept of missing) {
    const isThere = new Promise<void>((resolve) => child.on('message', (kind) => kind === kept.kind && resolve()))
    kept.awaitMaker(statistics, Promise.race([isThere, ended]))
  }
  if (child.pid !== undefined) os.setPriority(child.pid, LOW_PRIORITY)
  return () => void child.kill('SIGTERM')
}
