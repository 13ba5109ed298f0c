/**
 * What an import and a start cost: `npm run bench:import -- [data package]`. Prints seconds and peak memory of
 * importing in a process of its own, of opening the statistics again, and of the first page.
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
  readonly peakMegabytes: number
  readonly [name: string]: number
}

/** Runs code in a process of its own and reads back what it cost. */
function measure(code: string): Cost {
  const program = `
    const started = performance.now()
    const extra = await (async () => { ${code} })()
    console.log(JSON.stringify({ seconds: (performance.now() - started) / 1000, peakMegabytes: process.resourceUsage().maxRSS / 1024, ...extra }))`
  const run = spawnSync(process.execPath, ['--input-type=module', '-e', program], { cwd: root, encoding: 'utf8' })
  if (run.status !== 0) throw new Error(run.stderr)
  return JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '') as Cost
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
const show = (name: string, costs: readonly Cost[]): void => {
  const seconds = costs.map((cost) => cost.seconds)
  const peak = Math.max(...costs.map((cost) => cost.peakMegabytes))
  console.log(`${name.padEnd(28)} median ${median(seconds).toFixed(2)} s (${Math.min(...seconds).toFixed(2)}–${Math.max(...seconds).toFixed(2)}), peak ${peak.toFixed(0)} MB`)
}

console.log(`${cpus().length} × ${cpus()[0]?.model}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}, ${location}`)
try {
  const importing = `const { runImport } = await import('#steps/import/run-import.ts'); const report = await runImport({ location: ${JSON.stringify(location)}, home: ${JSON.stringify(home)} }); return { rows: report.resources.reduce((sum, line) => sum + line.rowsRead, 0) }`
  show('import', [measure(importing), measure(importing), measure(importing)])
  const opening = `const { openStatistics } = await import('#statistics/open-statistics.ts'); await openStatistics(${JSON.stringify(home)}); return {}`
  show('open statistics', Array.from({ length: 5 }, () => measure(opening)))
} finally {
  rmSync(home, { recursive: true, force: true })
}
