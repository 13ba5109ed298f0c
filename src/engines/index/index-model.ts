/** What an index is: figures of areas, and a tree of dimensions and indicators with weights. */
import type { Aggregation } from '#engines/index/aggregations/aggregation.ts'
import type { Normalisation } from '#engines/index/normalisations/normalisation.ts'
import type { OutlierTreatment } from '#engines/index/outliers/outlier-treatment.ts'

/** Figures, a column an indicator: the figure of area a for indicator i is at i × areaCount + a. NaN is missing. */
export interface FigureMatrix {
  readonly areaCount: number
  readonly indicatorCount: number
  readonly values: Float64Array
}

/** A leaf of the tree. `column` is the place of the indicator in the matrix; `weight` counts among its siblings. */
export interface IndicatorNode {
  readonly column: number
  readonly weight: number
  readonly direction: 'higherIsBetter' | 'lowerIsBetter'
}

/** Indicators or dimensions put together. The weight of the root does not count. */
export interface DimensionNode {
  readonly weight: number
  readonly aggregation: Aggregation
  /** Brings the scores of the dimension on a common scale before they count in its parent; without it they count as they are. */
  readonly normalisation?: Normalisation
  readonly children: readonly IndexNode[]
}

export type IndexNode = IndicatorNode | DimensionNode

export interface IndexModel {
  readonly root: DimensionNode
  readonly normalisation: Normalisation
  readonly outliers: OutlierTreatment
  /** In (0, 1]: an area has a score of a dimension, and of the index, only when indicators with at least this share of its weight have a figure. */
  readonly minimumShare: number
}

/** Squares and differences of figures up to here are finite. */
const LARGEST_FIGURE = 1e100

export const isDimension = (node: IndexNode): node is DimensionNode => 'children' in node

/** Throws a RangeError, with the numbers that disagree, for a matrix or a model that cannot be computed. */
export function checkIndexInput(matrix: FigureMatrix, model: IndexModel): void {
  const { areaCount, indicatorCount, values } = matrix
  if (!Number.isInteger(areaCount) || areaCount < 1) throw new RangeError(`${areaCount} areas: there must be at least 1`)
  if (values.length !== areaCount * indicatorCount) {
    throw new RangeError(`${values.length} values for ${areaCount} areas × ${indicatorCount} indicators = ${areaCount * indicatorCount}`)
  }
  const tooLarge = findTooLarge(values)
  if (tooLarge >= 0) {
    throw new RangeError(`indicator ${Math.floor(tooLarge / areaCount)} is ${values[tooLarge]} for area ${tooLarge % areaCount}: figures are within ±${LARGEST_FIGURE}, missing is NaN`)
  }
  if (!(model.minimumShare > 0 && model.minimumShare <= 1)) throw new RangeError(`minimum share ${model.minimumShare} is not above 0 and at most 1`)
  checkDimension(model.root, indicatorCount, 'index')
}

/** A loop of its own: a function called for each of a million figures takes ten times as long. */
function findTooLarge(values: Float64Array): number {
  for (let at = 0; at < values.length; at++) if (Math.abs(values[at]!) > LARGEST_FIGURE) return at
  return -1
}

function checkDimension(dimension: DimensionNode, indicatorCount: number, path: string): void {
  let sum = 0
  for (const [at, child] of dimension.children.entries()) {
    const name = `${path}/${at}`
    if (!(child.weight >= 0 && child.weight < Infinity)) throw new RangeError(`weight of ${name} is ${child.weight}: it must be 0 or more`)
    sum += child.weight
    if (isDimension(child)) checkDimension(child, indicatorCount, name)
    else if (!Number.isInteger(child.column) || child.column < 0 || child.column >= indicatorCount) {
      throw new RangeError(`${name} is indicator ${child.column} of ${indicatorCount}`)
    }
  }
  if (!(sum > 0 && sum < Infinity)) throw new RangeError(`weights of the ${dimension.children.length} parts of ${path} add up to ${sum}: the sum must be above 0 and finite`)
}
