/** Runs trajectories batch by batch, in memory that does not grow with their number. Batches are independent: any worker may run any. */
import type { KernelModule } from '#engines/numeric/kernel.ts'
import { DRAWS_OF_PAIR, getPlace } from '#engines/projection/batch.ts'
import type { Batch } from '#engines/projection/batch.ts'
import { takeOutGroupQuarters } from '#engines/projection/group-quarters.ts'
import { makeRecipes } from '#engines/projection/outcome-recipes.ts'
import { packFigures } from '#engines/projection/pack-figures.ts'
import { prepareTask } from '#engines/projection/prepare-task.ts'
import { arrangeMemory } from '#engines/projection/trajectory-memory.ts'
import type { TrajectoryMemory } from '#engines/projection/trajectory-memory.ts'
import { checkTrajectoryTask, countBatches, countPlaces, DRAWS_OF_BATCH } from '#engines/projection/trajectory-task.ts'
import type { TrajectoryTask } from '#engines/projection/trajectory-task.ts'
import { settleRanges } from '#engines/projection/shared-ranges.ts'
import type { SharedRanges } from '#engines/projection/shared-ranges.ts'
import { CLASSES, countBelow, listBounds } from '#engines/projection/tally.ts'
import type { Tally } from '#engines/projection/tally.ts'

/** Tallies of different batches can be added up, in any order. */
export interface TallyRun {
  readonly tally: Tally
  /** Runs and counts a batch. */
  run(batch: number): void
}

/** Takes its memory once. Throws a RangeError, with position and both numbers, for a task that cannot be projected. */
export class TrajectorySimulator {
  /** How many figures each patch of the scenario changed. */
  readonly changedCounts: Float64Array
  readonly #task: TrajectoryTask
  readonly #memory: TrajectoryMemory
  readonly #blockCount: number

  constructor(kernel: KernelModule, task: TrajectoryTask) {
    checkTrajectoryTask(task)
    const prepared = prepareTask(task)
    const base = takeOutGroupQuarters(task.shape, prepared.population, prepared.getInputs(0).groupQuarters)
    const packed = packFigures(task.shape, task.stepCount, prepared)
    const recipes = makeRecipes(task.shape, task.outcomes)
    this.#task = task
    this.#blockCount = recipes.blocks.length
    this.#memory = arrangeMemory(kernel, task, packed, recipes, CLASSES)
    this.#memory.parts.base.set(base)
    this.changedCounts = prepared.changedCounts
  }

  runBatch(batch: number): Batch {
    const { drawCount: all } = this.#task
    if (!Number.isSafeInteger(batch) || batch < 0 || batch >= countBatches(this.#task)) throw new RangeError(`batch ${batch} is not one of 0 to ${countBatches(this.#task) - 1}`)
    const first = batch * DRAWS_OF_BATCH
    const drawCount = Math.min(DRAWS_OF_BATCH, all - first)
    for (let draw = 0; draw < drawCount; draw += DRAWS_OF_PAIR) this.#runPair(first + draw, draw)
    const { results, lows } = this.#memory.parts
    return { drawCount, seriesCount: lows.length, results }
  }

  /**
   * Counts the batches that are run with it, from none. One at a time: the counts are in memory that threads share, and are cleared by the next.
   * Batch 0 must be run first, here or by another of those with the same ranges: the others wait for it.
   */
  startTally(ranges: SharedRanges): TallyRun {
    const { functions, parts } = this.#memory
    const seriesCount = parts.lows.length
    parts.counts.fill(0)
    const tally: Tally = {
      counts: new Uint16Array(parts.counts.buffer, parts.counts.byteOffset, seriesCount * CLASSES),
      below: new Uint32Array(countPlaces(this.#task) * this.#task.thresholds.length),
    }
    let bounds: Float64Array | undefined
    const run = (position: number) => {
      const batch = this.runBatch(position)
      settleRanges(ranges, position, batch)
      if (bounds === undefined) {
        parts.lows.set(ranges.lows)
        parts.classesPerUnit.set(ranges.classesPerUnit)
        bounds = listBounds(this.#task, batch)
      }
      functions.countClasses(seriesCount, batch.drawCount, parts.results.byteOffset, parts.lows.byteOffset, parts.classesPerUnit.byteOffset, parts.counts.byteOffset, CLASSES)
      countBelow(this.#task, batch, bounds, tally)
    }
    return { tally, run }
  }

  #runPair(draw: number, place: number): void {
    const { seed, stepCount, outcomes, groups = [] } = this.#task
    const { functions, parts, years } = this.#memory
    const first = getPlace(parts.lows.length, 0, place)
    const [key0, key1] = [seed >>> 0, Math.floor(seed / 2 ** 32)]
    const lengthOfYear = DRAWS_OF_PAIR * countPlaces(this.#task) * outcomes.length
    functions.begin(parts.base.byteOffset)
    functions.drawErrors(0, draw, key0, key1)
    for (let step = 0; step <= stepCount; step++) {
      if (step > 0) {
        functions.drawErrors(step, draw, key0, key1)
        functions.stepTrajectories(years[step - 1]!.records)
      }
      const { blocks, constants, outcomeErrors } = years[step]!
      const results = parts.results.byteOffset + 4 * (first + step * lengthOfYear)
      functions.summarise(parts.elements.byteOffset, blocks, this.#blockCount, parts.recipes.byteOffset, outcomes.length, constants, outcomeErrors, parts.normalsOf.byteOffset, results)
      functions.addUpGroups(parts.groups.byteOffset, groups.length, outcomes.length, results)
    }
  }
}
