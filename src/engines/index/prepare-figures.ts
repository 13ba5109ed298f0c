/** Figures made ready once for an index: more is worse, outliers treated, missing figures listed, and which areas get a score. */
import type { FlatTree } from '#engines/index/flat-tree.ts'
import type { FigureMatrix, IndexModel } from '#engines/index/index-model.ts'
import type { SharedFigures } from '#engines/index/shared-figures.ts'
import { claim, publish, waitFor } from '#engines/numeric/shared-work.ts'

/** Shares differ by rounding: 0.1 + 0.2 is as good as 0.3. */
const ROUNDING = 1e-12

/** Weight up to which what is present counts as nothing: a drawn weight can be as good as 0. */
export const LEAST_WEIGHT = 1e-9

export interface PreparedFigures {
  readonly areaCount: number
  /** The figures a leaf; NaN is missing. */
  readonly columns: readonly Float64Array[]
  /** The figures that are there a leaf, ascending. */
  readonly sorted: readonly Float64Array[]
  /** The areas without a figure a leaf, ascending. */
  readonly missing: readonly Int32Array[]
  /** How many figures were taken to a limit as outliers, a leaf. */
  readonly outlierCounts: readonly number[]
  /** Share of the weight whose indicators have a figure, a dimension. */
  readonly presentShares: readonly Float64Array[]
  /** 1 where the area has a score, a dimension. */
  readonly scored: readonly Uint8Array[]
}

/**
 * The matrix and the model must have passed `checkIndexInput`.
 * @param shared for threads that each prepare the same figures: what takes longest is done once for all
 */
export function prepareFigures(matrix: FigureMatrix, model: IndexModel, tree: FlatTree, shared?: SharedFigures): PreparedFigures {
  const { areaCount, values } = matrix
  const columns = tree.leaves.map(({ column, direction }) => {
    const figures = values.slice(column * areaCount, (column + 1) * areaCount)
    if (direction === 'higherIsBetter') for (let at = 0; at < areaCount; at++) figures[at] = -figures[at]!
    return figures
  })
  const missing = columns.map(listMissing)
  const sorted = shared ? sortTogether(shared, columns, missing) : columns.map((figures, leaf) => sortThere(figures, missing[leaf]!.length))
  const outlierCounts = columns.map((figures, leaf) => {
    const [lowest, highest] = sorted[leaf]!.length > 0 ? model.outliers.findLimits(sorted[leaf]!) : [-Infinity, Infinity]
    takeToLimits(sorted[leaf]!, lowest, highest)
    return takeToLimits(figures, lowest, highest)
  })
  return { areaCount, columns, sorted, missing, outlierCounts, ...findScored(tree, missing, areaCount, model.minimumShare) }
}

function listMissing(figures: Float64Array): Int32Array {
  const areas: number[] = []
  for (let at = 0; at < figures.length; at++) if (Number.isNaN(figures[at])) areas.push(at)
  return Int32Array.from(areas)
}

function sortThere(figures: Float64Array, missingCount: number): Float64Array {
  const sorted = new Float64Array(figures.length - missingCount)
  let count = 0
  for (let at = 0; at < figures.length; at++) if (!Number.isNaN(figures[at])) sorted[count++] = figures[at]!
  return sorted.sort()
}

/** Each thread sorts the next column that nobody has begun with, and takes over the others. */
function sortTogether({ sortedStates, sorted }: SharedFigures, columns: readonly Float64Array[], missing: readonly Int32Array[]): Float64Array[] {
  const firstOf = (leaf: number) => leaf * columns[leaf]!.length
  for (const [leaf, figures] of columns.entries()) {
    if (!claim(sortedStates, leaf)) continue
    sorted.set(sortThere(figures, missing[leaf]!.length), firstOf(leaf))
    publish(sortedStates, leaf)
  }
  return columns.map((figures, leaf) => {
    waitFor(sortedStates, leaf)
    return new Float64Array(sorted.subarray(firstOf(leaf), firstOf(leaf) + figures.length - missing[leaf]!.length))
  })
}

/** Gives how many were beyond a limit. */
function takeToLimits(figures: Float64Array, lowest: number, highest: number): number {
  let count = 0
  for (let at = 0; at < figures.length; at++) {
    const figure = figures[at]!
    if (figure < lowest) figures[at] = lowest
    else if (figure > highest) figures[at] = highest
    else continue
    count++
  }
  return count
}

function findScored(tree: FlatTree, missing: readonly Int32Array[], areaCount: number, minimumShare: number): Pick<PreparedFigures, 'presentShares' | 'scored'> {
  const presentShares = tree.dimensions.map(() => new Float64Array(areaCount))
  const scored = tree.dimensions.map(() => new Uint8Array(areaCount))
  for (let place = tree.dimensions.length - 1; place >= 0; place--) {
    const { leaves, leafSlots, dimensions, dimensionSlots } = tree.dimensions[place]!
    const shares = presentShares[place]!
    for (const [at, leaf] of leaves.entries()) {
      const weight = tree.chosenWeights[leafSlots[at]!]!
      for (let area = 0; area < areaCount; area++) shares[area]! += weight
      for (const area of missing[leaf]!) shares[area]! -= weight
    }
    for (const [at, child] of dimensions.entries()) {
      const weight = tree.chosenWeights[dimensionSlots[at]!]!
      for (let area = 0; area < areaCount; area++) if (scored[child]![area]) shares[area]! += weight * presentShares[child]![area]!
    }
    for (let area = 0; area < areaCount; area++) {
      if (shares[area]! < ROUNDING) shares[area] = 0
      if (shares[area]! > LEAST_WEIGHT && shares[area]! >= minimumShare - ROUNDING) scored[place]![area] = 1
    }
  }
  return { presentShares, scored }
}
