/** The settings and the figures that a command works with. */
import { resolve } from 'node:path'
import type { Statistics } from '#statistics/statistics.ts'
import { openStatistics } from '#statistics/open-statistics.ts'
import { CommandError, EXIT, type CommandInput } from '#cli/command.ts'
import { ConfigError, readConfig, type Config } from '../config.ts'

/** Throws CommandError where the environment holds a value that cannot be used. */
export function readSettings({ environment, projectFolder }: Pick<CommandInput, 'environment' | 'projectFolder'>): Config {
  try {
    return readConfig(environment, projectFolder)
  } catch (error) {
    if (error instanceof ConfigError) throw new CommandError(error.messages, EXIT.misused)
    throw error
  }
}

const DAMAGED = {
  nl: (path: string) => `${path} is beschadigd. Het wordt opnieuw uitgerekend; dat duurt langer.`,
  en: (path: string) => `${path} is damaged. It is computed anew, which takes longer.`,
}

/** The figures in TOPDORP_HOME. Throws CommandError where nothing was imported yet. */
export async function openFigures(input: CommandInput): Promise<Statistics> {
  const { home } = readSettings(input)
  const statistics = await openStatistics(home, (path) => input.terminal.warn(DAMAGED[input.language](path)))
  if (statistics !== undefined) return statistics
  throw new CommandError({
    nl: `Er zijn nog geen cijfers in ${home}. Lees ze eerst in: topdorp import`,
    en: `There are no figures in ${home} yet. Import them first: topdorp import`,
  })
}

/** A package location as it was typed, seen from the folder one is in; URLs and names of built-in packages stay. */
export function resolveLocation(typed: string, builtIn?: string): string {
  return typed === builtIn || /^https?:\/\//.test(typed) ? typed : resolve(typed)
}
