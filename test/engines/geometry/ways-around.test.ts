/** Ways over land on hand-made maps, in kilometres: cells of 250 metres, ways over cells of 500, water crossed up to 1.25 wide, islets under 10 km² left out. */
import { describe, expect, it } from 'vitest'
import type { Geometry } from 'geojson'
import { addBorders, createLandGrid } from '#engines/geometry/land-grid.ts'
import { createPassableGrid, STEPS } from '#engines/geometry/passable-grid.ts'
import type { PassableGrid } from '#engines/geometry/passable-grid.ts'
import { WaysAround } from '#engines/geometry/ways-around.ts'
import { createRandom } from '../reach/street-network.ts'

type Point = readonly [number, number]
const measure = (from: Point, to: Point) => Math.hypot(to[0] - from[0], to[1] - from[1])
const box = (west: number, south: number, east: number, north: number): Geometry => ({ type: 'Polygon', coordinates: [[[west, south], [east, south], [east, north], [west, north], [west, south]]] })
const makePassable = (shapes: readonly Geometry[]): PassableGrid => createPassableGrid(addBorders(createLandGrid(shapes, [0.25, 0.25])!, shapes), { widest: 1.25, leastCells: 160 }, measure)
const findWay = (shapes: readonly Geometry[], from: Point, to: Point, most = 100) => {
  const ways = new WaysAround(makePassable(shapes), measure)
  const [there] = ways.measureWays(from, [to], most)
  const [back] = ways.measureWays(to, [from], most)
  expect(back).toBeCloseTo(there!, 9)
  return there!
}
/**
 * Steps in sixteen directions are at most 2.8 percent longer than the way, and from an end to the middle of its cell it is at most 0.36 km. Coasts lie up to a cell further out than drawn, and
 * corners of narrow water are cut: where a way turns around a point up to 0.7 km further out, it is at most 1.4 km shorter.
 */
const expectAbout = (way: number, byHand: number, corners = 0) => {
  expect(way).toBeGreaterThan(byHand - 1.4 * corners - 1e-9)
  expect(way).toBeLessThan(1.028 * (byHand + 0.72) + 0.72)
}

describe('the shortest way over land', () => {
  it('is hardly longer than a straight line where nothing lies in between', () => {
    const random = createRandom(5)
    const ways = new WaysAround(makePassable([box(0, 0, 40, 40)]), measure)
    const ratios = Array.from({ length: 100 }, () => {
      const [from, to] = [[40 * random(), 40 * random()] as const, [40 * random(), 40 * random()] as const]
      const way = ways.measureWays(from, [to], 100)[0]!
      expectAbout(way, measure(from, to))
      expect(way).toBeGreaterThanOrEqual(measure(from, to) - 1e-9)
      return measure(from, to) > 10 ? way / measure(from, to) : 1
    })
    expect(ratios.reduce((sum, own) => sum + own, 0) / ratios.length).toBeLessThan(1.02)
  })

  it('leads around a corner', () => {
    // Two bars of 4 km wide that meet in the south west; the corner is at (4, 4).
    expectAbout(findWay([box(0, 0, 4, 20), box(0, 0, 20, 4)], [2, 18], [18, 2]), 2 * Math.hypot(2, 14), 1)
  })

  it('leads around a lake, past two of its corners', () => {
    const land = [box(0, 0, 30, 10), box(0, 20, 30, 30), box(0, 10, 10, 20), box(20, 10, 30, 20)]
    expectAbout(findWay(land, [5, 15], [25, 15]), 10 + 2 * Math.hypot(5, 5), 2)
    // And is none where that is longer than asked for.
    expect(findWay(land, [5, 15], [25, 15], 21)).toBe(Infinity)
  })

  it('crosses a strait of 1 km, and none of 3', () => {
    expectAbout(findWay([box(0, 0, 10, 10), box(11, 0, 21, 10)], [2, 5], [19, 5]), 17)
    expect(findWay([box(0, 0, 10, 10), box(13, 0, 23, 10)], [2, 5], [21, 5])).toBe(Infinity)
  })

  it('crosses where water is narrow, however wide it is elsewhere', () => {
    // 4 km wide, but for a cape in the north that leaves 1 km.
    const land = [box(0, 0, 10, 30), box(14, 0, 24, 30), box(10, 24, 13, 28)]
    expectAbout(findWay(land, [5, 2], [19, 2]), Math.hypot(5, 22) + 4 + Math.hypot(5, 22), 2)
  })

  it('does not lead over an islet, and does over an island', () => {
    const coasts = [box(0, 0, 10, 20), box(13, 0, 23, 20)]
    expect(findWay([...coasts, box(11, 9, 12, 10)], [5, 10], [18, 10])).toBe(Infinity)
    expect(findWay([...coasts, box(11, 2, 12, 18)], [5, 10], [18, 10])).toBeLessThan(15)
  })

  it('leads over a dam of some metres wide, which no middle of a cell lies on', () => {
    const land = [box(0, 0, 10, 20), box(16, 0, 26, 20), box(9.9, 18.04, 16.1, 18.05)]
    expectAbout(findWay(land, [8, 4], [18, 4]), 2 * Math.hypot(2, 14) + 6, 2)
  })

  it('is none from where there is no land, nor to there', () => {
    expect(findWay([box(0, 0, 10, 10)], [5, 5], [-3, 5])).toBe(Infinity)
  })
})

