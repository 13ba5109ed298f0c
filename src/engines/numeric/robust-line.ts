/** A line through points of which some are far off (Theil 1950, Sen 1968). */

/** NaN for no values. */
export function findMedian(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort()
  const middle = sorted.length / 2
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** The median of the slopes between all pairs of points; 0 for fewer than two. `xs` differ. */
export function findMedianSlope(xs: readonly number[], ys: readonly number[]): number {
  const slopes: number[] = []
  for (let early = 0; early < xs.length; early++) {
    for (let late = early + 1; late < xs.length; late++) slopes.push((ys[late]! - ys[early]!) / (xs[late]! - xs[early]!))
  }
  return slopes.length === 0 ? 0 : findMedian(slopes)
}

/** Height at `x` of the line with the median slope that has as many points above it as below. */
export function readRobustLine(xs: readonly number[], ys: readonly number[], x: number): number {
  const slope = findMedianSlope(xs, ys)
  return findMedian(ys.map((y, at) => y + slope * (x - xs[at]!)))
}

/**
 * The slope of the line through (0, 0) with the least sum of absolute distances: the median of y ÷ x, each counted for |x|. Points with x = 0 say
 * nothing; 0 where no point says anything.
 */
export function findMedianRatio(xs: readonly number[], ys: readonly number[]): number {
  const points = xs.flatMap((x, at) => (x === 0 ? [] : [{ ratio: ys[at]! / x, weight: Math.abs(x) }])).sort((a, b) => a.ratio - b.ratio)
  const half = points.reduce((total, { weight }) => total + weight, 0) / 2
  let below = 0
  for (const { ratio, weight } of points) {
    below += weight
    if (below >= half) return ratio
  }
  return 0
}
