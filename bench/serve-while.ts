/**
 * Whether others wait while something heavy is worked out: small requests, one after another, during each question, of a server of its own that was asked nothing else yet.
 * With `visit` the question comes when the first visitor has just been there, and everything that is prepared then goes on beside it.
 * "Stretch" is processor time of the thread that answers between two turns of its loop: other programs on the machine do not change it.
 * `TOPDORP_HOME=<folder with imported figures> node bench/serve-while.ts [first|visit|long] [part of a name]`
 */
import { setTimeout as wait } from 'node:timers/promises'
import { askBeside, type Beside } from './serving/others.ts'
import { FIRST_QUESTIONS, LONG_RUNS } from './serving/questions.ts'
import { startServer } from './serving/server.ts'

const [which = 'first', part = ''] = process.argv.slice(2)
/** Tiles of the country and the index are prepared after a start; that is not what is measured. */
const SETTLING_MS = 9000
/** Preparing begins three seconds after a first visit; by the end of the next ten it is done. */
const [QUIET_MS, PREPARING_MS] = [3100, 10_000]

function print(name: string, { seconds, waits, watched: { stretches, memory }, told }: Beside): void {
  const at = (share: number) => `${(waits[Math.min(waits.length - 1, Math.floor(share * waits.length))] ?? Number.NaN).toFixed(0)} ms`.padStart(8)
  const longest = stretches.slice(-3).reverse().map((own) => own.toFixed(0)).join(', ')
  console.log(`${name.padEnd(34)} ${seconds.toFixed(1).padStart(6)} s ${String(waits.length).padStart(5)} others: median ${at(0.5)}, p99 ${at(0.99)}, longest ${at(1)}; longest stretches ${longest.padEnd(14)} ms; ${memory.resident.toFixed(0)} MB${told ? `; ${told}` : ''}`)
}

console.log(`Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`)
for (const { name, put } of (which === 'long' ? LONG_RUNS : FIRST_QUESTIONS).filter((question) => question.name.includes(part))) {
  const server = await startServer()
  if (which === 'visit') {
    await wait(QUIET_MS)
    print(`after a visit: ${name}`, await askBeside(server, async () => (await Promise.all([put(server), wait(PREPARING_MS)]))[0]))
    await server.stop()
    continue
  }
  await wait(SETTLING_MS)
  const idle = await askBeside(server, () => wait(2000))
  if (idle.watched.stretches.at(-1)! > 50) print('  (nothing else)', idle)
  print(name, await askBeside(server, () => put(server)))
  await server.stop()
}
