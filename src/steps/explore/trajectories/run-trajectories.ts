/** Many trajectories of a projection on several threads, and what they say together. */
import { prepareTask } from '#engines/projection/prepare-task.ts'
import { createSharedRanges } from '#engines/projection/shared-ranges.ts'
import { QUANTILES } from '#engines/projection/tally.ts'
import type { TrajectorySummary } from '#engines/projection/tally.ts'
import { checkTrajectoryTask, countBatches, listYears } from '#engines/projection/trajectory-task.ts'
import type { TrajectoryTask } from '#engines/projection/trajectory-task.ts'
import type { TrajectoryOrder, TrajectoryShare } from '#steps/explore/trajectories/count-trajectories-task.ts'
import { readKernel } from '#steps/shared/read-kernel.ts'
import { runJoined } from '#steps/workers/run-split.ts'

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
  const input: TrajectoryOrder = { kernel: readKernel('projection'), task: sent, ranges: createSharedRanges(task) }
  const shares = await runJoined<TrajectoryOrder, TrajectoryShare>({ module: TASK, input, parts: countBatches(task), signal, onProgress, ...(threads !== undefined && { threads }) })
  return { years: listYears(task), quantiles: QUANTILES.map((_, at) => joinFloats(shares.map(({ quantiles }) => quantiles[at]!))), chances: shares[0]!.chances, changedCounts: shares[0]!.changedCounts }
}

function joinFloats(pieces: readonly Float32Array[]): Float32Array {
  const joined = new Float32Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    joined.set(piece, at)
    at += piece.length
  }
  return joined
}
