/** From the words on the command line to a command and its flags. */
import { parseArgs } from 'node:util'
import type { Command, CommandOption } from '#cli/command.ts'
import { misuse } from '#cli/command.ts'
import { suggest } from '#cli/closest.ts'

/** Flags that every command knows. */
export const COMMON_OPTIONS: Readonly<Record<string, CommandOption>> = {
  json: { type: 'boolean', help: { nl: 'het antwoord als JSON', en: 'the answer as JSON' } },
  lang: { type: 'string', value: 'nl|en', help: { nl: 'taal van de meldingen', en: 'language of the messages' } },
  help: { type: 'boolean', short: 'h', help: { nl: 'deze uitleg', en: 'this help' } },
}

export interface ParsedArguments {
  readonly positionals: readonly string[]
  readonly flags: Readonly<Record<string, string | boolean | undefined>>
}

/** Throws CommandError (misuse) on a flag the command does not know, a flag without its value, or too many or few words. */
export function parseArguments(command: Command, words: readonly string[]): ParsedArguments {
  const options = { ...command.options, ...COMMON_OPTIONS }
  const { tokens } = parseArgs({ args: [...words], options, strict: false, allowPositionals: true, allowNegative: false, tokens: true })
  const positionals: string[] = []
  const flags: Record<string, string | boolean> = {}
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined
    if (option === undefined) throw refuseUnknown(command, token.rawName, Object.keys(options))
    flags[token.name] = readValue(token.rawName, token.value, option)
  }
  if (flags['help'] !== true) checkCount(command, positionals)
  return { positionals, flags }
}

function refuseUnknown(command: Command, flag: string, known: readonly string[]): Error {
  const { nl, en } = suggest(flag.replace(/^-+/, ''), known)
  const dashed = (text: string): string => text.replace('"', '"--')
  const help = `topdorp ${command.name} --help`
  return misuse(`"topdorp ${command.name}" kent ${flag} niet.${dashed(nl)} Uitleg: ${help}`, `"topdorp ${command.name}" does not know ${flag}.${dashed(en)} Help: ${help}`)
}

function readValue(flag: string, value: string | undefined, option: CommandOption): string | boolean {
  if (option.type === 'boolean') {
    if (value === undefined) return true
    throw misuse(`Achter ${flag} hoort geen waarde ("${value}").`, `${flag} takes no value ("${value}").`)
  }
  if (value !== undefined && value !== '' && !value.startsWith('--')) return value
  throw misuse(`Achter ${flag} hoort een waarde: ${flag} <${option.value}>`, `${flag} needs a value: ${flag} <${option.value}>`)
}

function checkCount(command: Command, positionals: readonly string[]): void {
  const required = command.positionals.filter((name) => !name.startsWith('['))
  const missing = required[positionals.length]
  if (missing !== undefined) throw misuse(`Hier ontbreekt ${missing}: ${describeUse(command)}`, `${missing} is missing here: ${describeUse(command)}`)
  const extra = positionals[command.positionals.length]
  if (extra === undefined) return
  const { nl, en } = command.positionals.length > 0 ? { nl: ' Zet een naam van meer woorden tussen aanhalingstekens.', en: ' Put quotes around a name of several words.' } : { nl: '', en: '' }
  throw misuse(`"${extra}" is te veel: ${describeUse(command)}.${nl}`, `"${extra}" is too much: ${describeUse(command)}.${en}`)
}

/** The command with its arguments, as one types it. */
export function describeUse(command: Command): string {
  return ['topdorp', command.name, ...command.positionals].join(' ')
}
