/** How long work tells the user how far it is; what it looks like is for the terminal or the page to decide. */

/** Text for the user in both languages, or a name that is the same in both (a file, a table). */
export type ProgressText = string | { readonly nl: string; readonly en: string }

/** What is counted; `bytes` are shown as kB and MB. */
export type ProgressUnit = 'bytes' | 'rows' | 'files' | 'areas' | 'draws' | 'steps'

/** One step under way. Several steps can be under way at once. */
export interface ProgressStep {
  /** How far it is: `done` of `total`; leave `total` out where it is not known. Cheap, call it as often as you like. */
  update(done: number, total?: number, unit?: ProgressUnit): void
  /** Something the user should know while it goes on, such as that a service is tried again. */
  note(text: ProgressText): void
  /** The step is finished. Calling it, or `fail`, a second time does nothing. */
  done(result?: ProgressText): void
  /** The step ended without its result. */
  fail(reason?: ProgressText): void
}

export interface Progress {
  step(name: ProgressText): ProgressStep
}

const silentStep: ProgressStep = { update() {}, note() {}, done() {}, fail() {} }

/** Progress for nobody. */
export const noProgress: Progress = { step: () => silentStep }
