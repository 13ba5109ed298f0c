/**
 * Work that one of several threads does for all of them: a state for each piece, in memory that they share. A thread that was to do a piece and stops
 * takes the whole run along, so nobody waits for ever.
 */

const NOBODY = 0
const BEING_DONE = 1
const DONE = 2

/** For so many pieces. */
export const createStates = (count: number): Int32Array => new Int32Array(new SharedArrayBuffer(4 * count))

/** Whether this thread is the one to do a piece. Whoever is told so must call `publish` afterwards. */
export function claim(states: Int32Array, piece: number): boolean {
  return Atomics.compareExchange(states, piece, NOBODY, BEING_DONE) === NOBODY
}

/** What came of a piece is in its place: whoever waits for it may go on. */
export function publish(states: Int32Array, piece: number): void {
  Atomics.store(states, piece, DONE)
  Atomics.notify(states, piece)
}

/** Waits until what comes of a piece is in its place, whether somebody began with it or will. */
export function waitFor(states: Int32Array, piece: number): void {
  for (let state = Atomics.load(states, piece); state !== DONE; state = Atomics.load(states, piece)) Atomics.wait(states, piece, state)
}
