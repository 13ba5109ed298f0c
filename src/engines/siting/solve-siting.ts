/** Which sites should be open: the best plan, how sure that is, and what stands in the way. */
import { assignNearest } from '#engines/siting/assign-nearest.ts'
import { breakTies } from '#engines/siting/break-ties.ts'
import { checkProblem } from '#engines/siting/check-problem.ts'
import { createPlainChooser } from '#engines/siting/choosers/plain-chooser.ts'
import { createRestrictedChooser } from '#engines/siting/choosers/restricted-chooser.ts'
import type { Choice } from '#engines/siting/choosers/site-chooser.ts'
import type { SitingControl } from '#engines/siting/control.ts'
import { findObstacles, frameProblem } from '#engines/siting/frame.ts'
import type { Frame } from '#engines/siting/frame.ts'
import { GOAL_SOLVERS } from '#engines/siting/goals/goals.ts'
import type { GoalSolver } from '#engines/siting/goals/goal-solver.ts'
import { improvePlan } from '#engines/siting/improve-plan.ts'
import type { SitingObstacle } from '#engines/siting/obstacles.ts'
import { holdAgainst, isPlain } from '#engines/siting/siting-problem.ts'
import type { SitingGoal, SitingPlan, SitingProblem } from '#engines/siting/siting-problem.ts'

export interface SitingAnswer {
  /** Absent when an obstacle is an error. */
  readonly plan?: SitingPlan
  readonly obstacles: readonly SitingObstacle[]
}

/** Throws a RangeError for a problem that is not well-formed; what cannot be satisfied is an obstacle. */
export function solveSiting(problem: SitingProblem, goal: SitingGoal, control: SitingControl): SitingAnswer {
  checkProblem(problem, goal)
  const frame = frameProblem(problem)
  const obstacles = findObstacles(frame, goal)
  if (obstacles.some(({ severity }) => severity === 'error')) return { obstacles }
  const solver = GOAL_SOLVERS.find(({ kind }) => kind === goal.kind)!
  const chooser = isPlain(problem) ? createPlainChooser(frame, control) : createRestrictedChooser(frame, control)
  const choice = solver.solve(frame, goal, chooser, control)
  if (!choice.sites) return { obstacles: [...obstacles, explainNothing(frame, goal, choice)] }
  const plan = makePlan(frame, goal, solver, choice)
  const best = plan.isProved ? plan : improvePlan(frame, goal, solver, plan, control)
  return { plan: control.onlyValue ? best : breakTies(frame, goal, solver, best, control), obstacles }
}

function makePlan(frame: Frame, goal: SitingGoal, solver: GoalSolver, choice: Choice): SitingPlan {
  const sites = choice.sites!.slice().sort()
  const nearest = assignNearest(frame.problem, sites)
  const trips = choice.services ? { services: choice.services, unserved: frame.unreachable } : nearest
  return holdAgainst(choice.bound, { sites, ...trips, value: solver.measure(frame, goal, { ...trips, sites }) })
}

function explainNothing(frame: Frame, goal: SitingGoal, { bound }: Choice): SitingObstacle {
  if (bound !== Infinity) return { code: 'noPlanFound', severity: 'error' }
  if (goal.kind !== 'center' || !isPlain(frame.problem)) return { code: 'noPlanFits', severity: 'error' }
  const control: SitingControl = { seed: 0, maximumNodes: 1 }
  const { sites } = createPlainChooser(frame, control).chooseCheapest({ openCount: goal.openCount, priceOf: () => 0, unservedPrice: 1 })
  return { code: 'cannotReachAll', severity: 'error', asked: goal.openCount, places: assignNearest(frame.problem, sites!).unserved.filter((place) => !frame.unreachable.includes(place)) }
}
