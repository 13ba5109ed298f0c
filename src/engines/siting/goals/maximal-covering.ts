import { forEachTrip } from '#engines/siting/goals/goal-solver.ts'
import type { GoalSolver } from '#engines/siting/goals/goal-solver.ts'
import type { Frame } from '#engines/siting/frame.ts'
import type { SitingGoal } from '#engines/siting/siting-problem.ts'

const countUnreachable = ({ problem, unreachable }: Frame) => unreachable.reduce((sum, place) => sum + problem.weights[place]!, 0)

/** Fewest people beyond the norm; who can reach nothing at all is beyond it too. */
export const maximalCoveringSolver: GoalSolver<Extract<SitingGoal, { kind: 'maximalCovering' }>> = {
  kind: 'maximalCovering',
  measure(frame, { normMinutes }, trips) {
    let sum = countUnreachable(frame)
    forEachTrip(frame, trips, (people, minutes) => {
      if (minutes > normMinutes) sum += people
    })
    return sum
  },
  solve(frame, { openCount, normMinutes }, chooser) {
    const choice = chooser.chooseCheapest({ openCount, priceOf: (minutes) => Number(minutes > normMinutes), unservedPrice: 1 })
    const always = countUnreachable(frame)
    return { ...choice, value: choice.value + always, bound: choice.bound + always }
  },
}
