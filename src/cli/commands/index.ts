/** Every command of `topdorp`, in the order of the help. */
import type { Command } from '#cli/command.ts'
import { areasCommand } from '#cli/commands/areas.ts'
import { doctorCommand } from '#cli/commands/doctor.ts'
import { figuresCommand } from '#cli/commands/figures.ts'
import { importCommand } from '#cli/commands/import.ts'
import { indexCommand } from '#cli/commands/index-command.ts'
import { normsCommand } from '#cli/commands/norms.ts'
import { planCommand } from '#cli/commands/plan.ts'
import { projectCommand } from '#cli/commands/project.ts'
import { reachCommand } from '#cli/commands/reach.ts'
import { reportCommand } from '#cli/commands/report.ts'
import { moderatorsCommand } from '#cli/commands/moderators.ts'
import { recordsCommand } from '#cli/commands/records.ts'
import { regionsCommand } from '#cli/commands/regions.ts'
import { scenarioCommand } from '#cli/commands/scenario.ts'
import { schoolsCommand } from '#cli/commands/schools.ts'
import { selectCommand } from '#cli/commands/select.ts'
import { signalsCommand } from '#cli/commands/signals.ts'
import { startCommand } from '#cli/commands/start.ts'

export const COMMANDS: readonly Command[] = [
  startCommand,
  importCommand,
  areasCommand,
  figuresCommand,
  indexCommand,
  selectCommand,
  reportCommand,
  projectCommand,
  planCommand,
  regionsCommand,
  reachCommand,
  normsCommand,
  scenarioCommand,
  schoolsCommand,
  signalsCommand,
  moderatorsCommand,
  recordsCommand,
  doctorCommand,
]
