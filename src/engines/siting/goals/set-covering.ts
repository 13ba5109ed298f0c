import type { GoalSolver } from '#engines/siting/goals/goal-solver.ts'
import type { SitingGoal } from '#engines/siting/siting-problem.ts'

/** Fewest sites with nobody beyond the norm. */
export const setCoveringSolver: GoalSolver<Extract<SitingGoal, { kind: 'setCovering' }>> = {
  kind: 'setCovering',
  measure: (_frame, _goal, trips) => trips.sites.length,
  solve: (_frame, { normMinutes }, chooser) => chooser.chooseFewest(normMinutes),
}
