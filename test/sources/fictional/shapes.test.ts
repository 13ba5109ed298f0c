/** The areas of the made-up province cover it without gap or overlap, level by level. */
import { describe, expect, it } from 'vitest'
import type { Position } from 'geojson'
import { PLACE_FILES } from '#sources/fictional/places.ts'
import { SHAPE_FILES } from '#sources/fictional/shapes.ts'
import { codeOf, figureOf, readCsv, readKwb, readNames, readShapes, type AreaFeature } from './province-files.ts'

const levels = {
  neighbourhood: readShapes(SHAPE_FILES.neighbourhood),
  district: readShapes(SHAPE_FILES.district),
  municipality: readShapes(SHAPE_FILES.municipality),
  corop: readShapes(SHAPE_FILES.corop),
  province: readShapes(SHAPE_FILES.province),
}

function listRings({ geometry }: AreaFeature): Position[][] {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
}

/** Signed area in square degrees; holes count negative because they run clockwise. */
function measure(ring: Position[]): number {
  return ring.slice(1).reduce((sum, [x = 0, y = 0], index) => sum + ((ring[index]?.[0] ?? 0) * y - x * (ring[index]?.[1] ?? 0)) / 2, 0)
}

function measureArea(feature: AreaFeature): number {
  return listRings(feature).reduce((sum, ring) => sum + measure(ring), 0)
}

/** Directed sides of all rings, as text. */
function listSides(features: readonly AreaFeature[]): string[] {
  return features.flatMap(listRings).flatMap((ring) => ring.slice(1).map((to, index) => `${String(ring[index])} ${String(to)}`))
}

const reverse = (side: string): string => side.split(' ').reverse().join(' ')

function countCrossings(ring: Position[]): number {
  const turn = ([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position, [cx = 0, cy = 0]: Position): number => Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax))
  let crossings = 0
  for (let i = 0; i + 1 < ring.length; i++) {
    for (let j = i + 2; j + 1 < ring.length; j++) {
      const [a = [], b = [], c = [], d = []] = [ring[i], ring[i + 1], ring[j], ring[j + 1]]
      const isNeighbour = i === 0 && j + 2 === ring.length
      if (!isNeighbour && turn(a, b, c) !== turn(a, b, d) && turn(c, d, a) !== turn(c, d, b)) crossings++
    }
  }
  return crossings
}

describe('the shapes of the made-up province', () => {
  it('exist once for every area of the last year, under its code and name', () => {
    const { ofLevel } = readKwb(2024)
    const names = readNames(2024)
    for (const [level, prefix] of [['neighbourhood', 'BU'], ['district', 'WK'], ['municipality', 'GM']] as const) {
      expect(levels[level].map(({ properties }) => properties.code)).toEqual(ofLevel(prefix).map(codeOf).sort())
      for (const { properties } of levels[level]) expect(names.get(properties.code)?.replace(/^Wijk \d\d /, '')).toBe(properties.name)
    }
  })

  it('share every side with one neighbour, running the other way, or with the sea and the lakes: no gap, no overlap', () => {
    const outside = new Set(listSides(levels.province))
    for (const level of ['neighbourhood', 'district', 'municipality', 'corop'] as const) {
      const sides = listSides(levels[level])
      const all = new Set(sides)
      expect(all.size, `${level}: no side twice`).toBe(sides.length)
      const lonely = sides.filter((side) => !all.has(reverse(side)))
      expect(new Set(lonely), level).toEqual(outside)
    }
  })

  it('have the same area on every level', () => {
    const total = levels.province.reduce((sum, feature) => sum + measureArea(feature), 0)
    for (const features of Object.values(levels)) expect(features.reduce((sum, feature) => sum + measureArea(feature), 0)).toBeCloseTo(total, 9)
  })

  it('nest as the codes do: the sides of a district are sides of its neighbourhoods', () => {
    for (const [inner, outer, digits] of [['neighbourhood', 'district', 6], ['district', 'municipality', 4]] as const) {
      for (const feature of levels[outer]) {
        const parts = levels[inner].filter(({ properties }) => properties.code.slice(2, 2 + digits) === feature.properties.code.slice(2))
        expect(parts.reduce((sum, part) => sum + measureArea(part), 0)).toBeCloseTo(measureArea(feature), 9)
        const sides = new Set(listSides(parts))
        expect(listSides([feature]).every((side) => sides.has(side))).toBe(true)
      }
    }
  })
})

/** Even–odd over all rings. */
function contains(feature: AreaFeature, [x, y]: readonly [number, number]): boolean {
  const crossed = listRings(feature).flatMap((ring) =>
    ring.slice(1).filter(([x2 = 0, y2 = 0], index) => {
      const [x1 = 0, y1 = 0] = ring[index] ?? []
      return y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)
    }),
  )
  return crossed.length % 2 === 1
}

describe('each village', () => {
  it('lies in exactly one neighbourhood, which bears its name', () => {
    const villages = readCsv(PLACE_FILES.geonames, '\t').filter((columns) => columns[6] === 'P')
    for (const [, name = '', , , lat, lon] of villages) {
      const found = levels.neighbourhood.filter((feature) => contains(feature, [Number(lon), Number(lat)]))
      expect(found.map(({ properties }) => properties.name.replace(/-Centrum$/, ''))).toEqual([name])
    }
  })
})

describe('each shape of the made-up province', () => {
  it('has closed rings that do not touch themselves, outer ones counter-clockwise', () => {
    for (const feature of Object.values(levels).flat()) {
      for (const ring of listRings(feature)) {
        expect(ring[0]).toEqual(ring.at(-1))
        expect(new Set(ring.map(String)).size).toBe(ring.length - 1)
      }
      const outers = feature.geometry.type === 'Polygon' ? [feature.geometry.coordinates[0] ?? []] : feature.geometry.coordinates.map((polygon) => polygon[0] ?? [])
      for (const outer of outers) expect(measure(outer)).toBeGreaterThan(0)
    }
  })

  it('has no sides that cross each other', () => {
    for (const feature of [...levels.neighbourhood, ...levels.district, ...levels.municipality]) {
      for (const ring of listRings(feature)) expect(countCrossings(ring), feature.properties.name).toBe(0)
    }
  })

  it('lies in the sea north of the Wadden islands', () => {
    for (const [lon = 0, lat = 0] of levels.province.flatMap(listRings).flat()) {
      expect(lon).toBeGreaterThan(5)
      expect(lon).toBeLessThan(6.5)
      expect(lat).toBeGreaterThan(53.6)
      expect(lat).toBeLessThan(54.6)
    }
  })

  it('makes the province as large as the table of 2020 says', () => {
    const { byCode } = readKwb(2020)
    const hectares = (figureOf(byCode.get('NL00') ?? {}, 'OppervlakteTotaal') ?? 0)
    const squareKm = levels.province.reduce((sum, feature) => sum + measureArea(feature), 0) * 65.3 * 111.2
    expect(hectares / 100).toBeCloseTo(squareKm, -1)
  })
})
