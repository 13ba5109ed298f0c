/**
 * What a later start and serving cost: `npm run bench:start -- [data package]`. Imports once, starts the server as `npm start` does,
 * and prints the seconds to the first page, the times of a mixed load on real figures, and the memory it leaves.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { findTile } from './tile-at.ts'
import { findFreePort } from './serving/free-port.ts'

const STARTS = 5
const location = process.argv[2] ?? process.env['TOPDORP_DATAPACKAGE'] ?? '../shared/data/datapackage.json'
const root = join(import.meta.dirname, '..')
const home = mkdtempSync(join(tmpdir(), 'topdorp-bench-'))
const port = await findFreePort()
const address = `http://127.0.0.1:${port}`
const environment = { ...process.env, TOPDORP_HOME: home, TOPDORP_DATAPACKAGE: location, PORT: String(port) }

interface Server {
  /** Process of `npm start`, whose only child is the server. */
  readonly pid: number
  readonly seconds: number
  stop(): Promise<void>
}

/** Starts the server and gives it back with the seconds until the first page was there whole. */
async function start(): Promise<Server> {
  const started = performance.now()
  const child = spawn('node', [join(root, 'scripts/start.mjs')], { cwd: root, env: environment, stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the start ended with ${child.exitCode}; try: TOPDORP_DATAPACKAGE=${location} npm start`)
    const answer = await fetch(address).then((response) => response.text(), () => undefined)
    if (answer !== undefined) break
    await wait(10)
  }
  const seconds = (performance.now() - started) / 1000
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    await ended
  }
  return { pid: child.pid ?? NaN, seconds, stop }
}

/** Resident memory of the server, in MB: now and at its highest. Linux only. */
function readMemory(server: Server): string {
  const [pid = ''] = readFileSync(`/proc/${server.pid}/task/${server.pid}/children`, 'utf8').trim().split(' ')
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const megabytes = (name: string): string => (Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024).toFixed(0)
  return `${megabytes('VmRSS')} MB, highest ${megabytes('VmHWM')} MB`
}

async function measure(server: Server, name: string, paths: readonly string[]): Promise<void> {
  const times: number[] = []
  for (const path of paths) {
    const started = performance.now()
    const answer = await fetch(address + path)
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`)
    times.push(performance.now() - started)
  }
  times.sort((a, b) => a - b)
  const at = (share: number): string => (times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? NaN).toFixed(1)
  console.log(`${name.padEnd(44)} median ${at(0.5).padStart(7)} ms   p95 ${at(0.95).padStart(7)} ms   RSS ${readMemory(server)}`)
}

async function loadServer(server: Server): Promise<void> {
  const ask = async <T>(path: string): Promise<T> => (await (await fetch(address + path)).json()) as T
  const { indicators } = await ask<{ indicators: { id: string }[] }>('/v1/indicators')
  const { codes } = await ask<{ codes: string[] }>('/v1/areas?level=neighbourhood')
  const some = codes.filter((_, index) => index % 100 === 0)
  await measure(server, 'every indicator for all buurten, first time', indicators.map(({ id }) => `/v1/figures?indicator=${id}&level=neighbourhood`))
  await measure(server, 'place pages', some.map((code) => `/v1/places/${code}`))
  await measure(server, 'series', some.map((code) => `/v1/places/${code}/series?indicator=population,households,shareAge65Plus`))
  await measure(server, 'search', some.map((code) => `/v1/search?q=${code.slice(-3)}`))
  await measure(server, 'tiles, zoom 7', Array.from({ length: 12 }, (_, at) => findTile(7, 3.6 + (at % 4) * 1.1, 51.2 + Math.floor(at / 4) * 0.8)))
  await measure(server, 'tiles, zoom 10', Array.from({ length: 120 }, (_, at) => findTile(10, 3.6 + (at % 12) * 0.3, 51.2 + Math.floor(at / 12) * 0.2)))
}

console.log(`${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`)
try {
  const first = await start()
  await first.stop()
  const seconds: number[] = []
  for (let round = 0; round < STARTS; round++) {
    const later = await start()
    seconds.push(later.seconds)
    if (round === STARTS - 1) {
      console.log(`later start to the first page: median ${seconds.toSorted((a, b) => a - b)[Math.floor(STARTS / 2)]?.toFixed(2)} s (${seconds.map((one) => one.toFixed(2)).join(', ')})`)
      await loadServer(later)
    }
    await later.stop()
  }
} finally {
  rmSync(home, { recursive: true, force: true })
}
