import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { Polygon } from 'geojson'
import { findRepresentativePoint, getDoubleArea } from '#engines/geometry/centre.ts'
import { containsPoint, createPolygonLookup } from '#engines/geometry/point-in-polygon.ts'

const square = (x: number, y: number, size: number): Polygon => ({
  type: 'Polygon',
  coordinates: [[[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]]],
})

describe('a point and the area it lies in', () => {
  it('is found in the only cell of a chessboard that holds it', () => {
    const cells = Array.from({ length: 64 }, (_, index) => square(index % 8, Math.floor(index / 8), 1))
    const lookup = createPolygonLookup(cells)
    for (const [x, y] of [[0.5, 0.5], [1.5, 0.2], [7, 7], [-1, 3], [2.25, 1.75]] as const) {
      const first = cells.findIndex((cell) => containsPoint(cell, x, y))
      expect(lookup(x, y), `${x} ${y}`).toBe(first < 0 ? undefined : first)
    }
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 63 }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (cell, dx, dy) => {
        expect(lookup((cell % 8) + dx, Math.floor(cell / 8) + dy)).toBe(cell)
      }),
    )
    expect(lookup(8.5, 3)).toBeUndefined()
  })

  it('is not in the hole of an area that surrounds another one', () => {
    const ring: Polygon = { type: 'Polygon', coordinates: [...square(0, 0, 3).coordinates, ...square(1, 1, 1).coordinates] }
    expect(containsPoint(ring, 0.5, 0.5)).toBe(true)
    expect(containsPoint(ring, 1.5, 1.5)).toBe(false)
  })
})

describe('the point that stands for an area', () => {
  it('is the centroid of a triangle: the mean of its corners', () => {
    const point = findRepresentativePoint({ type: 'Polygon', coordinates: [[[0, 0], [6, 0], [0, 3], [0, 0]]] })
    expect(point?.[0]).toBeCloseTo(2, 12)
    expect(point?.[1]).toBeCloseTo(1, 12)
  })

  it('lies inside a crescent, whose centroid does not', () => {
    const horseshoe: Polygon = {
      type: 'Polygon',
      coordinates: [[[0, 0], [5, 0], [5, 5], [4, 5], [4, 1], [1, 1], [1, 5], [0, 5], [0, 0]]],
    }
    const [x, y] = findRepresentativePoint(horseshoe) ?? [NaN, NaN]
    expect(containsPoint(horseshoe, x, y)).toBe(true)
  })

  it('belongs to the largest island of a municipality', () => {
    const islands = { type: 'MultiPolygon' as const, coordinates: [square(0, 0, 1).coordinates, square(10, 10, 4).coordinates] }
    expect(findRepresentativePoint(islands)).toEqual([12, 12])
  })

  it('has an area of 1 for the unit square, counted double', () => {
    expect(getDoubleArea(square(100, 50, 1).coordinates[0] ?? [])).toBe(2)
  })
})
