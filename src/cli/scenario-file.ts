/** A scenario that somebody names on the command line. */
import { readScenarioDocument, type ScenarioDocument } from '#domain/scenario-document.ts'
import type { ProjectionError } from '#steps/explore/projection-error.ts'
import type { SeeError } from '#steps/see/problems.ts'
import { CommandError, type Language } from '#cli/command.ts'
import { describeProblem } from '#cli/problem-words.ts'
import { readJsonFile } from '#cli/read-json-file.ts'

/** Throws CommandError that names everything that is wrong with it. */
export async function readScenarioFile(path: string): Promise<ScenarioDocument> {
  const read = readScenarioDocument(await readJsonFile(path))
  if ('document' in read) return read.document
  const join = (language: Language) => [`${path}:`, ...read.faults.map(({ message }) => `  ${message[language]}`)].join('\n')
  throw new CommandError({ nl: join('nl'), en: join('en') })
}

/** What is wrong, part by part where that is known. */
export function refuse(error: SeeError | ProjectionError): CommandError {
  const { faults } = error
  const join = (language: Language) => (faults.length > 0 ? faults.map(({ field, message }) => `${field}: ${message[language]}`).join('\n') : describeProblem(error)[language])
  return new CommandError({ nl: join('nl'), en: join('en') })
}
