/** Iterative proportional fitting: figures of a table scaled until they add up to totals that are known in several ways. */

/** One way to add up the cells. */
export interface Margin {
  /** The total each cell belongs to; −1 for a cell that this margin says nothing about. */
  readonly totalOfCell: Int32Array
  /** At least 0; NaN where a total is not known. */
  readonly totals: Float64Array
}

export interface Fit {
  readonly cells: Float64Array
  readonly rounds: number
  /** The largest difference left between a sum and its total, as a share of that total (of 1 where the total is smaller). */
  readonly largestDifference: number
}

interface FitOptions {
  readonly mostRounds?: number
  /** Rounds end when one finds no sum further from its total than this share of it. */
  readonly tolerance?: number
}

/**
 * Scales `seed` (at least 0) by margin after margin, round after round (Deming & Stephan 1940). A cell of 0 stays 0, and odds
 * ratios of the seed are kept. With margins that contradict each other the last one holds exactly, and `largestDifference` tells of the others.
 */
export function fitMargins(seed: Float64Array, margins: readonly Margin[], { mostRounds = 200, tolerance = 1e-9 }: FitOptions = {}): Fit {
  for (const { totalOfCell } of margins) {
    if (totalOfCell.length !== seed.length) throw new RangeError(`a margin speaks of ${totalOfCell.length} cells, there are ${seed.length}`)
  }
  const cells = seed.slice()
  let [rounds, largestFound] = [0, Infinity]
  while (largestFound > tolerance && rounds < mostRounds) {
    largestFound = 0
    for (const margin of margins) largestFound = Math.max(largestFound, scaleTo(cells, margin))
    rounds++
  }
  return { cells, rounds, largestDifference: margins.reduce((largest, margin) => Math.max(largest, findLargest(addUp(cells, margin), margin)), 0) }
}

function addUp(cells: Float64Array, { totalOfCell, totals }: Margin): Float64Array {
  const sums = new Float64Array(totals.length)
  for (let cell = 0; cell < cells.length; cell++) {
    const total = totalOfCell[cell]!
    if (total >= 0) sums[total]! += cells[cell]!
  }
  return sums
}

/** Returns the largest difference that it found before it scaled. */
function scaleTo(cells: Float64Array, margin: Margin): number {
  const { totalOfCell, totals } = margin
  const sums = addUp(cells, margin)
  const factors = sums.map((sum, at) => (sum > 0 && !Number.isNaN(totals[at]!) ? totals[at]! / sum : 1))
  for (let cell = 0; cell < cells.length; cell++) {
    const total = totalOfCell[cell]!
    if (total >= 0) cells[cell]! *= factors[total]!
  }
  return findLargest(sums, margin)
}

/** As a share of the total, of 1 where that is smaller. */
function findLargest(sums: Float64Array, { totals }: Margin): number {
  let largest = 0
  for (let at = 0; at < sums.length; at++) {
    const total = totals[at]!
    if (!Number.isNaN(total)) largest = Math.max(largest, Math.abs(sums[at]! - total) / Math.max(1, total))
  }
  return largest
}
