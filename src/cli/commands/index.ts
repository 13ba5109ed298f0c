/** Every command of `topdorp`, in the order of the help. */
import type { Command } from '#cli/command.ts'
import { areasCommand } from '#cli/commands/areas.ts'
import { figuresCommand } from '#cli/commands/figures.ts'
import { importCommand } from '#cli/commands/import.ts'

export const COMMANDS: readonly Command[] = [importCommand, areasCommand, figuresCommand]
