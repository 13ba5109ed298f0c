/**
 * Scaled figures that several threads make together: each scale is made by one of them, and the others take over what it made.
 * Without this every thread makes all of them, which for 14,000 areas and 100 indicators takes longer than 1,000 draws.
 */
import { createStates } from '#engines/numeric/shared-work.ts'

export interface SharedFigures {
  /** A state for each indicator, in the order of the tree, and the figures of each that are there, ascending, an area apart. */
  readonly sortedStates: Int32Array
  readonly sorted: Float64Array
  /** A state for each normalisation, in their order. */
  readonly states: Int32Array
  /** Room for the figures of every variant, one after the other. */
  readonly figures: Float64Array
}

/** In memory that threads share, for so many variants of so many scales. `length` is the numbers of one variant at most. */
export function createSharedFigures(scaleCount: number, variantCount: number, indicatorCount: number, length: number): SharedFigures {
  return {
    sortedStates: createStates(indicatorCount),
    sorted: new Float64Array(new SharedArrayBuffer(8 * length)),
    states: createStates(scaleCount),
    figures: new Float64Array(new SharedArrayBuffer(8 * variantCount * length)),
  }
}
