/** The columns that the weights multiply: figures on one scale, and on the scale of the mean they go into. */
import type { Aggregation } from '#engines/index/aggregations/aggregation.ts'
import type { FlatTree } from '#engines/index/flat-tree.ts'
import type { Normalisation } from '#engines/index/normalisations/normalisation.ts'
import type { PreparedFigures } from '#engines/index/prepare-figures.ts'

/**
 * A matrix for each set of aggregations, which holds one a dimension. Column-major, a column a leaf; missing is 0 here, so that it adds nothing.
 * @param allocate gives the memory of a matrix
 */
export function scaleFigures(
  figures: PreparedFigures, tree: FlatTree, normalisation: Normalisation, sets: readonly (readonly Aggregation[])[], allocate: (length: number) => Float64Array,
): Float64Array[] {
  const { areaCount } = figures
  const matrices = sets.map(() => allocate(areaCount * tree.leaves.length))
  const normalised = new Float64Array(areaCount)
  for (const [place, { leaves }] of tree.dimensions.entries()) {
    for (const leaf of leaves) {
      normalisation.normalise(figures.columns[leaf]!, figures.sorted[leaf]!, normalised)
      for (const [at, aggregations] of sets.entries()) {
        const column = matrices[at]!.subarray(leaf * areaCount, (leaf + 1) * areaCount)
        aggregations[place]!.forward(normalised, column, 0, areaCount)
        for (const area of figures.missing[leaf]!) column[area] = 0
      }
    }
  }
  return matrices
}
