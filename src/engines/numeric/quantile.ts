/** Places in a sorted column. */

/** Quantile p in [0, 1] of ascending values, at least one: linear between the two nearest (type 7 of Hyndman & Fan 1996, as in R, numpy and Excel). */
export function getQuantile(sorted: Float64Array, p: number): number {
  const at = p * (sorted.length - 1)
  const below = Math.floor(at)
  const low = sorted[below] ?? NaN
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? NaN
  return low + (at - below) * (high - low)
}

/** How many of the ascending values are below the given one. */
export function countBelow(sorted: Float64Array | Int32Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? NaN) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** How many of the ascending values are at most the given one. */
export function countAtMost(sorted: Float64Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? NaN) <= value) low = middle + 1
    else high = middle
  }
  return low
}
