/** Projections that cannot be made, for a reason the asker can do something about. */

export type ProjectionProblem =
  /** The subject is the tables that are lacking. */
  | 'projectionTablesMissing'
  /** The subject is the area. */
  | 'noProjectionForArea'
  /** The subject is what is wrong, in words. */
  | 'scenarioInvalid'

export class ProjectionError extends Error {
  readonly problem: ProjectionProblem
  readonly subject: string
  constructor(problem: ProjectionProblem, subject: string) {
    super(`${problem}: ${subject}`)
    this.name = 'ProjectionError'
    this.problem = problem
    this.subject = subject
  }
}
