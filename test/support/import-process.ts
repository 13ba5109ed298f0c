/** An import in a process of its own, so that it can be killed. */
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'

const projectFolder = join(import.meta.dirname, '../..')

/** Starts importing; the process ends with 0 when the version is in place. */
export function startImport(location: string, home: string): ChildProcess {
  const program = `
    import { runImport } from '#steps/import/run-import.ts'
    await runImport({ location: ${JSON.stringify(location)}, home: ${JSON.stringify(home)} })`
  return spawn(process.execPath, ['--input-type=module', '-e', program], { cwd: projectFolder, stdio: 'ignore' })
}

/** Exit code of a process, or the signal that ended it. */
export function waitForEnd(child: ChildProcess): Promise<number | string> {
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal ?? -1)))
}
