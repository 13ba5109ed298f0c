/** A scenario that somebody names on the command line: a file, or the reference of one that is kept. */
import { readScenarioDocument, type ScenarioDocument } from '#domain/scenario-document.ts'
import type { ProjectionError } from '#steps/explore/projection-error.ts'
import { openScenario } from '#steps/explore/scenario/keep-scenario.ts'
import { SeeError } from '#steps/see/problems.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { CommandError, type CommandInput, type Language } from '#cli/command.ts'
import { withRecords } from '#cli/open-records.ts'
import { describeProblem } from '#cli/problem-words.ts'
import { readJsonFile } from '#cli/read-json-file.ts'

/** As it stands in the address of a page: 16 letters and figures, with or without the number of a version. */
const KEPT = /^(?<id>[2-9A-Z]{16})(?:\.(?<version>\d{1,4}))?$/

export const SCENARIO_OPTION = {
  type: 'string',
  value: 'file|id',
  help: { nl: 'JSON-bestand met een scenario, of de code van een bewaard scenario', en: 'JSON file with a scenario, or the code of one that is kept' },
} as const

/** What --scenario names, undefined where the flag is not there. Throws CommandError. */
export async function findScenario(statistics: Statistics, input: CommandInput): Promise<ScenarioDocument | undefined> {
  const typed = input.flags['scenario']
  return typeof typed === 'string' ? openNamedScenario(statistics, input, typed) : undefined
}

/** The scenario of a file, or one that is kept. Throws CommandError. */
export async function openNamedScenario(statistics: Statistics, input: CommandInput, typed: string): Promise<ScenarioDocument> {
  const kept = KEPT.exec(typed)?.groups
  if (kept === undefined) return readScenarioFile(typed)
  const { id, version } = kept
  try {
    return await withRecords(input, async ({ database }) => (await openScenario(database, statistics, id!, version === undefined ? undefined : Number(version), new Date())).document)
  } catch (error) {
    throw error instanceof SeeError ? refuse(error) : error
  }
}

/** Throws CommandError that names everything that is wrong with it. */
async function readScenarioFile(path: string): Promise<ScenarioDocument> {
  const read = readScenarioDocument(await readJsonFile(path))
  if ('document' in read) return read.document
  const join = (language: Language) => [`${path}:`, ...read.faults.map(({ message }) => `  ${message[language]}`)].join('\n')
  throw new CommandError({ nl: join('nl'), en: join('en') })
}

/** What is wrong, part by part where that is known: each says which part it is about. */
export function refuse(error: SeeError | ProjectionError): CommandError {
  const { faults } = error
  const join = (language: Language) => (faults.length > 0 ? faults.map(({ message }) => message[language]).join('\n') : describeProblem(error)[language])
  return new CommandError({ nl: join('nl'), en: join('en') })
}
