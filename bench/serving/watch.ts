/** Loaded into a server before its own program: tells whoever started it how long its answering thread worked at a stretch, and what it holds. */
import { readFileSync } from 'node:fs'
import { getHeapStatistics } from 'node:v8'
import { isMainThread } from 'node:worker_threads'

/** Of one process; megabytes. */
export interface Memory {
  readonly resident: number
  /** The highest since the start. Linux only, as are threads. */
  readonly highest: number
  readonly threads: number
  /** Objects of the answering thread, garbage included, and how much that thread may hold. */
  readonly heap: number
  readonly heapTotal: number
  readonly heapBound: number
  /** Numbers in arrays, of all threads as far as this one knows them. */
  readonly arrays: number
  /** Processor time in seconds, of all threads since the start. */
  readonly processor: number
}

export interface Watched {
  /** Processor time of the answering thread between two turns of its event loop since the last question, in milliseconds, the longest last. What a request may have to wait for. */
  readonly stretches: readonly number[]
  readonly memory: Memory
}

const readStatus = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? Number.NaN)

function measureMemory(): Memory {
  const megabytes = (bytes: number): number => bytes / 1024 / 1024
  const { rss, heapUsed, heapTotal, arrayBuffers } = process.memoryUsage()
  const { user, system } = process.cpuUsage()
  return {
    resident: megabytes(rss), highest: readStatus('VmHWM') / 1024, threads: readStatus('Threads'), heap: megabytes(heapUsed), heapTotal: megabytes(heapTotal),
    heapBound: megabytes(getHeapStatistics().heap_size_limit), arrays: megabytes(arrayBuffers), processor: (user + system) / 1e6,
  }
}

function watch(): void {
  let stretches: number[] = []
  let before = process.threadCpuUsage()
  setInterval(() => {
    const now = process.threadCpuUsage()
    stretches.push((now.user + now.system - before.user - before.system) / 1000)
    before = now
  }, 1).unref()
  process.on('message', (question) => {
    if (question === 'collect') globalThis.gc?.()
    const watched: Watched = { stretches: stretches.sort((a, b) => a - b), memory: measureMemory() }
    stretches = []
    process.send?.(watched)
  })
  // The channel must not keep the server from ending.
  process.channel?.unref()
}

if (isMainThread && process.send) watch()
