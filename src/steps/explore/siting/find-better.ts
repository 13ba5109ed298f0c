/** A plan that came up beside the best one, and is better: the search does not prove everything that it finds. */
import type { SitePrice } from '#engines/siting/alternatives/explain-plan.ts'
import { holdAgainst, TOLERANCE, type SitingGoal, type SitingPlan } from '#engines/siting/siting-problem.ts'
import type { Alternative } from '#engines/siting/alternatives/find-alternatives.ts'
import type { AskedSiting } from '#steps/explore/siting/siting-problem.ts'
import { dropIdleStops } from '#steps/explore/siting/siting-stops.ts'

/** Where sites are counted, a stop that nobody uses is one that the best plan does not have. */
export function finishPlan(asked: AskedSiting, plan: SitingPlan): SitingPlan {
  const used = dropIdleStops(asked, plan)
  return asked.goal.kind === 'setCovering' ? { ...used, value: used.sites.length } : used
}

/** An alternative beside the best plan: no plan is better than the bound of that one. */
export function completePlan({ sites, services, unserved, value }: Omit<Alternative, 'distances'>, { bound }: SitingPlan, goal: SitingGoal): SitingPlan {
  return holdAgainst(bound, { sites, services, unserved, value: goal.kind === 'setCovering' ? sites.length : value })
}

/** The best of the alternatives and of the plans with one site otherwise, where it is better than the plan by more than rounding. */
export function findBetter(asked: AskedSiting, plan: SitingPlan, alternatives: readonly Alternative[], prices: Iterable<SitePrice>): SitingPlan | undefined {
  let best = plan
  const others = [...alternatives, ...Array.from(prices).flatMap(({ better }) => better ?? [])]
  for (const other of others) {
    const own = completePlan(dropIdleStops(asked, other), plan, asked.goal)
    if (own.value < best.value - TOLERANCE * Math.abs(best.value)) best = own
  }
  return best === plan ? undefined : best
}
