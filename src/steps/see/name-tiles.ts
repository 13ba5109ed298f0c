/** Names for on the map as vector tiles of points: the most inhabited of each tile first, so that a map of the whole country stays light. */
import type { Area } from '#domain/area.ts'
import type { Place } from '#domain/place.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import Flatbush from 'flatbush'
import type { Feature } from 'geojson'
import GeoJSONVT from 'geojson-vt'
import { memoize } from '#steps/see/memo.ts'
import { SeeError } from '#steps/see/problems.ts'
import { EXTENT, getTileBox, plantTree } from '#steps/see/tiles.ts'

/** From this zoom on a tile has every name in it; the map enlarges tiles of it. */
export const NAME_TILE_ZOOM = 10

/** Names of a kind in a tile of a lower zoom: about twice as many as fit on it. */
const MOST_NAMES = 60

interface Name {
  readonly name: string
  readonly point: readonly [number, number]
  readonly inhabitants: number
}

/** Names from most to least inhabited, and where they are. */
interface IndexedNames {
  readonly names: readonly Name[]
  readonly tree: Flatbush | undefined
}

const getNames = memoize((statistics: Statistics): Readonly<Record<'province' | 'municipality' | 'place', IndexedNames>> => ({
  province: indexNames(listAreaNames(statistics, 'province')),
  municipality: indexNames(listAreaNames(statistics, 'municipality')),
  place: indexNames(statistics.listPlaces().map((place) => namePlace(statistics, place))),
}))

/**
 * The names of provinces, municipalities and places in a tile, each kind a layer with the properties name and inhabitants.
 * Zoom in [0, NAME_TILE_ZOOM]. Empty where nothing is. Throws SeeError `noSuchTile`.
 */
export function cutNameTile(statistics: Statistics, zoom: number, x: number, y: number): Uint8Array {
  if (zoom > NAME_TILE_ZOOM || x >= 2 ** zoom || y >= 2 ** zoom) throw new SeeError('noSuchTile', `names/${zoom}/${x}/${y}`)
  const layers = Object.entries(getNames(statistics)).flatMap(([kind, indexed]) => {
    const features = findNames(indexed, zoom, x, y).map(makeFeature)
    const tile = features.length === 0 ? null : new GeoJSONVT({ type: 'FeatureCollection', features }, { maxZoom: zoom, indexMaxZoom: 0, extent: EXTENT, buffer: 0 }).getTile(zoom, x, y)
    return tile === null ? [] : [[kind, tile as never] as const]
  })
  return layers.length === 0 ? new Uint8Array(0) : fromGeojsonVt(Object.fromEntries(layers), { version: 2, extent: EXTENT })
}

function findNames({ names, tree }: IndexedNames, zoom: number, x: number, y: number): Name[] {
  const positions = tree?.search(...getTileBox(zoom, x, y, 0)).sort((a, b) => a - b) ?? []
  return (zoom < NAME_TILE_ZOOM ? positions.slice(0, MOST_NAMES) : positions).flatMap((position) => names[position] ?? [])
}

function indexNames(unsorted: readonly Name[]): IndexedNames {
  const names = unsorted.toSorted((a, b) => b.inhabitants - a.inhabitants || a.name.localeCompare(b.name, 'nl'))
  return { names, tree: plantTree(names.map(({ point: [longitude, latitude] }) => [longitude, latitude, longitude, latitude])) }
}

function listAreaNames(statistics: Statistics, level: 'province' | 'municipality'): Name[] {
  return statistics.listAreas(level).flatMap((area) => {
    const { name, point } = area
    return point === undefined || !area.years.includes(statistics.referenceYear) ? [] : [{ name, point, inhabitants: countInhabitants(statistics, area) }]
  })
}

/** A village of which the gazetteer knows no inhabitants has those of the buurt that stands for it. */
function namePlace(statistics: Statistics, { name, point, area, locatedBy, population }: Place): Name {
  const buurt = locatedBy.startsWith('neighbourhood') ? statistics.findArea(area) : undefined
  return { name, point, inhabitants: population ?? (buurt ? countInhabitants(statistics, buurt) : 0) }
}

function countInhabitants(statistics: Statistics, { code, level }: Area): number {
  const count = statistics.findColumn('population', level, statistics.referenceYear)?.values[statistics.getPosition(code)]
  return count === undefined || Number.isNaN(count) ? 0 : count
}

function makeFeature({ name, point, inhabitants }: Name): Feature {
  return { type: 'Feature', geometry: { type: 'Point', coordinates: [...point] }, properties: { name, inhabitants } }
}
