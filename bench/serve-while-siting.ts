/**
 * Whether other requests wait while plans are sought: the same requests before and during a siting run, over HTTP, on imported figures.
 * Asker and server share a process, so what one of them waits for counts for both. On a machine with other work the longest stretch of the answering thread,
 * in its own processor time, says more than the clock. `TOPDORP_HOME=… node bench/serve-while-siting.ts [areas]`
 */
import { createServer } from '#api/server.ts'
import type { JobAnswer } from '#domain/answers/job-answers.ts'
import type { SitingRunAnswer } from '#domain/answers/siting-answers.ts'
import type { SitingOrder } from '#domain/siting-document.ts'
import { openStatistics } from '#statistics/open-statistics.ts'
import { getForecast } from '#steps/explore/forecast.ts'

const REQUESTS_BEFORE = 600
const codes = (process.argv[2] ?? 'PV22').split(',')
const statistics = await openStatistics(process.env['TOPDORP_HOME'] ?? '.topdorp')
if (statistics === undefined) throw new Error('set TOPDORP_HOME to a folder with figures')
const app = await createServer({ getStatistics: () => statistics, requestsPerMinute: 0 })
const address = await app.listen({ port: 0, host: '127.0.0.1' })
// Made once after a start, whatever is asked first.
await getForecast(statistics)

const paths = [() => '/v1/figures?indicator=population&level=neighbourhood&year=2024', (at: number) => `/v1/search?q=ster${'abcdefghijklm'[at % 13]}`, () => '/v1/status']

async function ask(at: number): Promise<number> {
  const start = performance.now()
  const answer = await fetch(`${address}${paths[at % paths.length]!(at)}`)
  await answer.arrayBuffer()
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`)
  return performance.now() - start
}

/** Processor time of this thread between two turns of its event loop, in milliseconds: what a request may have to wait for. */
function watchStretches(): () => readonly number[] {
  const stretches: number[] = []
  let before = process.threadCpuUsage()
  const timer = setInterval(() => {
    const now = process.threadCpuUsage()
    stretches.push((now.user + now.system - before.user - before.system) / 1000)
    before = now
  }, 1)
  return () => {
    clearInterval(timer)
    return stretches.sort((a, b) => a - b)
  }
}

async function measure(name: string, goOn: (asked: number) => boolean | Promise<boolean>): Promise<void> {
  const times: number[] = []
  const stop = watchStretches()
  while (await goOn(times.length)) {
    times.push(await ask(times.length))
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  times.sort((a, b) => a - b)
  const stretches = stop()
  const at = (share: number) => `${(times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? NaN).toFixed(1)} ms`.padStart(9)
  console.log(`${name.padEnd(34)} ${String(times.length).padStart(6)} requests: median ${at(0.5)}, p95 ${at(0.95)}, p99 ${at(0.99)}, longest ${at(1)}; stretches of processor time: p99 ${(stretches[Math.floor(0.99 * stretches.length)] ?? NaN).toFixed(1)} ms, longest ${(stretches.at(-1) ?? NaN).toFixed(1)} ms`)
}

async function run(name: string, changes: Partial<SitingOrder>): Promise<void> {
  const order: SitingOrder = { format: 'topdorp-siting/1', name, facilityType: 'primarySchool', area: { codes }, year: 2040, ...changes }
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  const started = await fetch(`${address}/v1/siting-runs`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(order) })
  if (!started.ok) throw new Error(await started.text())
  let job = (await started.json()) as JobAnswer
  let polledAt = 0
  await measure(name, async () => {
    // As the site does.
    if (performance.now() - polledAt < 700) return true
    polledAt = performance.now()
    job = (await (await fetch(`${address}/v1/jobs/${job.id}`)).json()) as JobAnswer
    return job.status === 'running' || job.status === 'waiting'
  })
  const { user, system } = process.cpuUsage(cpu)
  const answer = job.result === undefined ? undefined : ((await (await fetch(`${address}${job.result}`)).json()) as SitingRunAnswer)
  const [plan] = answer?.plans ?? []
  console.log(`  ${job.status} in ${((performance.now() - start) / 1000).toFixed(1)} s, ${((user + system) / 1e6).toFixed(1)} s of processor; ${answer?.places.length} buurten, ${answer?.sites.length} sites, ${plan?.openSites} open, gap ${plan?.gapPercent.toFixed(2)} percent, ${answer?.plans.length} plans, faults ${plan?.checkFaults.length}`)
}

console.log(`${codes.join(', ')}, Node ${process.version}`)
await measure('warming up', (asked) => asked < REQUESTS_BEFORE)
await measure('before', (asked) => asked < REQUESTS_BEFORE)
const growth = { name: 'growth', patches: [{ figure: 'fertilityRates' as const, years: { from: 2024, to: 2060 }, change: { multiplyBy: 1.1 } }] }
const count = codes[0]!.startsWith('PV') ? 100 : 8
await run('during: fewest minutes', { openCount: count })
await run('during: under a scenario', { openCount: count, scenario: growth })
await run('during: at least 60 children', { minimumSize: 60 })
await app.close()
