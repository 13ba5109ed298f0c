/**
 * What a server holds after each thing that the pages ask, in the order of the menu, and at the end without garbage. Linux only.
 * `TOPDORP_HOME=<folder with imported figures> node bench/serve-memory.ts [megabytes that the heap is bound to]`
 */
import { setTimeout as wait } from 'node:timers/promises'
import { WALK } from './serving/questions.ts'
import { startServer } from './serving/server.ts'
import type { Memory } from './serving/watch.ts'

const bound = process.argv[2]
const server = await startServer(['--expose-gc', ...(bound === undefined ? [] : [`--max-old-space-size=${bound}`])])

function print(name: string, { resident, highest, threads, heap, heapTotal, arrays, processor }: Memory): void {
  const show = (megabytes: number) => megabytes.toFixed(0).padStart(5)
  console.log(`${name.padEnd(36)} resident ${show(resident)} MB, highest ${show(highest)}; heap ${show(heap)} of ${show(heapTotal)}, arrays ${show(arrays)}; ${String(threads).padStart(2)} threads; ${processor.toFixed(1)} s of processor`)
}

const started = await server.watch()
console.log(`Node ${process.version}, ${new Date().toISOString().slice(0, 10)}, heap at most ${started.memory.heapBound.toFixed(0)} MB`)
await wait(9000)
print('started', (await server.watch()).memory)
for (const { name, put } of WALK) {
  await put(server)
  print(name, (await server.watch()).memory)
}
// The background thread ends after 20 seconds without work.
await wait(25_000)
print('at rest', (await server.watch()).memory)
print('at rest, garbage collected', (await server.watch('collect')).memory)
await server.stop()
