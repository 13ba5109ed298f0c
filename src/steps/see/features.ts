/** Areas and places as collections of features that can be searched by box and by the area they lie in. */
import { AREA_LEVELS } from '#domain/area.ts'
import type { AreaCode, AreaLevel } from '#domain/area.ts'
import type { Statistics } from '#statistics/statistics.ts'
import type { Feature } from 'geojson'
import type Flatbush from 'flatbush'
import { findIndexedShapes, getAreaFeature, listLevelsWithShapes } from '#steps/see/extent.ts'
import type { Box } from '#steps/see/extent.ts'
import { findPlace } from '#steps/see/families.ts'
import { memoize } from '#steps/see/memo.ts'
import { plantTree } from '#steps/see/tiles.ts'

const COLLECTION_OF_LEVEL: Readonly<Record<AreaLevel, string>> = {
  country: 'countries',
  landsdeel: 'landsdelen',
  province: 'provinces',
  corop: 'corop-areas',
  municipality: 'municipalities',
  district: 'districts',
  neighbourhood: 'neighbourhoods',
}

export interface Collection {
  readonly id: string
  /** Absent for the collection of places. */
  readonly level?: AreaLevel
  readonly title: string
  readonly description: string
  readonly extent: Box
  /** Levels of the areas that its features can be chosen by. */
  readonly filters: readonly AreaLevel[]
}

export interface FeatureFilter {
  /** Any of these boxes, WGS84. */
  readonly boxes?: readonly Box[]
  /** All of these areas. */
  readonly within?: readonly AreaCode[]
}

export interface FeaturePage {
  readonly features: readonly Feature[]
  readonly matched: number
}

interface SearchableCollection extends Collection {
  readonly ids: readonly string[]
  readonly tree: Flatbush | undefined
  readonly isWithin: (position: number, code: AreaCode) => boolean
  readonly getFeature: (position: number) => Feature
}

const getCollections = memoize((statistics: Statistics): readonly SearchableCollection[] => [
  ...listLevelsWithShapes(statistics).map((level) => describeLevel(statistics, level)),
  ...(statistics.listPlaces().length === 0 ? [] : [describePlaces(statistics)]),
])

/** One collection per level with shapes, and one of places. */
export function listCollections(statistics: Statistics): readonly Collection[] {
  return getCollections(statistics)
}

export function findCollection(statistics: Statistics, id: string): Collection | undefined {
  return getCollections(statistics).find((collection) => collection.id === id)
}

/** Features that fit the filter, in the order of the collection, `limit` of them from `offset`. */
export function selectFeatures(statistics: Statistics, id: string, filter: FeatureFilter, offset: number, limit: number): FeaturePage {
  const collection = getCollections(statistics).find((candidate) => candidate.id === id)
  if (collection === undefined) return { features: [], matched: 0 }
  const { boxes, within = [] } = filter
  const inBoxes =
    boxes === undefined
      ? collection.ids.map((_id, position) => position)
      : [...new Set(boxes.flatMap((box) => collection.tree?.search(...box) ?? []))].sort((a, b) => a - b)
  const matched = inBoxes.filter((position) => within.every((code) => collection.isWithin(position, code)))
  return { features: matched.slice(offset, offset + limit).map(collection.getFeature), matched: matched.length }
}

export function findFeature(statistics: Statistics, collectionId: string, featureId: string): Feature | undefined {
  const collection = getCollections(statistics).find((candidate) => candidate.id === collectionId)
  const position = collection?.ids.indexOf(featureId) ?? -1
  return position < 0 ? undefined : collection?.getFeature(position)
}

function describeLevel(statistics: Statistics, level: AreaLevel): SearchableCollection {
  const shapes = findIndexedShapes(statistics, level)
  if (shapes === undefined) throw new RangeError(`no shapes of ${level}`)
  const parentsOf = (position: number) => statistics.findArea(shapes.codes[position] ?? '')?.parents ?? {}
  return {
    id: COLLECTION_OF_LEVEL[level],
    level,
    title: `${COLLECTION_OF_LEVEL[level]} ${shapes.year}`,
    description: `Boundaries of ${shapes.year}. Source: ${shapes.source}, licence: ${shapes.licence}.`,
    extent: joinBoxes(shapes.boxes),
    filters: AREA_LEVELS.slice(0, AREA_LEVELS.indexOf(level)),
    ids: shapes.codes,
    tree: plantTree(shapes.boxes),
    isWithin: (position, code) => Object.values(parentsOf(position)).includes(code),
    getFeature: (position) => {
      const code = shapes.codes[position] ?? ''
      // A shape of a year without figures has no area behind it; it still has a name.
      if (statistics.findArea(code) === undefined) return describeLoneShape(shapes.geometries.at(position), code, shapes.names[position] ?? code)
      const feature = getAreaFeature(statistics, code)
      return { ...feature, properties: { ...feature.properties, ...parentsOf(position) } }
    },
  }
}

function describeLoneShape(geometry: Feature['geometry'] | undefined, code: string, name: string): Feature {
  if (geometry === undefined) throw new RangeError(`no shape of ${code}`)
  return { type: 'Feature', id: code, geometry, properties: { code, name } }
}

function describePlaces(statistics: Statistics): SearchableCollection {
  const places = statistics.listPlaces()
  const boxes = places.map(({ point: [x, y] }): Box => [x, y, x, y])
  return {
    id: 'places',
    title: 'Villages and towns',
    description: 'Named places with the smallest area of CBS that contains them.',
    extent: joinBoxes(boxes),
    filters: AREA_LEVELS,
    ids: places.map((place) => place.id),
    tree: plantTree(boxes),
    isWithin: (position, code) => {
      const place = places[position]
      const area = place && statistics.findArea(place.area)
      return area?.code === code || place?.municipality === code || Object.values(area?.parents ?? {}).includes(code)
    },
    getFeature: (position) => {
      const place = findPlace(statistics, places[position]?.id ?? '')
      if (place === undefined) throw new RangeError(`no place at position ${position}`)
      const { id, name, point, municipality, area, locatedBy } = place
      const properties = { id, name, municipality, area, locatedBy }
      return { type: 'Feature', id, geometry: { type: 'Point', coordinates: [...point] }, properties }
    },
  }
}

function joinBoxes(boxes: readonly Box[]): Box {
  return boxes.reduce((a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])])
}
