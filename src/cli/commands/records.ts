/** `topdorp records`: a backup of what people entered, and who looked at what is not public. */
import { listAccesses, logAccess } from '#records/access-log.ts'
import { resolve } from 'node:path'
import { removeScenario } from '#steps/explore/scenario/keep-scenario.ts'
import { SeeError } from '#steps/see/problems.ts'
import { CommandError, EXIT, misuse, type Command, type CommandInput, type ExitCode } from '#cli/command.ts'
import { actNow, withRecords } from '#cli/open-records.ts'
import { layOut } from '#cli/words.ts'

const USUAL_LINES = 100
const MOST_LINES = 100_000

export const recordsCommand: Command = {
  name: 'records',
  summary: { nl: 'reservekopie van wat mensen invoerden, en het inzagelogboek', en: 'a backup of what people entered, and the access log' },
  positionals: ['<backup|access-log|erase-scenario>', '[file|id]'],
  options: {
    about: { type: 'string', value: 'signal', help: { nl: 'bij access-log: alleen over dit signaal of deze moderator', en: 'with access-log: about this signal or moderator only' } },
    lines: { type: 'string', value: 'number', help: { nl: `bij access-log: hooguit zoveel regels (${USUAL_LINES})`, en: `with access-log: at most so many lines (${USUAL_LINES})` } },
  },
  examples: ['topdorp records backup /veilig/topdorp-2026-11-26.sqlite', 'topdorp records access-log', 'topdorp records access-log --about S2345ABCDEF --json', 'topdorp records erase-scenario 23456789ABCDEFGH'],
  run,
}

async function run(input: CommandInput): Promise<ExitCode> {
  const [action, file] = input.positionals
  if (action === 'access-log') return showAccessLog(input)
  if (action === 'erase-scenario') return erase(input)
  if (action !== 'backup') throw misuse(`"${action}" kan niet. Kies: backup, access-log, erase-scenario.`, `"${action}" is not possible. Choose: backup, access-log, erase-scenario.`)
  if (file === undefined) throw misuse('Waarheen? topdorp records backup <bestand>', 'Where to? topdorp records backup <file>')
  const path = resolve(file)
  await withRecords(input, (records) => records.backup(path))
  input.terminal.warn(input.language === 'nl' ? `Reservekopie gemaakt: ${path}. Er staan persoonsgegevens in: bewaar haar veilig, en niet langer dan nodig.` : `Backup made: ${path}. It holds personal data: keep it safe, and no longer than needed.`)
  return EXIT.ok
}

/** For the operator, where a scenario holds what it should not. */
async function erase(input: CommandInput): Promise<ExitCode> {
  const [, id] = input.positionals
  if (id === undefined) throw misuse('Welk scenario? topdorp records erase-scenario <id>', 'Which scenario? topdorp records erase-scenario <id>')
  const { who, now } = actNow()
  try {
    await withRecords(input, (records) => removeScenario(records, id, { who }, now))
  } catch (error) {
    if (error instanceof SeeError) throw new CommandError({ nl: `Er is geen scenario ${id}, of het is al weg.`, en: `There is no scenario ${id}, or it is gone already.` })
    throw error
  }
  input.terminal.warn(input.language === 'nl' ? `Scenario ${id} is weg, met al zijn versies.` : `Scenario ${id} is gone, with all its versions.`)
  return EXIT.ok
}

async function showAccessLog(input: CommandInput): Promise<ExitCode> {
  const { flags, json, terminal } = input
  const about = flags['about'] as string | undefined
  const lines = Number(flags['lines'] ?? USUAL_LINES)
  if (!Number.isInteger(lines) || lines < 1 || lines > MOST_LINES) throw misuse(`--lines moet een getal zijn van 1 tot ${MOST_LINES}.`, `--lines must be a number from 1 to ${MOST_LINES}.`)
  const accesses = await withRecords(input, async ({ database }) => {
    const { who, now } = actNow()
    await logAccess(database, { at: now.toISOString(), who, what: 'readAccessLog', subject: about ?? '' })
    return listAccesses(database, lines, about)
  })
  if (json) terminal.print(JSON.stringify({ accesses }, null, 1))
  else for (const line of layOut(accesses.map(({ at, who, what, subject }) => [at, who, what, subject]), [], '')) terminal.print(line)
  return EXIT.ok
}
