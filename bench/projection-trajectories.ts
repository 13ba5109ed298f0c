/**
 * 1,000 trajectories of as many areas as there are municipalities, 30 years, with moves between all of them, six kinds of errors, and intervals for
 * ages, households and thresholds: on one thread and on two, beside the plain twin. Made-up figures.
 * Processor time is that of all threads together; elapsed time says what somebody waits for on a quiet machine.
 */
import { projectTrajectory } from '#engines/projection/project-trajectory.ts'
import { QUANTILES } from '#engines/projection/tally.ts'
import { runTrajectories } from '#steps/explore/trajectories/run-trajectories.ts'
import { buildKernelsWhenStale } from '../scripts/build-kernels.mjs'
import { makeTask } from './projection-trajectories/made-up-task.ts'

const DRAWS = Number(process.argv[2] ?? 1000)
const AREAS = Number(process.argv[3] ?? 342)
const YEARS = Number(process.argv[4] ?? 30)
const task = makeTask(AREAS, YEARS, DRAWS)
const cellYears = AREAS * 202 * YEARS * DRAWS

buildKernelsWhenStale()

console.log(`${DRAWS} trajectories × ${AREAS} areas × 202 cells × ${YEARS} years, ${task.outcomes.length} outcomes, ${task.thresholds.length} thresholds, Node ${process.version}`)
const started = process.cpuUsage()
projectTrajectory(task, 0)
const { user, system } = process.cpuUsage(started)
const twin = (user + system) / 1000
console.log(`plain twin       ${(twin / 1000).toFixed(2)} s a trajectory, ${((twin * 1e6 * DRAWS) / cellYears).toFixed(1)} ns per cell-year`)
const runs = []
for (const threads of [1, 2]) {
  const [startedAt, cpu] = [performance.now(), process.cpuUsage()]
  runs.push(await runTrajectories(task, { threads }))
  const spent = process.cpuUsage(cpu)
  const processor = (spent.user + spent.system) / 1000
  console.log(`${threads} thread${threads > 1 ? 's' : ' '}        ${((performance.now() - startedAt) / 1000).toFixed(2)} s elapsed, ${(processor / 1000).toFixed(2)} s of processor, ${((processor * 1e6) / cellYears).toFixed(2)} ns per cell-year`)
}
console.log(`most memory at any moment: ${(process.resourceUsage().maxRSS / 1e3).toFixed(0)} MB`)
for (const quantile of QUANTILES.keys()) {
  const [one, other] = runs.map((summary) => summary.quantiles[quantile]!)
  if (one!.some((figure, at) => figure !== other![at])) throw new Error('one thread and two do not agree')
}
console.log('one thread and two give the same intervals, to the last bit')
