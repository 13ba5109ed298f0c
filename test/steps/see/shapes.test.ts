import { findExtent, getAreaFeature, measureBox } from '#steps/see/extent.ts'
import { findFeature, listCollections, selectFeatures } from '#steps/see/features.ts'
import { cutNameTile } from '#steps/see/name-tiles.ts'
import { cutTile } from '#steps/see/tiles.ts'
import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { describe, expect, test } from 'vitest'
import { makeTestStatistics } from '../../support/test-statistics.ts'

const statistics = makeTestStatistics()

/** The tile of a zoom that holds a point. */
function findTileAt(longitude: number, latitude: number, zoom: number): [number, number, number] {
  const width = 2 ** zoom
  const y = (1 - Math.asinh(Math.tan((latitude * Math.PI) / 180)) / Math.PI) / 2
  return [zoom, Math.floor(((longitude + 180) / 360) * width), Math.floor(y * width)]
}
const read = (bytes: Uint8Array) => new VectorTile(new PbfReader(bytes)).layers

describe('a vector tile', () => {
  test('holds the shapes that touch it, with code and name, in a layer named after the level', () => {
    const layer = read(cutTile(statistics, 'neighbourhood', ...findTileAt(6.65, 53.01, 6)))['neighbourhood']
    const features = Array.from({ length: layer?.length ?? 0 }, (_, at) => layer?.feature(at))
    expect(features.map((feature) => feature?.properties['code'])).toEqual(statistics.findShapes('neighbourhood')?.codes)
    expect(features.map((feature) => feature?.id)).toEqual(features.map((_, at) => at))
    expect(features[0]?.properties).toEqual({ code: 'BU90010000', name: 'Krimpsterterp' })
  })
  test.each([6, 9, 12, 14])('at zoom %i has its shapes where they lie', (zoom) => {
    const at = findTileAt(6.61, 53.01, zoom)
    const layer = read(cutTile(statistics, 'neighbourhood', ...at))['neighbourhood']
    const features = Array.from({ length: layer?.length ?? 0 }, (_, position) => layer?.feature(position))
    const box = measureBox(features.find((feature) => feature?.properties['code'] === 'BU90010000')?.toGeoJSON(at[1], at[2], zoom).geometry as never)
    const degrees = 360 / 2 ** zoom
    const [west, south, east, north] = [6.6, 53, 6.62, 53.02]
    // Clipped to the tile and its margin, so within the square but for the rounding of a tile unit.
    expect(box[0]).toBeGreaterThan(west - degrees / 4096)
    expect(box[2]).toBeLessThan(east + degrees / 4096)
    expect(box[1]).toBeGreaterThan(south - degrees / 4096)
    expect(box[3]).toBeLessThan(north + degrees / 4096)
    expect(box[0]).toBeLessThan(box[2])
  })
  test('is empty where nothing lies', () => expect(cutTile(statistics, 'neighbourhood', 6, 0, 0)).toHaveLength(0))
  test('is refused for a level without shapes and for a place beyond the world', () => {
    expect(() => cutTile(statistics, 'corop', 6, 33, 20)).toThrow('noShape')
    expect(() => cutTile(statistics, 'municipality', 2, 4, 0)).toThrow('noSuchTile')
  })
})

