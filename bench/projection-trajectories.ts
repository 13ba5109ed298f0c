/**
 * 1,000 trajectories of as many areas as there are municipalities, 30 years, with moves between all of them, six kinds of errors, and intervals for
 * ages, households and thresholds: on one worker thread and on two, beside the plain twin. Made-up figures.
 * Processor time is that of all threads together; elapsed time says what somebody waits for on a quiet machine.
 */
import { Worker } from 'node:worker_threads'
import { buildKernelsWhenStale } from '../scripts/build-kernels.mjs'
import { countBatches } from '#engines/projection/trajectory-task.ts'
import { projectTrajectory } from '#engines/projection/project-trajectory.ts'
import { addTally, QUANTILES, summariseTally } from '#engines/projection/tally.ts'
import type { OutcomeRanges, Tally, TrajectorySummary } from '#engines/projection/tally.ts'
import { makeTask } from './projection-trajectories/made-up-task.ts'
import type { Answer, Question } from './projection-trajectories/count-worker.ts'

const DRAWS = Number(process.argv[2] ?? 1000)
const AREAS = Number(process.argv[3] ?? 342)
const YEARS = Number(process.argv[4] ?? 30)
const task = makeTask(AREAS, YEARS, DRAWS)
const cellYears = AREAS * 202 * YEARS * DRAWS

buildKernelsWhenStale()

function ask(worker: Worker, question: Question): Promise<Answer> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.postMessage(question)
  })
}

async function run(workerCount: number): Promise<{ summary: TrajectorySummary; elapsed: number; processor: number; memory: number }> {
  const workers = Array.from({ length: workerCount }, () => new Worker(new URL('projection-trajectories/count-worker.ts', import.meta.url), { workerData: [AREAS, YEARS, DRAWS] }))
  await Promise.all(workers.map((worker) => ask(worker, {})))
  const [startedAt, cpu] = [performance.now(), process.cpuUsage()]
  const { ranges } = (await ask(workers[0]!, { measureRanges: true })) as { ranges: OutcomeRanges }
  const answers = await Promise.all(workers.map((worker, at) => {
    const batches = Array.from({ length: countBatches(task) }, (_, batch) => batch).filter((batch) => batch % workerCount === at)
    return ask(worker, { ranges, batches })
  }))
  const [tally, ...others] = answers.map((answer) => (answer as { tally: Tally }).tally)
  for (const other of others) addTally(tally!, other)
  const summary = summariseTally(task, ranges, tally!)
  const { user, system } = process.cpuUsage(cpu)
  const measured = { summary, elapsed: performance.now() - startedAt, processor: (user + system) / 1000, memory: process.memoryUsage.rss() }
  await Promise.all(workers.map((worker) => worker.terminate()))
  return measured
}

console.log(`${DRAWS} trajectories × ${AREAS} areas × 202 cells × ${YEARS} years, ${task.outcomes.length} outcomes, ${task.thresholds.length} thresholds, Node ${process.version}`)
const started = process.cpuUsage()
projectTrajectory(task, 0)
const { user, system } = process.cpuUsage(started)
const twin = (user + system) / 1000
console.log(`plain twin       ${(twin / 1000).toFixed(2)} s a trajectory, ${((twin * 1e6 * DRAWS) / cellYears).toFixed(1)} ns per cell-year`)
const runs = []
for (const workers of [1, 2]) {
  const one = await run(workers)
  runs.push(one.summary)
  console.log(`${workers} worker thread${workers > 1 ? 's' : ' '} ${(one.elapsed / 1000).toFixed(2)} s elapsed, ${(one.processor / 1000).toFixed(2)} s of processor, ${((one.processor * 1e6) / cellYears).toFixed(2)} ns per cell-year, ${(one.memory / 1e6).toFixed(0)} MB in all`)
}
for (const quantile of QUANTILES.keys()) {
  const [one, other] = runs.map((summary) => summary.quantiles[quantile]!)
  if (one!.some((figure, at) => figure !== other![at])) throw new Error('one worker and two do not agree')
}
console.log('one worker and two give the same intervals, to the last bit')
