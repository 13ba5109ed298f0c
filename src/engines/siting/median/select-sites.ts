/**
 * The best `openCount` columns of a table of costs, each row at its cheapest: interchange for a good plan, a Lagrangean bound for what no plan can beat,
 * fixing by reduced costs for what that settles, and a search tree or an integer program for the rest.
 */
import { CounterRandom } from '#engines/numeric/philox.ts'
import type { SitingControl } from '#engines/siting/control.ts'
import { MAXIMUM_NODES } from '#engines/siting/control.ts'
import { BestPlan } from '#engines/siting/median/best-plan.ts'
import { fixSites } from '#engines/siting/median/fix-sites.ts'
import { LagrangeanBound } from '#engines/siting/median/lagrangean.ts'
import type { StepPlan } from '#engines/siting/median/lagrangean.ts'
import { makeLimitRule } from '#engines/siting/median/limit-rule.ts'
import type { ColumnLimit } from '#engines/siting/median/limit-rule.ts'
import { createRadiusProgram } from '#engines/siting/median/radius-program.ts'
import { searchTree } from '#engines/siting/median/search-tree.ts'
import { CLOSED, OPEN } from '#engines/siting/median/site-states.ts'
import { TOLERANCE } from '#engines/siting/siting-problem.ts'
import type { SortedCells } from '#engines/siting/sorted-cells.ts'

const ROOT_STEPS: StepPlan = { firstFactor: 1, patience: 20, lastFactor: 0.001, maximumSteps: 3000 }
const STEPS_BETWEEN_OFFERS = 20
const SHAKES = 50
/** Of larger programs nothing is expected; where few sites open they are slow much sooner. */
const MOST_CELLS_WITH_FEW_SITES = 40_000
const MOST_CELLS_WITH_MANY_SITES = 120_000
/** The tree is quick where few sites open, the integer program where many do: after so many nodes the tree hands over. */
const NODES_WITH_FEW_SITES = 1500
const NODES_WITH_MANY_SITES = 100
const FEW_SITES = 20

export interface Selection {
  /** Open columns, ascending; of no meaning without a plan. */
  readonly columns: Int32Array
  /** Infinity where no plan within the limits was found. */
  readonly value: number
  readonly bound: number
}

export interface SelectionWish {
  /** Only plans of less than this value are of interest: the work ends when there are none, and the bound says no more than that. */
  readonly below?: number
  /** What the open columns keep to. */
  readonly limits?: readonly ColumnLimit[]
  /** Whether a bound is enough, with a plan that came up on the way. */
  readonly onlyBound?: boolean
}

/** `locked` is 1 for columns that must open. There are at least `openCount` columns, and at most `openCount` locked ones. */
export function selectSites(cells: SortedCells, openCount: number, locked: Uint8Array, control: SitingControl, { below = Infinity, limits = [], onlyBound = false }: SelectionWish = {}): Selection {
  const best = new BestPlan(cells, openCount, locked, below, limits.length > 0 ? makeLimitRule(limits) : undefined)
  best.startGreedily()
  const root = new LagrangeanBound(cells, openCount, limits)
  for (let column = 0; column < locked.length; column++) if (locked[column]) root.states[column] = OPEN
  const slackOf = () => (cells.isWhole ? 1 - TOLERANCE : best.target === Infinity ? 0 : 0.25 * TOLERANCE * best.target)
  const finish = (bound: number): Selection => {
    const proved = bound === Infinity && best.target < Infinity && !cells.isWhole ? best.target - slackOf() : bound
    return { columns: best.sites.slice().sort(), value: best.value, bound: Math.min(proved, best.target) }
  }
  if (openCount === 0 || openCount === cells.columnCount || sumLowest(cells) > best.target - slackOf()) return finish(Infinity)
  raiseRoot(root, best, slackOf(), control)
  if (root.bound > best.target - slackOf()) return finish(Infinity)
  if (onlyBound || isStopped(control, 'search', best.value, root.bound)) return finish(root.bound)
  const random = new CounterRandom(control.seed)
  random.open(0, 0)
  if (best.value < Infinity) best.shake(random, SHAKES)
  return finish(Math.max(root.bound, closeGap(root, best, slackOf(), control)))
}

