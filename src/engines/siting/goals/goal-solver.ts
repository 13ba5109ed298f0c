import type { Choice, SiteChooser } from '#engines/siting/choosers/site-chooser.ts'
import type { SitingControl } from '#engines/siting/control.ts'
import type { Frame } from '#engines/siting/frame.ts'
import type { SitingGoal, SitingServices } from '#engines/siting/siting-problem.ts'

/** What a plan means for the people: a part of a place, and the minutes it travels. */
export interface Trips {
  /** Open sites. */
  readonly sites: Int32Array
  readonly services: SitingServices
  /** Places with people that no open site serves. */
  readonly unserved: Int32Array
}

/** One kind of goal: what a plan is worth under it, and how the best one is found. */
export interface GoalSolver<Goal extends SitingGoal = SitingGoal> {
  readonly kind: Goal['kind']
  /** Value of a plan; lower is better. */
  measure(frame: Frame, goal: Goal, trips: Trips): number
  /** The best plan and a bound, both in the units of `measure`. */
  solve(frame: Frame, goal: Goal, chooser: SiteChooser, control: SitingControl): Choice
}

/** Calls back with the people and minutes of every service, and of every unserved place that some permitted site can reach (minutes Infinity). */
export function forEachTrip({ problem, unreachable }: Frame, { services, unserved }: Trips, visit: (people: number, minutes: number) => void): void {
  const { weights, minutes, siteCount } = problem
  for (const [at, place] of services.places.entries()) visit(weights[place]! * services.shares[at]!, minutes[place * siteCount + services.sites[at]!]!)
  const outOfReach = new Set(unreachable)
  for (const place of unserved) if (!outOfReach.has(place)) visit(weights[place]!, Infinity)
}
