/** Trajectories as a use case runs them, but on one thread. */
import { getPlace } from '#engines/projection/batch.ts'
import { addTally, QUANTILES, summariseTally } from '#engines/projection/tally.ts'
import type { TrajectorySummary } from '#engines/projection/tally.ts'
import { countBatches } from '#engines/projection/trajectory-task.ts'
import type { TrajectoryTask } from '#engines/projection/trajectory-task.ts'
import { TrajectorySimulator } from '#engines/projection/trajectory-simulator.ts'
import { projectionKernel } from './projection-kernel.ts'

/** All draws: for each the outcomes of places by year, years outermost, outcomes innermost. */
export function runDraws(task: TrajectoryTask): Float64Array[] {
  const simulator = new TrajectorySimulator(projectionKernel, task)
  const draws: Float64Array[] = []
  for (let batch = 0; batch < countBatches(task); batch++) {
    const { results, drawCount, seriesCount } = simulator.runBatch(batch)
    for (let draw = 0; draw < drawCount; draw++) draws.push(Float64Array.from({ length: seriesCount }, (_, series) => results[getPlace(seriesCount, series, draw)]!))
  }
  return draws
}

/** Shared out over so many simulators, each with memory of its own, as workers have. */
export function runSummary(task: TrajectoryTask, workerCount = 1): TrajectorySummary {
  const workers = Array.from({ length: workerCount }, () => new TrajectorySimulator(projectionKernel, task))
  const ranges = workers.at(-1)!.measureRanges()
  const batches = Array.from({ length: countBatches(task) }, (_, batch) => batch)
  const [first, ...others] = workers.map((worker, at) => worker.count(ranges, batches.filter((batch) => batch % workerCount === at).reverse()))
  for (const other of others) addTally(first!, other)
  return summariseTally(task, ranges, first!)
}

/** The figures of a quantile that there is. */
export const getQuantileOf = ({ quantiles }: TrajectorySummary, share: (typeof QUANTILES)[number]): Float32Array => quantiles[QUANTILES.indexOf(share)]!
