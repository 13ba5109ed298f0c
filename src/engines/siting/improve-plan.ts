/** Where it is not proved that a plan is the best: interchange from it on, then sites that open or close by themselves, as long as that helps. */
import { CounterRandom } from '#engines/numeric/philox.ts'
import { searchFit } from '#engines/siting/choosers/fit-search.ts'
import type { SitingControl } from '#engines/siting/control.ts'
import type { Frame } from '#engines/siting/frame.ts'
import type { GoalSolver } from '#engines/siting/goals/goal-solver.ts'
import { getGuidePrice } from '#engines/siting/goals/guide-price.ts'
import { PlanSearch } from '#engines/siting/plan-search.ts'
import type { SitingGoal, SitingPlan } from '#engines/siting/siting-problem.ts'

/** Of plans in which sites open and close by themselves: the swaps were tried by interchange. */
const MOST_LOOKS = 20_000

/** The given plan, or a better one under the same bound; with everybody at the nearest site. The first round is done even when time is over: it is short. */
export function improvePlan(frame: Frame, goal: SitingGoal, solver: GoalSolver, plan: SitingPlan, control: SitingControl): SitingPlan {
  if (!('openCount' in goal)) return plan
  const search = new PlanSearch(frame, goal, solver, plan, { priceOf: getGuidePrice(goal), scoreOf: (_trips, value) => value })
  const random = new CounterRandom(control.seed)
  for (let round = 0; ; round++) {
    const before = search.best
    random.open(round, 0)
    search.interchange(random)
    let looks = 0
    search.consider(searchFit(frame, search.best.sites, search.rules, () => ++looks > MOST_LOOKS).sites)
    if (search.best === before || control.shouldStop?.()) return search.best
  }
}
