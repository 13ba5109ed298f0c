/** Scores of areas in many draws at once. */
import type { Aggregation } from '#engines/index/aggregations/aggregation.ts'
import type { FlatTree } from '#engines/index/flat-tree.ts'
import type { Normalisation } from '#engines/index/normalisations/normalisation.ts'
import type { PreparedFigures } from '#engines/index/prepare-figures.ts'
import type { SharedFigures } from '#engines/index/shared-figures.ts'

/** One evaluation of the index. */
export interface DrawnRun {
  /** A slot of the tree; those of every dimension add up to 1. */
  readonly weights: Float64Array
  /** Place in the list of variants. */
  variant: number
}

/** One way to bring indicators on a scale and to put them together. */
export interface Variant {
  readonly normalisation: Normalisation
  /** One a dimension. */
  readonly aggregations: readonly Aggregation[]
}

/** What does not change between draws. */
export interface ScorerInput {
  readonly tree: FlatTree
  readonly figures: PreparedFigures
  /** The areas to score, in the order of the scores. */
  readonly areas: Int32Array
  readonly variants: readonly Variant[]
  /** Where threads put the scaled figures that they make for each other. */
  readonly shared?: SharedFigures | undefined
}

/** At most this many runs at a time. */
export const MOST_RUNS = 64

export interface DrawScorer {
  /** Room for an area; areas after the last are like it. */
  readonly rowLength: number
  /** A row a run, `rowLength` apart. Higher ranks first; only the order means something. */
  readonly scores: Float64Array
  /** Fills the rows of at most `MOST_RUNS` runs of one variant. Gives for each how many areas have no score there: those are NaN. */
  score(runs: readonly DrawnRun[]): Int32Array
}
