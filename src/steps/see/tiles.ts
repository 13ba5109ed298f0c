/**
 * Vector tiles cut from the shapes in memory. Each tile is cut from the shapes that touch it and then forgotten but for its
 * encoded bytes, so that memory does not grow with what people look at: a whole tile index of 14,574 buurten would be kept for ever.
 */
import type { AreaLevel } from '#domain/area.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import type { Feature } from 'geojson'
import Flatbush from 'flatbush'
import GeoJSONVT from 'geojson-vt'
import { ByteCache } from '#steps/see/byte-cache.ts'
import { findIndexedShapes } from '#steps/see/extent.ts'
import type { Box, IndexedShapes } from '#steps/see/extent.ts'
import { memoize } from '#steps/see/memo.ts'

/** Above this zoom the map enlarges tiles of this one. */
export const MAX_TILE_ZOOM = 14

const EXTENT = 4096
const BUFFER = 64
const CACHE_BYTES = 48e6
/** Shapes are simplified per zoom; in tile units, higher is simpler. */
const TOLERANCE = 3

const getTileCache = memoize((_statistics: Statistics) => new ByteCache<Uint8Array>(CACHE_BYTES))
const getTrees = memoize((_statistics: Statistics) => new Map<AreaLevel, Flatbush | undefined>())

/**
 * One tile of the shapes of a level: layer named after the level, properties code and name, feature id the position of the shape.
 * Zoom in [0, MAX_TILE_ZOOM]. Empty where nothing is; undefined where the level has no shapes or there is no such tile.
 */
export function findTile(statistics: Statistics, level: AreaLevel, zoom: number, x: number, y: number): Uint8Array | undefined {
  const shapes = findIndexedShapes(statistics, level)
  const width = 2 ** zoom
  if (shapes === undefined || zoom > MAX_TILE_ZOOM || x >= width || y >= width) return undefined
  const cache = getTileCache(statistics)
  const key = `${level}/${zoom}/${x}/${y}`
  const kept = cache.find(key)
  if (kept !== undefined) return kept
  const tile = cutTile(shapes, getTree(statistics, shapes), level, zoom, x, y)
  cache.keep(key, tile, tile.length + 200)
  return tile
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

function cutTile(shapes: IndexedShapes, tree: Flatbush | undefined, level: AreaLevel, zoom: number, x: number, y: number): Uint8Array {
  const features = (tree?.search(...getTileBox(zoom, x, y)) ?? [])
    .sort((a, b) => a - b)
    .map((position) => makeFeature(shapes, position))
  if (features.length === 0) return new Uint8Array(0)
  const options = { maxZoom: zoom, indexMaxZoom: 0, indexMaxPoints: 0, tolerance: TOLERANCE, extent: EXTENT, buffer: BUFFER }
  const tile = new GeoJSONVT({ type: 'FeatureCollection', features }, options).getTile(zoom, x, y)
  if (tile === null || tile.features.length === 0) return new Uint8Array(0)
  return fromGeojsonVt({ [level]: tile as never }, { version: 2, extent: EXTENT })
}

function makeFeature(shapes: IndexedShapes, position: number): Feature {
  const geometry = shapes.geometries[position]
  if (geometry === undefined) throw new RangeError(`no shape at position ${position} of ${shapes.level}`)
  return { type: 'Feature', id: position, geometry, properties: { code: shapes.codes[position], name: shapes.names[position] } }
}

/** west, south, east, north in degrees of a tile and the buffer around it. */
function getTileBox(zoom: number, x: number, y: number): Box {
  const buffer = BUFFER / EXTENT
  const width = 2 ** zoom
  const longitude = (at: number) => (at / width) * 360 - 180
  const latitude = (at: number) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * at) / width))) * 180) / Math.PI
  return [longitude(x - buffer), latitude(y + 1 + buffer), longitude(x + 1 + buffer), latitude(y - buffer)]
}
