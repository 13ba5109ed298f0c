/** Questions about places and figures that cannot be answered, for a reason the asker can do something about. */
import type { Fault } from '#domain/fault.ts'

/** Each is a row of the error table of the API, which gives the words. */
export type SeeProblem =
  | 'unknownArea'
  | 'unknownPlace'
  | 'areaIsNoMore'
  | 'unknownIndicator'
  | 'noSuchYear'
  | 'noShape'
  | 'noSuchTile'
  | 'memberNotNeighbourhood'
  | 'membersDifferInTime'
  | 'unknownIndex'
  | 'indexInvalid'
  | 'indexIndicatorRefused'
  | 'indexWithoutFigures'
  | 'unknownSelection'
  | 'unknownRegion'
  | 'selectionInvalid'
  | 'selectionRefused'
  | 'noFacilities'
  | 'unknownFacility'
  | 'scenarioRefused'
  | 'noRegions'
  | 'normsRefused'
  | 'sitingInvalid'
  | 'unknownScenario'
  | 'scenarioErased'
  | 'scenarioFull'
  | 'scenarioNotKept'
  | 'unknownSchool'
  | 'oneMomentOfSchools'

/**
 * An expected failure: what was asked for does not exist. `subject` is the code, identifier or year that it is about.
 * `faults` say it part by part where there is more than one word to say.
 */
export class SeeError extends Error {
  readonly problem: SeeProblem
  readonly subject: string
  readonly faults: readonly Fault[]
  constructor(problem: SeeProblem, subject: string, faults: readonly Fault[] = []) {
    super(`${problem}: ${subject}${faults.map(({ message }) => ` ${message.en}`).join('')}`)
    this.name = 'SeeError'
    this.problem = problem
    this.subject = subject
    this.faults = faults
  }
}
