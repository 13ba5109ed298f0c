/** Where areas lie: the box around a shape. */
import type { AreaCode, AreaLevel } from '#domain/area.ts'
import type { ShapeSet, Statistics } from '#statistics/statistics.ts'
import type { Feature, Geometry, Position } from 'geojson'
import { AREA_LEVELS, getAreaLevel } from '#domain/area.ts'
import { memoize } from '#steps/see/memo.ts'
import { SeeError } from '#steps/see/problems.ts'

/** west, south, east, north in WGS84 degrees. */
export type Box = [number, number, number, number]

export interface IndexedShapes extends ShapeSet {
  /** Box of each shape, in the order of the shapes. */
  readonly boxes: readonly Box[]
  readonly positions: ReadonlyMap<AreaCode, number>
}

const getAllShapes = memoize((_statistics: Statistics) => new Map<AreaLevel, IndexedShapes | undefined>())

/** The shapes of a level with the box of each, kept for the next time. */
export function findIndexedShapes(statistics: Statistics, level: AreaLevel): IndexedShapes | undefined {
  const kept = getAllShapes(statistics)
  if (!kept.has(level)) {
    const shapes = statistics.findShapes(level)
    kept.set(
      level,
      shapes && { ...shapes, boxes: Array.from(shapes.geometries, measureBox), positions: new Map(shapes.codes.map((code, at) => [code, at])) },
    )
  }
  return kept.get(level)
}

/** Levels that have shapes, from large to small. */
export function listLevelsWithShapes(statistics: Statistics): AreaLevel[] {
  return AREA_LEVELS.filter((level) => findIndexedShapes(statistics, level) !== undefined)
}

/** The box around all of these areas, or undefined where none of them has a shape. */
export function findExtent(statistics: Statistics, codes: readonly AreaCode[]): Box | undefined {
  const boxes = codes.flatMap((code) => {
    const shapes = findIndexedShapes(statistics, getAreaLevel(code))
    const box = shapes?.boxes[shapes.positions.get(code) ?? -1]
    return box === undefined ? [] : [box]
  })
  if (boxes.length === 0) return undefined
  return boxes.reduce((a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])])
}

/** The shape of one area as a GeoJSON feature. Throws SeeError `unknownArea` or `noShape`. */
export function getAreaFeature(statistics: Statistics, code: AreaCode): Feature {
  const area = statistics.findArea(code)
  if (area === undefined) throw new SeeError('unknownArea', code)
  const shapes = findIndexedShapes(statistics, area.level)
  const at = shapes?.positions.get(code)
  const geometry = at === undefined ? undefined : shapes?.geometries.at(at)
  if (shapes === undefined || at === undefined || geometry === undefined) throw new SeeError('noShape', code)
  const properties = { code, name: area.name, level: area.level, shapeYear: shapes.year, source: shapes.source, licence: shapes.licence }
  return { type: 'Feature', id: code, bbox: shapes.boxes[at], geometry, properties }
}

/** The box around a geometry; of an empty one the box is inside out (west > east). */
export function measureBox(geometry: Geometry): Box {
  const box: Box = [Infinity, Infinity, -Infinity, -Infinity]
  eachPosition(geometry, ([x = NaN, y = NaN]) => {
    if (x < box[0]) box[0] = x
    if (y < box[1]) box[1] = y
    if (x > box[2]) box[2] = x
    if (y > box[3]) box[3] = y
  })
  return box
}

function eachPosition(geometry: Geometry, visit: (position: Position) => void): void {
  switch (geometry.type) {
    case 'Point':
      return visit(geometry.coordinates)
    case 'MultiPoint':
    case 'LineString':
      return geometry.coordinates.forEach(visit)
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates.forEach((line) => line.forEach(visit))
    case 'MultiPolygon':
      return geometry.coordinates.forEach((polygon) => polygon.forEach((line) => line.forEach(visit)))
    case 'GeometryCollection':
      return geometry.geometries.forEach((part) => eachPosition(part, visit))
  }
}
