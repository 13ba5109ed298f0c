/** Many trajectories of a projection on several threads, and what they say together. */
import { prepareTask } from '#engines/projection/prepare-task.ts'
import type { TrajectorySummary } from '#engines/projection/tally.ts'
import { checkTrajectoryTask, countBatches, listYears } from '#engines/projection/trajectory-task.ts'
import type { TrajectoryTask } from '#engines/projection/trajectory-task.ts'
import type { CountedTrajectories, TrajectoryOrder } from '#steps/explore/trajectories/count-trajectories-task.ts'
import { readKernel } from '#steps/shared/read-kernel.ts'
import { runSplit } from '#steps/workers/run-split.ts'

const TASK = new URL('./count-trajectories-task.ts', import.meta.url)

export interface TrajectoryRun extends TrajectorySummary {
  /** How many figures each patch of the scenario changed. */
  readonly changedCounts: Float64Array
}

/**
 * The same to the last bit on any number of threads. Throws a RangeError, with position and both numbers, for a task that cannot be projected,
 * before a thread is started; rejects as `runSplit`.
 */
export async function runTrajectories(
  task: TrajectoryTask,
  { threads, signal, onProgress }: { readonly threads?: number; readonly signal?: AbortSignal; readonly onProgress?: (share: number) => void } = {},
): Promise<TrajectoryRun> {
  checkTrajectoryTask(task)
  prepareTask(task).getInputs(0)
  const { getInputs, ...rest } = task
  const sent = { ...rest, inputs: listYears(task).map((year) => getInputs(year)) }
  const common = { module: TASK, signal }
  const order = { ...common, input: { kernel: readKernel('projection'), task: sent }, parts: countBatches(task), onProgress, ...(threads !== undefined && { threads }) }
  const counted = await runSplit<TrajectoryOrder, CountedTrajectories>(order)
  // Adding up and summing up is work too, and not for the thread that answers requests.
  const [summary] = await runSplit<TrajectoryOrder, TrajectorySummary>({ ...common, input: { task: sent, counted }, parts: 1 })
  return { ...summary!, changedCounts: counted[0]!.changedCounts }
}
