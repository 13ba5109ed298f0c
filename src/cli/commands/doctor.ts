/** `topdorp doctor`: what is in order, what is not, and the way out. */
import { EXIT, type Command, type CommandInput, type ExitCode } from '#cli/command.ts'
import type { Check } from '#cli/doctor/check.ts'
import { checkPackage, checkStatistics } from '#cli/doctor/check-data.ts'
import { checkHome, checkNode, checkPort, checkRoom, checkSite } from '#cli/doctor/check-machine.ts'
import { checkRecords } from '#cli/doctor/check-records.ts'
import { readSettings } from '#cli/open-figures.ts'

export const doctorCommand: Command = {
  name: 'doctor',
  summary: { nl: 'kijkt of alles in orde is en zegt wat u kunt doen', en: 'sees whether all is well and says what you can do' },
  positionals: [],
  options: {},
  examples: ['topdorp doctor', 'topdorp doctor --json'],
  run,
}

const MARKS = { ok: '✓', warning: '!', failed: '✗' } as const

async function run(input: CommandInput): Promise<ExitCode> {
  const { json, language, projectFolder, terminal } = input
  const { home, host, port, dataPackage, database } = readSettings(input)
  const checks: readonly Check[] = [
    { id: 'node', run: () => checkNode(projectFolder) },
    { id: 'home', run: () => checkHome(home) },
    { id: 'room', run: () => checkRoom(home) },
    { id: 'statistics', run: () => checkStatistics(home) },
    { id: 'package', run: () => checkPackage(dataPackage, home) },
    { id: 'records', run: () => checkRecords({ home, database }) },
    { id: 'site', run: () => checkSite(projectFolder) },
    { id: 'port', run: () => checkPort(port, host) },
  ]
  const results = []
  for (const check of checks) {
    const { outcome, message, wayOut } = await check.run()
    results.push({ id: check.id, outcome, message: message[language], ...(wayOut && { wayOut: wayOut[language] }) })
    if (json) continue
    terminal.print(`${MARKS[outcome]} ${message[language]}`)
    if (wayOut) terminal.print(`  → ${wayOut[language]}`)
  }
  const healthy = results.every((result) => result.outcome !== 'failed')
  if (json) terminal.print(JSON.stringify({ healthy, checks: results }, null, 1))
  return healthy ? EXIT.ok : EXIT.failed
}
