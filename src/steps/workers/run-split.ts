/** Runs a computation on several threads. It ends in one of three ways, and always ends: with the outputs, with the fault of a thread, or cancelled. */
import os from 'node:os'
import { Worker } from 'node:worker_threads'
import { DONE, type Assignment, type Report } from '#steps/workers/split-task.ts'

export interface SplitRun<Input> {
  /** A module that calls `serveTask`. */
  readonly module: URL
  readonly input: Input
  /** How many parts there are to do. */
  readonly parts: number
  /** One a core when left out; never more than there are parts. */
  readonly threads?: number
  readonly signal?: AbortSignal | undefined
  /** Share of the parts that is done, in [0, 1]. */
  readonly onProgress?: ((share: number) => void) | undefined
}

/** A thread that ended without an answer. */
export class WorkerCrash extends Error {
  override name = 'WorkerCrash'
}

const PROGRESS_MILLISECONDS = 100
/** Objects only: numbers in arrays do not count. A thread that needs more has a fault, and must not take the others along. */
const HEAP_MEGABYTES = 256

/**
 * The outputs of all threads. Rejects with the reason of the signal when cancelled, with what a task threw, or with `WorkerCrash`;
 * by then all threads have ended.
 */
export async function runSplit<Input, Output>({ module, input, parts, threads = os.availableParallelism(), signal, onProgress }: SplitRun<Input>): Promise<Output[]> {
  signal?.throwIfAborted()
  const counters = new Int32Array(new SharedArrayBuffer(8))
  const assignment: Assignment = { input, parts, counters }
  const workers = Array.from({ length: Math.max(1, Math.min(threads, parts)) }, () => new Worker(module, { workerData: assignment, resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES } }))
  const timer = onProgress && setInterval(() => onProgress(parts === 0 ? 1 : Atomics.load(counters, DONE) / parts), PROGRESS_MILLISECONDS)
  const cancelled = Promise.withResolvers<never>()
  const cancel = () => cancelled.reject(signal!.reason)
  signal?.addEventListener('abort', cancel, { once: true })
  try {
    return await Promise.race([Promise.all(workers.map((worker) => waitFor<Output>(worker))), cancelled.promise])
  } finally {
    clearInterval(timer)
    signal?.removeEventListener('abort', cancel)
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}

function waitFor<Output>(worker: Worker): Promise<Output> {
  return new Promise((resolve, reject) => {
    worker.once('message', (report: Report) => {
      if ('output' in report) resolve(report.output as Output)
      else reject(report.failure)
    })
    worker.once('messageerror', reject)
    worker.once('error', (error: NodeJS.ErrnoException) => reject(new WorkerCrash(`a thread stopped: ${error.message}`, { cause: error })))
    worker.once('exit', (code) => reject(new WorkerCrash(`a thread ended with code ${code} before its work was done`)))
  })
}
