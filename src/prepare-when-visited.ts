/** Seconds of work that visitors will ask for: done when the first of them is reading, and not where nobody comes. */

/** Of quiet after an answer. A page with its figures and tiles is there by then. */
const QUIET_MS = 3_000

/** What this needs of a server. */
interface Answering {
  addHook(name: 'onResponse', done: () => Promise<void>): unknown
}

/** Prepares once, when for three seconds after some answer no other was given. Whoever asks earlier makes it begin at once, by asking. */
export function prepareWhenVisited(server: Answering, prepare: () => Promise<void>): void {
  let waiting: NodeJS.Timeout | undefined
  let isDone = false
  const start = (): void => {
    isDone = true
    void prepare().catch((error: unknown) => console.error(error))
  }
  server.addHook('onResponse', () => {
    if (!isDone) {
      clearTimeout(waiting)
      waiting = setTimeout(start, QUIET_MS)
      waiting.unref()
    }
    return Promise.resolve()
  })
}
