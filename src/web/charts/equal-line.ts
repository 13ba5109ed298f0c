/** Where the two measures of a scatter plot are equal. */
export interface ScatterPoint {
  readonly x: number
  readonly y: number
}

/** The part of the line x = y that lies among the points: from its first to its last value; none where it passes them by. */
export function findEqualLine(points: readonly ScatterPoint[]): number[] {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
  const [first, last] = [Math.max(Math.min(...xs), Math.min(...ys)), Math.min(Math.max(...xs), Math.max(...ys))]
  return first < last ? [first, last] : []
}
