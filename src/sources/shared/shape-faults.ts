/** Whether the shape of an area is valid (OGC Simple Features): rings, holes within their polygon, polygons beside each other. */
import type { Position } from 'geojson'
import { findCrossing } from '#sources/shared/crossings.ts'
import { createRing, findRingFault, liesWithin, type Ring, type RingFault } from '#sources/shared/rings.ts'

export interface ShapeFault {
  readonly fault: RingFault | 'crossesItself' | 'ringsCross' | 'holeOutside' | 'partsOverlap'
  /** Longitude and latitude of a point nearby, in degrees. */
  readonly at: readonly [number, number]
}

/** The first fault of a (multi)polygon, or undefined for a valid one. Each polygon is its outer ring, then its holes. */
export function findShapeFault(polygons: readonly (readonly (readonly Position[])[])[]): ShapeFault | undefined {
  const parts = polygons.map((rings) => rings.map(createRing))
  for (const [part, rings] of polygons.entries()) {
    for (const [number, points] of rings.entries()) {
      const fault = findRingFault(points, parts[part]![number]!)
      if (fault !== undefined) return { fault, at: startOf(parts[part]![number]!) }
    }
  }
  const crossing = findCrossing(parts.flat())
  if (crossing !== undefined) {
    const [first, second] = crossing.rings
    return { fault: first === second ? 'crossesItself' : 'ringsCross', at: [crossing.x, crossing.y] }
  }
  return findMisplacedHole(parts) ?? findNestedPart(parts)
}

function startOf(ring: Ring): [number, number] {
  return [ring.x[0] ?? NaN, ring.y[0] ?? NaN]
}

/** A hole that lies outside its polygon, or within another hole. */
function findMisplacedHole(parts: readonly (readonly Ring[])[]): ShapeFault | undefined {
  for (const [outer, ...holes] of parts) {
    for (const hole of holes) {
      const isInHole = holes.some((other) => other !== hole && liesWithin(hole, other))
      if (isInHole || (outer !== undefined && !liesWithin(hole, outer))) return { fault: 'holeOutside', at: startOf(hole) }
    }
  }
  return undefined
}

/** A polygon that lies within another one of the same shape, and not in a hole of it. */
function findNestedPart(parts: readonly (readonly Ring[])[]): ShapeFault | undefined {
  for (const [inner] of parts) {
    for (const [outer, ...holes] of parts) {
      if (inner === undefined || outer === undefined || inner === outer || !liesWithin(inner, outer)) continue
      if (!holes.some((hole) => liesWithin(inner, hole))) return { fault: 'partsOverlap', at: startOf(inner) }
    }
  }
  return undefined
}
