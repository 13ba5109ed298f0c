/** What a thread does of the draws of an index. Started by path, in `rank-uncertainty.ts`. */
import type { IndexDocument } from '#domain/index-document.ts'
import type { RankUncertaintyRequest } from '#domain/rank-uncertainty.ts'
import { AGGREGATIONS } from '#engines/index/aggregations/aggregations.ts'
import { divideInBatches } from '#engines/index/draw-batches.ts'
import { createFastDrawKernel } from '#engines/index/fast-draw-kernel.ts'
import type { FigureMatrix } from '#engines/index/index-model.ts'
import { NORMALISATIONS } from '#engines/index/normalisations/normalisations.ts'
import { addTally, type RankTally } from '#engines/index/rank-tally.ts'
import type { SharedFigures } from '#engines/index/shared-figures.ts'
import { RankSimulation } from '#engines/index/simulate-ranks.ts'
import { summariseRanks, type RankUncertainty } from '#engines/index/summarise-ranks.ts'
import type { UncertaintyPlan } from '#engines/index/uncertainty-plan.ts'
import type { KernelModule } from '#engines/numeric/kernel.ts'
import { makeIndexModel, type Direction } from '#steps/see/index/make-index-model.ts'
import type { SplitTask } from '#steps/workers/split-task.ts'
import { serveTask } from '#steps/workers/split-worker.ts'

/** Everything of it can be sent to a thread; the figures are shared. */
export interface DrawRanksInput {
  readonly document: IndexDocument
  readonly directions: readonly Direction[]
  readonly matrix: FigureMatrix
  readonly request: Pick<RankUncertaintyRequest, 'draws' | 'seed' | 'vary'>
  readonly sensitivityPairs: number
  readonly kernel: KernelModule
  /** Scaled figures that the threads make for each other; without it each makes its own. */
  readonly scaled?: SharedFigures
}

function startDraws({ document, directions, matrix, request, sensitivityPairs, kernel, scaled }: DrawRanksInput): SplitTask<RankTally, RankUncertainty | undefined> {
  const model = makeIndexModel(document, directions)
  const { draws, seed, vary } = request
  const plan: UncertaintyPlan = {
    seed,
    draws,
    sensitivityPairs,
    concentration: vary.weights ? vary.concentration : Infinity,
    normalisations: vary.normalisation ? NORMALISATIONS : [model.normalisation],
    aggregations: vary.aggregation ? AGGREGATIONS : [],
    leavesOut: vary.leftOut,
  }
  const bounds = divideInBatches(plan)
  const simulation = new RankSimulation(matrix, model, plan, createFastDrawKernel(kernel), scaled)
  return {
    run: (part) => simulation.run(bounds[part]!, bounds[part + 1]!),
    finish: () => simulation.tally,
    // Little work: it is not worth dividing.
    join: (tallies, share) => (share === 0 ? sumUp(tallies, draws) : undefined),
  }
}

function sumUp(tallies: readonly RankTally[], draws: number): RankUncertainty {
  const [first, ...others] = tallies as [RankTally, ...RankTally[]]
  for (const other of others) addTally(first, other)
  return summariseRanks(first, draws)
}

await serveTask(startDraws)
