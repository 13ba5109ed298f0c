/** Neighbourhoods (buurten) of a village: the built core, in parts where it is large, and the scattered houses around it. */
import type { HexGrid } from '#sources/fictional/hex-grid.ts'
import { measureDistance } from '#sources/fictional/hex-grid.ts'
import type { Random } from '#sources/fictional/random.ts'
import { createWindingCosts, pickSpread, spread } from '#sources/fictional/spread.ts'
import type { Neighbourhood, Village } from '#sources/fictional/world.ts'

/** Inhabitants a square kilometre of built core. */
const CORE_DENSITY = { town: 2300, large: 1500, village: 900, hamlet: 400 } as const
/** Most neighbourhoods in the core; the outlying one has number 9. */
const MOST_PARTS = { town: 7, large: 3, village: 1, hamlet: 1 } as const
const OUTLYING_SHARE = { town: 0.04, large: 0.09, village: 0.17, hamlet: 0 } as const

/** Numbers run from `firstNumber`: core parts first, then the business park (8), the scattered houses (9). */
export function divideVillage(grid: HexGrid, village: Village, index: number, firstNumber: number, random: Random): Neighbourhood[] {
  // The two villages of the text: their growth alone makes their age structure.
  const isExtreme = Math.abs(village.growth) > 0.02
  const greying = isExtreme ? 0 : random.normal(0, 0.2)
  const common = { village: index, district: village.district, territory: village.territory, greying }
  const growthOf = (): number => village.growth + random.normal(0, isExtreme ? 0.001 : 0.003)
  if (village.size === 'hamlet' || village.cells.length < 6) {
    const { name, cells, startInhabitants } = village
    return [{ ...common, name, kind: 'core', number: firstNumber, cells, startInhabitants, growth: village.growth }]
  }
  const { core, outside } = findCore(grid, village, random)
  const parts = splitCore(grid, core, village, random)
  const outlying = Math.round(village.startInhabitants * OUTLYING_SHARE[village.size])
  const inCore = village.startInhabitants - outlying
  const list: Neighbourhood[] = parts.map((cells, part) => ({
    ...common,
    name: parts.length === 1 ? village.name : `${village.name}-${namePart(grid, cells, village.centre, part)}`,
    kind: 'core',
    number: firstNumber + part,
    cells,
    startInhabitants: Math.round((inCore * cells.length) / core.length),
    growth: growthOf(),
    greying: greying + (isExtreme ? 0 : random.normal(0, 0.12)),
  }))
  const business = village.size === 'town' ? cutBusinessPark(grid, outside, core) : []
  if (business.length > 0) {
    const startInhabitants = random.pick([0, 0, 4, 12, 25])
    const name = `Bedrijventerrein ${village.name}`
    list.push({ ...common, name, kind: 'business', number: firstNumber + 8, cells: business, startInhabitants, growth: 0 })
  }
  const rest = outside.filter((cell) => !business.includes(cell))
  if (rest.length > 0) {
    const name = `Verspreide huizen ${village.name}`
    const growth = growthOf() - 0.002
    list.push({ ...common, name, kind: 'outlying', number: firstNumber + 9, cells: rest, startInhabitants: outlying, growth })
  }
  return makeNamesDiffer(list)
}

function findCore(grid: HexGrid, village: Village, random: Random): { core: number[]; outside: number[] } {
  const wanted = Math.ceil(village.startInhabitants / CORE_DENSITY[village.size] / 0.333)
  const size = Math.max(1, Math.min(wanted, Math.floor(village.cells.length * 0.5)))
  const inside = new Set(village.cells)
  const cost = createWindingCosts(grid, random)
  const { order } = spread(grid, { seeds: [village.centre], cost, isAllowed: (cell) => inside.has(cell), stop: (_, reached) => reached >= size })
  const core = new Set(order)
  return { core: village.cells.filter((cell) => core.has(cell)), outside: village.cells.filter((cell) => !core.has(cell)) }
}

function splitCore(grid: HexGrid, core: readonly number[], village: Village, random: Random): number[][] {
  const count = Math.max(1, Math.min(MOST_PARTS[village.size], Math.floor(core.length / 2), Math.round(village.startInhabitants / 1100)))
  const seeds = [village.centre, ...pickSpread(grid, core, count - 1, [village.centre], random)]
  const inside = new Set(core)
  const { owner } = spread(grid, { seeds, cost: createWindingCosts(grid, random), isAllowed: (cell) => inside.has(cell) })
  return seeds.map((_, part) => core.filter((cell) => owner[cell] === part))
}

/** Three connected cells against the core, in the outside. */
function cutBusinessPark(grid: HexGrid, outside: readonly number[], core: readonly number[]): number[] {
  const inside = new Set(outside)
  const built = new Set(core)
  const start = outside.find((cell) => [0, 1, 2, 3, 4, 5].some((side) => built.has(grid.neighbours[6 * cell + side] ?? -1)))
  if (start === undefined) return []
  const cost = new Float64Array(grid.cellCount).fill(1)
  const { order } = spread(grid, { seeds: [start], cost, isAllowed: (cell) => inside.has(cell), stop: (_, reached) => reached >= 3 })
  return [...order]
}

const DIRECTIONS = ['Oost', 'Noordoost', 'Noord', 'Noordwest', 'West', 'Zuidwest', 'Zuid', 'Zuidoost']

function namePart(grid: HexGrid, cells: readonly number[], centre: number, part: number): string {
  if (part === 0) return 'Centrum'
  const farthest = cells.reduce((best, cell) => (measureDistance(grid, cell, centre) > measureDistance(grid, best, centre) ? cell : best), cells[0] ?? centre)
  const angle = Math.atan2((grid.y[farthest] ?? 0) - (grid.y[centre] ?? 0), (grid.x[farthest] ?? 0) - (grid.x[centre] ?? 0))
  return DIRECTIONS[Math.round(angle / (Math.PI / 4) + 8) % 8] ?? 'Buiten'
}

function makeNamesDiffer(list: readonly Neighbourhood[]): Neighbourhood[] {
  const used = new Map<string, number>()
  return list.map((neighbourhood) => {
    const times = (used.get(neighbourhood.name) ?? 0) + 1
    used.set(neighbourhood.name, times)
    return times === 1 ? neighbourhood : { ...neighbourhood, name: `${neighbourhood.name} ${times}` }
  })
}
