/**
 * How long the ranks of an index take under uncertainty, with the interval of every area: 14,000 areas × 100 indicators, on one thread and on two,
 * beside plain JavaScript, numpy and C. Seconds of processor, for 10,000 draws. `node bench/index-engine.ts [draws]`. Of made-up figures, seeded.
 */
import { join } from 'node:path'
import { buildKernelsWhenStale } from '../scripts/build-kernels.mjs'
import { INDEX_FORMAT, type IndexDocument } from '#domain/index-document.ts'
import { computeIndex } from '#engines/index/compute-index.ts'
import { divideInBatches } from '#engines/index/draw-batches.ts'
import { createFastDrawKernel } from '#engines/index/fast-draw-kernel.ts'
import type { FigureMatrix } from '#engines/index/index-model.ts'
import { NORMALISATIONS } from '#engines/index/normalisations/normalisations.ts'
import { AGGREGATIONS } from '#engines/index/aggregations/aggregations.ts'
import { RankSimulation } from '#engines/index/simulate-ranks.ts'
import { summariseRanks, type RankUncertainty } from '#engines/index/summarise-ranks.ts'
import { compileKernel } from '#engines/numeric/kernel.ts'
import { CounterRandom } from '#engines/numeric/philox.ts'
import type { DrawRanksInput } from '#steps/see/index/draw-ranks-task.ts'
import { makeIndexModel } from '#steps/see/index/make-index-model.ts'
import { makeRoomForScaled } from '#steps/see/index/room-for-scaled.ts'
import { readKernel } from '#steps/shared/read-kernel.ts'
import { runJoined } from '#steps/workers/run-split.ts'
import { measureLimits, measureNaively, measureNumpy } from './index-references.ts'

const AREAS = 14_000
const INDICATORS = 100
const MISSING_SHARE = 0.05
const DRAWS = 10_000
/** The first ones make the scaled figures and let the machine compile: they count as done once. */
const FIRST_PAIRS = 126
const draws = Number(process.argv[2] ?? 2000)
if (!(draws >= 1000)) throw new RangeError(`${process.argv[2]} draws: at least 1000, to measure more than the first`)

// As the server and the command line do, so that threads start as they do there.
process.env.NODE_COMPILE_CACHE ??= join(import.meta.dirname, '../node_modules/.cache/topdorp')
buildKernelsWhenStale()
const kernel = compileKernel(readKernel('index'))
const random = new CounterRandom(1)
random.open(0, 0)

function makeMatrix(indicatorCount: number, missingShare: number): FigureMatrix {
  const values = new Float64Array(new SharedArrayBuffer(8 * AREAS * indicatorCount))
  for (let at = 0; at < values.length; at++) values[at] = random.next() < missingShare ? NaN : random.next() ** 2
  return { areaCount: AREAS, indicatorCount, values }
}

function makeDocument(dimensionCount: number, indicatorCount: number, normalisation?: 'exponentialRank'): IndexDocument {
  const perDimension = Math.ceil(indicatorCount / dimensionCount)
  const dimensions = Array.from({ length: dimensionCount }, (_, dimension) => ({
    id: `d${dimension}`, name: `${dimension}`, weight: 1, ...(normalisation && { normalisation }), dimensions: [],
    indicators: Array.from({ length: Math.min(perDimension, indicatorCount - dimension * perDimension) }, (__, at) => ({ indicator: `i${dimension * perDimension + at}`, weight: 1 })),
  }))
  return { format: INDEX_FORMAT, name: 'bench', level: 'neighbourhood', normalisation: 'minMax', outliers: { kind: 'none' }, minimumShare: 0.6, aggregation: 'arithmeticMean', dimensions }
}

interface Case {
  readonly name: string
  readonly matrix: FigureMatrix
  readonly document: IndexDocument
  /** Scale, mean and what is left out too, or the weights only. */
  readonly everything: boolean
  readonly sensitivityPairs: number
}

