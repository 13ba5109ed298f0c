/** The outline of a set of cells as GeoJSON, with holes, in WGS84. */
import type { MultiPolygon, Polygon, Position } from 'geojson'
import { measureRing, type HexGrid } from '#sources/fictional/hex-grid.ts'

/** Where the grid lies: in the North Sea, north of the Wadden islands, so that nobody takes it for a real place. */
const SOUTH_WEST = [5.2, 53.75] as const
const KM_PER_DEGREE_NORTH = 111.2
const KM_PER_DEGREE_EAST = 65.3

/** WGS84 degrees, six decimals (about 0.1 m). */
export function toLonLat(xKm: number, yKm: number): [number, number] {
  return [round6(SOUTH_WEST[0] + xKm / KM_PER_DEGREE_EAST), round6(SOUTH_WEST[1] + yKm / KM_PER_DEGREE_NORTH)]
}

function round6(value: number): number {
  return Math.round(value * 1e6) / 1e6
}

/** Outer rings counter-clockwise, holes clockwise (RFC 7946); one polygon for each connected part. */
export function traceOutline(grid: HexGrid, cells: readonly number[]): Polygon | MultiPolygon {
  const rings = traceRings(grid, cells)
  const outers = rings.filter((ring) => measureRing(grid, ring) > 0).map((ring) => ({ ring, holes: [] as number[][] }))
  for (const hole of rings.filter((ring) => measureRing(grid, ring) < 0)) {
    outers.find(({ ring }) => isInside(grid, hole[0] ?? 0, ring))?.holes.push(hole)
  }
  const polygons = outers.map(({ ring, holes }) => [ring, ...holes].map((each) => toPositions(grid, each)))
  const [only] = polygons
  return only && polygons.length === 1 ? { type: 'Polygon', coordinates: only } : { type: 'MultiPolygon', coordinates: polygons }
}

/** Sides that face a cell outside the set, joined end to end. */
function traceRings(grid: HexGrid, cells: readonly number[]): number[][] {
  const inside = new Set(cells)
  const next = new Map<number, number>()
  for (const cell of cells) {
    for (let side = 0; side < 6; side++) {
      if (inside.has(grid.neighbours[6 * cell + side] ?? -1)) continue
      next.set(grid.corners[6 * cell + side] ?? 0, grid.corners[6 * cell + ((side + 1) % 6)] ?? 0)
    }
  }
  const rings: number[][] = []
  while (next.size > 0) {
    const ring: number[] = []
    let corner: number | undefined = next.keys().next().value
    while (corner !== undefined && next.has(corner)) {
      ring.push(corner)
      const following = next.get(corner)
      next.delete(corner)
      corner = following
    }
    rings.push(ring)
  }
  return rings
}

function toPositions(grid: HexGrid, ring: readonly number[]): Position[] {
  const positions = ring.map((corner) => toLonLat(grid.cornerX[corner] ?? 0, grid.cornerY[corner] ?? 0))
  const [first] = positions
  return first ? [...positions, [...first]] : []
}

function isInside({ cornerX, cornerY }: HexGrid, corner: number, ring: readonly number[]): boolean {
  const [x, y] = [cornerX[corner] ?? 0, cornerY[corner] ?? 0]
  let inside = false
  ring.forEach((from, index) => {
    const to = ring[(index + 1) % ring.length] ?? 0
    const [x1, y1, x2, y2] = [cornerX[from] ?? 0, cornerY[from] ?? 0, cornerX[to] ?? 0, cornerY[to] ?? 0]
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside
  })
  return inside
}
