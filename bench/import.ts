/**
 * What an import and a start cost: `npm run bench:import -- [data package]`. Prints seconds and peak memory of
 * importing and of opening the statistics again, each in a process of its own.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'

const location = process.argv[2] ?? process.env['TOPDORP_DATAPACKAGE'] ?? '../shared/data/datapackage.json'
const home = mkdtempSync(join(tmpdir(), 'topdorp-bench-'))
const root = join(import.meta.dirname, '..')

interface Cost {
  readonly seconds: number
  /** Of all threads together: what it takes when other work slows the machine down. */
  readonly cpuSeconds: number
  readonly peakMegabytes: number
}

/** Runs a step in a process of its own and reads back what it cost. */
function measure(...words: readonly string[]): Cost {
  const run = spawnSync(process.execPath, [join(import.meta.dirname, 'one-step.ts'), ...words], { cwd: root, encoding: 'utf8' })
  if (run.status !== 0) throw new Error(run.stderr)
  return JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '') as Cost
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
const show = (name: string, costs: readonly Cost[]): void => {
  const seconds = costs.map((cost) => cost.seconds)
  const peak = Math.max(...costs.map((cost) => cost.peakMegabytes))
  const cpu = median(costs.map((cost) => cost.cpuSeconds)).toFixed(2)
  console.log(`${name.padEnd(16)} median ${median(seconds).toFixed(2)} s (${Math.min(...seconds).toFixed(2)}–${Math.max(...seconds).toFixed(2)}), processor ${cpu} s, peak ${peak.toFixed(0)} MB`)
}

console.log(`${cpus().length} × ${cpus()[0]?.model}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`)
try {
  show('import', Array.from({ length: 3 }, () => measure('import', home, location)))
  show('open statistics', Array.from({ length: 5 }, () => measure('open', home)))
} finally {
  rmSync(home, { recursive: true, force: true })
}