const directions = (count: number) => new Array<'lowerIsBetter'>(count).fill('lowerIsBetter')
const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`.padStart(9)

/** Milliseconds of processor on one thread: what is done once, and 10,000 draws. */
function measureOneThread({ name, matrix, document, everything, sensitivityPairs }: Case): void {
  const model = makeIndexModel(document, directions(matrix.indicatorCount))
  const plan = {
    seed: 1, draws, concentration: 100, normalisations: everything ? NORMALISATIONS : [model.normalisation], aggregations: everything ? AGGREGATIONS : [],
    leavesOut: everything, sensitivityPairs: Math.floor((sensitivityPairs * draws) / DRAWS),
  }
  const measure = <T>(act: () => T): [T, number] => {
    const begin = process.cpuUsage()
    const result = act()
    const { user, system } = process.cpuUsage(begin)
    return [result, (user + system) / 1000]
  }
  const [simulation, preparing] = measure(() => new RankSimulation(matrix, model, plan, createFastDrawKernel(kernel)))
  const [, first] = measure(() => simulation.run(0, FIRST_PAIRS))
  const [, others] = measure(() => simulation.run(FIRST_PAIRS, simulation.pairCount))
  const [{ lowRanks, highRanks }, summary] = measure(() => summariseRanks(simulation.tally, draws))
  const all = preparing + first + summary + (others * (DRAWS - 2 * FIRST_PAIRS)) / (draws - 2 * FIRST_PAIRS)
  const width = highRanks.reduce((sum, high, area) => sum + high - lowRanks[area]!, 0) / AREAS
  console.log(`${name.padEnd(68)}${seconds(all)}   of which once ${seconds(preparing + first + summary)}; mean interval ${width.toFixed(0)} ranks`)
}

/** All draws on two threads: by the clock, and of processor. */
async function measureTwoThreads({ name, matrix, document, everything, sensitivityPairs }: Case): Promise<void> {
  const vary = { weights: true, concentration: 100, normalisation: everything, aggregation: everything, leftOut: everything }
  const input = { document, directions: directions(matrix.indicatorCount), matrix, request: { draws: DRAWS, seed: 1, vary }, sensitivityPairs, kernel }
  const scaled = makeRoomForScaled(input)
  const module = new URL('../src/steps/see/index/draw-ranks-task.ts', import.meta.url)
  const begin = process.cpuUsage()
  const start = performance.now()
  await runJoined<DrawRanksInput, RankUncertainty>({ module, input: { ...input, scaled }, parts: divideInBatches({ draws: DRAWS, sensitivityPairs }).length - 1, threads: 2 })
  const clock = performance.now() - start
  const { user, system } = process.cpuUsage(begin)
  const processor = (user + system) / 1000
  console.log(`${name.padEnd(68)}${seconds(clock)}   by the clock; ${seconds(processor)} of processor, at best ${seconds(processor / 2)} by the clock`)
}

console.log(`${AREAS} areas × ${INDICATORS} indicators, ${DRAWS} draws (one thread: ${draws} measured, the rest scaled), Node ${process.version}`)
const complete = makeMatrix(INDICATORS, 0)
const withGaps = makeMatrix(INDICATORS, MISSING_SHARE)
const small = makeMatrix(14, MISSING_SHARE)
const gaps = `${100 * MISSING_SHARE} % missing`
const cases: Case[] = [
  { name: 'weights drawn, no gaps', matrix: complete, document: makeDocument(1, INDICATORS), everything: false, sensitivityPairs: 0 },
  { name: `weights drawn, 10 dimensions, ${gaps}`, matrix: withGaps, document: makeDocument(10, INDICATORS), everything: false, sensitivityPairs: 0 },
  { name: `everything drawn, 10 dimensions, ${gaps}`, matrix: withGaps, document: makeDocument(10, INDICATORS), everything: true, sensitivityPairs: 0 },
  { name: '  with sensitivity from 1,000 pairs', matrix: withGaps, document: makeDocument(10, INDICATORS), everything: true, sensitivityPairs: 1000 },
  { name: `everything drawn, 14 indicators, 7 dimensions on a scale, ${gaps}`, matrix: small, document: makeDocument(7, 14, 'exponentialRank'), everything: true, sensitivityPairs: 0 },
]

const limits = measureLimits()
const begin = process.cpuUsage()
computeIndex(withGaps, makeIndexModel(makeDocument(10, INDICATORS), directions(INDICATORS)))
console.log(`${'the index itself, once'.padEnd(68)}${seconds(process.cpuUsage(begin).user / 1000)}`)
console.log('\none thread, processor:')
console.log(`${'plain JavaScript: weights drawn, no gaps (30 draws, scaled)'.padEnd(68)}${seconds(measureNaively(complete.values, AREAS, INDICATORS))}`)
const numpy = measureNumpy()
if (numpy === undefined) console.log('numpy is not on this machine')
else console.log(`${`numpy ${numpy.version}: product, ranks, quantiles (500 draws, scaled)`.padEnd(68)}${seconds(1000 * numpy.seconds.reduce((sum, part) => sum + part, 0))}   ${numpy.seconds.map((part) => `${part.toFixed(2)} s`).join(' + ')}`)
for (const own of cases) measureOneThread(own)
console.log('\ntwo threads:')
for (const own of cases) await measureTwoThreads(own)

if (limits === undefined) console.log('\nthere is no gcc here: no limits of the machine')
else {
  const flops = 2 * AREAS * INDICATORS * DRAWS / 1e9
  console.log(`\none core: ${limits.peakOfTwo.toFixed(1)} GFLOP/s at most with two numbers an instruction and no fused multiply-add (strict WebAssembly), ${limits.peakOfWide.toFixed(1)} with the widest of the processor; ${limits.reading.toFixed(1)} GB/s read`)
  console.log(`the product alone (${flops} GFLOP): at least ${(flops / limits.peakOfTwo).toFixed(2)} s in strict WebAssembly, ${(flops / limits.peakOfWide).toFixed(2)} s with all the processor has; C with gcc -O3 -march=native ${(flops / limits.product).toFixed(2)} s (${limits.product.toFixed(1)} GFLOP/s)`)
}
