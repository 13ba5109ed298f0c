/** The program of a thread: takes the next part as long as there is one. Started by `run-split.ts`. */
import os from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { BEGUN, DONE, type Assignment, type Report, type StartTask } from '#steps/workers/split-task.ts'

/** Other work goes first: the thread that answers requests must not wait. Only Linux has priorities by thread. */
const LOW_PRIORITY = 10

const { module, input, parts, counters } = workerData as Assignment
const report = (words: Report): void => parentPort!.postMessage(words)

try {
  if (process.platform === 'linux') os.setPriority(0, LOW_PRIORITY)
  const { startTask } = (await import(module)) as { startTask: StartTask<unknown, unknown> }
  const task = await startTask(input)
  for (let part = Atomics.add(counters, BEGUN, 1); part < parts; part = Atomics.add(counters, BEGUN, 1)) {
    task.run(part)
    Atomics.add(counters, DONE, 1)
  }
  report({ output: task.finish() })
} catch (failure) {
  report({ failure })
}
