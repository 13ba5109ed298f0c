/** How long the server takes for a column of 14,574 neighbourhoods, a search and a map tile, over HTTP on this machine. */
import { createServer } from '#api/server.ts'
import { findTile } from './tile-at.ts'
import { makeSyntheticStatistics, NEIGHBOURHOODS } from './synthetic-statistics.ts'

const statistics = makeSyntheticStatistics()
const app = await createServer({ getStatistics: () => statistics })
const address = await app.listen({ port: 0, host: '127.0.0.1' })

interface Timing {
  readonly milliseconds: number
  readonly bytes: number
}

async function ask(path: string, encoding: string): Promise<Timing> {
  const start = performance.now()
  const answer = await fetch(`${address}${path}`, { headers: { 'accept-encoding': encoding } })
  const body = await answer.arrayBuffer()
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
  return { milliseconds: performance.now() - start, bytes: Number(answer.headers.get('content-length') ?? body.byteLength) }
}

async function measure(name: string, paths: readonly string[], encoding = 'br'): Promise<void> {
  const timings: Timing[] = []
  for (const path of paths) timings.push(await ask(path, encoding))
  const times = timings.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b)
  const at = (share: number) => (times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? NaN).toFixed(2)
  const kilobytes = (timings.reduce((sum, { bytes }) => sum + bytes, 0) / timings.length / 1000).toFixed(0)
  const rss = (process.memoryUsage.rss() / 1e6).toFixed(0)
  console.log(`${name.padEnd(44)} median ${at(0.5).padStart(7)} ms   p95 ${at(0.95).padStart(7)} ms   ${kilobytes.padStart(5)} kB   RSS ${rss} MB`)
}

const column = (at: number) => `/v1/figures?indicator=column${at}&level=neighbourhood&year=2024`
const many = (count: number, make: (at: number) => string) => Array.from({ length: count }, (_, at) => make(at))

console.log(`${NEIGHBOURHOODS} neighbourhoods, Node ${process.version}`)
await measure('warming up', many(60, (at) => column(at)), 'identity')
await measure('column, first time, uncompressed', many(60, (at) => column(at + 60)), 'identity')
await measure('column, first time brotli', many(60, (at) => column(at + 60)), 'br')
await measure('column, again, brotli', many(300, (at) => column((at % 60) + 60)), 'br')
await measure('column, again, uncompressed', many(300, (at) => column((at % 60) + 60)), 'identity')
await measure('areas of the level, first time', ['/v1/areas?level=neighbourhood&year=2024'])
await measure('areas of the level, again', many(100, () => '/v1/areas?level=neighbourhood&year=2024'))
await measure('search, first time (index is made)', ['/v1/search?q=oostern'])
await measure('search, by prefix', many(100, (at) => `/v1/search?q=ster${'abcdefghijklm'[at % 13]}`))
await measure('search, with a typing error', many(100, (at) => `/v1/search?q=krimpsqwou${'abcdefghijklm'[at % 13]}`))
await measure('tiles, zoom 7, first time', many(9, (at) => findTile(7, 4.2 + (at % 3) * 1.2, 51.3 + Math.floor(at / 3) * 0.8)))
await measure('tiles, zoom 10, first time', many(36, (at) => findTile(10, 4.2 + (at % 6) * 0.4, 51.3 + Math.floor(at / 6) * 0.3)))
await measure('tiles, zoom 10, again', many(36, (at) => findTile(10, 4.2 + (at % 6) * 0.4, 51.3 + Math.floor(at / 6) * 0.3)))
await measure('xlsx of a column', ['/v1/figures?indicator=column5&level=neighbourhood&year=2024&format=xlsx'])
await measure('csv of a column', ['/v1/figures?indicator=column5&level=neighbourhood&year=2024&format=csv'])
await app.close()