/** What it costs when everything is open. */
function sumLowest({ rowCount, rowStarts, costs, unservedCosts }: SortedCells): number {
  let sum = 0
  for (let row = 0; row < rowCount; row++) sum += rowStarts[row]! < rowStarts[row + 1]! ? costs[rowStarts[row]!]! : unservedCosts[row]!
  return sum
}

function isStopped(control: SitingControl, phase: 'search' | 'bound' | 'tree', value: number, bound: number): boolean {
  control.onProgress?.({ phase, value, bound })
  return control.shouldStop?.() ?? false
}

/** Raises the bound at the root. The first price of a row is what it costs when its site closes, of the best plan or of what was tried last. */
function raiseRoot(root: LagrangeanBound, best: BestPlan, slack: number, control: SitingControl): void {
  if (best.value < Infinity) best.interchange.load(best.sites)
  root.restart(Float64Array.from({ length: root.cells.rowCount }, (_, row) => best.interchange.getCosts(row).second))
  let steps = 0
  let isCancelled = false
  root.raise(best.target, slack, ROOT_STEPS, () => {
    if (++steps % STEPS_BETWEEN_OFFERS === 0) {
      best.offer(root.chosen)
      isCancelled = isStopped(control, 'bound', best.value, root.bound)
    }
    // Nothing is below −Infinity: the steps end.
    return isCancelled ? -Infinity : best.target
  })
}

/** A lower bound on all plans, Infinity when the best one is proved. */
function closeGap(root: LagrangeanBound, best: BestPlan, slack: number, control: SitingControl): number {
  const states = root.states.slice()
  const mayImprove = fixSites(root, best.target - slack, [])
  const kept = Int32Array.from(root.states.keys()).filter((column) => root.states[column] !== CLOSED)
  const left = root.keep(kept)
  for (const [place, column] of kept.entries()) left.bestWorths[place] = root.bestWorths[column]!
  left.bestPrices.set(root.bestPrices)
  left.bound = root.bound
  root.states.set(states)
  if (!mayImprove) return Infinity
  const cellCount = control.integerSolver ? createRadiusProgram(left, best.target - slack).rowColumns.length : Infinity
  const [nodes, mostCells] = root.openCount <= FEW_SITES ? [NODES_WITH_FEW_SITES, MOST_CELLS_WITH_FEW_SITES] : [NODES_WITH_MANY_SITES, MOST_CELLS_WITH_MANY_SITES]
  const handsOver = cellCount <= mostCells
  const bound = runTree(left, kept, best, slack, Math.min(handsOver ? nodes : Infinity, control.maximumNodes ?? MAXIMUM_NODES), control)
  if (bound === Infinity || !handsOver || control.shouldStop?.()) return bound
  left.bound = root.bound
  left.bestPrices.set(root.bestPrices)
  return runProgram(left, kept, best, slack, control)
}

function runTree(left: LagrangeanBound, kept: Int32Array, best: BestPlan, slack: number, maximumNodes: number, control: SitingControl): number {
  let nodes = 0
  return searchTree(left, {
    getUpper: () => best.target,
    slack,
    offer: (sites) => best.offer(sites.map((place) => kept[place]!)),
    shouldStop: (lowest) => isStopped(control, 'tree', best.value, lowest) || ++nodes >= maximumNodes,
  })
}

function runProgram(left: LagrangeanBound, kept: Int32Array, best: BestPlan, slack: number, control: SitingControl): number {
  const answer = control.integerSolver!(createRadiusProgram(left, best.target - slack), {
    absoluteGap: slack,
    onProgress: (value, bound) => control.onProgress?.({ phase: 'integerProgram', value: Math.min(value, best.value), bound }),
    ...(control.shouldStop && { shouldStop: control.shouldStop }),
  })
  if (answer.columns) {
    // The largest: of idle columns parts may be open, that make up whole ones together.
    const order = Array.from(kept.keys()).sort((one, other) => answer.columns![other]! - answer.columns![one]!)
    best.offer(order.slice(0, left.openCount).map((place) => kept[place]!))
  }
  if (answer.status === 'infeasible') return Infinity
  if (answer.status === 'optimal') return answer.bound > best.target - slack - TOLERANCE ? Infinity : answer.bound
  return answer.bound
}
