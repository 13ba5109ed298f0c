/** Rings of polygons as flat arrays of corners, and what can be wrong with one by itself. */
import type { Position } from 'geojson'

/** The corners of a ring in order, without the closing point and without points that repeat the one before. */
export interface Ring {
  readonly count: number
  readonly x: Float64Array
  readonly y: Float64Array
}

export type RingFault = 'tooFewPoints' | 'notClosed' | 'zeroArea'

/** What is wrong with the points of a ring, or undefined when it is closed and has a surface. */
export function findRingFault(points: readonly Position[], ring: Ring): RingFault | undefined {
  if (points.length < 4) return 'tooFewPoints'
  const [start, end] = [points[0], points[points.length - 1]]
  if (start?.[0] !== end?.[0] || start?.[1] !== end?.[1]) return 'notClosed'
  return ring.count < 3 || measureArea(ring) === 0 ? 'zeroArea' : undefined
}

export function createRing(points: readonly Position[]): Ring {
  const x = new Float64Array(points.length)
  const y = new Float64Array(points.length)
  let count = 0
  for (const [px = NaN, py = NaN] of points) {
    if (count > 0 && x[count - 1] === px && y[count - 1] === py) continue
    x[count] = px
    y[count] = py
    count++
  }
  while (count > 1 && x[count - 1] === x[0] && y[count - 1] === y[0]) count--
  return { count, x: x.subarray(0, count), y: y.subarray(0, count) }
}

/** Twice the surface in square degrees, negative for a ring that runs clockwise. */
function measureArea({ count, x, y }: Ring): number {
  const [x0 = 0] = x
  const [y0 = 0] = y
  let doubled = 0
  for (let corner = 0; corner < count; corner++) {
    const next = corner + 1 === count ? 0 : corner + 1
    doubled += (x[corner]! - x0) * (y[next]! - y0) - (x[next]! - x0) * (y[corner]! - y0)
  }
  return doubled
}

/** Whether more than half of the corners of a ring lie within another one; exact where the two do not cross. */
export function liesWithin(ring: Ring, other: Ring): boolean {
  let within = 0
  for (let corner = 0; corner < ring.count; corner++) if (contains(other, ring.x[corner]!, ring.y[corner]!)) within++
  return within * 2 > ring.count
}

function contains({ count, x, y }: Ring, px: number, py: number): boolean {
  let within = false
  for (let corner = 0, before = count - 1; corner < count; before = corner++) {
    const passes = y[corner]! > py !== y[before]! > py
    if (passes && px < ((x[before]! - x[corner]!) * (py - y[corner]!)) / (y[before]! - y[corner]!) + x[corner]!) within = !within
  }
  return within
}
