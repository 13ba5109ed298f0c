/** Projections that cannot be made, for a reason the asker can do something about. */
import type { Fault } from '#domain/fault.ts'

export type ProjectionProblem =
  /** The subject is the tables that are lacking. */
  | 'projectionTablesMissing'
  /** The subject is the area. */
  | 'noProjectionForArea'
  /** The faults say what is wrong. */
  | 'scenarioInvalid'

export class ProjectionError extends Error {
  readonly problem: ProjectionProblem
  readonly subject: string
  /** What is wrong with a scenario, part by part. */
  readonly faults: readonly Fault[]
  constructor(problem: ProjectionProblem, subject: string, faults: readonly Fault[] = []) {
    super(`${problem}: ${subject}${faults.map(({ field, message }) => ` ${field}: ${message.en}`).join('')}`)
    this.name = 'ProjectionError'
    this.problem = problem
    this.subject = subject
    this.faults = faults
  }
}
