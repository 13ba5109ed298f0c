/** Trajectories as a use case runs them, but on one thread. */
import { getPlace } from '#engines/projection/batch.ts'
import { createSharedRanges } from '#engines/projection/shared-ranges.ts'
import { findChances, findQuantiles, makeRanges, QUANTILES } from '#engines/projection/tally.ts'
import type { OutcomeRanges, TrajectorySummary } from '#engines/projection/tally.ts'
import { countBatches, listYears } from '#engines/projection/trajectory-task.ts'
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

/** Shared out over so many simulators, each with memory of its own, as workers have. The first batch goes first; the others in any order. */
export function runSummary(task: TrajectoryTask, workerCount = 1): TrajectorySummary {
  const ranges = createSharedRanges(task)
  const runs = Array.from({ length: workerCount }, () => new TrajectorySimulator(projectionKernel, task).startTally(ranges))
  runs.at(-1)!.run(0)
  for (let batch = countBatches(task) - 1; batch > 0; batch--) runs[batch % workerCount]!.run(batch)
  const tallies = runs.map(({ tally }) => tally)
  return { years: listYears(task), quantiles: findQuantiles(task.drawCount, ranges, tallies, 0, ranges.lows.length), chances: findChances(task.drawCount, tallies) }
}

export const measureRanges = (task: TrajectoryTask): OutcomeRanges => makeRanges(new TrajectorySimulator(projectionKernel, task).runBatch(0))

/** The figures of a quantile that there is. */
export const getQuantileOf = ({ quantiles }: TrajectorySummary, share: (typeof QUANTILES)[number]): Float32Array => quantiles[QUANTILES.indexOf(share)]!
