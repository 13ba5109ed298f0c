/** Runs a computation on several threads. It ends in one of three ways, and always ends: with the outputs, with the fault of a thread, or cancelled. */
import os from 'node:os'
import { Worker } from 'node:worker_threads'
import { DONE, type Assignment, type JoinOrder, type Report } from '#steps/workers/split-task.ts'

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
export function runSplit<Input, Output>(run: SplitRun<Input>): Promise<Output[]> {
  return runThreads(run, (threads) => Promise.all(threads.map(({ nextOutput }) => nextOutput<Output>())))
}

/** What the threads make of the outputs of all of them, by `join`: a share each. No thread is started anew for it. Rejects as `runSplit`. */
export function runJoined<Input, Joined>(run: SplitRun<Input>): Promise<Joined[]> {
  return runThreads(run, async (threads) => {
    const outputs = await Promise.all(threads.map(({ nextOutput }) => nextOutput()))
    return Promise.all(threads.map(({ worker, nextOutput }, share) => {
      const order: JoinOrder = { outputs, share }
      worker.postMessage(order)
      return nextOutput<Joined>()
    }))
  })
}

interface Thread {
  readonly worker: Worker
  nextOutput<Output>(): Promise<Output>
}

async function runThreads<Input, Result>({ module, input, parts, threads = os.availableParallelism(), signal, onProgress }: SplitRun<Input>, follow: (threads: readonly Thread[]) => Promise<Result>): Promise<Result> {
  signal?.throwIfAborted()
  const counters = new Int32Array(new SharedArrayBuffer(8))
  const assignment: Assignment = { input, parts, counters }
  const started = Array.from({ length: Math.max(1, Math.min(threads, parts)) }, () => startThread(module, assignment))
  const timer = onProgress && setInterval(() => onProgress(parts === 0 ? 1 : Atomics.load(counters, DONE) / parts), PROGRESS_MILLISECONDS)
  const cancelled = Promise.withResolvers<never>()
  const cancel = () => cancelled.reject(signal!.reason)
  signal?.addEventListener('abort', cancel, { once: true })
  try {
    return await Promise.race([follow(started), cancelled.promise])
  } finally {
    clearInterval(timer)
    signal?.removeEventListener('abort', cancel)
    await Promise.all(started.map(({ worker }) => worker.terminate()))
  }
}

function startThread(module: URL, assignment: Assignment): Thread {
  const worker = new Worker(module, { workerData: assignment, resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES } })
  const ended = Promise.withResolvers<never>()
  // A thread that ends after its last answer is no fault.
  ended.promise.catch(() => undefined)
  worker.once('messageerror', ended.reject)
  worker.once('error', (error: NodeJS.ErrnoException) => ended.reject(new WorkerCrash(`a thread stopped: ${error.message}`, { cause: error })))
  worker.once('exit', (code) => ended.reject(new WorkerCrash(`a thread ended with code ${code} before its work was done`)))
  return {
    worker,
    nextOutput: <Output>() => Promise.race([ended.promise, new Promise<Output>((resolve, reject) => {
      worker.once('message', (report: Report) => ('output' in report ? resolve(report.output as Output) : reject(report.failure)))
    })]),
  }
}
