/** Things about signals that cannot be done, for a reason the asker can do something about. */

/** Each is a row of the error table of the API, which gives the words. */
export type SignalProblem =
  | 'unknownSignal'
  | 'unknownReceipt'
  | 'placeTooLarge'
  | 'looksAutomatic'
  | 'tooManySignals'
  | 'signInFirst'
  | 'linkUsedUp'
  | 'stepNotPossible'
  | 'noContact'

export class SignalError extends Error {
  readonly problem: SignalProblem
  readonly subject: string
  constructor(problem: SignalProblem, subject = '') {
    super(`${problem}: ${subject}`)
    this.name = 'SignalError'
    this.problem = problem
    this.subject = subject
  }
}
