/** Questions about places and figures that cannot be answered, for a reason the asker can do something about. */

/** Each is a row of the error table of the API, which gives the words. */
export type SeeProblem =
  | 'unknownArea'
  | 'unknownPlace'
  | 'unknownIndicator'
  | 'noSuchYear'
  | 'noShape'
  | 'noSuchTile'
  | 'memberNotNeighbourhood'
  | 'membersDifferInTime'

/** An expected failure: what was asked for does not exist. `subject` is the code, identifier or year that it is about. */
export class SeeError extends Error {
  readonly problem: SeeProblem
  readonly subject: string
  constructor(problem: SeeProblem, subject: string) {
    super(`${problem}: ${subject}`)
    this.name = 'SeeError'
    this.problem = problem
    this.subject = subject
  }
}
