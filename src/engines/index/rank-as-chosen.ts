/** The ranks of the index itself, with the chosen weights. */
import type { FlatTree } from '#engines/index/flat-tree.ts'
import type { Normalisation } from '#engines/index/normalisations/normalisation.ts'
import type { PreparedFigures } from '#engines/index/prepare-figures.ts'
import { scaleFigures } from '#engines/index/scale-figures.ts'
import { AreaScorer } from '#engines/index/score-areas.ts'
import { createPlainFourColumns } from '#engines/numeric/four-columns.ts'
import { DescendingRanker } from '#engines/numeric/rank-descending.ts'

export function rankAsChosen(figures: PreparedFigures, tree: FlatTree, normalisation: Normalisation): Int32Array {
  const { areaCount } = figures
  const aggregations = tree.dimensions.map(({ node }) => node.aggregation)
  const kernel = createPlainFourColumns()
  const scorer = new AreaScorer(tree, figures, areaCount, kernel)
  const scaled = scaleFigures(figures, tree, normalisation, [aggregations], kernel.allocate)[0]!
  const run = { weights: tree.chosenWeights, scores: tree.dimensions.map(() => new Float64Array(areaCount)) }
  for (let block = 0; block < scorer.blockCount; block++) scorer.score(scaled, aggregations, run, run, block)
  const ranks = new Int32Array(areaCount)
  new DescendingRanker(areaCount).rank(run.scores[0]!, ranks)
  return ranks
}
