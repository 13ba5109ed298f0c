/** The columns that the weights multiply: figures on one scale, and on the scale of the mean they go into. */
import type { Aggregation } from '#engines/index/aggregations/aggregation.ts'
import type { FlatTree } from '#engines/index/flat-tree.ts'
import type { Normalisation } from '#engines/index/normalisations/normalisation.ts'
import type { PreparedFigures } from '#engines/index/prepare-figures.ts'

/** Column-major, a column a leaf; missing is 0 here, so that it adds nothing. `aggregations` holds one a dimension. */
export function scaleFigures(figures: PreparedFigures, tree: FlatTree, normalisation: Normalisation, aggregations: readonly Aggregation[]): Float64Array {
  const { areaCount } = figures
  const scaled = new Float64Array(areaCount * tree.leaves.length)
  for (const [place, { leaves }] of tree.dimensions.entries()) {
    for (const leaf of leaves) {
      const column = scaled.subarray(leaf * areaCount, (leaf + 1) * areaCount)
      normalisation.normalise(figures.columns[leaf]!, figures.sorted[leaf]!, column)
      aggregations[place]!.forward(column, column, 0, areaCount)
      for (const area of figures.missing[leaf]!) column[area] = 0
    }
  }
  return scaled
}
