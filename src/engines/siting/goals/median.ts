import { forEachTrip } from '#engines/siting/goals/goal-solver.ts'
import type { GoalSolver } from '#engines/siting/goals/goal-solver.ts'
import type { SitingGoal } from '#engines/siting/siting-problem.ts'

/** Fewest minutes of all people together. */
export const medianSolver: GoalSolver<Extract<SitingGoal, { kind: 'median' }>> = {
  kind: 'median',
  measure(frame, _goal, trips) {
    let sum = 0
    forEachTrip(frame, trips, (people, minutes) => {
      sum += people * (minutes === Infinity ? frame.unservedMinutes : minutes)
    })
    return sum
  },
  solve: (frame, { openCount }, chooser) => chooser.chooseCheapest({ openCount, priceOf: (minutes) => minutes, unservedPrice: frame.unservedMinutes }),
}