/** Boxes at random places in a square of 30 km, whose corners are always land so that the grids have the same cells. */
function makeLands(random: () => number): readonly [less: Geometry[], more: Geometry[]] {
  const boxes = Array.from({ length: 14 }, () => {
    const [x, y] = [20 * random(), 20 * random()]
    return box(x, y, x + 2 + 8 * random(), y + 2 + 8 * random())
  })
  const frame = [box(0, 0, 0.5, 0.5), box(29.5, 29.5, 30, 30)]
  return [[...frame, ...boxes.slice(0, 10)], [...frame, ...boxes]]
}

describe('on any map', () => {
  const random = createRandom(11)
  const maps = Array.from({ length: 20 }, () => ({ lands: makeLands(random), points: Array.from({ length: 12 }, (): Point => [30 * random(), 30 * random()]) }))

  it('nobody is further where there is more land, no way is shorter than a straight line, and it is as far back', () => {
    let [known, shorter] = [0, 0]
    for (const { lands, points } of maps) {
      const [less, more] = lands.map((land) => new WaysAround(makePassable(land), measure)).map((ways) => points.map((from) => ways.measureWays(from, points, 200)))
      for (const [from, row] of more!.entries()) {
        for (const [to, way] of row.entries()) {
          if (from === to) continue
          expect(way).toBeLessThanOrEqual(less![from]![to]! + 1e-9)
          expect(way).toBeGreaterThanOrEqual(measure(points[from]!, points[to]!) - 1e-9)
          expect(way).toBeCloseTo(more![to]![from]!, 9)
          known += Number(way < Infinity)
          shorter += Number(way < less![from]![to]! - 1e-9)
        }
      }
    }
    // So the maps do have ways, and land that shortens them.
    expect(known).toBeGreaterThan(200)
    expect(shorter).toBeGreaterThan(50)
  })

  it('the nearest two are those of all, when two are enough', () => {
    for (const { lands: [, land], points } of maps) {
      const ways = new WaysAround(makePassable(land), measure)
      for (const from of points) {
        const sort = (lengths: Float64Array) => [...lengths].sort((a, b) => a - b)
        expect(sort(ways.measureWays(from, points, 200, 2)).slice(0, 2)).toEqual(sort(ways.measureWays(from, points, 200)).slice(0, 2))
      }
    }
  })

  it('the answer is that of trying every step until nothing gets shorter', () => {
    for (const { lands: [, land], points } of maps.slice(0, 5)) {
      const grid = makePassable(land)
      const ways = new WaysAround(grid, measure)
      for (const from of points.slice(0, 4)) {
        const plain = walkEverywhere(grid, from)
        for (const [at, way] of ways.measureWays(from, points, 200).entries()) expect(way).toBeCloseTo(plain(points[at]!), 9)
      }
    }
  })
})

/** Slow and plain: lengths to all cells by going over all of them again and again. */
function walkEverywhere({ origin, cell, columns, rows, pieces }: PassableGrid, from: Point): (to: Point) => number {
  const middle = (at: number): Point => [origin[0] + ((at % columns) + 0.5) * cell[0], origin[1] + (Math.floor(at / columns) + 0.5) * cell[1]]
  const cells = [...pieces.keys()].filter((at) => pieces[at] !== 0)
  const listDoors = (point: Point) => cells.filter((at) => [0, 1].every((axis) => Math.abs(Math.floor((point[axis]! - origin[axis]!) / cell[axis]!) - [at % columns, Math.floor(at / columns)][axis]!) <= 1))
  const steps = STEPS.flatMap(([dx, dy]) => [[dx, dy], [-dx, dy], [dx, -dy], [-dx, -dy]] as const)
  const lengths = new Map(listDoors(from).map((at) => [at, measure(from, middle(at))]))
  expect(rows * columns).toBe(pieces.length)
  for (let isShorter = true; isShorter; ) {
    isShorter = false
    for (const at of cells) {
      for (const [dx, dy] of steps) {
        const next = at + dy * columns + dx
        const own = (lengths.get(at) ?? Infinity) + measure(middle(at), middle(next))
        if (pieces[next] === 0 || !(own < (lengths.get(next) ?? Infinity) - 1e-12)) continue
        lengths.set(next, own)
        isShorter = true
      }
    }
  }
  return (to) => Math.min(Infinity, ...listDoors(to).map((at) => (lengths.get(at) ?? Infinity) + measure(middle(at), to)))
}
