/** Where the sides of rings cross: a ring must not touch itself, and different rings may touch in points only. */
import type { Ring } from '#sources/shared/rings.ts'

export interface Crossing {
  /** Numbers of the two rings, the same for a ring that crosses or touches itself. */
  readonly rings: readonly [number, number]
  /** A point nearby. */
  readonly x: number
  readonly y: number
}

/** All sides of all rings in flat arrays, ordered by where they begin in the west. */
interface Sides {
  readonly ring: Int32Array
  readonly corner: Int32Array
  readonly west: Float64Array
  readonly east: Float64Array
  readonly south: Float64Array
  readonly north: Float64Array
}

/**
 * The first crossing found, or undefined when there is none.
 * Sides are swept from west to east, so that only those with overlapping longitudes are compared.
 */
export function findCrossing(rings: readonly Ring[]): Crossing | undefined {
  const sides = collectSides(rings)
  const { ring, corner, west, east, south, north } = sides
  for (let first = 0; first < west.length; first++) {
    for (let second = first + 1; second < west.length; second++) {
      if (west[second]! > east[first]!) break
      if (south[first]! > north[second]! || south[second]! > north[first]!) continue
      const a = rings[ring[first]!]!
      const b = rings[ring[second]!]!
      const crosses =
        ring[first] === ring[second] ? meetsItself(a, corner[first]!, corner[second]!) : crossesOther(a, corner[first]!, b, corner[second]!)
      if (crosses) return { rings: [ring[first]!, ring[second]!], x: b.x[corner[second]!]!, y: b.y[corner[second]!]! }
    }
  }
  return undefined
}

function collectSides(rings: readonly Ring[]): Sides {
  const count = rings.reduce((sum, ring) => sum + ring.count, 0)
  const unordered = { ring: new Int32Array(count), corner: new Int32Array(count), west: new Float64Array(count) }
  let side = 0
  for (const [number, { count: corners, x }] of rings.entries()) {
    for (let corner = 0; corner < corners; corner++, side++) {
      unordered.ring[side] = number
      unordered.corner[side] = corner
      unordered.west[side] = Math.min(x[corner]!, x[(corner + 1) % corners]!)
    }
  }
  const order = Int32Array.from({ length: count }, (_, index) => index).sort((a, b) => unordered.west[a]! - unordered.west[b]!)
  const take = (choose: (ring: Ring, corner: number, next: number) => number): Float64Array =>
    Float64Array.from(order, (index) => {
      const ring = rings[unordered.ring[index]!]!
      const corner = unordered.corner[index]!
      return choose(ring, corner, (corner + 1) % ring.count)
    })
  return {
    ring: Int32Array.from(order, (index) => unordered.ring[index]!),
    corner: Int32Array.from(order, (index) => unordered.corner[index]!),
    west: take(({ x }, corner, next) => Math.min(x[corner]!, x[next]!)),
    east: take(({ x }, corner, next) => Math.max(x[corner]!, x[next]!)),
    south: take(({ y }, corner, next) => Math.min(y[corner]!, y[next]!)),
    north: take(({ y }, corner, next) => Math.max(y[corner]!, y[next]!)),
  }
}

/** Whether two sides of one ring meet otherwise than neighbours do, or go back over each other. */
function meetsItself(ring: Ring, a: number, b: number): boolean {
  const aEnd = (a + 1) % ring.count
  const bEnd = (b + 1) % ring.count
  if (aEnd === b) return foldsBack(ring, a, b, bEnd)
  if (bEnd === a) return foldsBack(ring, b, a, aEnd)
  const { fromA, fromB } = compareSides(ring, a, ring, b)
  // Zero is a corner on the other side; the boxes around the sides overlap, so they meet there.
  return fromA <= 0 && fromB <= 0
}

/** Whether sides of different rings cross, or share a stretch of line. */
function crossesOther(ringA: Ring, a: number, ringB: Ring, b: number): boolean {
  const { fromA, fromB, onOneLine } = compareSides(ringA, a, ringB, b)
  return onOneLine ? shareStretch(ringA, a, ringB, b) : fromA < 0 && fromB < 0
}

/** Negative where the ends of the other side lie on different sides of the line, zero where one lies on it. */
function compareSides(ringA: Ring, a: number, ringB: Ring, b: number): { fromA: number; fromB: number; onOneLine: boolean } {
  const [ax, ay, ex, ey] = endsOf(ringA, a)
  const [bx, by, fx, fy] = endsOf(ringB, b)
  const bStart = turn(ax, ay, ex, ey, bx, by)
  const bEnd = turn(ax, ay, ex, ey, fx, fy)
  return {
    fromA: bStart * bEnd,
    fromB: turn(bx, by, fx, fy, ax, ay) * turn(bx, by, fx, fy, ex, ey),
    onOneLine: bStart === 0 && bEnd === 0,
  }
}

function shareStretch(ringA: Ring, a: number, ringB: Ring, b: number): boolean {
  const [ax, ay, ex, ey] = endsOf(ringA, a)
  const [bx, by, fx, fy] = endsOf(ringB, b)
  const alongX = Math.min(Math.max(ax, ex), Math.max(bx, fx)) - Math.max(Math.min(ax, ex), Math.min(bx, fx))
  const alongY = Math.min(Math.max(ay, ey), Math.max(by, fy)) - Math.max(Math.min(ay, ey), Math.min(by, fy))
  return alongX > 0 || alongY > 0
}

function endsOf({ count, x, y }: Ring, corner: number): [number, number, number, number] {
  const next = corner + 1 === count ? 0 : corner + 1
  return [x[corner]!, y[corner]!, x[next]!, y[next]!]
}

/** Whether the way over three corners goes back over itself. */
function foldsBack({ x, y }: Ring, p: number, q: number, r: number): boolean {
  const isStraight = turn(x[p]!, y[p]!, x[q]!, y[q]!, x[r]!, y[r]!) === 0
  return isStraight && (x[q]! - x[p]!) * (x[r]! - x[q]!) + (y[q]! - y[p]!) * (y[r]! - y[q]!) < 0
}

/** 1 when r lies left of the line from p to q, -1 when right of it, 0 when on it. */
function turn(px: number, py: number, qx: number, qy: number, rx: number, ry: number): number {
  return Math.sign((qx - px) * (ry - py) - (qy - py) * (rx - px))
}
