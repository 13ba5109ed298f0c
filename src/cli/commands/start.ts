/** `topdorp start`: the same as `npm start`. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { readSettings, resolveLocation } from '#cli/open-figures.ts'
import { EXIT, type Command, type CommandInput, type ExitCode } from '#cli/command.ts'

export const startCommand: Command = {
  name: 'start',
  summary: { nl: 'start de website; leest eerst cijfers in als die er niet zijn', en: 'starts the site; imports figures first where there are none' },
  positionals: ['[package]'],
  options: { port: { type: 'string', value: 'port', help: { nl: 'poort, anders PORT of 4000', en: 'port, otherwise PORT or 4000' } } },
  examples: ['topdorp start', 'topdorp start --port 4001', 'topdorp start ../data/datapackage.json'],
  run,
}

async function run(input: CommandInput): Promise<ExitCode> {
  const { environment, flags, positionals, projectFolder } = input
  const asked = {
    ...(typeof flags['port'] === 'string' && { PORT: flags['port'] }),
    ...(positionals[0] !== undefined && { TOPDORP_DATAPACKAGE: resolveLocation(positionals[0]) }),
  }
  const env = { ...environment, ...asked }
  readSettings({ environment: env, projectFolder })
  const child = spawn(process.execPath, [join(projectFolder, 'scripts/start.mjs')], { stdio: 'inherit', cwd: projectFolder, env })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  const code = await new Promise<number | null>((resolve, reject) => child.once('error', reject).once('exit', resolve))
  if (code === 0) return EXIT.ok
  return code === EXIT.misused ? EXIT.misused : EXIT.failed
}
