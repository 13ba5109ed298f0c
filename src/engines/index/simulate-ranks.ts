/** Draws the choices of an index again and again, and tallies the ranks that follow. */
import type { Aggregation } from '#engines/index/aggregations/aggregation.ts'
import { flattenTree } from '#engines/index/flat-tree.ts'
import type { FlatTree } from '#engines/index/flat-tree.ts'
import { checkIndexInput } from '#engines/index/index-model.ts'
import type { FigureMatrix, IndexModel } from '#engines/index/index-model.ts'
import { prepareFigures } from '#engines/index/prepare-figures.ts'
import type { PreparedFigures } from '#engines/index/prepare-figures.ts'
import { createRankTally, tallyDraws, tallyPair } from '#engines/index/rank-tally.ts'
import type { DrawnRanks, RankTally } from '#engines/index/rank-tally.ts'
import { scaleFigures } from '#engines/index/scale-figures.ts'
import { AreaScorer } from '#engines/index/score-areas.ts'
import type { ScoredRun } from '#engines/index/score-areas.ts'
import { checkUncertaintyPlan, CHOICES, ChoiceDrawer } from '#engines/index/uncertainty-plan.ts'
import type { UncertaintyPlan } from '#engines/index/uncertainty-plan.ts'
import { createPlainFourColumns } from '#engines/numeric/four-columns.ts'
import type { FourColumns } from '#engines/numeric/four-columns.ts'
import { createFastFourColumns } from '#engines/numeric/four-columns-simd.ts'
import { DescendingRanker } from '#engines/numeric/rank-descending.ts'

/** Areas at a time: their figures stay in the cache of a core while all runs of a batch pass over them. */
const BLOCK_AREAS = 256
const PAIRS_A_BATCH = 32
const RUNS_A_PAIR = 2 + CHOICES.length

/** One evaluation of the index. The memory is used again in every batch. */
interface Run extends DrawnRanks, ScoredRun {
  variant: number
  ranked: number
}

/** Draws come in pairs, 0 to `pairCount` − 1; any split of these over calls and workers gives tallies that add up to the same. */
export class RankSimulation {
  readonly pairCount: number
  readonly tally: RankTally
  readonly #tree: FlatTree
  readonly #figures: PreparedFigures
  readonly #plan: UncertaintyPlan
  readonly #drawer: ChoiceDrawer
  readonly #kernel: FourColumns
  readonly #scorer: AreaScorer
  readonly #ranker: DescendingRanker
  readonly #variants: readonly { readonly aggregations: readonly Aggregation[]; scaled: Float64Array | undefined }[]
  readonly #runs: readonly Run[]
  readonly #means: readonly Float64Array[]
  readonly #otherMeans: readonly Float64Array[]
  /** Which run holds a choice's mix of a pair: A itself where A and B are the same in that choice. */
  readonly #mixes = new Int32Array(PAIRS_A_BATCH * CHOICES.length)

