/** Looks on from a plan: interchange within the limits, guided by a price for minutes. Every plan that comes up is judged by the goal and by all rules. */
import type { CounterRandom } from '#engines/numeric/philox.ts'
import { assignNearest } from '#engines/siting/assign-nearest.ts'
import { measureFit } from '#engines/siting/choosers/fit.ts'
import type { FitRules } from '#engines/siting/choosers/fit.ts'
import { tabulate, toColumns } from '#engines/siting/frame.ts'
import type { Frame } from '#engines/siting/frame.ts'
import type { GoalSolver, Trips } from '#engines/siting/goals/goal-solver.ts'
import { BestPlan } from '#engines/siting/median/best-plan.ts'
import { createLimitRule } from '#engines/siting/median/limit-rule.ts'
import { holdAgainst, TOLERANCE } from '#engines/siting/siting-problem.ts'
import type { SitingGoal, SitingPlan } from '#engines/siting/siting-problem.ts'
import type { SortedCells } from '#engines/siting/sorted-cells.ts'

const SHAKES = 40

export interface SearchAim {
  /** What guides the interchange: the price of a person who travels so many minutes. */
  readonly priceOf: (minutes: number) => number
  /** What makes a plan of this value better: a lower score. Infinity for a plan that is not wanted. */
  readonly scoreOf: (trips: Trips, value: number) => number
}

export class PlanSearch {
  /** The given plan, or a better one under the same bound, with everybody at the nearest site. */
  best: SitingPlan
  readonly rules: FitRules
  readonly #frame: Frame
  readonly #goal: SitingGoal
  readonly #solver: GoalSolver
  readonly #aim: SearchAim
  readonly #cells: SortedCells
  readonly #mostUnserved: number
  #score: number

  constructor(frame: Frame, goal: SitingGoal, solver: GoalSolver, plan: SitingPlan, aim: SearchAim) {
    const { priceOf, scoreOf } = aim
    this.#frame = frame
    this.#goal = goal
    this.#solver = solver
    this.#aim = aim
    this.#cells = tabulate(frame, priceOf, priceOf(frame.unservedMinutes))
    this.#mostUnserved = plan.unserved.length
    this.#score = scoreOf(plan, plan.value)
    this.best = plan
    this.rules = {
      openCount: 'openCount' in goal ? goal.openCount : plan.sites.length,
      sitePrice: 0,
      costOf: (place, minutes) => frame.problem.weights[place]! * priceOf(minutes),
    }
  }

  /** Takes the plan with these sites, ascending, where it is better and keeps to all rules. */
  consider(sites: Int32Array): void {
    const trips = { sites, ...assignNearest(this.#frame.problem, sites) }
    if (trips.unserved.length > this.#mostUnserved) return
    const value = this.#solver.measure(this.#frame, this.#goal, trips)
    const score = this.#aim.scoreOf(trips, value)
    if (score >= this.#score * (1 - TOLERANCE) || measureFit(this.#frame, sites, this.rules).excess > 0) return
    this.#score = score
    this.best = holdAgainst(this.best.bound, { ...trips, value })
  }

  /** Opens sites besides those of the best plan, up to the most that may be, each the one that helps most. */
  grow(): void {
    const { sites } = this.#frame
    const idleCount = this.rules.openCount - this.best.sites.length
    if (idleCount <= 0) return
    const isOpen = new Set(this.best.sites)
    const locked = Uint8Array.from({ length: sites.length + idleCount }, (_, column) => Number(isOpen.has(sites[column] ?? -1)))
    const { priceOf } = this.#aim
    const search = new BestPlan(tabulate(this.#frame, priceOf, priceOf(this.#frame.unservedMinutes), idleCount), this.rules.openCount, locked, Infinity, createLimitRule(this.#frame, idleCount))
    search.startGreedily()
    this.consider(search.sites.filter((column) => column < sites.length).map((column) => sites[column]!).sort())
  }

  /** Interchange from the best plan on, shaken again and again. */
  interchange(random: CounterRandom): void {
    const { sites, locked } = this.#frame
    const search = new BestPlan(this.#cells, this.best.sites.length, locked, Infinity, createLimitRule(this.#frame))
    const considerColumns = (columns: Int32Array) => this.consider(columns.map((column) => sites[column]!).sort())
    if (!search.offer(toColumns(this.#frame)(this.best.sites))) return
    considerColumns(search.sites)
    search.shake(random, SHAKES, considerColumns)
  }
}
