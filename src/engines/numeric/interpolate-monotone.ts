/** A smooth curve through points that never goes down where the points do not (Fritsch & Carlson 1980; Fritsch & Butland 1984). */

/**
 * Piecewise cubic through (`xs`, `ys`); flat beyond the ends. `xs` ascend strictly, `ys` are as many.
 * The slope in an inner point is the harmonic mean of those beside it, 0 where they differ in sign.
 */
export function interpolateMonotone(xs: readonly number[], ys: readonly number[]): (x: number) => number {
  if (xs.length !== ys.length || xs.length < 2) throw new RangeError(`a curve needs as many xs as ys, at least two: there are ${xs.length} and ${ys.length}`)
  const rises = xs.slice(1).map((x, at) => (ys[at + 1]! - ys[at]!) / (x - xs[at]!))
  const slopes = xs.map((_, at) => {
    const [before, after] = [rises[at - 1], rises[at]]
    if (before === undefined || after === undefined || before * after <= 0) return 0
    return (2 * before * after) / (before + after)
  })
  return (x) => {
    if (x <= xs[0]!) return ys[0]!
    const at = xs.findIndex((right, index) => index > 0 && x <= right) - 1
    if (at < 0) return ys.at(-1)!
    const width = xs[at + 1]! - xs[at]!
    const t = (x - xs[at]!) / width
    const [square, cube] = [t * t, t * t * t]
    return (
      (2 * cube - 3 * square + 1) * ys[at]! + (cube - 2 * square + t) * width * slopes[at]! + (3 * square - 2 * cube) * ys[at + 1]! + (cube - square) * width * slopes[at + 1]!
    )
  }
}
