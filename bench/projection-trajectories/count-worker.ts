/** A worker thread that runs batches of trajectories. */
import { parentPort, workerData } from 'node:worker_threads'
import { compileKernel } from '#engines/numeric/kernel.ts'
import { TrajectorySimulator } from '#engines/projection/trajectory-simulator.ts'
import type { OutcomeRanges, Tally } from '#engines/projection/tally.ts'
import { readKernel } from '#steps/shared/read-kernel.ts'
import { makeTask } from './made-up-task.ts'

export interface Question {
  readonly measureRanges?: true
  readonly ranges?: OutcomeRanges
  readonly batches?: readonly number[]
}

export type Answer = { readonly ranges: OutcomeRanges } | { readonly tally: Tally } | 'ready'

const [areas, years, draws] = workerData as [number, number, number]
const simulator = new TrajectorySimulator(compileKernel(readKernel('projection')), makeTask(areas, years, draws))

parentPort!.on('message', ({ measureRanges, ranges, batches }: Question) => {
  if (measureRanges) parentPort!.postMessage({ ranges: simulator.measureRanges() } satisfies Answer)
  else if (ranges !== undefined && batches !== undefined) {
    const tally = simulator.count(ranges, batches)
    parentPort!.postMessage({ tally } satisfies Answer)
  } else parentPort!.postMessage('ready' satisfies Answer)
})
