/**
 * Whether other requests wait while travel times are worked out for the first time: the same requests before and during, over HTTP, on figures that were imported.
 * Asker and server share a process. `TOPDORP_HOME=<folder> node bench/serve-while-travelling.ts`
 */
import { createServer } from '#api/server.ts'
import { openStatistics } from '#statistics/open-statistics.ts'

const home = process.env['TOPDORP_HOME']
const statistics = home === undefined ? undefined : await openStatistics(home)
if (statistics === undefined) throw new Error('set TOPDORP_HOME to a folder with imported figures')
const app = await createServer({ getStatistics: () => statistics })
const address = await app.listen({ port: 0, host: '127.0.0.1' })

const OTHERS = ['/v1/status', '/v1/search?q=krimp', `/v1/figures?indicator=population&level=municipality&year=${statistics.referenceYear}`]
const REACH = 'facilityType=primarySchool&level=municipality'

async function fetchAll(path: string): Promise<number> {
  const started = performance.now()
  const answer = await fetch(`${address}${path}`)
  await answer.arrayBuffer()
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return performance.now() - started
}

/** Others ask one thing after another until the work is done. */
async function measure(name: string, work: Promise<unknown>): Promise<void> {
  let done = false
  const started = performance.now()
  const finished = work.then(() => (done = true))
  const times: number[] = []
  while (!done) {
    times.push(await fetchAll(OTHERS[times.length % OTHERS.length]!))
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  await finished
  times.sort((a, b) => a - b)
  const at = (share: number) => `${times[Math.min(times.length - 1, Math.floor(share * times.length))]!.toFixed(0)} ms`.padStart(7)
  console.log(`${name.padEnd(40)} ${((performance.now() - started) / 1000).toFixed(1).padStart(5)} s, ${String(times.length).padStart(5)} others: median ${at(0.5)}, p99 ${at(0.99)}, longest ${at(1)}`)
}

await measure('nothing else (warming up)', new Promise((resolve) => setTimeout(resolve, 3000)))
await measure('nothing else', new Promise((resolve) => setTimeout(resolve, 3000)))
for (const mode of ['car', 'bicycle', 'foot']) await measure(`nearest school, ${mode}`, fetchAll(`/v1/reach?${REACH}&mode=${mode}`))
await measure('what lies within 15 minutes, car', fetchAll(`/v1/reach-supplies?${REACH}&mode=car`))
await measure('regions of daily life', fetchAll('/v1/daily-regions'))
await fetchAll(`/v1/reach?${REACH}&year=${statistics.referenceYear + 1}&within=GM1680`)
await measure('people of all buurten in 2040', fetchAll(`/v1/reach?${REACH}&year=2040`))
await app.close()
