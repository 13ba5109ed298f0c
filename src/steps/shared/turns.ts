/**
 * Work in pieces beside answering: in every turn of the event loop one piece goes, whoever's it is. With `setImmediate` all that wait go in one turn, and what stands before a request
 * is as long as there are works at a time.
 */

const waiting: (() => void)[] = []

/** Resolves when requests that came in were answered, and all who waited before had their piece. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (waiting.push(resolve) === 1) setImmediate(takeTurn)
  })
}

function takeTurn(): void {
  waiting.shift()!()
  if (waiting.length > 0) setImmediate(takeTurn)
}
