/** Which polygon a point lies in. Coordinates are plane; for areas the size of a municipality degrees will do. */
import Flatbush from 'flatbush'
import type { Geometry, Position } from 'geojson'

/** Minimum x, minimum y, maximum x, maximum y. */
export type Box = [number, number, number, number]

/** The polygons of a geometry as lists of rings, the first of each being the outer one. Other geometries have none. */
export function listPolygons(geometry: Geometry): readonly (readonly Position[][])[] {
  if (geometry.type === 'Polygon') return [geometry.coordinates]
  if (geometry.type === 'MultiPolygon') return geometry.coordinates
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap((part) => [...listPolygons(part)])
  return []
}

/** The smallest box around the polygons of a geometry; infinite where there are none. */
export function getBox(geometry: Geometry): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity]
  for (const polygon of listPolygons(geometry)) {
    for (const [x = 0, y = 0] of polygon[0] ?? []) {
      if (x < box[0]) box[0] = x
      if (y < box[1]) box[1] = y
      if (x > box[2]) box[2] = x
      if (y > box[3]) box[3] = y
    }
  }
  return box
}

/** Even-odd rule over all rings, so that holes are outside. A point on the border may fall on either side. */
export function containsPoint(geometry: Geometry, x: number, y: number): boolean {
  let inside = false
  for (const polygon of listPolygons(geometry)) {
    for (const ring of polygon) {
      if (crossesOddly(ring, x, y)) inside = !inside
    }
  }
  return inside
}

function crossesOddly(ring: readonly Position[], x: number, y: number): boolean {
  let odd = false
  let [previousX = 0, previousY = 0] = ring.at(-1) ?? []
  for (const [currentX = 0, currentY = 0] of ring) {
    const straddles = currentY > y !== previousY > y
    if (straddles && x < ((previousX - currentX) * (y - currentY)) / (previousY - currentY) + currentX) odd = !odd
    previousX = currentX
    previousY = currentY
  }
  return odd
}

/** Rings of many shapes as flat numbers: a tenth of what they take as lists of pairs. */
class FlatRings {
  readonly #coordinates: Float64Array
  /** Where the coordinates of each ring begin, with the end as the last. */
  readonly #rings: Uint32Array
  /** The first ring of each shape, with the end as the last. */
  readonly #shapes: Uint32Array

  constructor(geometries: Iterable<Geometry>) {
    const [coordinates, rings, shapes]: [number[], number[], number[]] = [[], [0], [0]]
    for (const geometry of geometries) {
      for (const ring of listPolygons(geometry).flat()) {
        for (const [x = 0, y = 0] of ring) coordinates.push(x, y)
        rings.push(coordinates.length)
      }
      shapes.push(rings.length - 1)
    }
    this.#coordinates = Float64Array.from(coordinates)
    this.#rings = Uint32Array.from(rings)
    this.#shapes = Uint32Array.from(shapes)
  }

  /** The same rule as `containsPoint`. */
  contains(shape: number, x: number, y: number): boolean {
    let inside = false
    for (let ring = this.#shapes[shape]!; ring < this.#shapes[shape + 1]!; ring++) if (this.#crossesOddly(ring, x, y)) inside = !inside
    return inside
  }

  #crossesOddly(ring: number, x: number, y: number): boolean {
    const coordinates = this.#coordinates
    const end = this.#rings[ring + 1]!
    let odd = false
    let previousX = coordinates[end - 2]!
    let previousY = coordinates[end - 1]!
    for (let at = this.#rings[ring]!; at < end; at += 2) {
      const currentX = coordinates[at]!
      const currentY = coordinates[at + 1]!
      const straddles = currentY > y !== previousY > y
      if (straddles && x < ((previousX - currentX) * (y - currentY)) / (previousY - currentY) + currentX) odd = !odd
      previousX = currentX
      previousY = currentY
    }
    return odd
  }
}

/** Finds which of many polygons contains a point, through an index of their boxes; the first of them where there are more. Keeps no geometry. */
export function createPolygonLookup(geometries: Iterable<Geometry> & { readonly length: number }): (x: number, y: number) => number | undefined {
  if (geometries.length === 0) return () => undefined
  const index = new Flatbush(geometries.length)
  for (const geometry of geometries) {
    const [minX, minY, maxX, maxY] = getBox(geometry)
    index.add(minX, minY, maxX, maxY)
  }
  index.finish()
  const rings = new FlatRings(geometries)
  return (x, y) => {
    let found: number | undefined
    for (const candidate of index.search(x, y, x, y)) {
      if ((found === undefined || candidate < found) && rings.contains(candidate, x, y)) found = candidate
    }
    return found
  }
}
