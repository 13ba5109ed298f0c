/**
 * Plans that are nearly as good and clearly different, for people to choose from. Of all that is near the plans chosen before, and of what interchange finds that shares
 * only so many villages with them, the best one that is far enough from all others is the next. It finds, and does not prove: fewer plans than asked means that no more were found.
 */
import { CounterRandom } from '#engines/numeric/philox.ts'
import { assignNearest } from '#engines/siting/assign-nearest.ts'
import { compareSites, countEach, countShared, isClearlyDifferent, measurePlanDistance } from '#engines/siting/alternatives/plan-distance.ts'
import type { PlanDistance } from '#engines/siting/alternatives/plan-distance.ts'
import { walkNearPlans } from '#engines/siting/alternatives/walk-near-plans.ts'
import { measureFit } from '#engines/siting/choosers/fit.ts'
import type { SitingControl } from '#engines/siting/control.ts'
import { frameProblem, tabulate, toColumns } from '#engines/siting/frame.ts'
import type { Frame } from '#engines/siting/frame.ts'
import { GOAL_SOLVERS } from '#engines/siting/goals/goals.ts'
import { getGuidePrice } from '#engines/siting/goals/guide-price.ts'
import { BestPlan } from '#engines/siting/median/best-plan.ts'
import { createLimitRule } from '#engines/siting/median/limit-rule.ts'
import type { ColumnRule } from '#engines/siting/median/limit-rule.ts'
import type { SortedCells } from '#engines/siting/sorted-cells.ts'
import { TOLERANCE } from '#engines/siting/siting-problem.ts'
import type { SitingGoal, SitingPlan, SitingProblem } from '#engines/siting/siting-problem.ts'

export interface AlternativesWish {
  /** How many plans at most, the given one included. */
  readonly count: number
  /** How much worse than the given plan they may be, as a share of its value, such as 0.05. */
  readonly worseShare: number
  /** What makes two plans clearly different, in (0, 1]: this share of the people, or of the sites (at least two), is elsewhere. */
  readonly leastDistance: number
  /** Village of every site; absent: every site is its own. */
  readonly villages?: Int32Array
}

type Candidate = Pick<SitingPlan, 'sites' | 'services' | 'unserved' | 'value'>

export interface Alternative extends Candidate {
  /** Distance to every plan before it in the list. */
  readonly distances: readonly PlanDistance[]
}

interface AlternativeSearch {
  readonly frame: Frame
  readonly goal: SitingGoal
  /** Costs by the price that guides the search. */
  readonly cells: SortedCells
  readonly wish: AlternativesWish
  readonly control: SitingControl
}

/** Parts of the sites of an earlier plan that may stay in their village, beside all but those that must move: from much the same plan to all new. */
const STAYING_PARTS = [0.9, 0.75, 0.5, 0.25, 0]
const SHAKES = 40
/** The same plan with one site moved is hardly another plan: those come in where there are no others. */
const LEAST_MOVED = [2, 1]
/** How much dearer plans may be that are only walked through. */
const DETOUR = 1.25
/** Plans nearby that are looked at: fewer where each takes longer, at least so many and at most so many. */
const [MOST_CELLS, LEAST_LOOKS, MOST_LOOKS] = [1e7, 20, 300]

/**
 * The given plan first, then the others by value. Everybody goes to the nearest in all but the given one. Where one of the others turns out to be
 * better than the given plan, that one is first, and the others are those beside it.
 * Throws a RangeError for a wish that is out of range, and for a goal without a number of sites.
 */
export function findAlternatives(problem: SitingProblem, goal: SitingGoal, plan: SitingPlan, wish: AlternativesWish, control: SitingControl): Alternative[] {
  checkWish(goal, wish)
  const frame = frameProblem(problem)
  const price = getGuidePrice(goal)
  const search: AlternativeSearch = { frame, goal, wish, control, cells: tabulate(frame, price, price(frame.unservedMinutes)) }
  const { sites, services, unserved, value } = plan
  const chosen: Candidate[] = [{ sites, services, unserved, value }]
  for (const leastMoved of LEAST_MOVED) {
    while (chosen.length < wish.count) {
      control.onProgress?.({ phase: 'alternatives', value: plan.value, bound: plan.bound })
      if (control.shouldStop?.()) break
      const next = findNext(search, chosen, leastMoved)
      if (!next) break
      chosen.push(next)
    }
  }
  const best = chosen.reduce((least, own) => (own.value < least.value - TOLERANCE * Math.abs(least.value) ? own : least))
  if (best !== chosen[0]) return findAlternatives(problem, goal, { ...plan, ...best }, wish, control)
  const [first, ...others] = chosen
  const ordered = [first!, ...others.sort((one, other) => one.value - other.value)]
  return ordered.map((own, at) => ({ ...own, distances: ordered.slice(0, at).map((earlier) => measurePlanDistance(problem, earlier, own, wish.villages)) }))
}

