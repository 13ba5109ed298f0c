import type { SitingGoal } from '#engines/siting/siting-problem.ts'

/** What guides a search by interchange: a price for the minutes of a person. Long trips weigh more where the goal is about those; the goal itself judges what comes up. */
export function getGuidePrice(goal: SitingGoal): (minutes: number) => number {
  if (goal.kind === 'maximalCovering') return (minutes) => Number(minutes > goal.normMinutes) + 1e-6 * minutes
  if (goal.kind === 'median') return (minutes) => minutes
  return (minutes) => minutes ** 4
}
