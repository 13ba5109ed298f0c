/** What past projections missed of ages and households beyond what errors of births, deaths and moves make of it. Method: docs/methods/back-test.md. */
import type { OutcomeErrors } from '#engines/projection/outcome-errors.ts'
import { QUANTILES } from '#engines/projection/tally.ts'
import type { TrajectoryTask } from '#engines/projection/trajectory-task.ts'
import { getDeviation, Z80, type ErrorSizes } from '#steps/explore/error-sizes.ts'
import { findMedian } from '#engines/numeric/robust-line.ts'
import { runTrajectories } from '#steps/explore/trajectories/run-trajectories.ts'

/** Trajectories from which the spread without these errors is taken: a seventh of a standard deviation of it is left to chance. */
const PILOT_DRAWS = 128
/** The engine takes no larger deviation of a logarithm. */
const LARGEST = 1

/** `sizes` are those of each outcome of the task; undefined where they are not known, which leaves it as the components make it. */
export async function measureOutcomeErrors(task: TrajectoryTask, sizes: readonly (ErrorSizes | undefined)[], signal?: AbortSignal): Promise<OutcomeErrors> {
  const { quantiles } = await runTrajectories({ ...task, groups: [], thresholds: [], drawCount: Math.min(PILOT_DRAWS, task.drawCount) }, { ...(signal && { signal }) })
  const [lower, middle, upper] = [0.1, 0.5, 0.9].map((share) => quantiles[QUANTILES.indexOf(share as 0.1)]!) as [Float32Array, Float32Array, Float32Array]
  const { areaCount } = task.shape
  const outcomeCount = task.outcomes.length
  const national = new Float64Array((task.stepCount + 1) * outcomeCount)
  const own = new Float64Array(national.length * areaCount)
  for (let step = 1; step <= task.stepCount; step++) {
    sizes.forEach((size, outcome) => {
      if (size === undefined) return
      const place = (area: number, year: number) => (year * areaCount + area) * outcomeCount + outcome
      const shared = getDeviation({ ...size, own: { shocks: 0, lasting: 0 } }, 1, step) ** 2
      const lacking = Array.from({ length: areaCount }, (_, area) => {
        const drawn = lower[place(area, step)]! > 0 ? (Math.log(upper[place(area, step)]! / lower[place(area, step)]!) / 2 / Z80) ** 2 : 0
        const measured = getDeviation(size, middle[place(area, 0)]!, step) ** 2
        return { variance: Math.max(0, measured - drawn), part: measured > 0 ? Math.max(0, measured - drawn) / measured : 0 }
      })
      // The country's part lacks as much of its own as the areas in the middle do.
      const ofCountry = shared * findMedian(lacking.map(({ part }) => part))
      national[step * outcomeCount + outcome] = Math.min(LARGEST, Math.sqrt(ofCountry))
      lacking.forEach(({ variance }, area) => (own[place(area, step)] = Math.min(LARGEST, Math.sqrt(Math.max(0, variance - ofCountry)))))
    })
  }
  return { national, own }
}
