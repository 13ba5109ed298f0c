/** What a thread does: takes the next part as long as there is one. A module that is given to `runSplit` calls this. */
import { once } from 'node:events'
import os from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { BEGUN, DONE, type Assignment, type JoinOrder, type Report, type StartTask } from '#steps/workers/split-task.ts'

/** Other work goes first: the thread that answers requests must not wait. Only Linux has priorities by thread. */
const LOW_PRIORITY = 5

/** Does nothing where it is not a thread of `runSplit` that loads the module. */
export async function serveTask<Input, Output, Joined = never>(startTask: StartTask<Input, Output, Joined>): Promise<void> {
  if (parentPort === null || workerData === null || !('counters' in workerData)) return
  const { input, parts, counters } = workerData as Assignment<Input>
  const port = parentPort
  const report = (words: Report): void => port.postMessage(words)
  try {
    if (process.platform === 'linux') os.setPriority(0, LOW_PRIORITY)
    const task = await startTask(input)
    for (let part = Atomics.add(counters, BEGUN, 1); part < parts; part = Atomics.add(counters, BEGUN, 1)) {
      task.run(part)
      Atomics.add(counters, DONE, 1)
    }
    report({ output: task.finish() })
    if (!task.join) return
    const [{ outputs, share }] = (await once(port, 'message')) as [JoinOrder]
    report({ output: task.join(outputs as readonly Output[], share) })
  } catch (failure) {
    report({ failure })
  }
}
