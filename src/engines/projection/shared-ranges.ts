/** The classes of all outcomes, which the thread with the first batch finds for all: the same however batches are shared out. */
import { createStates, publish, waitFor } from '#engines/numeric/shared-work.ts'
import { makeRanges } from '#engines/projection/tally.ts'
import type { OutcomeRanges } from '#engines/projection/tally.ts'
import type { Batch } from '#engines/projection/batch.ts'
import { countSeries } from '#engines/projection/trajectory-task.ts'
import type { TrajectoryTask } from '#engines/projection/trajectory-task.ts'

export interface SharedRanges extends OutcomeRanges {
  readonly states: Int32Array
}

/** In memory that threads share. */
export function createSharedRanges(task: TrajectoryTask): SharedRanges {
  const make = () => new Float32Array(new SharedArrayBuffer(4 * countSeries(task)))
  return { states: createStates(1), lows: make(), classesPerUnit: make() }
}

/** Finds the ranges from batch 0, or waits until somebody did; batch 0 must be among those that are begun first. */
export function settleRanges(shared: SharedRanges, position: number, batch: Batch): void {
  if (position === 0) {
    const { lows, classesPerUnit } = makeRanges(batch)
    shared.lows.set(lows)
    shared.classesPerUnit.set(classesPerUnit)
    publish(shared.states, 0)
  } else waitFor(shared.states, 0)
}
