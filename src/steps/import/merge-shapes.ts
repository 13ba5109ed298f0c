/** Shapes that belong to the same area (its land and its water, or islands apart) as one. */
import type { Geometry, Position } from 'geojson'
import type { AreaCode } from '#domain/area.ts'

export interface NamedShape {
  readonly code: AreaCode
  readonly name: string
  readonly geometry: Geometry
}

/** One shape a code, in order of code: a MultiPolygon of all polygons, each of them once. `merged` lists the codes that had several. */
export function mergeShapes(shapes: readonly NamedShape[]): { shapes: NamedShape[]; merged: AreaCode[] } {
  const byCode = new Map<AreaCode, NamedShape[]>()
  for (const shape of shapes) {
    const known = byCode.get(shape.code)
    if (known) known.push(shape)
    else byCode.set(shape.code, [shape])
  }
  const merged: AreaCode[] = []
  const single = [...byCode].map(([code, parts]): NamedShape => {
    const [first] = parts
    if (first !== undefined && parts.length === 1) return first
    merged.push(code)
    return { code, name: first?.name ?? '', geometry: { type: 'MultiPolygon', coordinates: listDifferentPolygons(parts) } }
  })
  return { shapes: single.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)), merged: merged.sort() }
}

function listDifferentPolygons(parts: readonly NamedShape[]): Position[][][] {
  const polygons = new Map<string, Position[][]>()
  for (const { geometry } of parts) {
    const listed = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : []
    for (const polygon of listed) polygons.set(JSON.stringify(polygon), polygon)
  }
  return [...polygons.values()]
}
