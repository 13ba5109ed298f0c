/** Two squares of land with a strait between them, on a grid of cells of a tenth. */
import { describe, expect, it } from 'vitest'
import type { Geometry } from 'geojson'
import { createLandGrid, findLongestGap } from '#engines/geometry/land-grid.ts'
import { containsPoint } from '#engines/geometry/point-in-polygon.ts'
import { createRandom } from '../reach/street-network.ts'

const makeSquare = (x: number, y: number, size: number): [number, number][] => [[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]]
/** From 0 to 2 with a lake from 0.5 to 1 in it, and from 3 to 4. */
const SHAPES: readonly Geometry[] = [{ type: 'Polygon', coordinates: [makeSquare(0, 0, 2), makeSquare(0.5, 0.5, 0.5)] }, { type: 'MultiPolygon', coordinates: [[makeSquare(3, 0, 1)]] }]
const grid = createLandGrid(SHAPES, [0.1, 0.1])!

describe('a grid of land', () => {
  it('has land where the middle of a cell lies in a shape, lakes left out', () => {
    expect([grid.columns, grid.rows]).toEqual([40, 20])
    // 20 × 20 cells but for 5 × 5 of the lake, and 10 × 10.
    expect(grid.land.reduce((sum, own) => sum + own, 0)).toBe(400 - 25 + 100)
  })

  it('agrees with the shapes in the middle of every cell, whatever the shapes', () => {
    const random = createRandom(3)
    const shapes = Array.from({ length: 5 }, (): Geometry => ({ type: 'Polygon', coordinates: [Array.from({ length: 7 }, (): [number, number] => [3 * random(), 3 * random()])] }))
    const { origin, cell, columns, land } = createLandGrid(shapes, [0.07, 0.05])!
    for (const [at, own] of land.entries()) {
      const [x, y] = [origin[0] + ((at % columns) + 0.5) * cell[0], origin[1] + (Math.floor(at / columns) + 0.5) * cell[1]]
      expect(own === 1).toBe(shapes.some((shape) => containsPoint(shape, x, y)))
    }
  })

  it('tells the longest part of a line that is no land', () => {
    expect(findLongestGap(grid, [0.2, 0.2], [1.8, 0.2])).toBe(0)
    // Of 2.6 across, 1 is strait.
    expect(findLongestGap(grid, [1, 0.2], [3.6, 0.2])).toBeCloseTo(1 / 2.6, 1)
    // The lake is 0.5 of 4, the strait 1: the longest counts, not both.
    expect(findLongestGap(grid, [0, 0.75], [4, 0.75])).toBeCloseTo(1 / 4, 1)
    // Outside of everything.
    expect(findLongestGap(grid, [-5, -5], [-4, -4])).toBe(1)
  })

  it('is not there without shapes', () => {
    expect(createLandGrid([], [0.1, 0.1])).toBeUndefined()
  })
})
