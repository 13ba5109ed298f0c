/** Whether the rings of a polygon are valid: closed, with a surface, and nowhere crossing or touching themselves. */
import type { Position } from 'geojson'

export type RingFault = 'tooFewPoints' | 'notClosed' | 'zeroArea' | 'selfCrossing'

export interface InvalidRing {
  readonly fault: RingFault
  /** Near where: a point of the ring, [longitude, latitude]. */
  readonly at: Position
}

/** What is wrong with a ring, or undefined for a valid one. */
export function findRingFault(ring: readonly Position[]): InvalidRing | undefined {
  const start = ring[0] ?? [NaN, NaN]
  if (ring.length < 4) return { fault: 'tooFewPoints', at: start }
  const end = ring[ring.length - 1] ?? [NaN, NaN]
  if (start[0] !== end[0] || start[1] !== end[1]) return { fault: 'notClosed', at: start }
  const corners = withoutRepeats(ring)
  if (corners.count < 3 || signedArea(corners) === 0) return { fault: 'zeroArea', at: start }
  const crossing = findSelfCrossing(corners)
  return crossing === undefined ? undefined : { fault: 'selfCrossing', at: crossing }
}

interface Corners {
  readonly count: number
  readonly x: Float64Array
  readonly y: Float64Array
}

/** The corners of a closed ring, the last point and points that repeat the one before left out. */
function withoutRepeats(ring: readonly Position[]): Corners {
  const x = new Float64Array(ring.length)
  const y = new Float64Array(ring.length)
  let count = 0
  for (let index = 0; index < ring.length - 1; index++) {
    const [px = NaN, py = NaN] = ring[index] ?? []
    if (count > 0 && x[count - 1] === px && y[count - 1] === py) continue
    x[count] = px
    y[count] = py
    count++
  }
  while (count > 1 && x[count - 1] === x[0] && y[count - 1] === y[0]) count--
  return { count, x: x.subarray(0, count), y: y.subarray(0, count) }
}

function signedArea({ count, x, y }: Corners): number {
  const [x0 = 0] = x
  const [y0 = 0] = y
  let doubled = 0
  for (let index = 0; index < count; index++) {
    const next = index + 1 === count ? 0 : index + 1
    doubled += (x[index]! - x0) * (y[next]! - y0) - (x[next]! - x0) * (y[index]! - y0)
  }
  return doubled / 2
}

/**
 * A point where two sides of the ring meet that are no neighbours, or where neighbours lie on top of each other.
 * Sides are swept from west to east, so that only those with overlapping longitudes are compared.
 */
function findSelfCrossing(corners: Corners): Position | undefined {
  const { count, x, y } = corners
  const order = Array.from({ length: count }, (_, side) => side)
  const west = Float64Array.from(order, (side) => Math.min(x[side]!, x[(side + 1) % count]!))
  const east = Float64Array.from(order, (side) => Math.max(x[side]!, x[(side + 1) % count]!))
  const south = Float64Array.from(order, (side) => Math.min(y[side]!, y[(side + 1) % count]!))
  const north = Float64Array.from(order, (side) => Math.max(y[side]!, y[(side + 1) % count]!))
  order.sort((a, b) => west[a]! - west[b]!)
  for (let first = 0; first < count; first++) {
    const a = order[first]!
    for (let second = first + 1; second < count; second++) {
      const b = order[second]!
      if (west[b]! > east[a]!) break
      if (south[a]! > north[b]! || south[b]! > north[a]!) continue
      if (sidesMeet(corners, Math.min(a, b), Math.max(a, b))) return [x[b]!, y[b]!]
    }
  }
  return undefined
}

function sidesMeet({ count, x, y }: Corners, a: number, b: number): boolean {
  const aEnd = a + 1
  const bEnd = (b + 1) % count
  if (aEnd === b) return foldsBack(x[a]!, y[a]!, x[b]!, y[b]!, x[bEnd]!, y[bEnd]!)
  if (bEnd === a) return foldsBack(x[b]!, y[b]!, x[a]!, y[a]!, x[aEnd]!, y[aEnd]!)
  const abStart = turn(x[a]!, y[a]!, x[aEnd]!, y[aEnd]!, x[b]!, y[b]!)
  const abEnd = turn(x[a]!, y[a]!, x[aEnd]!, y[aEnd]!, x[bEnd]!, y[bEnd]!)
  const baStart = turn(x[b]!, y[b]!, x[bEnd]!, y[bEnd]!, x[a]!, y[a]!)
  const baEnd = turn(x[b]!, y[b]!, x[bEnd]!, y[bEnd]!, x[aEnd]!, y[aEnd]!)
  // All zero: on one line, and the boxes around the sides overlap, so the sides do.
  return abStart * abEnd <= 0 && baStart * baEnd <= 0
}

/** Whether from p over q to r the way goes back over itself. */
function foldsBack(px: number, py: number, qx: number, qy: number, rx: number, ry: number): boolean {
  return turn(px, py, qx, qy, rx, ry) === 0 && (qx - px) * (rx - qx) + (qy - py) * (ry - qy) < 0
}

/** 1 when r lies left of the line from p to q, -1 when right of it, 0 when on it. */
function turn(px: number, py: number, qx: number, qy: number, rx: number, ry: number): number {
  return Math.sign((qx - px) * (ry - py) - (qy - py) * (rx - px))
}
