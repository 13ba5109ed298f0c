/** A projection many times over, each time with other errors. */
import { checkOutcomes } from '#engines/projection/outcomes.ts'
import type { Outcome, Threshold } from '#engines/projection/outcomes.ts'
import type { ProjectionTask } from '#engines/projection/prepare-task.ts'
import { checkOutcomeErrors } from '#engines/projection/outcome-errors.ts'
import type { OutcomeErrors } from '#engines/projection/outcome-errors.ts'
import { checkErrors } from '#engines/projection/projection-errors.ts'
import type { ProjectionErrors } from '#engines/projection/projection-errors.ts'
import { checkShape } from '#engines/projection/projection-shape.ts'

export interface TrajectoryTask extends ProjectionTask {
  readonly errors: ProjectionErrors
  /** Of the outcomes, beyond `errors`; none when absent. */
  readonly outcomeErrors?: OutcomeErrors
  /** Areas that are also asked for together (regions, the country), as positions. Their intervals do not follow from those of the areas, as errors are shared. */
  readonly groups?: readonly (readonly number[])[]
  /** Asked of every place and every year, the base year included. Places are the areas, then the groups. */
  readonly outcomes: readonly Outcome[]
  readonly thresholds: readonly Threshold[]
  /** Whole number in [0, 2^53). The same seed gives the same trajectories, however many there are and however they are shared out. */
  readonly seed: number
  /** Trajectories. */
  readonly drawCount: number
}

/** What a worker computes at once. */
export const DRAWS_OF_BATCH = 32

/** A count of draws must fit in 16 bits. */
const MOST_DRAWS = 65_535

export const countBatches = ({ drawCount }: TrajectoryTask): number => Math.ceil(drawCount / DRAWS_OF_BATCH)

/** Areas and groups. */
export const countPlaces = ({ shape, groups = [] }: Pick<TrajectoryTask, 'shape' | 'groups'>): number => shape.areaCount + groups.length

/** Outcomes of all places in all years. */
export const countSeries = (task: TrajectoryTask): number => (task.stepCount + 1) * countPlaces(task) * task.outcomes.length

/** The base year first. */
export const listYears = ({ shape, baseYear, stepCount }: ProjectionTask): number[] => Array.from({ length: stepCount + 1 }, (_, step) => baseYear + step * shape.stepYears)

/** Throws a RangeError for what `prepareTask` does not look at. */
export function checkTrajectoryTask(task: TrajectoryTask): void {
  const { shape, errors, outcomes, thresholds, seed, drawCount } = task
  checkShape(shape)
  if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError(`seed ${seed} is not a whole number from 0 to 2^53 - 1`)
  if (!Number.isSafeInteger(drawCount) || drawCount < 1 || drawCount > MOST_DRAWS) throw new RangeError(`number of trajectories is ${drawCount}: it must be from 1 to ${MOST_DRAWS}`)
  checkErrors(shape, errors)
  checkGroups(task)
  checkOutcomes(shape, outcomes, thresholds, listYears(task))
  if (task.outcomeErrors) checkOutcomeErrors(shape, task.stepCount, outcomes, task.outcomeErrors)
}

function checkGroups({ shape, groups = [] }: TrajectoryTask): void {
  for (const [at, group] of groups.entries()) {
    if (group.length === 0) throw new RangeError(`group ${at} has no areas`)
    const lost = group.find((area) => !Number.isInteger(area) || area < 0 || area >= shape.areaCount)
    if (lost !== undefined) throw new RangeError(`area ${lost} of group ${at} is not one of 0 to ${shape.areaCount - 1}`)
    if (new Set(group).size < group.length) throw new RangeError(`group ${at} has an area twice`)
  }
}
