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
export function countBelow(sorted: Int32Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? NaN) < value) low = middle + 1
    else high = middle
  }
  return low
}

/** Values in a class on average: so few that the search in one is short. */
const CLASS_SIZE = 4

/**
 * For each value how many of the sorted ones are below it, and how many at most the same; 0 for NaN.
 * Looks in classes of equal width, and halves what is in a class: a few steps a value where figures are spread, never more than a search in all.
 * @param sorted finite, ascending
 * @param values NaN, or among the sorted ones
 */
export function findPlaces(sorted: Float64Array, values: Float64Array): { readonly below: Int32Array; readonly atMost: Int32Array } {
  const [below, atMost] = [new Int32Array(values.length), new Int32Array(values.length)]
  const { starts, scale } = divideInClasses(sorted)
  const ends = findEnds(sorted)
  for (let at = 0; at < values.length; at++) {
    const value = values[at]!
    if (value !== value) continue
    const own = ((value - sorted[0]!) * scale) | 0
    let low = starts[own]!
    let high = starts[own + 1]!
    while (low < high) {
      const middle = (low + high) >>> 1
      if (sorted[middle]! < value) low = middle + 1
      else high = middle
    }
    below[at] = low
    atMost[at] = ends[low]!
  }
  return { below, atMost }
}

/** Where each class starts in the sorted values; the class of a value is the whole part of its distance to the lowest × scale. */
function divideInClasses(sorted: Float64Array): { readonly starts: Int32Array; readonly scale: number } {
  const count = Math.ceil(sorted.length / CLASS_SIZE)
  const lowest = sorted[0] ?? 0
  const perUnit = count / ((sorted[sorted.length - 1] ?? 0) - lowest)
  // Figures that are all the same, or too close together or too far apart to divide, are one class.
  const scale = Number.isFinite(perUnit) ? perUnit : 0
  // The highest is just past the last class: it has one of its own.
  const starts = new Int32Array(count + 3)
  for (let at = 0; at < sorted.length; at++) starts[(((sorted[at]! - lowest) * scale) | 0) + 1]!++
  for (let own = 0; own < count + 2; own++) starts[own + 1]! += starts[own]!
  return { starts, scale }
}

/** For each of the sorted values the place after the last one that is the same. */
function findEnds(sorted: Float64Array): Int32Array {
  const ends = new Int32Array(sorted.length)
  for (let at = sorted.length - 1; at >= 0; at--) ends[at] = sorted[at] === sorted[at + 1] ? ends[at + 1]! : at + 1
  return ends
}
