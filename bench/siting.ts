/**
 * Values, proofs and processor time of the siting engine on instances of the OR-Library recipe, 100 to 900 nodes, beside HiGHS alone on some of them.
 * `node bench/siting.ts [seconds that HiGHS may take an instance, 20] [offset of the seeds, 0]`. The published instances first, where they are present.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CounterRandom } from '#engines/numeric/philox.ts'
import { checkPlan } from '#engines/siting/check-plan.ts'
import { frameProblem, tabulate } from '#engines/siting/frame.ts'
import { LagrangeanBound } from '#engines/siting/median/lagrangean.ts'
import { createRadiusProgram } from '#engines/siting/median/radius-program.ts'
import { createHighsSolver } from '#engines/siting/program/highs-solver.ts'
import { getGap } from '#engines/siting/siting-problem.ts'
import type { SitingGoal, SitingProblem } from '#engines/siting/siting-problem.ts'
import { solveSiting } from '#engines/siting/solve-siting.ts'
import { makeOrLibraryLike, parseOrLibrary, toProblem } from '../test/engines/siting/or-library.ts'
import type { GraphInstance } from '../test/engines/siting/or-library.ts'
import { sharedData } from '../test/support/shared-data.ts'

const SIZES: readonly (readonly [number, readonly number[]])[] = [
  [100, [5, 10, 10, 20, 33]], [200, [5, 10, 20, 40, 67]], [300, [5, 10, 30, 60, 100]], [400, [5, 10, 40, 80, 133]], [500, [5, 10, 50, 100, 167]],
  [600, [5, 10, 60, 120, 200]], [700, [5, 10, 70, 140]], [800, [5, 10, 80]], [900, [5, 10, 90]],
]
/** Nodes × sites for which HiGHS gets the whole problem too. */
const BESIDE_HIGHS = new Set(['100×5', '200×5', '200×20', '300×30', '400×80'])
const highsSeconds = Number(process.argv[2] ?? 20)
const seedOffset = Number(process.argv[3] ?? 0)
const integerSolver = await createHighsSolver()

const processorSeconds = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

function solve(instance: GraphInstance, goal: SitingGoal): { readonly text: string; readonly seconds: number; readonly isProved: boolean } {
  const start = processorSeconds()
  const problem = toProblem(instance)
  const { plan } = solveSiting(problem, goal, { seed: 1, integerSolver })
  const seconds = processorSeconds() - start
  const { faults } = checkPlan(problem, goal, plan!)
  if (faults.length > 0) throw new Error(faults.join('\n'))
  return { text: `${String(plan!.value).padStart(6)} ${plan!.isProved ? 'proved' : `gap ${(100 * getGap(plan!)).toFixed(3)} %`} ${seconds.toFixed(2).padStart(6)} s`, seconds, isProved: plan!.isProved }
}

/** The whole p-median problem to HiGHS, in the formulation that suits it best here, told nothing. */
function solveByHighs({ openCount, ...instance }: GraphInstance): string {
  const start = processorSeconds()
  const frame = frameProblem(toProblem({ openCount, ...instance }))
  const whole = new LagrangeanBound(tabulate(frame, (minutes) => minutes, frame.unservedMinutes), openCount)
  const { value, bound, status } = integerSolver(createRadiusProgram(whole, Infinity), { absoluteGap: 0.999, shouldStop: () => processorSeconds() - start > highsSeconds })
  return `HiGHS alone: ${status === 'optimal' ? `${value.toFixed(0)} proved` : `${value.toFixed(0)}, bound ${bound.toFixed(0)}`} ${(processorSeconds() - start).toFixed(1)} s`
}

const totals = { count: 0, proved: 0, median: 0, center: 0 }
function report(name: string, instance: GraphInstance, beside: boolean): void {
  const median = solve(instance, { kind: 'median', openCount: instance.openCount })
  const center = solve(instance, { kind: 'center', openCount: instance.openCount })
  totals.count += 2
  totals.proved += Number(median.isProved) + Number(center.isProved)
  totals.median += median.seconds
  totals.center += center.seconds
  console.log(`${name.padEnd(18)} median ${median.text}   centre ${center.text}   ${beside ? solveByHighs(instance) : ''}`)
}

/** Villages at random on 40 × 40 minutes, with minimum sizes of 1.5 and capacities of 4 times the mean. */
function reportSizes(placeCount: number, siteCount: number, assignment: 'nearest' | 'planned'): void {
  const random = new CounterRandom(7)
  random.open(placeCount, 0)
  const spots = Array.from({ length: placeCount }, () => [random.next() * 40, random.next() * 40] as const)
  const minutes = Float64Array.from({ length: placeCount * siteCount }, (_, at) => {
    const [from, to] = [spots[Math.floor(at / siteCount)]!, spots[at % siteCount]!]
    return Math.round(10 * Math.hypot(from[0] - to[0], from[1] - to[1])) / 10
  })
  const weights = Float64Array.from(spots, () => 1 + Math.floor(random.next() ** 2 * 60))
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / siteCount
  const problem: SitingProblem = {
    placeCount, siteCount, minutes, weights, assignment, siteRules: new Uint8Array(siteCount),
    minimumSizes: new Float64Array(siteCount).fill(1.5 * mean), capacities: new Float64Array(siteCount).fill(4 * mean),
  }
  const goal: SitingGoal = { kind: 'median', openCount: siteCount }
  const start = processorSeconds()
  const { plan } = solveSiting(problem, goal, { seed: 1, integerSolver, shouldStop: () => processorSeconds() - start > highsSeconds })
  const { faults } = checkPlan(problem, goal, plan!)
  if (faults.length > 0) throw new Error(faults.join('\n'))
  console.log(`${placeCount} places, ${siteCount} sites, sizes, ${assignment.padEnd(8)} ${plan!.value.toFixed(0)} with ${plan!.sites.length} open, ${plan!.isProved ? 'proved' : `gap ${(100 * getGap(plan!)).toFixed(2)} %`} ${(processorSeconds() - start).toFixed(1)} s`)
}

console.log(`processor time of one thread, Node ${process.version}; HiGHS alone at most ${highsSeconds} s an instance`)
const folder = sharedData && join(sharedData, '../oracles/p-median')
if (folder && existsSync(folder)) {
  for (let number = 1; number <= 10; number++) report(`pmed${number}`, parseOrLibrary(readFileSync(join(folder, `pmed${number}.txt`), 'utf8')), number === 6)
}
let seed = seedOffset
for (const [nodeCount, counts] of SIZES) {
  for (const [at, openCount] of counts.entries()) {
    const size = `${nodeCount}×${openCount}`
    report(`made ${size}`, makeOrLibraryLike(nodeCount, openCount, ++seed), BESIDE_HIGHS.has(size) && counts[at - 1] !== openCount)
  }
}
console.log(`${totals.proved} of ${totals.count} proved; median ${totals.median.toFixed(1)} s, centre ${totals.center.toFixed(1)} s together`)
for (const [placeCount, siteCount] of [[40, 15], [80, 30], [150, 40]] as const) for (const assignment of ['nearest', 'planned'] as const) reportSizes(placeCount, siteCount, assignment)
