/** Every command of `topdorp`, in the order of the help. */
import type { Command } from '#cli/command.ts'
import { importCommand } from '#cli/commands/import.ts'

export const COMMANDS: readonly Command[] = [importCommand]
