/**
 * Vector tiles cut from the shapes in memory. Each tile is cut from the shapes that touch it, and nothing of it is kept here,
 * so that memory does not grow with what people look at: geojson-vt keeps for ever whatever it has cut from one index.
 */
import type { AreaLevel } from '#domain/area.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import type { Feature } from 'geojson'
import Flatbush from 'flatbush'
import GeoJSONVT from 'geojson-vt'
import { findIndexedShapes } from '#steps/see/extent.ts'
import type { Box, IndexedShapes } from '#steps/see/extent.ts'
import { memoize } from '#steps/see/memo.ts'
import { SeeError } from '#steps/see/problems.ts'

/** Above this zoom the map enlarges tiles of this one. */
export const MAX_TILE_ZOOM = 14

/** Units on a side of a tile. */
export const EXTENT = 4096
const BUFFER = 64
/** Shapes are simplified per zoom; in tile units, higher is simpler. */
const TOLERANCE = 3

const getTrees = memoize((_statistics: Statistics) => new Map<AreaLevel, Flatbush | undefined>())

/**
 * One tile of the shapes of a level: layer named after the level, properties code and name, feature id the position of the shape.
 * Zoom in [0, MAX_TILE_ZOOM]. Empty where nothing is. Throws SeeError `noShape` for a level without shapes, `noSuchTile`.
 */
export function cutTile(statistics: Statistics, level: AreaLevel, zoom: number, x: number, y: number): Uint8Array {
  const shapes = findIndexedShapes(statistics, level)
  const width = 2 ** zoom
  if (shapes === undefined) throw new SeeError('noShape', level)
  if (zoom > MAX_TILE_ZOOM || x >= width || y >= width) throw new SeeError('noSuchTile', `${zoom}/${x}/${y}`)
  return encodeTile(shapes, getTree(statistics, shapes), level, zoom, x, y)
}

function getTree(statistics: Statistics, shapes: IndexedShapes): Flatbush | undefined {
  const trees = getTrees(statistics)
  if (!trees.has(shapes.level)) trees.set(shapes.level, plantTree(shapes.boxes))
  return trees.get(shapes.level)
}

/** An index of boxes; undefined where there are none, since it cannot be empty. */
export function plantTree(boxes: readonly Box[]): Flatbush | undefined {
  if (boxes.length === 0) return undefined
  const tree = new Flatbush(boxes.length)
  for (const box of boxes) tree.add(...box)
  tree.finish()
  return tree
}

function encodeTile(shapes: IndexedShapes, tree: Flatbush | undefined, level: AreaLevel, zoom: number, x: number, y: number): Uint8Array {
  const features = (tree?.search(...getTileBox(zoom, x, y, BUFFER)) ?? [])
    .sort((a, b) => a - b)
    .map((position) => makeFeature(shapes, position))
  if (features.length === 0) return new Uint8Array(0)
  const options = { maxZoom: zoom, indexMaxZoom: 0, indexMaxPoints: 0, tolerance: TOLERANCE, extent: EXTENT, buffer: BUFFER }
  const tile = new GeoJSONVT({ type: 'FeatureCollection', features }, options).getTile(zoom, x, y)
  if (tile === null || tile.features.length === 0) return new Uint8Array(0)
  return fromGeojsonVt({ [level]: tile as never }, { version: 2, extent: EXTENT })
}

function makeFeature(shapes: IndexedShapes, position: number): Feature {
  const geometry = shapes.geometries.at(position)
  if (geometry === undefined) throw new RangeError(`no shape at position ${position} of ${shapes.level}`)
  return { type: 'Feature', id: position, geometry, properties: { code: shapes.codes[position], name: shapes.names[position] } }
}

/** west, south, east, north in degrees of a tile and `margin` tile units around it. */
export function getTileBox(zoom: number, x: number, y: number, margin: number): Box {
  const buffer = margin / EXTENT
  const width = 2 ** zoom
  const longitude = (at: number) => (at / width) * 360 - 180
  const latitude = (at: number) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * at) / width))) * 180) / Math.PI
  return [longitude(x - buffer), latitude(y + 1 + buffer), longitude(x + 1 + buffer), latitude(y - buffer)]
}
