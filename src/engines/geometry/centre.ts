/** A point that stands for an area: inside it, near its middle. */
import type { Geometry, Position } from 'geojson'
import { containsPoint, getBox, listPolygons } from '#engines/geometry/point-in-polygon.ts'

/** Twice the signed area of a ring (shoelace formula), in square units of its coordinates. */
export function getDoubleArea(ring: readonly Position[]): number {
  let sum = 0
  let [previousX = 0, previousY = 0] = ring.at(-1) ?? []
  for (const [x = 0, y = 0] of ring) {
    sum += previousX * y - x * previousY
    previousX = x
    previousY = y
  }
  return sum
}

/** Centroid of the outer ring of a polygon; undefined where it has no area. */
function findCentroid(ring: readonly Position[]): [number, number] | undefined {
  const doubleArea = getDoubleArea(ring)
  const [originX = 0, originY = 0] = ring[0] ?? []
  if (doubleArea === 0) return undefined
  let sumX = 0
  let sumY = 0
  let [previousX = 0, previousY = 0] = ring.at(-1) ?? []
  for (const [x = 0, y = 0] of ring) {
    const cross = (previousX - originX) * (y - originY) - (x - originX) * (previousY - originY)
    sumX += (previousX + x - 2 * originX) * cross
    sumY += (previousY + y - 2 * originY) * cross
    previousX = x
    previousY = y
  }
  return [originX + sumX / (3 * doubleArea), originY + sumY / (3 * doubleArea)]
}

/**
 * The centroid of the largest polygon; where that lies outside it (a crescent), the middle of the widest
 * stretch of the horizontal line through it. Undefined for a geometry without polygons.
 */
export function findRepresentativePoint(geometry: Geometry): [number, number] | undefined {
  const largest = [...listPolygons(geometry)].sort((a, b) => Math.abs(getDoubleArea(b[0] ?? [])) - Math.abs(getDoubleArea(a[0] ?? [])))[0]
  const outer = largest?.[0]
  if (!largest || !outer || outer.length < 3) return undefined
  const polygon: Geometry = { type: 'Polygon', coordinates: largest.map((ring) => [...ring]) }
  const [minX, minY, maxX, maxY] = getBox(polygon)
  const centre = findCentroid(outer) ?? [(minX + maxX) / 2, (minY + maxY) / 2]
  if (containsPoint(polygon, centre[0], centre[1])) return centre
  const crossings = listCrossings(largest, centre[1])
  let widest: [number, number] | undefined
  for (let index = 0; index + 1 < crossings.length; index += 2) {
    const [from = 0, to = 0] = crossings.slice(index, index + 2)
    if (!widest || to - from > widest[1] - widest[0]) widest = [from, to]
  }
  return widest ? [(widest[0] + widest[1]) / 2, centre[1]] : centre
}

/** Where the horizontal line at y crosses the rings, ascending. */
function listCrossings(rings: readonly (readonly Position[])[], y: number): number[] {
  const crossings: number[] = []
  for (const ring of rings) {
    let [previousX = 0, previousY = 0] = ring.at(-1) ?? []
    for (const [x = 0, currentY = 0] of ring) {
      if (currentY > y !== previousY > y) crossings.push(((previousX - x) * (y - currentY)) / (previousY - currentY) + x)
      previousX = x
      previousY = currentY
    }
  }
  return crossings.sort((a, b) => a - b)
}
