/**
 * How long the ranks of an index take under uncertainty: 14,000 areas × 100 indicators × 1,000 draws, one thread, next to the plainest way to do it.
 * `node bench/index-engine.ts [draws]`. Of made-up figures, seeded.
 */
import { AGGREGATIONS } from '#engines/index/aggregations/aggregations.ts'
import { computeIndex } from '#engines/index/compute-index.ts'
import type { FigureMatrix, IndexModel } from '#engines/index/index-model.ts'
import { NORMALISATIONS } from '#engines/index/normalisations/normalisations.ts'
import { keepOutliers } from '#engines/index/outliers/keep-outliers.ts'
import { createFastDrawKernel } from '#engines/index/fast-draw-kernel.ts'
import { RankSimulation } from '#engines/index/simulate-ranks.ts'
import { summariseRanks } from '#engines/index/summarise-ranks.ts'
import type { UncertaintyPlan } from '#engines/index/uncertainty-plan.ts'
import { drawShares } from '#engines/numeric/dirichlet.ts'
import { compileKernel } from '#engines/numeric/kernel.ts'
import { CounterRandom } from '#engines/numeric/philox.ts'
import { readKernel } from '#steps/shared/read-kernel.ts'

const AREAS = 14_000
const INDICATORS = 100
const MISSING_SHARE = 0.05
const ASKED_DRAWS = 10_000
const NAIVE_DRAWS = 30
const FIRST_PAIRS = 126
const kernel = compileKernel(readKernel('index'))
const draws = Number(process.argv[2] ?? 1000)
if (!(draws >= 4 * FIRST_PAIRS)) throw new RangeError(`${process.argv[2]} draws: at least ${4 * FIRST_PAIRS}, to measure more than the first`)

const random = new CounterRandom(1)
random.open(0, 0)
const complete: FigureMatrix = { areaCount: AREAS, indicatorCount: INDICATORS, values: Float64Array.from({ length: AREAS * INDICATORS }, () => random.next() ** 2) }
const withGaps: FigureMatrix = { ...complete, values: complete.values.map((value) => (random.next() < MISSING_SHARE ? NaN : value)) }
const model: IndexModel = {
  root: {
    weight: 1, aggregation: AGGREGATIONS[0]!,
    children: Array.from({ length: 10 }, (_, dimension) => ({
      weight: 1, aggregation: AGGREGATIONS[0]!,
      children: Array.from({ length: INDICATORS / 10 }, (_, at) => ({ column: dimension * 10 + at, weight: 1, direction: 'lowerIsBetter' as const })),
    })),
  },
  normalisation: NORMALISATIONS[1]!, outliers: keepOutliers, minimumShare: 0.6,
}
const flat: IndexModel = { ...model, root: { ...model.root, children: Array.from({ length: INDICATORS }, (_, column) => ({ column, weight: 1, direction: 'lowerIsBetter' as const })) } }
const onlyWeights: UncertaintyPlan = { seed: 1, draws, concentration: 100, normalisations: [NORMALISATIONS[1]!], aggregations: [], leavesOut: false, sensitivityPairs: 0 }
const everything: UncertaintyPlan = { ...onlyWeights, normalisations: NORMALISATIONS, aggregations: AGGREGATIONS, leavesOut: true }

/** Milliseconds in all, and what the draws asked for would take: what is done once (with the first draws), and the rest times their number. */
function report(name: string, onceMilliseconds: number, drawMilliseconds: number, measuredDraws: number, firstDraws = 0): void {
  const seconds = (onceMilliseconds + (drawMilliseconds * (ASKED_DRAWS - firstDraws)) / (measuredDraws - firstDraws)) / 1000
  const scaled = measuredDraws === ASKED_DRAWS ? '' : `   ${ASKED_DRAWS} draws: ${seconds.toFixed(1)} s (estimate, scaled, not measured)`
  console.log(`${name.padEnd(62)} ${String(measuredDraws).padStart(6)} draws ${(onceMilliseconds + drawMilliseconds).toFixed(0).padStart(7)} ms${scaled}`)
}

function measure(name: string, matrix: FigureMatrix, own: IndexModel, plan: UncertaintyPlan): void {
  const begin = performance.now()
  const simulation = new RankSimulation(matrix, own, plan, createFastDrawKernel(kernel))
  // The first batch makes the scaled figures and lets the machine compile; it counts as done once.
  simulation.run(0, FIRST_PAIRS)
  const afterFirst = performance.now()
  simulation.run(FIRST_PAIRS, simulation.pairCount)
  const afterDraws = performance.now()
  const { lowRanks, highRanks } = summariseRanks(simulation.tally, draws)
  const width = highRanks.reduce((sum, high, area) => sum + high - lowRanks[area]!, 0) / AREAS
  report(name, afterFirst - begin + performance.now() - afterDraws, afterDraws - afterFirst, draws, 2 * FIRST_PAIRS)
  console.log(`${''.padEnd(62)} of which once ${(afterFirst - begin).toFixed(0)} ms; mean interval ${width.toFixed(0)} ranks, RSS ${(process.memoryUsage.rss() / 1e6).toFixed(0)} MB`)
}

/** Weights drawn, min–max, arithmetic mean, no gaps: a list of numbers an area, sorted objects for ranks, all ranks kept and sorted for the quantiles. */
function measureNaively(): void {
  const start = performance.now()
  const columns = Array.from({ length: INDICATORS }, (_, at) => [...complete.values.subarray(at * AREAS, (at + 1) * AREAS)])
  const scaled = columns.map((column) => {
    const low = column.reduce((one, other) => Math.min(one, other))
    const high = column.reduce((one, other) => Math.max(one, other))
    return column.map((value) => (100 * (value - low)) / (high - low))
  })
  const areas = Array.from({ length: AREAS }, (_, area) => scaled.map((column) => column[area]!))
  const ranks = areas.map(() => [] as number[])
  const weights = new Float64Array(INDICATORS)
  for (let draw = 0; draw < NAIVE_DRAWS; draw++) {
    random.open(draw, 1)
    drawShares(random, new Float64Array(INDICATORS).fill(1 / INDICATORS), 100, weights)
    const scores = areas.map((figures, area) => ({ area, score: figures.reduce((sum, figure, at) => sum + figure * weights[at]!, 0) }))
    for (const [at, { area }] of scores.sort((a, b) => b.score - a.score).entries()) ranks[area]!.push(at + 1)
  }
  for (const own of ranks) own.sort((a, b) => a - b)
  report('naive reference: weights drawn, no gaps', 0, performance.now() - start, NAIVE_DRAWS)
}

console.log(`${AREAS} areas × ${INDICATORS} indicators, one thread, Node ${process.version}`)
const start = performance.now()
computeIndex(withGaps, model)
console.log(`the index itself, 10 dimensions, ${100 * MISSING_SHARE} % missing: ${(performance.now() - start).toFixed(0)} ms`)
measureNaively()
measure('weights drawn, no gaps', complete, flat, onlyWeights)
measure('weights drawn, 10 dimensions, 5 % missing', withGaps, model, onlyWeights)
measure('everything drawn, 10 dimensions, 5 % missing', withGaps, model, everything)
measure('everything drawn, with sensitivity from a tenth of the draws', withGaps, model, { ...everything, sensitivityPairs: Math.floor(draws / 20) })
