/** Draws the choices of an index again and again, and tallies the ranks that follow. */
import { findBatchEnd, RUNS_A_BATCH } from '#engines/index/draw-batches.ts'
import { createPlainDrawKernel } from '#engines/index/draw-kernel.ts'
import type { DrawKernel, TallyRows } from '#engines/index/draw-kernel.ts'
import { RunDrawer } from '#engines/index/draw-runs.ts'
import { MOST_RUNS } from '#engines/index/draw-scorer.ts'
import type { DrawScorer, DrawnRun, ScorerInput } from '#engines/index/draw-scorer.ts'
import { flattenTree } from '#engines/index/flat-tree.ts'
import type { FlatTree } from '#engines/index/flat-tree.ts'
import { checkIndexInput } from '#engines/index/index-model.ts'
import type { FigureMatrix, IndexModel } from '#engines/index/index-model.ts'
import { prepareFigures } from '#engines/index/prepare-figures.ts'
import { isOneProduct, ProductScorer } from '#engines/index/product-scorer.ts'
import { createRankTally, tallyPair } from '#engines/index/rank-tally.ts'
import type { RankTally } from '#engines/index/rank-tally.ts'
import { rankAsChosen } from '#engines/index/rank-as-chosen.ts'
import type { SharedFigures } from '#engines/index/shared-figures.ts'
import { TreeScorer } from '#engines/index/tree-scorer.ts'
import { isTwoStages, TwoStageScorer } from '#engines/index/two-stage-scorer.ts'
import { checkUncertaintyPlan, CHOICES } from '#engines/index/uncertainty-plan.ts'
import type { UncertaintyPlan } from '#engines/index/uncertainty-plan.ts'
import { DescendingRanker } from '#engines/numeric/rank-descending.ts'

/** Ranks are counted in 16 bits. */
const MOST_AREAS = 65_535

/** Draws come in pairs, 0 to `pairCount` − 1; any split of these over calls and workers gives tallies that add up to the same. */
export class RankSimulation {
  readonly pairCount: number
  readonly tally: RankTally
  readonly #plan: UncertaintyPlan
  readonly #kernel: DrawKernel
  readonly #drawer: RunDrawer
  readonly #scorer: DrawScorer
  readonly #ranker: DescendingRanker
  readonly #rows: TallyRows
  readonly #variantCount: number
  /** The runs of a variant that wait for their scores. */
  readonly #waiting: DrawnRun[] = []
  readonly #waitingRows: number[] = []

  /**
   * Throws a RangeError for a matrix, model or plan that cannot be computed.
   * @param kernel the plain one gives the same, more slowly
   * @param shared for threads that draw together: `createSharedFigures` for the normalisations, the variants and the matrix of this plan
   */
  constructor(matrix: FigureMatrix, model: IndexModel, plan: UncertaintyPlan, kernel: DrawKernel = createPlainDrawKernel(), shared?: SharedFigures) {
    checkIndexInput(matrix, model)
    if (matrix.areaCount > MOST_AREAS) throw new RangeError(`${matrix.areaCount} areas: ranks are drawn of at most ${MOST_AREAS}`)
    const tree = flattenTree(model.root)
    checkUncertaintyPlan(plan, tree)
    const figures = prepareFigures(matrix, model, tree, shared)
    this.pairCount = Math.ceil(plan.draws / 2)
    this.tally = createRankTally(rankAsChosen(figures, tree, model.normalisation), kernel)
    const input: ScorerInput = { tree, figures, areas: this.tally.areas, variants: listVariants(tree, plan), shared }
    this.#plan = plan
    this.#kernel = kernel
    this.#variantCount = input.variants.length
    this.#drawer = new RunDrawer(tree, plan, Math.min(RUNS_A_BATCH, 6 * this.pairCount))
    this.#scorer = createScorer(input, kernel)
    this.#ranker = new DescendingRanker(this.tally.areas.length)
    const capacity = this.#drawer.runs.length
    this.#rows = {
      ...this.tally, areaCount: this.tally.rowLength, chosenRanks: this.tally.chosenRanksOfRow,
      ranks: kernel.takeShorts(capacity * this.tally.rowLength), worstTenths: kernel.takeWholes(capacity),
    }
  }

  /** Tallies the draws of the pairs from `fromPair` to before `toPair`. */
  run(fromPair: number, toPair: number): void {
    if (!(fromPair >= 0 && fromPair <= toPair && toPair <= this.pairCount)) throw new RangeError(`pairs ${fromPair} to ${toPair} of ${this.pairCount}`)
    if (this.tally.areas.length === 0) return
    for (let first = fromPair; first < toPair;) {
      const end = findBatchEnd(first, toPair, this.#plan.sensitivityPairs)
      this.#runBatch(first, end)
      first = end
    }
  }

  #runBatch(fromPair: number, toPair: number): void {
    const runCount = this.#drawer.draw(fromPair, toPair)
    for (let variant = 0; variant < this.#variantCount; variant++) this.#rankVariant(variant, runCount)
    this.#kernel.tally(this.#rows, Math.min(2 * toPair, this.#plan.draws) - 2 * fromPair)
    for (let at = 0; at < toPair - fromPair; at++) {
      const { a, b, mixes, hasMixes } = this.#drawer.pairs[at]!
      if (!hasMixes) continue
      for (let choice = 0; choice < CHOICES.length; choice++) tallyPair(this.tally, choice, this.#getRow(a), this.#getRow(b), this.#getRow(mixes[choice]!))
    }
  }

  #getRow(run: number): Uint16Array {
    return this.#rows.ranks.subarray(run * this.tally.rowLength, run * this.tally.rowLength + this.tally.areas.length)
  }

  /** Runs of one variant together: they read the same figures. */
  #rankVariant(variant: number, runCount: number): void {
    for (let at = 0; at < runCount; at++) {
      const run = this.#drawer.runs[at]!
      if (run.variant !== variant) continue
      this.#waiting.push(run)
      this.#waitingRows.push(at)
      if (this.#waiting.length === MOST_RUNS) this.#rankWaiting()
    }
    if (this.#waiting.length > 0) this.#rankWaiting()
  }

  #rankWaiting(): void {
    const { rowLength, scores } = this.#scorer
    const areaCount = this.tally.areas.length
    const unscored = this.#scorer.score(this.#waiting)
    for (const [at, run] of this.#waitingRows.entries()) {
      const own = scores.subarray(at * rowLength, (at + 1) * rowLength)
      if (unscored[at] === 0) this.#kernel.rank(own, areaCount, this.#getRow(run))
      else this.#ranker.rank(own.subarray(0, areaCount), this.#getRow(run))
      this.#rows.worstTenths[run] = Math.floor((areaCount - unscored[at]!) / 10)
    }
    this.#waiting.length = 0
    this.#waitingRows.length = 0
  }
}

function createScorer(input: ScorerInput, kernel: DrawKernel): DrawScorer {
  if (isOneProduct(input)) return new ProductScorer(input, kernel)
  return isTwoStages(input) ? new TwoStageScorer(input, kernel) : new TreeScorer(input, kernel)
}

function listVariants(tree: FlatTree, plan: UncertaintyPlan): ScorerInput['variants'] {
  const asChosen = tree.dimensions.map(({ node }) => node.aggregation)
  const sets = plan.aggregations.length > 0 ? plan.aggregations.map((own) => tree.dimensions.map(() => own)) : [asChosen]
  return plan.normalisations.flatMap((normalisation) => sets.map((aggregations) => ({ normalisation, aggregations })))
}
