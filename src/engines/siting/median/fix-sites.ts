import { CLOSED, FREE, OPEN } from '#engines/siting/median/site-states.ts'
import type { LagrangeanBound } from '#engines/siting/median/lagrangean.ts'

/**
 * Decides on sites by their reduced cost: where opening (or closing) a site would lift the bound to `limit`, no better plan does that.
 * Changed sites are added to `trail`. Returns false when a site may neither open nor close: there is no better plan.
 */
export function fixSites(relaxation: LagrangeanBound, limit: number, trail: number[]): boolean {
  const { states, bestWorths, bound, openCount } = relaxation
  const free: number[] = []
  let openSites = 0
  for (let column = 0; column < states.length; column++) {
    if (states[column] === FREE) free.push(column)
    else if (states[column] === OPEN) openSites++
  }
  const wanted = openCount - openSites
  if (wanted < 0 || wanted > free.length) return false
  free.sort((one, other) => bestWorths[one]! - bestWorths[other]! || one - other)
  const lastIn = wanted > 0 ? bestWorths[free[wanted - 1]!]! : -Infinity
  const firstOut = wanted < free.length ? bestWorths[free[wanted]!]! : Infinity
  for (const [rank, column] of free.entries()) {
    const worth = bestWorths[column]!
    if (rank < wanted && bound - worth + firstOut > limit) states[column] = OPEN
    else if (rank >= wanted && bound + worth - lastIn > limit) states[column] = CLOSED
    else continue
    trail.push(column)
  }
  return true
}
