/** Other readers, who ask small things one after another while something heavy is worked out. */
import { setTimeout as wait } from 'node:timers/promises'
import type { WatchedServer } from './server.ts'
import type { Watched } from './watch.ts'

const paths = [
  () => '/v1/figures?indicator=population&level=neighbourhood&year=2024',
  (at: number) => `/v1/search?q=ster${'abcdefghijklm'[at % 13]}`,
  () => '/v1/status',
]

export interface Beside {
  readonly seconds: number
  /** How long each of the others waited, in milliseconds, the longest last. */
  readonly waits: readonly number[]
  readonly watched: Watched
  readonly told: string | void
}

/** The work, with others beside it until it is done. */
export async function askBeside(server: WatchedServer, work: () => Promise<string | void>): Promise<Beside> {
  await server.watch()
  const waits: number[] = []
  const started = performance.now()
  let isDone = false
  const working = work().finally(() => (isDone = true))
  working.catch(() => undefined)
  while (!isDone) {
    const asked = performance.now()
    await server.ask(paths[waits.length % paths.length]!(waits.length))
    waits.push(performance.now() - asked)
    await wait(2)
  }
  const told = await working
  return { seconds: (performance.now() - started) / 1000, waits: waits.sort((a, b) => a - b), watched: await server.watch(), told }
}
