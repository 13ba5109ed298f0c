/** An import in a process of its own: its memory is given back, and a crash leaves the server standing. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Config } from './config.ts'

/** Runs `topdorp import`; what it prints goes to the terminal. True when the version is in place. */
export async function runImportProcess(config: Config, location: string, flags: readonly string[] = []): Promise<boolean> {
  const program = join(import.meta.dirname, 'cli/main.ts')
  const child = spawn(process.execPath, [program, 'import', location, ...flags], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, TOPDORP_HOME: config.home },
  })
  const stop = (): void => void child.kill('SIGTERM')
  process.once('SIGINT', stop).once('SIGTERM', stop)
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('exit', resolve))
  process.off('SIGINT', stop).off('SIGTERM', stop)
  return code === 0
}
