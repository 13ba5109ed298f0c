/**
 * Of plans that are as good for the goal, the one with the fewest minutes of all people together. Goals that look at the longest trips, or at a norm, leave it open where
 * everybody else goes, and how many sites open that do not help those; more sites, and interchange from the plan on, at a price that weighs first what the goal looks at and then all minutes, find plans that keep the value and are nearer.
 * It does not prove that none is nearer still.
 */
import { CounterRandom } from '#engines/numeric/philox.ts'
import type { SitingControl } from '#engines/siting/control.ts'
import type { Frame } from '#engines/siting/frame.ts'
import { forEachTrip } from '#engines/siting/goals/goal-solver.ts'
import type { GoalSolver } from '#engines/siting/goals/goal-solver.ts'
import { medianSolver } from '#engines/siting/goals/median.ts'
import { PlanSearch } from '#engines/siting/plan-search.ts'
import { ROUNDING } from '#engines/siting/siting-problem.ts'
import type { SitingGoal, SitingPlan } from '#engines/siting/siting-problem.ts'

/** How many minutes of others one minute counts that the goal looks at. */
const FIRST = 1000

/** The given plan, or one of the same value in which all people together travel less. */
export function breakTies(frame: Frame, goal: SitingGoal, solver: GoalSolver, plan: SitingPlan, control: SitingControl): SitingPlan {
  if (goal.kind === 'median') return plan
  const search = new PlanSearch(frame, goal, solver, plan, {
    priceOf: makePrice(frame, goal, plan),
    scoreOf: (trips, value) => (value > plan.value * (1 + ROUNDING) ? Infinity : medianSolver.measure(frame, { kind: 'median', openCount: trips.sites.length }, trips)),
  })
  const random = new CounterRandom(control.seed)
  random.open(0, 0)
  search.grow()
  search.interchange(random)
  return search.best
}

/** All minutes, and those that the goal looks at again, many times over. */
function makePrice(frame: Frame, goal: SitingGoal, plan: SitingPlan): (minutes: number) => number {
  if (goal.kind === 'worstShare') {
    const start = findWorstStart(frame, goal.share, plan)
    return (minutes) => minutes + FIRST * Math.max(0, minutes - start)
  }
  if (goal.kind === 'maximalCovering') return (minutes) => minutes + FIRST * FIRST * Number(minutes > goal.normMinutes)
  // Nobody of this plan travels longer, and nobody may.
  const most = goal.kind === 'setCovering' ? goal.normMinutes : plan.value
  const lightest = frame.places.reduce((least, place) => Math.min(least, frame.problem.weights[place]!), Infinity)
  const barrier = 1 + medianSolver.measure(frame, { kind: 'median', openCount: plan.sites.length }, plan) / lightest
  return (minutes) => minutes + (minutes > most ? barrier : 0)
}

/** The shortest trip of the worst-off share. */
function findWorstStart(frame: Frame, share: number, plan: SitingPlan): number {
  const trips: { readonly people: number; readonly minutes: number }[] = []
  forEachTrip(frame, plan, (people, minutes) => trips.push({ people, minutes }))
  trips.sort((one, other) => other.minutes - one.minutes)
  let left = share * trips.reduce((sum, { people }) => sum + people, 0)
  for (const { people, minutes } of trips) {
    left -= people
    if (left <= 0) return minutes
  }
  return 0
}
