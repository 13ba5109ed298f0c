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
/** The whole country is seen at this zoom on a phone. */
const FIRST_ZOOM = 5
/** Shapes are simplified per zoom; in tile units, higher is simpler. */
const TOLERANCE = 3

const getTrees = memoize((_statistics: Statistics) => new Map<AreaLevel, Flatbush | undefined>())

/**
 * One tile of the shapes of a level: layer named after the level, properties code and name, feature id the position of the shape.
 * Zoom in [0, MAX_TILE_ZOOM]. Empty where nothing is. Throws SeeError `noShape` for a level without shapes, `noSuchTile`.
 */
export function cutTile(statistics: Statistics, level: AreaLevel, zoom: number, x: number, y: number): Uint8Array {
  const shapes = checkTile(statistics, level, zoom, x, y)
  return encodeTile({ ...shapes, tree: getTree(statistics, shapes) }, level, zoom, x, y)
}

/** The shapes that a tile is cut from. Throws SeeError `noShape` for a level without shapes, `noSuchTile`. */
export function checkTile(statistics: Statistics, level: AreaLevel, zoom: number, x: number, y: number): IndexedShapes {
  const shapes = findIndexedShapes(statistics, level)
  const width = 2 ** zoom
  if (shapes === undefined) throw new SeeError('noShape', level)
  if (zoom > MAX_TILE_ZOOM || x >= width || y >= width) throw new SeeError('noSuchTile', `${zoom}/${x}/${y}`)
  return shapes
}

/** The tiles of zoom 5 up to `lastZoom` that the shapes of a level lie in; none for a level without shapes. */
export function listTilesOf(statistics: Statistics, level: AreaLevel, lastZoom: number): [zoom: number, x: number, y: number][] {
  const boxes = findIndexedShapes(statistics, level)?.boxes ?? []
  if (boxes.length === 0) return []
  const [west, south, east, north] = boxes.reduce((a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])])
  const tiles: [number, number, number][] = []
  for (let zoom = FIRST_ZOOM; zoom <= lastZoom; zoom++) {
    const [left, top] = findTile(west, north, zoom)
    const [right, bottom] = findTile(east, south, zoom)
    for (let x = left; x <= right; x++) for (let y = top; y <= bottom; y++) tiles.push([zoom, x, y])
  }
  return tiles
}

/** Column and row of the tile that holds a point. */
function findTile(longitude: number, latitude: number, zoom: number): [x: number, y: number] {
  const y = (1 - Math.asinh(Math.tan((latitude * Math.PI) / 180)) / Math.PI) / 2
  return [Math.floor(((longitude + 180) / 360) * 2 ** zoom), Math.floor(y * 2 ** zoom)]
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

/** What a tile is cut from. */
export interface TileShapes extends Pick<IndexedShapes, 'codes' | 'names' | 'geometries'> {
  readonly tree: Flatbush | undefined
}

export function encodeTile(shapes: TileShapes, level: AreaLevel, zoom: number, x: number, y: number): Uint8Array {
  const features = (shapes.tree?.search(...getTileBox(zoom, x, y, BUFFER)) ?? [])
    .sort((a, b) => a - b)
    .map((position) => makeFeature(shapes, level, position))
  if (features.length === 0) return new Uint8Array(0)
  const options = { maxZoom: zoom, indexMaxZoom: 0, indexMaxPoints: 0, tolerance: TOLERANCE, extent: EXTENT, buffer: BUFFER }
  const tile = new GeoJSONVT({ type: 'FeatureCollection', features }, options).getTile(zoom, x, y)
  if (tile === null || tile.features.length === 0) return new Uint8Array(0)
  return fromGeojsonVt({ [level]: tile as never }, { version: 2, extent: EXTENT })
}

function makeFeature(shapes: TileShapes, level: AreaLevel, position: number): Feature {
  const geometry = shapes.geometries.at(position)
  if (geometry === undefined) throw new RangeError(`no shape at position ${position} of ${level}`)
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
