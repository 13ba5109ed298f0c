import type { Position } from 'geojson'
import { describe, expect, it } from 'vitest'
import { findShapeFault } from '#sources/shared/shape-faults.ts'

/** A closed ring through these corners. */
const ring = (...corners: Position[]): Position[] => [...corners, corners[0] ?? []]
const box = (west: number, south: number, size: number): Position[] =>
  ring([west, south], [west + size, south], [west + size, south + size], [west, south + size])

describe('a shape is valid when', () => {
  it.each([
    ['it is a square', [[box(0, 0, 4)]]],
    ['it runs clockwise', [[box(0, 0, 4).reverse()]]],
    ['a point is written twice', [[ring([0, 0], [4, 0], [4, 0], [4, 4], [0, 4])]]],
    ['a corner lies on a straight side', [[ring([0, 0], [2, 0], [4, 0], [4, 4], [0, 4])]]],
    ['its hole lies within it', [[box(0, 0, 4), box(1, 1, 2)]]],
    ['a hole touches its boundary in one point', [[box(0, 0, 4), ring([0, 2], [2, 1], [2, 3])]]],
    ['parts lie beside each other', [[box(0, 0, 4)], [box(10, 0, 4)]]],
    ['parts touch in one corner', [[box(0, 0, 4)], [box(4, 4, 4)]]],
    ['an island lies in the lake of another part', [[box(0, 0, 9), box(1, 1, 6)], [box(2, 2, 2)]]],
  ])('%s', (_, polygons) => {
    expect(findShapeFault(polygons)).toBeUndefined()
  })
})

describe('a shape is not valid when', () => {
  it.each([
    ['tooFewPoints', 'it is a line there and back', [[ring([0, 0], [1, 1])]]],
    ['notClosed', 'its last point is not its first', [[[[0, 0], [4, 0], [4, 4], [0, 4]]]]],
    ['zeroArea', 'all its corners are on one line', [[ring([0, 0], [1, 1], [2, 2])]]],
    ['zeroArea', 'all its corners are one point', [[ring([1, 1], [1, 1], [1, 1])]]],
    ['crossesItself', 'it is a bow tie', [[ring([0, 0], [4, 4], [4, 0], [0, 3])]]],
    ['crossesItself', 'it passes the same corner twice', [[ring([0, 0], [4, 0], [2, 2], [4, 4], [0, 4], [2, 2])]]],
    ['crossesItself', 'a corner touches another side', [[ring([0, 0], [4, 0], [4, 4], [2, 0], [0, 4])]]],
    ['crossesItself', 'it has a spike that goes back over itself', [[ring([0, 0], [4, 0], [4, 4], [4, 8], [4, 4], [0, 4])]]],
    ['ringsCross', 'a hole crosses its boundary', [[box(0, 0, 4), box(3, 1, 2)]]],
    ['ringsCross', 'parts cross each other', [[box(0, 0, 4)], [box(2, 2, 4)]]],
    ['ringsCross', 'parts share a stretch of boundary', [[box(0, 0, 4)], [box(4, 1, 2)]]],
    ['holeOutside', 'a hole lies beside it', [[box(0, 0, 4), box(10, 10, 1)]]],
    ['holeOutside', 'a hole lies in another hole', [[box(0, 0, 9), box(1, 1, 6), box(2, 2, 1)]]],
    ['partsOverlap', 'a part lies within another', [[box(0, 0, 9)], [box(1, 1, 2)]]],
  ])('%s: %s', (fault, _, polygons) => {
    expect(findShapeFault(polygons)?.fault).toBe(fault)
  })

  it('says near which point it crosses', () => {
    expect(findShapeFault([[ring([0, 0], [4, 4], [4, 0], [0, 3])]])?.at).toEqual([4, 0])
  })
})

it('finds one crossing among very many corners quickly', () => {
  const corners = Array.from({ length: 20_000 }, (_, step): Position => {
    const angle = (step / 20_000) * 2 * Math.PI
    return [Math.cos(angle), Math.sin(angle)]
  })
  expect(findShapeFault([[ring(...corners)]])).toBeUndefined()
  const swapped = corners.with(5_000, corners[5_003] ?? []).with(5_003, corners[5_000] ?? [])
  const started = performance.now()
  expect(findShapeFault([[ring(...swapped)]])?.fault).toBe('crossesItself')
  expect(performance.now() - started).toBeLessThan(2_000)
})
