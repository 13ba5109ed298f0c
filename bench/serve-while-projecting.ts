/**
 * How long the first questions about projections take after a start, and for how long at a time they keep the answering thread from others: processor time of that thread between
 * two turns of its loop, so that what else the machine does counts little. Asker and server share a process.
 * `TOPDORP_HOME=<folder> node bench/serve-while-projecting.ts [made]`: with `made` the projection is made in the server, as where nothing was kept.
 */
import { createServer } from '#api/server.ts'
import { openStatistics } from '#statistics/open-statistics.ts'
import { KEPT_FORECAST } from '#steps/explore/forecast.ts'

const home = process.env['TOPDORP_HOME']
const opened = home === undefined ? undefined : await openStatistics(home)
if (opened === undefined) throw new Error('set TOPDORP_HOME to a folder with imported figures')
const isMade = process.argv.includes('made')
if (!isMade && !(await KEPT_FORECAST.has(opened))) await KEPT_FORECAST.keep(opened)
const { derived, ...others } = opened
const statistics = isMade ? others : { ...others, ...(derived && { derived }) }
const app = await createServer({ getStatistics: () => statistics, requestsPerMinute: 0 })
const address = await app.listen({ port: 0, host: '127.0.0.1' })

const SCENARIO = { name: 'x', patches: [{ figure: 'internalOutRates', areas: ['GM1680'], ages: { from: 18, to: 24 }, years: { from: 2024, to: 2060 }, change: { multiplyBy: 0.9 } }] }

/** Longest stretch of the thread without a turn, in milliseconds of processor time, until `work` is done. */
async function measure(name: string, work: () => Promise<unknown>): Promise<void> {
  const started = performance.now()
  let [done, longest, before] = [false, 0, process.threadCpuUsage()]
  const begin = before
  const finished = work().finally(() => (done = true))
  while (!done) {
    await new Promise((resolve) => setImmediate(resolve))
    const now = process.threadCpuUsage()
    longest = Math.max(longest, now.user + now.system - before.user - before.system)
    before = now
  }
  await finished
  const all = before.user + before.system - begin.user - begin.system
  console.log(`${name.padEnd(44)} ${(performance.now() - started).toFixed(0).padStart(6)} ms by the clock, ${(all / 1000).toFixed(0).padStart(5)} ms of the thread, longest stretch ${(longest / 1000).toFixed(0).padStart(4)} ms`)
}

const fetchAll = (path: string, body?: unknown) => async () => {
  const answer = await fetch(`${address}${path}`, body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  await answer.arrayBuffer()
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
}

await measure('nothing else', () => new Promise((resolve) => setTimeout(resolve, 6000)))
await measure('first municipality', fetchAll('/v1/projections/GM1680'))
await measure('another municipality', fetchAll('/v1/projections/GM0059'))
await measure('first buurt', fetchAll('/v1/projections/BU16800000'))
await measure('another buurt', fetchAll('/v1/projections/BU16800100'))
await measure('the country', fetchAll('/v1/projections/NL00'))
await measure('back-test', fetchAll('/v1/back-test'))
await measure('map of change', fetchAll('/v1/projected-changes/households?to=2040'))
await measure('regions', fetchAll('/v1/region-outlooks'))
await measure('scenario', fetchAll('/v1/projection-runs/GM1680', SCENARIO))
await app.close()
