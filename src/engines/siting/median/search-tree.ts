/** Branch and bound with the Lagrangean bound: proves that no plan is better, or finds one that is. */
import { fixSites } from '#engines/siting/median/fix-sites.ts'
import type { LagrangeanBound, StepPlan } from '#engines/siting/median/lagrangean.ts'
import { CLOSED, FREE, OPEN } from '#engines/siting/median/site-states.ts'

const NODE_STEPS: StepPlan = { firstFactor: 0.5, patience: 16, lastFactor: 0.1, maximumSteps: 160 }
/** With fewer sites left than this share, the rest of the tree works on a smaller table. */
const SHRINK_BELOW = 0.7

/** What the tree shares with its caller. Columns are those of the table that the caller knows. */
export interface TreeContext {
  /** Value of the best plan so far. */
  readonly getUpper: () => number
  /** A plan better than `getUpper() - slack` is looked for. */
  readonly slack: number
  /** Called with every set of sites that comes up, and may improve the best plan. */
  readonly offer: (sites: Int32Array) => void
  /** Called at every node with the lowest bound of what is still open; true stops. */
  readonly shouldStop: (lowestBound: number) => boolean
}

interface Branch {
  readonly relaxation: LagrangeanBound
  /** Number of each column in the table of the caller. */
  readonly names: Int32Array
}

/**
 * Searches all plans that fit the states of the relaxation, from its best prices on. Returns a lower bound on their values:
 * `Infinity` when none of them is better than what was offered by the end.
 */
export function searchTree(relaxation: LagrangeanBound, context: TreeContext): number {
  const names = Int32Array.from({ length: relaxation.cells.columnCount }, (_, column) => column)
  return new Tree(context).search({ relaxation, names }, relaxation.bestPrices.slice(), Infinity)
}

class Tree {
  readonly #context: TreeContext
  #isStopped = false

  constructor(context: TreeContext) {
    this.#context = context
  }

  /** Lower bound on what is in this branch; `elsewhere` is the lowest bound of branches that wait. */
  search(branch: Branch, prices: Float64Array, elsewhere: number): number {
    const { relaxation } = branch
    const { getUpper, slack, offer } = this.#context
    const free = this.#listFree(branch)
    const openSites = relaxation.states.reduce((count, state) => count + Number(state === OPEN), 0)
    if (openSites > relaxation.openCount || openSites + free.length < relaxation.openCount) return Infinity
    if (openSites === relaxation.openCount || openSites + free.length === relaxation.openCount || free.every((column) => relaxation.isIdle(column))) return this.#offerOnly(branch, free.slice(0, relaxation.openCount - openSites))
    relaxation.restart(prices)
    let steps = 0
    const isClosed = relaxation.raise(getUpper(), slack, NODE_STEPS, () => {
      if (++steps % 20 === 0) offer(relaxation.chosen.map((column) => branch.names[column]!))
      return getUpper()
    })
    if (isClosed) return Infinity
    const { bound } = relaxation
    if (this.#isStopped || this.#context.shouldStop(Math.min(bound, elsewhere))) {
      this.#isStopped = true
      return bound
    }
    const trail: number[] = []
    const mayImprove = fixSites(relaxation, getUpper() - slack, trail)
    const lowest = mayImprove ? this.#split(branch, relaxation.bestPrices.slice(), bound, elsewhere) : Infinity
    for (const column of trail) relaxation.states[column] = FREE
    return Math.max(lowest, bound)
  }

  #listFree({ relaxation }: Branch): number[] {
    const free: number[] = []
    for (let column = 0; column < relaxation.states.length; column++) if (relaxation.states[column] === FREE) free.push(column)
    return free
  }

  /** One plan is left: what must be open, and these. */
  #offerOnly({ relaxation, names }: Branch, others: readonly number[]): number {
    const mustOpen = Array.from(relaxation.states.keys()).filter((column) => relaxation.states[column] === OPEN)
    this.#context.offer(Int32Array.from([...mustOpen, ...others], (column) => names[column]!))
    return Infinity
  }

  #split(parent: Branch, prices: Float64Array, bound: number, elsewhere: number): number {
    const branch = this.#shrink(parent)
    const { states, shares } = branch.relaxation
    let chosen = -1
    for (let column = 0; column < states.length; column++) {
      if (states[column] === FREE && !branch.relaxation.isIdle(column) && (chosen < 0 || Math.abs(shares[column]! - 0.5) < Math.abs(shares[chosen]! - 0.5))) chosen = column
    }
    if (chosen < 0) return this.search(branch, prices, elsewhere)
    const saved = shares.slice()
    states[chosen] = OPEN
    const whenOpen = this.search(branch, prices, Math.min(bound, elsewhere))
    shares.set(saved)
    states[chosen] = CLOSED
    const whenClosed = this.search(branch, prices, Math.min(whenOpen, elsewhere))
    states[chosen] = FREE
    return Math.min(whenOpen, whenClosed)
  }

  #shrink(branch: Branch): Branch {
    const { relaxation, names } = branch
    const kept = Int32Array.from(relaxation.states.keys()).filter((column) => relaxation.states[column] !== CLOSED)
    if (kept.length > SHRINK_BELOW * relaxation.states.length) return branch
    return { relaxation: relaxation.keep(kept), names: kept.map((column) => names[column]!) }
  }
}
