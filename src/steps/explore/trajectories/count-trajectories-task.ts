/** The threads of `runTrajectories`: they run and count batches, and then each takes a share of what the counts of all come to. */
import { compileKernel } from '#engines/numeric/kernel.ts'
import type { ProjectionInputs } from '#engines/projection/projection-inputs.ts'
import type { SharedRanges } from '#engines/projection/shared-ranges.ts'
import { findChances, findQuantiles } from '#engines/projection/tally.ts'
import type { Tally, TrajectorySummary } from '#engines/projection/tally.ts'
import { TrajectorySimulator } from '#engines/projection/trajectory-simulator.ts'
import type { TrajectoryTask } from '#engines/projection/trajectory-task.ts'
import { serveTask } from '#steps/workers/split-worker.ts'

/** A task as it can be sent to a thread: figures of the years in a list, those of the base year first. */
export interface SentTask extends Omit<TrajectoryTask, 'getInputs'> {
  readonly inputs: readonly ProjectionInputs[]
}

export interface TrajectoryOrder {
  readonly kernel: Uint8Array<ArrayBuffer>
  readonly task: SentTask
  /** Of all threads together. */
  readonly ranges: SharedRanges
}

/** The quantiles of a share of the series, in their order; chances and counts are the same in every share. */
export interface TrajectoryShare extends Pick<TrajectorySummary, 'quantiles' | 'chances'> {
  readonly changedCounts: Float64Array
}

const receiveTask = ({ inputs, ...task }: SentTask): TrajectoryTask => ({ ...task, getInputs: (year) => inputs[(year - task.baseYear) / task.shape.stepYears]! })

await serveTask<TrajectoryOrder, Tally, TrajectoryShare>(({ kernel, task: sent, ranges }) => {
  const task = receiveTask(sent)
  const simulator = new TrajectorySimulator(compileKernel(kernel), task)
  const { tally, run } = simulator.startTally(ranges)
  return {
    run,
    finish: () => tally,
    join(tallies, share) {
      const startOf = (own: number) => Math.floor((own * ranges.lows.length) / tallies.length)
      const quantiles = findQuantiles(task.drawCount, ranges, tallies, startOf(share), startOf(share + 1))
      return { quantiles, chances: findChances(task.drawCount, tallies), changedCounts: simulator.changedCounts }
    },
  }
})
