/**
 * Where it is not proved that a plan is the best: interchange within the limits from it on, then sites that open or close by themselves, as long as that helps.
 * Every plan that comes up is judged by the goal and by all rules.
 */
import { CounterRandom } from '#engines/numeric/philox.ts'
import { assignNearest } from '#engines/siting/assign-nearest.ts'
import { measureFit, searchFit } from '#engines/siting/choosers/fit-search.ts'
import type { FitRules } from '#engines/siting/choosers/fit-search.ts'
import type { SitingControl } from '#engines/siting/control.ts'
import { tabulate } from '#engines/siting/frame.ts'
import type { Frame } from '#engines/siting/frame.ts'
import type { GoalSolver } from '#engines/siting/goals/goal-solver.ts'
import { getGuidePrice } from '#engines/siting/goals/guide-price.ts'
import { BestPlan } from '#engines/siting/median/best-plan.ts'
import { createLimitRule } from '#engines/siting/median/limit-rule.ts'
import { holdAgainst, TOLERANCE } from '#engines/siting/siting-problem.ts'
import type { SitingGoal, SitingPlan } from '#engines/siting/siting-problem.ts'

const SHAKES = 40
/** Of plans in which sites open and close by themselves: the swaps were tried by interchange. */
const MOST_LOOKS = 2000

/** The given plan, or a better one under the same bound; with everybody at the nearest site. The first round is done even when time is over: it is short. */
export function improvePlan(frame: Frame, goal: SitingGoal, solver: GoalSolver, plan: SitingPlan, control: SitingControl): SitingPlan {
  if (!('openCount' in goal)) return plan
  const price = getGuidePrice(goal)
  const cells = tabulate(frame, price, price(frame.unservedMinutes))
  const rules: FitRules = { openCount: goal.openCount, sitePrice: 0, costOf: (place, minutes) => frame.problem.weights[place]! * price(minutes) }
  const random = new CounterRandom(control.seed)
  const columnOf = new Map(Array.from(frame.sites, (site, column) => [site, column]))
  let best = plan
  const consider = (sites: Int32Array) => {
    const trips = { sites, ...assignNearest(frame.problem, sites) }
    if (trips.unserved.length > plan.unserved.length) return
    const value = solver.measure(frame, goal, trips)
    if (value >= best.value * (1 - TOLERANCE) || measureFit(frame, sites, rules).excess > 0) return
    best = holdAgainst(plan.bound, { ...trips, value })
  }
  for (let round = 0; ; round++) {
    const before = best.value
    random.open(round, 0)
    const search = new BestPlan(cells, best.sites.length, frame.locked, Infinity, createLimitRule(frame))
    const considerColumns = (columns: Int32Array) => consider(columns.map((column) => frame.sites[column]!).sort())
    if (search.offer(best.sites.map((site) => columnOf.get(site)!))) {
      considerColumns(search.sites)
      search.shake(random, SHAKES, considerColumns)
    }
    let looks = 0
    consider(searchFit(frame, best.sites, rules, () => ++looks > MOST_LOOKS).sites)
    if (best.value === before || control.shouldStop?.()) return best
  }
}