function checkWish(goal: SitingGoal, { count, worseShare, leastDistance }: AlternativesWish): void {
  if (!('openCount' in goal)) throw new RangeError(`goal ${goal.kind} has no number of sites: ask for maximalCovering with the number it gave`)
  if (!(Number.isInteger(count) && count >= 1)) throw new RangeError(`count is ${count}: a whole number from 1`)
  if (!(worseShare >= 0 && worseShare < Infinity)) throw new RangeError(`worseShare is ${worseShare}: 0 or more`)
  if (!(leastDistance > 0 && leastDistance <= 1)) throw new RangeError(`leastDistance is ${leastDistance}: more than 0, at most 1`)
}

/** The best that comes up of two searches: all that is near, cheapest first, and interchange that keeps away from the earlier plans, which comes further. */
function findNext(search: AlternativeSearch, chosen: readonly Candidate[], leastMoved: number): Candidate | undefined {
  const { frame, goal, wish, control } = search
  let best: Candidate | undefined
  const mostValue = chosen[0]!.value * (1 + wish.worseShare)
  const consider = (columns: Int32Array) => {
    const candidate = judge(search, columns.map((column) => frame.sites[column]!).sort(), chosen, leastMoved)
    if (candidate && candidate.value <= mostValue && candidate.value < (best?.value ?? Infinity)) best = candidate
  }
  // Of the median the price is the value; but where sites open and close by themselves a cheaper plan may lie behind a dearer one.
  const isFirstBest = goal.kind === 'median' && getMostOpen(goal, chosen[0]!) === undefined
  lookNear(search, chosen, (columns) => {
    consider(columns)
    return (isFirstBest && best !== undefined) || control.shouldStop?.() === true
  })
  lookFar(search, chosen, leastMoved, consider)
  return best
}

/** Until `look` says that it is enough, or the work is done. Only the median has its value as its price; elsewhere dearer plans may be better for the goal. */
function lookNear({ frame, goal, cells, wish }: AlternativeSearch, chosen: readonly Candidate[], look: (columns: Int32Array) => boolean): void {
  const columnOf = toColumns(frame)
  const mostLooks = Math.max(LEAST_LOOKS, Math.min(MOST_LOOKS, MOST_CELLS / (cells.rowCount * cells.columnCount)))
  const mostOpen = getMostOpen(goal, chosen[0]!)
  // Between two plans within limits there may be a dearer one: a site closes before two others can open.
  const mostCost = goal.kind === 'median' ? chosen[0]!.value * (1 + wish.worseShare) * (mostOpen === undefined ? 1 : DETOUR) : Infinity
  let looks = 0
  for (const columns of walkNearPlans(cells, chosen.map(({ sites }) => columnOf(sites)), { locked: frame.locked, rule: createLimitRule(frame), mostCost, mostOpen })) {
    if (look(columns) || ++looks > mostLooks) return
  }
}

function lookFar({ frame, cells, wish, control }: AlternativeSearch, chosen: readonly Candidate[], leastMoved: number, consider: (columns: Int32Array) => void): void {
  const random = new CounterRandom(control.seed)
  const openCount = chosen[0]!.sites.length
  const free = openCount - frame.locked.reduce((count, own) => count + own, 0)
  const levels = new Set([free - leastMoved, ...STAYING_PARTS.map((part) => Math.floor(part * free))].filter((level) => level >= 0 && level <= free - leastMoved))
  for (const mostShared of levels) {
    random.open(chosen.length, 1 + mostShared)
    const rule = createSharingRule(frame, chosen, mostShared, wish.villages)
    const search = new BestPlan(cells, openCount, frame.locked, Infinity, rule)
    const start = rule.makeStart(openCount, random)
    if (!start) continue
    search.offer(start)
    consider(search.sites)
    search.shake(random, SHAKES, consider)
  }
}

