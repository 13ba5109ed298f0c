/** Runs a program of the project on the project's own Node, with a limit, so that nothing ever hangs. */
import { spawn } from 'node:child_process'

export interface Outcome {
  readonly passed: boolean
  readonly output: string
  /** What it saw, for the line about it. */
  readonly remark?: string
}

const LIMIT_MINUTES = 10

/** Passed when it ends with 0 in time; output is all that it printed. */
export async function runProgram(folder: string, script: string, args: readonly string[]): Promise<Outcome> {
  const child = spawn(process.execPath, [script, ...args], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1' },
    timeout: LIMIT_MINUTES * 60_000,
    killSignal: 'SIGKILL',
  })
  const pieces: Buffer[] = []
  child.stdout.on('data', (piece: Buffer) => pieces.push(piece))
  child.stderr.on('data', (piece: Buffer) => pieces.push(piece))
  const end = await new Promise<string | number>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', (code, signal) => resolve(code ?? `ended by ${signal} (limit: ${LIMIT_MINUTES} minutes)`))
  })
  const output = Buffer.concat(pieces).toString('utf8')
  return { passed: end === 0, output: typeof end === 'string' ? `${output}\n${end}` : output }
}
