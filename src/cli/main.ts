/** `topdorp`: finds the command, runs it, and turns whatever goes wrong into one sentence and an exit code. */
import { dirname, join } from 'node:path'
import { writeSync } from 'node:fs'
import { CommandError, EXIT, misuse, type Bilingual, type ExitCode, type Language, type Terminal } from '#cli/command.ts'
import { suggest } from '#cli/closest.ts'
import { COMMANDS } from '#cli/commands/index.ts'
import { describeCommand, describeProgram } from '#cli/help.ts'
import { parseArguments } from '#cli/parse-arguments.ts'

const projectFolder = join(dirname(import.meta.dirname), '..')

async function main(words: readonly string[], terminal: Terminal, language: Language): Promise<ExitCode> {
  const [name, ...rest] = words
  const help = (lines: readonly string[]): ExitCode => {
    terminal.print(lines.join('\n'))
    return EXIT.ok
  }
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') return help(describeProgram(COMMANDS, language))
  const command = COMMANDS.find((candidate) => candidate.name === name)
  if (command === undefined) throw refuseCommand(name)
  const { positionals, flags } = parseArguments(command, rest)
  if (flags['help'] === true) return help(describeCommand(command, language))
  const json = flags['json'] === true
  return command.run({ positionals, flags, json, language, environment: process.env, projectFolder, terminal })
}

function refuseCommand(name: string): CommandError {
  const { nl, en } = suggest(name, COMMANDS.map((command) => command.name))
  return misuse(`Er is geen opdracht "${name}".${nl} Alle opdrachten: topdorp --help`, `There is no command "${name}".${en} All commands: topdorp --help`)
}

/** Takes --lang out of the words, wherever it stands. */
function takeLanguage(words: readonly string[]): { language: Language; rest: string[] } {
  const at = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='))
  if (at < 0) return { language: 'nl', rest: [...words] }
  const [, joined] = (words[at] ?? '').split('=')
  const language = joined ?? words[at + 1]
  if (language !== 'nl' && language !== 'en') throw misuse(`--lang moet nl of en zijn, niet "${language ?? ''}".`, `--lang must be nl or en, not "${language ?? ''}".`)
  return { language, rest: words.toSpliced(at, joined === undefined ? 2 : 1) }
}

function explain(error: unknown): Bilingual {
  if (error instanceof CommandError) return error.messages
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC') return { nl: 'De schijf is vol. Maak ruimte en probeer het opnieuw.', en: 'The disk is full. Make room and try again.' }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return { nl: `Geen toegang: ${message}`, en: `No access: ${message}` }
  return {
    nl: `Er ging iets mis wat Topdorp niet kent: ${message}. Hele melding: TOPDORP_DEBUG=1.`,
    en: `Something went wrong that Topdorp does not know: ${message}. Whole message: TOPDORP_DEBUG=1.`,
  }
}

/** Writes at once, so that nothing is lost when the process ends; a reader that stops (`| head`) ends us quietly. */
function writeLine(stream: 1 | 2, text: string): void {
  const bytes = Buffer.from(`${text}\n`)
  for (let written = 0; written < bytes.length; ) {
    try {
      written += writeSync(stream, bytes, written)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EPIPE') process.exit(EXIT.ok)
      if (code !== 'EAGAIN') throw error
    }
  }
}

const terminal: Terminal = { print: (text) => writeLine(1, text), warn: (text) => writeLine(2, text) }
const words = process.argv.slice(2)
let language: Language = 'nl'
try {
  const taken = takeLanguage(words)
  language = taken.language
  process.exitCode = await main(taken.rest, terminal, language)
} catch (error) {
  const message = explain(error)[language]
  if (words.includes('--json')) terminal.print(JSON.stringify({ error: { message } }))
  terminal.warn(message)
  if (process.env['TOPDORP_DEBUG'] && !(error instanceof CommandError)) console.error(error)
  process.exitCode = error instanceof CommandError ? error.exitCode : EXIT.failed
}
