/** Brings indicators with different units on one scale, on which more is worse. */
export interface Normalisation {
  readonly id: string
  /**
   * Writes the scaled value of every figure; NaN stays NaN. More must be worse in `values` already.
   * @param sorted the figures that are there, ascending
   * @param out may be `values`
   */
  normalise(values: Float64Array, sorted: Float64Array, out: Float64Array): void
  /** For a scale that follows from ranks: the value at a rank, 1 for the highest of `count`, that `sharing` have. */
  fromRank?(rank: number, sharing: number, count: number): number
}
