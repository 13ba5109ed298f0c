/**
 * Whether other requests wait while the ranks of an index are drawn on all cores: the same requests before and during, over HTTP, on 14,574 made-up buurten.
 * Asker and server share a process, so what one of them waits for counts for both. `node bench/serve-while-drawing.ts [draws]`
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createServer } from '#api/server.ts'
import type { JobAnswer } from '#domain/answers/job-answers.ts'
import { INDEX_FORMAT } from '#domain/index-document.ts'
import type { RankUncertaintyOrder } from '#domain/rank-uncertainty.ts'
import { makeSyntheticStatistics, NEIGHBOURHOODS } from './synthetic-statistics.ts'

const REQUESTS_BEFORE = 600
const INDICATORS = 100
const draws = Number(process.argv[2] ?? 10_000)

const statistics = makeSyntheticStatistics()
const app = await createServer({ getStatistics: () => statistics })
const address = await app.listen({ port: 0, host: '127.0.0.1' })

const paths = [
  (at: number) => `/v1/figures?indicator=column${at % 60}&level=neighbourhood&year=2024`,
  (at: number) => `/v1/search?q=ster${'abcdefghijklm'[at % 13]}`,
  () => '/v1/status',
]

async function ask(at: number): Promise<number> {
  const start = performance.now()
  const answer = await fetch(`${address}${paths[at % paths.length]!(at)}`)
  await answer.arrayBuffer()
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`)
  return performance.now() - start
}

/** One request after another, as long as asked; a pause between, as people have. */
async function measure(name: string, goOn: (asked: number) => boolean | Promise<boolean>): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const times: number[] = []
  while (await goOn(times.length)) {
    times.push(await ask(times.length))
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  delay.disable()
  times.sort((a, b) => a - b)
  const at = (share: number) => `${(times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? NaN).toFixed(1)} ms`.padStart(9)
  console.log(`${name.padEnd(30)} ${String(times.length).padStart(6)} requests: median ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, longest ${at(1)}; p99 of the delay of the event loop ${(delay.percentile(99) / 1e6).toFixed(1)} ms`)
}

const indicators = Array.from({ length: INDICATORS }, (_, at) => ({ indicator: `column${at}`, weight: 1, direction: 'lowerIsBetter' as const }))
const order: RankUncertaintyOrder = {
  draws,
  document: {
    format: INDEX_FORMAT, name: 'bench', level: 'neighbourhood', year: 2024, normalisation: 'minMax', outliers: { kind: 'none' }, minimumShare: 0.5, aggregation: 'arithmeticMean',
    dimensions: [{ id: 'all', name: 'all', weight: 1, indicators }],
  },
}

console.log(`${NEIGHBOURHOODS} neighbourhoods, Node ${process.version}`)
await measure('warming up', (asked) => asked < REQUESTS_BEFORE)
await measure('before', (asked) => asked < REQUESTS_BEFORE)
const start = performance.now()
const started = await fetch(`${address}/v1/rank-uncertainty-runs`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(order) })
if (!started.ok) throw new Error(await started.text())
const { self } = (await started.json()) as JobAnswer
console.log(`taking the order: ${(performance.now() - start).toFixed(0)} ms`)
let job: JobAnswer | undefined
let polledAt = 0
await measure(`during ${draws} draws`, async () => {
  // As the site does: twice a second.
  if (performance.now() - polledAt < 500) return true
  polledAt = performance.now()
  job = (await (await fetch(`${address}${self}`)).json()) as JobAnswer
  return job.status === 'running' || job.status === 'waiting'
})
console.log(`${job?.status}: ${((performance.now() - start) / 1000).toFixed(1)} s in all`)
await measure('fetching the result', async (asked) => {
  if (asked === 0 && job?.result !== undefined) await (await fetch(`${address}${job.result}`)).arrayBuffer()
  return asked < 50
})
await app.close()
