/** The outcomes of the trajectories that a worker runs at once. */

/** Trajectories that lie side by side, in a pair of vectors. */
export const DRAWS_OF_PAIR = 8

export interface Batch {
  readonly drawCount: number
  /** A series is an outcome of a place in a year: years outermost, then places (areas, then groups), outcomes innermost. */
  readonly seriesCount: number
  /** Overwritten by the next batch; see `getPlace`. */
  readonly results: Float32Array
}

/** Where a series of a draw of the batch is among the results. */
export const getPlace = (seriesCount: number, series: number, draw: number): number =>
  DRAWS_OF_PAIR * (Math.floor(draw / DRAWS_OF_PAIR) * seriesCount + series) + (draw % DRAWS_OF_PAIR)
