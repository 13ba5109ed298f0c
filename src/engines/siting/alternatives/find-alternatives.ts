/**
 * Plans that are nearly as good and clearly different, for people to choose from. Interchange looks for good plans that share only so many villages with
 * each plan chosen before; of what comes up, the best one that is far enough from all others is the next. It finds, and does not prove: fewer plans than
 * asked means that no more were found.
 */
import { CounterRandom } from '#engines/numeric/philox.ts'
import { assignNearest } from '#engines/siting/assign-nearest.ts'
import { measurePlanDistance } from '#engines/siting/alternatives/plan-distance.ts'
import type { PlanDistance } from '#engines/siting/alternatives/plan-distance.ts'
import { measureFit } from '#engines/siting/choosers/fit-search.ts'
import type { SitingControl } from '#engines/siting/control.ts'
import { frameProblem, tabulate } from '#engines/siting/frame.ts'
import type { Frame } from '#engines/siting/frame.ts'
import { GOAL_SOLVERS } from '#engines/siting/goals/goals.ts'
import { getGuidePrice } from '#engines/siting/goals/guide-price.ts'
import { BestPlan } from '#engines/siting/median/best-plan.ts'
import { createLimitRule } from '#engines/siting/median/limit-rule.ts'
import type { ColumnRule } from '#engines/siting/median/limit-rule.ts'
import type { SortedCells } from '#engines/siting/sorted-cells.ts'
import { TOLERANCE } from '#engines/siting/siting-problem.ts'
import type { SitingGoal, SitingPlan, SitingProblem, SitingServices } from '#engines/siting/siting-problem.ts'

export interface AlternativesWish {
  /** How many plans at most, the given one included. */
  readonly count: number
  /** How much worse than the given plan they may be, as a share of its value, such as 0.05. */
  readonly worseShare: number
  /** The least share of the people, in (0, 1], served from another village than in each other plan. */
  readonly leastDistance: number
  /** Village of every site; absent: every site is its own. */
  readonly villages?: Int32Array
}

export interface Alternative {
  readonly sites: Int32Array
  readonly services: SitingServices
  readonly unserved: Int32Array
  readonly value: number
  /** Distance to every plan before it in the list. */
  readonly distances: readonly PlanDistance[]
}

/** Parts of the villages of an earlier plan that may stay: from just different enough to all new. */
const STAYING_PARTS = [1, 0.75, 0.5, 0.25, 0]
const SHAKES = 40

/**
 * The given plan first, then the others, each the best that was found. Everybody goes to the nearest in all but the given one. Where one of the others turns out to be
 * better than the given plan, that one is first, and the others are those beside it.
 * Throws a RangeError for a wish that is out of range, and for a goal without a number of sites.
 */
export function findAlternatives(problem: SitingProblem, goal: SitingGoal, plan: SitingPlan, wish: AlternativesWish, control: SitingControl): Alternative[] {
  checkWish(goal, wish)
  const frame = frameProblem(problem)
  const price = getGuidePrice(goal)
  const cells = tabulate(frame, price, price(frame.unservedMinutes))
  const { sites, services, unserved, value } = plan
  const chosen: Alternative[] = [{ sites, services, unserved, value, distances: [] }]
  for (let round = 0; chosen.length < wish.count; round++) {
    control.onProgress?.({ phase: 'alternatives', value: plan.value, bound: plan.bound })
    if (control.shouldStop?.()) break
    const next = findNext(frame, goal, cells, plan, chosen, wish, control.seed, round)
    if (!next) break
    chosen.push(next)
  }
  const best = chosen.reduce((least, own) => (own.value < least.value - TOLERANCE * Math.abs(least.value) ? own : least))
  return best === chosen[0] ? chosen : findAlternatives(problem, goal, { ...plan, ...best }, wish, control)
}

