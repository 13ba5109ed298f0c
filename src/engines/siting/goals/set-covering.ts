import { forEachTrip } from '#engines/siting/goals/goal-solver.ts'
import type { GoalSolver } from '#engines/siting/goals/goal-solver.ts'
import type { SitingGoal } from '#engines/siting/siting-problem.ts'

/** Fewest sites with nobody beyond the norm; a plan with somebody beyond it is worth nothing. */
export const setCoveringSolver: GoalSolver<Extract<SitingGoal, { kind: 'setCovering' }>> = {
  kind: 'setCovering',
  measure(frame, { normMinutes }, trips) {
    let longest = 0
    forEachTrip(frame, trips, (_people, minutes) => {
      longest = Math.max(longest, minutes)
    })
    return longest > normMinutes ? Infinity : trips.sites.length
  },
  solve: (_frame, { normMinutes }, chooser) => chooser.chooseFewest(normMinutes),
}
