/** The columns that the weights multiply: figures on one scale, and on the scale of the mean they go into. */
import type { Aggregation } from '#engines/index/aggregations/aggregation.ts'
import type { FlatTree } from '#engines/index/flat-tree.ts'
import type { Normalisation } from '#engines/index/normalisations/normalisation.ts'
import type { PreparedFigures } from '#engines/index/prepare-figures.ts'

/** Takes a column over: it is written again for the next leaf. */
type TakeColumn = (column: Float64Array, leaf: number, set: number) => void

/** Hands over a column for each leaf and each set of aggregations, which holds one a dimension. Missing is 0 here, so that it adds nothing. */
export function eachScaledColumn(figures: PreparedFigures, tree: FlatTree, normalisation: Normalisation, sets: readonly (readonly Aggregation[])[], take: TakeColumn): void {
  const normalised = new Float64Array(figures.areaCount)
  const column = new Float64Array(figures.areaCount)
  for (const [place, { leaves }] of tree.dimensions.entries()) {
    for (const leaf of leaves) {
      normalisation.normalise(figures.columns[leaf]!, figures.sorted[leaf]!, normalised)
      for (const [set, aggregations] of sets.entries()) {
        aggregations[place]!.forward(normalised, column, 0, column.length)
        for (const area of figures.missing[leaf]!) column[area] = 0
        take(column, leaf, set)
      }
    }
  }
}

/**
 * A matrix for each set of aggregations, column-major, a column a leaf.
 * @param allocate gives the memory of a matrix
 */
export function scaleFigures(
  figures: PreparedFigures, tree: FlatTree, normalisation: Normalisation, sets: readonly (readonly Aggregation[])[], allocate: (length: number) => Float64Array,
): Float64Array[] {
  const { areaCount } = figures
  const matrices = sets.map(() => allocate(areaCount * tree.leaves.length))
  eachScaledColumn(figures, tree, normalisation, sets, (column, leaf, set) => matrices[set]!.set(column, leaf * areaCount))
  return matrices
}
