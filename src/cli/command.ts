/** What a command of `topdorp` is: a name, what it takes, and a function. */
import type { ParseArgsOptionDescriptor } from 'node:util'

export type Language = 'nl' | 'en'
export type Bilingual = Readonly<Record<Language, string>>

export const EXIT = { ok: 0, failed: 1, misused: 2 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

export interface CommandOption extends ParseArgsOptionDescriptor {
  readonly help: Bilingual
  /** What the value is, in the help: `--year <year>`. */
  readonly value?: string
}

export interface Terminal {
  /** A line of the answer, on standard output. */
  print(text: string): void
  /** A line about the answer, on standard error. */
  warn(text: string): void
}

export interface CommandInput {
  readonly positionals: readonly string[]
  readonly flags: Readonly<Record<string, string | boolean | undefined>>
  readonly json: boolean
  readonly language: Language
  readonly environment: NodeJS.ProcessEnv
  readonly projectFolder: string
  readonly terminal: Terminal
}

export interface Command {
  readonly name: string
  readonly summary: Bilingual
  /** Names of the arguments, for the help; those in [brackets] may be left out. */
  readonly positionals: readonly string[]
  readonly options: Readonly<Record<string, CommandOption>>
  readonly examples: readonly string[]
  run(input: CommandInput): Promise<ExitCode>
}

/** An expected failure: one sentence that says what is the matter and what to do. */
export class CommandError extends Error {
  readonly messages: Bilingual
  readonly exitCode: ExitCode
  constructor(messages: Bilingual, exitCode: ExitCode = EXIT.failed) {
    super(messages.en)
    this.name = 'CommandError'
    this.messages = messages
    this.exitCode = exitCode
  }
}

/** The command line itself is wrong: exit code 2. */
export function misuse(nl: string, en: string): CommandError {
  return new CommandError({ nl, en }, EXIT.misused)
}
