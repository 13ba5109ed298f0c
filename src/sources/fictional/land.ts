/** Where there is land: one large island with bays and a few lakes. */
import { createHexGrid, type HexGrid } from '#sources/fictional/hex-grid.ts'
import type { Random } from '#sources/fictional/random.ts'
import { spread } from '#sources/fictional/spread.ts'

export interface Land {
  readonly grid: HexGrid
  readonly cells: readonly number[]
  readonly isLand: (cell: number) => boolean
}

const COLUMNS = 114
const ROWS = 104
const CELL_WIDTH_KM = 0.62

/** About 2,500 km², between 53.75 and 54.3 degrees north. */
export function createLand(random: Random): Land {
  const grid = createHexGrid(COLUMNS, ROWS, CELL_WIDTH_KM, random.fork('corners'))
  const coast = createWaves(random.fork('coast'), 9)
  const depth = createWaves(random.fork('lakes'), 5)
  const [middleX, middleY] = [(COLUMNS * CELL_WIDTH_KM) / 2, (ROWS * CELL_WIDTH_KM * Math.sqrt(3)) / 4]
  const wanted = new Uint8Array(grid.cellCount)
  for (let cell = 0; cell < grid.cellCount; cell++) {
    const [x, y] = [grid.x[cell] ?? 0, grid.y[cell] ?? 0]
    const fromMiddle = Math.hypot((x - middleX) / (0.93 * middleX), (y - middleY) / (0.93 * middleY))
    const isLake = fromMiddle < 0.75 && depth(x, y) > 1.75
    wanted[cell] = fromMiddle + 0.075 * coast(x, y) < 0.9 && !isLake ? 1 : 0
  }
  return keepLargestIsland(grid, wanted)
}

/** A smooth bumpy field with mean 0 and deviation of about 1. */
function createWaves(random: Random, shortestKm: number): (x: number, y: number) => number {
  const waves = Array.from({ length: 8 }, () => {
    const angle = random.between(0, 2 * Math.PI)
    const length = random.between(shortestKm, 3 * shortestKm)
    return { east: (2 * Math.PI * Math.cos(angle)) / length, north: (2 * Math.PI * Math.sin(angle)) / length, phase: random.between(0, 2 * Math.PI) }
  })
  return (x, y) => waves.reduce((sum, { east, north, phase }) => sum + Math.sin(east * x + north * y + phase), 0) / 2
}

function keepLargestIsland(grid: HexGrid, wanted: Uint8Array): Land {
  const cost = new Float64Array(grid.cellCount).fill(1)
  const seen = new Uint8Array(grid.cellCount)
  let largest: readonly number[] = []
  for (let cell = 0; cell < grid.cellCount; cell++) {
    if (!wanted[cell] || seen[cell]) continue
    const { order } = spread(grid, { seeds: [cell], cost, isAllowed: (next) => wanted[next] === 1 })
    for (const reached of order) seen[reached] = 1
    if (order.length > largest.length) largest = order
  }
  const land = new Uint8Array(grid.cellCount)
  for (const cell of largest) land[cell] = 1
  return { grid, cells: [...largest].sort((a, b) => a - b), isLand: (cell) => land[cell] === 1 }
}
