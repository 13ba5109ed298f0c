/**
 * The number of minutes that nobody needs to exceed is found by halving the list of all trips: is there a plan in which nobody travels more
 * (Minieka 1970)? Each answer moves one end: a plan to its own longest trip, a proof that there is none to the next longer trip.
 */
import type { Choice } from '#engines/siting/choosers/site-chooser.ts'
import { assignNearest } from '#engines/siting/assign-nearest.ts'
import type { Frame } from '#engines/siting/frame.ts'
import { forEachTrip } from '#engines/siting/goals/goal-solver.ts'
import type { GoalSolver, Trips } from '#engines/siting/goals/goal-solver.ts'
import { listDistinctMinutes } from '#engines/siting/goals/distinct-minutes.ts'
import type { SitingGoal } from '#engines/siting/siting-problem.ts'

function measureLongest(frame: Frame, trips: Trips): number {
  let longest = 0
  forEachTrip(frame, trips, (_people, minutes) => {
    if (minutes > longest) longest = minutes
  })
  return longest
}

/** Fewest minutes of who lives furthest. */
export const centerSolver: GoalSolver<Extract<SitingGoal, { kind: 'center' }>> = {
  kind: 'center',
  measure: (frame, _goal, trips) => measureLongest(frame, trips),
  solve(frame, { openCount }, chooser, control) {
    const radii = listDistinctMinutes(frame)
    const widest = radii.length - 1
    let best: Choice = { value: Infinity, bound: 0 }
    let [low, high] = [0, widest]
    let isSettled = true
    // The widest radius goes first: without a plan there, there is none at all.
    for (let middle = widest; low <= high; middle = Math.floor((low + high) / 2)) {
      const choice = chooser.chooseWithin(radii[middle]!, openCount)
      if (choice.sites) {
        const longest = measureLongest(frame, { ...assignNearest(frame.problem, choice.sites), ...(choice.services && { services: choice.services, unserved: new Int32Array() }), sites: choice.sites })
        best = { ...choice, value: longest, bound: 0 }
        high = radii.indexOf(longest) - 1
      } else if (choice.bound === Infinity) {
        if (middle === widest) return { value: Infinity, bound: Infinity }
        low = middle + 1
      } else {
        isSettled = false
        break
      }
      control.onProgress?.({ phase: 'radius', value: best.value, bound: radii[Math.min(low, widest)]! })
    }
    return { ...best, bound: isSettled ? best.value : (radii[low] ?? 0) }
  },
}