function checkWish(goal: SitingGoal, { count, worseShare, leastDistance }: AlternativesWish): void {
  if (!('openCount' in goal)) throw new RangeError(`goal ${goal.kind} has no number of sites: ask for maximalCovering with the number it gave`)
  if (!(Number.isInteger(count) && count >= 1)) throw new RangeError(`count is ${count}: a whole number from 1`)
  if (!(worseShare >= 0 && worseShare < Infinity)) throw new RangeError(`worseShare is ${worseShare}: 0 or more`)
  if (!(leastDistance > 0 && leastDistance <= 1)) throw new RangeError(`leastDistance is ${leastDistance}: more than 0, at most 1`)
}

function findNext(frame: Frame, goal: SitingGoal, cells: SortedCells, plan: SitingPlan, chosen: readonly Alternative[], wish: AlternativesWish, seed: number, round: number): Alternative | undefined {
  const random = new CounterRandom(seed)
  let best: Alternative | undefined
  for (const [part, staying] of STAYING_PARTS.entries()) {
    random.open(round, 1 + part)
    const rule = createSharingRule(frame, chosen, Math.floor((1 - wish.leastDistance) * staying * plan.sites.length), wish.villages)
    const search = new BestPlan(cells, plan.sites.length, frame.locked, Infinity, rule)
    const consider = (columns: Int32Array) => {
      const candidate = judge(frame, goal, columns.map((column) => frame.sites[column]!).sort(), chosen, wish)
      if (candidate && candidate.value <= plan.value * (1 + wish.worseShare) && candidate.value < (best?.value ?? Infinity)) best = candidate
    }
    const start = rule.makeStart(plan.sites.length, random)
    if (!start) continue
    search.offer(start)
    consider(search.sites)
    search.shake(random, SHAKES, consider)
  }
  return best
}

/** The plan with these sites, when it meets the rules of the problem and is far enough from all others. */
function judge(frame: Frame, goal: SitingGoal, sites: Int32Array, chosen: readonly Alternative[], { leastDistance, villages }: AlternativesWish): Alternative | undefined {
  const { problem } = frame
  const trips = { sites, ...assignNearest(problem, sites) }
  const distances = chosen.map((other) => measurePlanDistance(problem, other, trips, villages))
  if (distances.some(({ shareElsewhere }) => shareElsewhere < leastDistance)) return undefined
  if (trips.unserved.length > chosen[0]!.unserved.length) return undefined
  if (measureFit(frame, sites, { openCount: sites.length, costOf: () => 0, sitePrice: 0 }).excess > 0 && chosen[0]!.unserved.length === frame.unreachable.length) return undefined
  return { ...trips, value: GOAL_SOLVERS.find(({ kind }) => kind === goal.kind)!.measure(frame, goal, trips), distances }
}

/** Keeps within the number of shared villages with every earlier plan, or brings it closer, and within the limits. */
interface SharingRule extends ColumnRule {
  /** Random columns that keep within it, the locked ones included; undefined where there are not enough. */
  makeStart(openCount: number, random: CounterRandom): number[] | undefined
}

function createSharingRule(frame: Frame, chosen: readonly Alternative[], mostShared: number, villages?: Int32Array): SharingRule {
  const { sites, locked } = frame
  const limits = createLimitRule(frame)
  const villageOf = (site: number) => (villages ? villages[site]! : site)
  const earlier = chosen.map((plan) => {
    const own = new Set(Array.from(plan.sites, villageOf))
    return Uint8Array.from(sites, (site, column) => Number(own.has(villageOf(site)) && locked[column] === 0))
  })
  const mayAdd = (columns: ArrayLike<number>, opened: number) => earlier.every((isIn) => isIn[opened] === 0 || countShared(isIn, columns) < mostShared) && limits.mayAdd(columns, opened)
  const countShared = (isIn: Uint8Array, columns: ArrayLike<number>) => {
    let count = 0
    for (let at = 0; at < columns.length; at++) count += isIn[columns[at]!]!
    return count
  }
  return {
    swapsFrom(open) {
      const withinLimits = limits.swapsFrom(open)
      const room = earlier.map((isIn) => mostShared - countShared(isIn, open))
      return (opened, closed) => earlier.every((isIn, at) => isIn[opened]! <= isIn[closed]! || isIn[opened]! - isIn[closed]! <= room[at]!) && withinLimits(opened, closed)
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
