/** One import or one opening in this process, which prints what it cost. Run by import.ts: a process of its own for each, so that memory is measured afresh. */
import { runImport } from '#steps/import/run-import.ts'
import { openStatistics } from '#statistics/open-statistics.ts'

const [step, home = '', location = ''] = process.argv.slice(2)
const started = performance.now()
if (step === 'import') await runImport({ location, home })
else if ((await openStatistics(home)) === undefined) throw new Error(`no statistics in ${home}`)
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
console.log(
  JSON.stringify({ seconds: (performance.now() - started) / 1000, cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMegabytes: maxRSS / 1024 }),
)