  /**
   * Throws a RangeError for a matrix, model or plan that cannot be computed.
   * @param createKernel the fast one, unless two are compared
   */
  constructor(matrix: FigureMatrix, model: IndexModel, plan: UncertaintyPlan, createKernel: (length: number) => FourColumns = createFastFourColumns) {
    checkIndexInput(matrix, model)
    const tree = flattenTree(model.root)
    checkUncertaintyPlan(plan, tree)
    this.#tree = tree
    this.#plan = plan
    this.#figures = prepareFigures(matrix, model, tree)
    this.#drawer = new ChoiceDrawer(tree, plan)
    this.#ranker = new DescendingRanker(matrix.areaCount)
    this.pairCount = Math.ceil(plan.draws / 2)
    const asChosen = tree.dimensions.map(({ node }) => node.aggregation)
    const aggregations = plan.aggregations.length > 0 ? plan.aggregations.map((own) => tree.dimensions.map(() => own)) : [asChosen]
    this.#variants = plan.normalisations.flatMap(() => aggregations.map((own) => ({ aggregations: own, scaled: undefined })))
    const runCount = Math.min(PAIRS_A_BATCH, this.pairCount) * (plan.sensitivityPairs > 0 ? RUNS_A_PAIR : 2)
    // Columns of one number an area: scaled figures, scores of runs, means of two runs, and one for the scorer.
    const columns = this.#variants.length * tree.leaves.length + runCount + 2 * tree.dimensions.length + 1
    this.#kernel = createKernel(columns * matrix.areaCount)
    this.#scorer = new AreaScorer(tree, this.#figures, BLOCK_AREAS, this.#kernel)
    this.#means = tree.dimensions.map(() => this.#kernel.allocate(matrix.areaCount))
    this.#otherMeans = tree.dimensions.map(() => this.#kernel.allocate(matrix.areaCount))
    this.#runs = Array.from({ length: runCount }, () => makeRun(tree, this.#kernel.allocate(matrix.areaCount)))
    this.tally = createRankTally(this.#rankAsChosen(model, asChosen))
  }

  /** Tallies the draws of the pairs from `fromPair` to before `toPair`. */
  run(fromPair: number, toPair: number): void {
    if (!(fromPair >= 0 && fromPair <= toPair && toPair <= this.pairCount)) throw new RangeError(`pairs ${fromPair} to ${toPair} of ${this.pairCount}`)
    for (let first = fromPair; first < toPair; first += PAIRS_A_BATCH) this.#runBatch(first, Math.min(toPair, first + PAIRS_A_BATCH))
  }

  #rankAsChosen(model: IndexModel, aggregations: readonly Aggregation[]): Int32Array {
    const { areaCount } = this.#figures
    const kernel = createPlainFourColumns()
    const scorer = new AreaScorer(this.#tree, this.#figures, areaCount, kernel)
    const scaled = scaleFigures(this.#figures, this.#tree, model.normalisation, [aggregations], kernel.allocate)[0]!
    const run = { weights: this.#tree.chosenWeights, scores: this.#tree.dimensions.map(() => new Float64Array(areaCount)) }
    for (let block = 0; block < scorer.blockCount; block++) scorer.score(scaled, aggregations, run, run, block)
    const ranks = new Int32Array(areaCount)
    this.#ranker.rank(run.scores[0]!, ranks)
    return ranks
  }

  #runBatch(fromPair: number, toPair: number): void {
    const runCount = this.#draw(fromPair, toPair)
    this.#score(runCount)
    for (let at = 0; at < runCount; at++) {
      const run = this.#runs[at]!
      run.ranked = this.#ranker.rank(run.scores[0]!, run.ranks)
    }
    this.#tallyBatch(fromPair, toPair)
  }

  /** Draws the choices of all runs of the batch: A and B of every pair first, then the mixes. Gives the number of runs. */
  #draw(fromPair: number, toPair: number): number {
    const firstMix = 2 * (toPair - fromPair)
    let next = firstMix
    for (let pair = fromPair; pair < toPair; pair++) {
      const [a, b] = [2 * pair, 2 * pair + 1]
      const run = 2 * (pair - fromPair)
      this.#prepareRun(run, a, a, a, a)
      this.#prepareRun(run + 1, b, b, b, b)
      if (pair >= this.#plan.sensitivityPairs) continue
      for (let choice = 0; choice < CHOICES.length; choice++) {
        const [weights, normalisation, aggregation, leftOut] = [0, 1, 2, 3].map((own) => (own === choice ? b : a)) as [number, number, number, number]
        this.#prepareRun(next, weights, normalisation, aggregation, leftOut)
        const same = this.#isSame(next, run)
        this.#mixes[(pair - fromPair) * CHOICES.length + choice] = same ? run : next
        if (!same) next++
      }
    }
    return next
  }

  #prepareRun(at: number, weightsDraw: number, normalisationDraw: number, aggregationDraw: number, leftOutDraw: number): void {
    const run = this.#runs[at]!
    const aggregationCount = Math.max(1, this.#plan.aggregations.length)
    run.variant = this.#drawer.drawNormalisation(normalisationDraw) * aggregationCount + this.#drawer.drawAggregation(aggregationDraw)
    this.#drawer.drawWeights(weightsDraw, leftOutDraw, run.weights)
  }

  #isSame(at: number, other: number): boolean {
    const [one, two] = [this.#runs[at]!, this.#runs[other]!]
    for (let slot = 0; slot < one.weights.length; slot++) if (one.weights[slot] !== two.weights[slot]) return false
    return one.variant === two.variant
  }

  #score(runCount: number): void {
    for (let block = 0; block < this.#scorer.blockCount; block++) {
      // Runs of one variant after each other, two at a time: they read the same figures.
      for (let variant = 0; variant < this.#variants.length; variant++) {
        let waiting: Run | undefined
        for (let at = 0; at < runCount; at++) {
          const run = this.#runs[at]!
          if (run.variant !== variant) continue
          if (waiting) this.#scoreTwo(variant, waiting, run, block)
          waiting = waiting ? undefined : run
        }
        if (waiting) this.#scoreTwo(variant, waiting, waiting, block)
      }
    }
  }

  #scoreTwo(variant: number, one: Run, other: Run, block: number): void {
    // Means of dimensions are only needed until the next two.
    for (let place = 1; place < this.#means.length; place++) {
      one.scores[place] = this.#means[place]!
      if (other !== one) other.scores[place] = this.#otherMeans[place]!
    }
    this.#scorer.score(this.#scale(variant), this.#variants[variant]!.aggregations, one, other, block)
  }

  /** Made when first drawn, for all aggregations of a normalisation. */
  #scale(variant: number): Float64Array {
    const made = this.#variants[variant]!.scaled
    if (made) return made
    const count = Math.max(1, this.#plan.aggregations.length)
    const place = Math.floor(variant / count)
    const variants = this.#variants.slice(place * count, (place + 1) * count)
    const matrices = scaleFigures(this.#figures, this.#tree, this.#plan.normalisations[place]!, variants.map(({ aggregations }) => aggregations), this.#kernel.allocate)
    for (const [at, own] of variants.entries()) own.scaled = matrices[at]!
    return matrices[variant - place * count]!
  }

  #tallyBatch(fromPair: number, toPair: number): void {
    tallyDraws(this.tally, this.#runs, Math.min(2 * toPair, this.#plan.draws) - 2 * fromPair)
    for (let pair = fromPair; pair < toPair; pair++) {
      const a = this.#runs[2 * (pair - fromPair)]!
      const b = this.#runs[2 * (pair - fromPair) + 1]!
      if (pair >= this.#plan.sensitivityPairs) continue
      for (let choice = 0; choice < CHOICES.length; choice++) {
        tallyPair(this.tally, choice, a.ranks, b.ranks, this.#runs[this.#mixes[(pair - fromPair) * CHOICES.length + choice]!]!.ranks)
      }
    }
  }
}

function makeRun(tree: FlatTree, scores: Float64Array): Run {
  return { weights: new Float64Array(tree.chosenWeights.length), scores: [scores], ranks: new Int32Array(scores.length), variant: 0, ranked: 0 }
}
