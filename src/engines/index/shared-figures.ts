/**
 * Scaled figures that several threads make together: each scale is made by one of them, and the others take over what it made.
 * Without this every thread makes all of them, which for 14,000 areas and 100 indicators takes longer than 1,000 draws.
 */

export interface SharedFigures {
  /** A state for each normalisation, in their order. */
  readonly states: Int32Array
  /** Room for the figures of every variant, one after the other. */
  readonly figures: Float64Array
}

const NOBODY = 0
const BEING_MADE = 1
const READY = 2

/** In memory that threads share, for so many variants of so many scales. `length` is the numbers of one variant at most. */
export function createSharedFigures(scaleCount: number, variantCount: number, length: number): SharedFigures {
  return {
    states: new Int32Array(new SharedArrayBuffer(4 * scaleCount)),
    figures: new Float64Array(new SharedArrayBuffer(8 * variantCount * length)),
  }
}

/** Whether this thread is the one to make the figures of a scale. Whoever is told so must call `publish` afterwards. */
export function claim({ states }: SharedFigures, scale: number): boolean {
  return Atomics.compareExchange(states, scale, NOBODY, BEING_MADE) === NOBODY
}

/** The figures of a scale are in their places: whoever waits for them may go on. */
export function publish({ states }: SharedFigures, scale: number): void {
  Atomics.store(states, scale, READY)
  Atomics.notify(states, scale)
}

/** Waits until the figures of a scale are in their places. A thread that was to make them and stops takes the whole run along, so nobody waits for ever. */
export function waitFor({ states }: SharedFigures, scale: number): void {
  while (Atomics.load(states, scale) !== READY) Atomics.wait(states, scale, BEING_MADE)
}
