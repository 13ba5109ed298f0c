/** The index: scores, ranks and what was missing. */
import { flattenTree } from '#engines/index/flat-tree.ts'
import { checkIndexInput } from '#engines/index/index-model.ts'
import type { FigureMatrix, IndexModel } from '#engines/index/index-model.ts'
import { prepareFigures } from '#engines/index/prepare-figures.ts'
import { scaleFigures } from '#engines/index/scale-figures.ts'
import { AreaScorer } from '#engines/index/score-areas.ts'
import { createPlainFourColumns } from '#engines/numeric/four-columns.ts'
import { DescendingRanker } from '#engines/numeric/rank-descending.ts'

/** Why an area has no score, by the code in `missingCodes`. */
export const MISSING_SCORE_REASONS = ['scored', 'noFigures', 'tooFewFigures'] as const

export interface DimensionScores {
  /** More is worse; NaN where there is no score. */
  readonly scores: Float64Array
  /** Share in [0, 1] of the weight whose indicators have a figure and count. */
  readonly presentShares: Float64Array
}

export interface IndexResult extends DimensionScores {
  /** 1 for the worst, 0 where there is no score; equal scores share the lowest rank (1, 2, 2, 4). */
  readonly ranks: Int32Array
  /** How many other areas have the same rank. */
  readonly tiedWith: Int32Array
  /** How many indicators of the model have a figure, an area. */
  readonly figureCounts: Int32Array
  /** A code of `MISSING_SCORE_REASONS` an area, and how many areas have each. */
  readonly missingCodes: Uint8Array
  readonly missingCounts: Readonly<Record<(typeof MISSING_SCORE_REASONS)[number], number>>
  /** The index first, then its dimensions, parents before their children, in the order of the model. */
  readonly dimensions: readonly DimensionScores[]
  /** What happened to the figures of every indicator, in the order of the model. */
  readonly indicators: readonly { readonly missingCount: number; readonly outlierCount: number }[]
}

/** Computes the index. Throws a RangeError for a matrix or model that cannot be computed. */
export function computeIndex(matrix: FigureMatrix, model: IndexModel): IndexResult {
  checkIndexInput(matrix, model)
  const tree = flattenTree(model.root)
  const figures = prepareFigures(matrix, model, tree)
  const aggregations = tree.dimensions.map(({ node }) => node.aggregation)
  const kernel = createPlainFourColumns()
  const scaled = scaleFigures(figures, tree, model.normalisation, [aggregations], kernel.allocate)[0]!
  const scores = tree.dimensions.map(() => new Float64Array(matrix.areaCount))
  const scorer = new AreaScorer(tree, figures, matrix.areaCount, kernel)
  const run = { weights: tree.chosenWeights, scores }
  for (let block = 0; block < scorer.blockCount; block++) scorer.score(scaled, aggregations, run, run, block)
  scorer.finish(aggregations, scores)
  const dimensions = scores.map((own, place) => ({ scores: own, presentShares: figures.presentShares[place]! }))
  const index = dimensions[0]!
  const ranks = new Int32Array(matrix.areaCount)
  new DescendingRanker(matrix.areaCount).rank(index.scores, ranks)
  const figureCounts = new Int32Array(matrix.areaCount).fill(tree.leaves.length)
  for (const areas of figures.missing) for (const area of areas) figureCounts[area]!--
  return {
    ...index,
    ranks,
    tiedWith: countTies(ranks),
    ...explainMissing(ranks, figureCounts),
    figureCounts,
    dimensions,
    indicators: tree.leaves.map((_, leaf) => ({ missingCount: figures.missing[leaf]!.length, outlierCount: figures.outlierCounts[leaf]! })),
  }
}

function countTies(ranks: Int32Array): Int32Array {
  const counts = new Int32Array(ranks.length + 1)
  for (const rank of ranks) counts[rank]!++
  return ranks.map((rank) => (rank === 0 ? 0 : counts[rank]! - 1))
}

function explainMissing(ranks: Int32Array, figureCounts: Int32Array): Pick<IndexResult, 'missingCodes' | 'missingCounts'> {
  const missingCodes = Uint8Array.from(ranks, (rank, area) => (rank > 0 ? 0 : figureCounts[area] === 0 ? 1 : 2))
  const count = (code: number) => missingCodes.reduce((sum, own) => sum + Number(own === code), 0)
  return { missingCodes, missingCounts: { scored: count(0), noFigures: count(1), tooFewFigures: count(2) } }
}