describe('a tile of names', () => {
  const readNames = (at: [number, number, number], kind: string) => {
    const layer = read(cutNameTile(statistics, ...at))[kind]
    return Array.from({ length: layer?.length ?? 0 }, (_, position) => layer?.feature(position))
  }
  test('has the names of municipalities and places from most to least inhabited, where they lie', () => {
    const at = findTileAt(6.65, 53.01, 6)
    const places = readNames(at, 'place')
    expect(places.map((feature) => feature?.properties['name']).sort()).toEqual(statistics.listPlaces().map(({ name }) => name).sort())
    const counts = places.map((feature) => Number(feature?.properties['inhabitants']))
    expect(counts).toEqual(counts.toSorted((a, b) => b - a))
    const village = places.find((feature) => feature?.properties['name'] === 'Krimpsterterp')?.toGeoJSON(at[1], at[2], 6).geometry
    const [longitude = 0, latitude = 0] = village?.type === 'Point' ? village.coordinates : []
    expect(Math.abs(longitude - 6.61)).toBeLessThan(360 / 2 ** 6 / 4096)
    expect(Math.abs(latitude - 53.01)).toBeLessThan(360 / 2 ** 6 / 4096)
  })
  test('has the most inhabited places only, until one is near', () => {
    const many = makeTestStatistics({
      listPlaces: () => Array.from({ length: 200 }, (_, at) => ({ id: `GN${at}`, name: `Dorp ${at}`, point: [6.6 + at / 10_000, 53] as const, municipality: 'GM9001', area: 'GM9001', locatedBy: 'municipality' as const, population: at })),
    })
    const list = (zoom: number) => read(cutNameTile(many, ...findTileAt(6.605, 53, zoom)))['place']
    expect(list(6)?.length).toBe(60)
    expect(list(6)?.feature(0).properties).toEqual({ name: 'Dorp 199', inhabitants: 199 })
    expect(list(10)?.length).toBe(200)
  })
  test('is empty where nobody lives, and refused beyond the world', () => {
    expect(cutNameTile(statistics, 6, 0, 0)).toHaveLength(0)
    expect(() => cutNameTile(statistics, 2, 4, 0)).toThrow('noSuchTile')
  })
})

describe('the shape of an area', () => {
  test('comes with the year and licence of the map', () => {
    expect(getAreaFeature(statistics, 'GM9001')).toMatchObject({
      id: 'GM9001',
      geometry: { type: 'Polygon' },
      properties: { name: 'Oostermoer', shapeYear: 2024, licence: 'CC-BY-4.0' },
    })
  })
  test('is refused where there is none', () => expect(() => getAreaFeature(statistics, 'BU90020101')).toThrow('noShape'))
  test('of several areas together reaches around all of them', () => {
    const extent = findExtent(statistics, ['BU90010000', 'BU90010001', 'BU90020101'])
    expect(extent?.map((value) => Number(value.toFixed(6)))).toEqual([6.6, 53, 6.64, 53.02])
    expect(findExtent(statistics, ['BU90020101'])).toBeUndefined()
  })
})

describe('collections of features', () => {
  test('are there for every level with shapes, and for places', () => {
    expect(listCollections(statistics).map(({ id }) => id)).toEqual(['provinces', 'municipalities', 'districts', 'neighbourhoods', 'places'])
  })
  test('can be searched by box and by the area they lie in', () => {
    const all = selectFeatures(statistics, 'neighbourhoods', { boxes: [[6.605, 53.001, 6.625, 53.002]] }, 0, 10)
    expect(all.features.map(({ id }) => id)).toEqual(['BU90010000', 'BU90010001'])
    const some = selectFeatures(statistics, 'neighbourhoods', { within: ['PV20', 'WK900101'] }, 0, 10)
    expect(some.features.map(({ id }) => id)).toEqual(['BU90010100', 'BU90010101'])
    expect(selectFeatures(statistics, 'places', { within: ['PV22'] }, 0, 10).features.map(({ id }) => id)).toEqual(['WP104'])
  })
  test('are given in pages that together are the whole', () => {
    const pages = [0, 3, 6].flatMap((offset) => selectFeatures(statistics, 'neighbourhoods', {}, offset, 3).features)
    expect(pages.map(({ id }) => id)).toEqual(statistics.findShapes('neighbourhood')?.codes)
  })
  test('give one feature by its id', () => {
    expect(findFeature(statistics, 'places', 'GN101')).toMatchObject({ geometry: { type: 'Point', coordinates: [6.61, 53.01] } })
    expect(findFeature(statistics, 'places', 'GN999')).toBeUndefined()
  })
})
