/** The program of the background thread. Started by `background.ts`. */
import os from 'node:os'
import { parentPort } from 'node:worker_threads'
import { createWorker, type Task } from '#steps/background/tasks.ts'

export type Report = { readonly id: number; readonly bytes: Uint8Array<ArrayBuffer> } | { readonly id: number; readonly failure: unknown }

/** Whoever answers requests goes first. Only Linux has priorities by thread. */
const LOW_PRIORITY = 5
if (process.platform === 'linux') os.setPriority(0, LOW_PRIORITY)

const carryOut = createWorker()

parentPort?.on('message', async ({ id, task }: { readonly id: number; readonly task: Task }) => {
  try {
    // Bytes of its own, so that they can be handed over and not copied.
    const bytes = new Uint8Array(await carryOut(task))
    parentPort?.postMessage({ id, bytes } satisfies Report, [bytes.buffer])
  } catch (failure) {
    parentPort?.postMessage({ id, failure } satisfies Report)
  }
})