/** Where the best plan has as many sites as it may, others have too; where something else decides the number (a budget, minimum sizes), others may have more or fewer. */
function getMostOpen(goal: SitingGoal, { sites }: Candidate): number | undefined {
  return 'openCount' in goal && sites.length < goal.openCount ? goal.openCount : undefined
}

/** The plan with these sites, when it meets the rules of the problem and is far enough from all others. */
function judge({ frame, goal, wish }: AlternativeSearch, sites: Int32Array, chosen: readonly Candidate[], leastMoved: number): Candidate | undefined {
  const { problem } = frame
  if (chosen.some((other) => compareSites(problem, other.sites, sites, wish.villages).movedSites < leastMoved)) return undefined
  const trips = { sites, ...assignNearest(problem, sites) }
  if (!chosen.every((other) => isClearlyDifferent(measurePlanDistance(problem, other, trips, wish.villages), wish.leastDistance, leastMoved))) return undefined
  if (trips.unserved.length > chosen[0]!.unserved.length) return undefined
  if (measureFit(frame, sites, { openCount: sites.length, costOf: () => 0, sitePrice: 0 }).excess > 0 && chosen[0]!.unserved.length === frame.unreachable.length) return undefined
  return { ...trips, value: GOAL_SOLVERS.find(({ kind }) => kind === goal.kind)!.measure(frame, goal, trips) }
}

/** Keeps within the number of shared villages with every earlier plan, or brings it closer, and within the limits. */
interface SharingRule extends ColumnRule {
  /** Random columns that keep within it, the locked ones included; undefined where there are not enough. */
  makeStart(openCount: number, random: CounterRandom): number[] | undefined
}

function createSharingRule(frame: Frame, chosen: readonly Candidate[], mostShared: number, villages?: Int32Array): SharingRule {
  const { sites, locked } = frame
  const limits = createLimitRule(frame)
  const villageOf = Int32Array.from(sites, (site) => (villages ? villages[site]! : site))
  const columnOf = toColumns(frame)
  const free = (columns: ArrayLike<number>) => Int32Array.from(Array.from(columns).filter((column) => locked[column] === 0), (column) => villageOf[column]!)
  const earlier = chosen.map((plan) => countEach(free(columnOf(plan.sites))))
  const isShared = (columns: Int32Array, most: (counts: ReadonlyMap<number, number>) => number) => earlier.every((counts) => countShared(counts, columns) <= most(counts))
  const mayAdd = (columns: ArrayLike<number>, opened: number) => isShared(free([...Array.from(columns), opened]), () => mostShared) && limits.mayAdd(columns, opened)
  return {
    swapsFrom(open) {
      const withinLimits = limits.swapsFrom(open)
      const own = countEach(free(open))
      // Of each earlier plan: how many more sites may be shared, and how many it has more in a village.
      const others = earlier.map((counts) => ({ room: mostShared - countShared(counts, free(open)), surplus: (village: number) => (counts.get(village) ?? 0) - (own.get(village) ?? 0) }))
      return (opened, closed) => {
        const [to, from] = [villageOf[opened]!, villageOf[closed]!]
        return others.every(({ room, surplus }) => to === from || Number(surplus(to) > 0) - Number(surplus(from) >= 0) <= Math.max(0, room)) && withinLimits(opened, closed)
      }
    },
    reliefFrom: limits.reliefFrom,
    mayAdd,
    fits: limits.fits,
    makeStart(openCount, random) {
      const columns = Array.from(locked.keys()).filter((column) => locked[column] === 1)
      const order = Array.from(locked.keys(), (column) => ({ column, luck: random.next() })).filter(({ column }) => locked[column] === 0)
      for (const { column } of order.sort((one, other) => one.luck - other.luck)) {
        if (columns.length === openCount) break
        if (mayAdd(columns, column)) columns.push(column)
      }
      return columns.length === openCount ? columns : undefined
    },
  }
}
