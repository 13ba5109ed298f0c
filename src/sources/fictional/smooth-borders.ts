/** Takes the zigzag of the hexagons out of borders. Corners are shared, so neighbours keep the same border. */
import { measureRing, type HexGrid } from '#sources/fictional/hex-grid.ts'

const ROUNDS = 1

/**
 * The grid with every corner on a border between two regions moved half-way to the middle of its neighbours along that
 * border. Corners where three regions meet stay. `regionOf` gives the region of each cell, -1 for water.
 */
export function smoothBorders(grid: HexGrid, regionOf: Int32Array): HexGrid {
  const along = findBorderNeighbours(grid, regionOf)
  let { cornerX, cornerY } = grid
  for (let round = 0; round < ROUNDS; round++) {
    const [x, y] = [cornerX.slice(), cornerY.slice()]
    for (const [corner, others] of along) {
      const [a, b] = others
      if (a === undefined || b === undefined || others.length !== 2) continue
      x[corner] = (cornerX[corner] ?? 0) / 2 + ((cornerX[a] ?? 0) + (cornerX[b] ?? 0)) / 4
      y[corner] = (cornerY[corner] ?? 0) / 2 + ((cornerY[a] ?? 0) + (cornerY[b] ?? 0)) / 4
    }
    cornerX = x
    cornerY = y
  }
  const smoothed = { ...grid, cornerX, cornerY }
  const areaSquareKm = grid.areaSquareKm.map((_, cell) => measureRing(smoothed, grid.corners.subarray(6 * cell, 6 * cell + 6)))
  return { ...smoothed, areaSquareKm }
}

/** For each corner on a border, the corners that a border side joins it to. */
function findBorderNeighbours({ cellCount, neighbours, corners }: HexGrid, regionOf: Int32Array): Map<number, number[]> {
  const along = new Map<number, number[]>()
  for (let cell = 0; cell < cellCount; cell++) {
    for (let side = 0; side < 6; side++) {
      const other = neighbours[6 * cell + side] ?? -1
      // Every side belongs to two cells: count it once.
      if (other < cell || (regionOf[cell] ?? -1) === (regionOf[other] ?? -1)) continue
      const [from, to] = [corners[6 * cell + side] ?? 0, corners[6 * cell + ((side + 1) % 6)] ?? 0]
      along.set(from, [...(along.get(from) ?? []), to])
      along.set(to, [...(along.get(to) ?? []), from])
    }
  }
  return along
}
