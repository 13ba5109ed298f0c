/** The threads of `runTrajectories`: they run and count batches, and one of them sums up. */
import { compileKernel } from '#engines/numeric/kernel.ts'
import type { ProjectionInputs } from '#engines/projection/projection-inputs.ts'
import { addTally, summariseTally } from '#engines/projection/tally.ts'
import type { OutcomeRanges, Tally, TrajectorySummary } from '#engines/projection/tally.ts'
import { TrajectorySimulator } from '#engines/projection/trajectory-simulator.ts'
import type { TrajectoryTask } from '#engines/projection/trajectory-task.ts'
import { serveTask } from '#steps/workers/split-worker.ts'

/** A task as it can be sent to a thread: figures of the years in a list, those of the base year first. */
export interface SentTask extends Omit<TrajectoryTask, 'getInputs'> {
  readonly inputs: readonly ProjectionInputs[]
}

export interface CountedTrajectories {
  readonly ranges: OutcomeRanges
  readonly tally: Tally
  readonly changedCounts: Float64Array
}

export type TrajectoryOrder =
  | { readonly kernel: Uint8Array<ArrayBuffer>; readonly task: SentTask }
  | { readonly task: SentTask; readonly counted: readonly CountedTrajectories[] }

const receiveTask = ({ inputs, ...task }: SentTask): TrajectoryTask => ({ ...task, getInputs: (year) => inputs[(year - task.baseYear) / task.shape.stepYears]! })

await serveTask<TrajectoryOrder, CountedTrajectories | TrajectorySummary>((order) => {
  const task = receiveTask(order.task)
  return 'counted' in order ? sumUp(task, order.counted) : startCounting(compileKernel(order.kernel), task)
})

function startCounting(kernel: ReturnType<typeof compileKernel>, task: TrajectoryTask) {
  const simulator = new TrajectorySimulator(kernel, task)
  // Every thread measures for itself: a batch of time, and no waiting for one another.
  const ranges = simulator.measureRanges()
  const { tally, run } = simulator.startTally(ranges)
  return { run, finish: (): CountedTrajectories => ({ ranges, tally, changedCounts: simulator.changedCounts }) }
}

function sumUp(task: TrajectoryTask, counted: readonly CountedTrajectories[]) {
  const [{ ranges, tally }, ...others] = counted as [CountedTrajectories, ...CountedTrajectories[]]
  return {
    run: () => others.forEach((other) => addTally(tally, other.tally)),
    finish: (): TrajectorySummary => summariseTally(task, ranges, tally),
  }
}
