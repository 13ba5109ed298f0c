/** Municipalities, villages, districts and neighbourhoods on the land. */
import type { Land } from '#sources/fictional/land.ts'
import { createLand } from '#sources/fictional/land.ts'
import { inventMunicipalityNames, inventVillageNames } from '#sources/fictional/names.ts'
import { groupDistricts } from '#sources/fictional/districts.ts'
import { divideVillage } from '#sources/fictional/neighbourhoods.ts'
import type { Random } from '#sources/fictional/random.ts'
import { smoothBorders } from '#sources/fictional/smooth-borders.ts'
import { createWindingCosts, pickSpread, spread } from '#sources/fictional/spread.ts'
import { COROPS, GROWING_VILLAGE, MERGER_YEAR, SHRINKING_VILLAGE, type Municipality, type Settlement, type World } from '#sources/fictional/world.ts'

const TERRITORIES = 13
const VILLAGES = 150
/** Change a year in the municipality of the shrinking village: so much that it meets the criteria for a shrinking region. */
const SHRINKING_DRIFT = -0.018

/** Postcodes that no inhabited address in the Netherlands has. */
const UNUSED_POSTCODES = [[4945, 5010], [6746, 6810], [8942, 9000]] as const

export function createWorld(random: Random): World {
  const land = createLand(random.fork('land'))
  const { order: municipalOrder, cellsOf, seats } = divideLand(land, random.fork('municipalities'))
  const settlements = settleVillages(land, cellsOf, seats, random.fork('villages'))
  const grouped = groupDistricts(land.grid, settlements, TERRITORIES)
  const postcodes = UNUSED_POSTCODES.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, step) => first + step))
  const villages = settlements.map((settlement, index) => ({
    ...settlement,
    district: grouped.districtOf[index] ?? 0,
    pc4: String(postcodes[index] ?? 0),
  }))
  const divide = random.fork('neighbourhoods')
  const numbers = new Map<number, number>()
  const neighbourhoods = villages.flatMap((village, index) => {
    const tens = numbers.get(village.district) ?? 0
    numbers.set(village.district, tens + 1)
    return divideVillage(land.grid, village, index, 10 * tens, divide)
  })
  const neighbourhoodOf = new Int32Array(land.grid.cellCount).fill(-1)
  neighbourhoods.forEach(({ cells }, index) => cells.forEach((cell) => (neighbourhoodOf[cell] = index)))
  return {
    land: { ...land, grid: smoothBorders(land.grid, neighbourhoodOf) },
    ...nameMunicipalities(land, seats, municipalOrder, random.fork('municipality names')),
    districts: grouped.districts,
    villages,
    neighbourhoods,
  }
}

/** Territories grown from seats far apart; the last two are neighbours and will merge. */
function divideLand({ grid, cells, isLand }: Land, random: Random): { order: number[]; cellsOf: number[][]; seats: number[] } {
  const seeds = pickSpread(grid, cells, TERRITORIES, [], random)
  const { owner } = spread(grid, { seeds, cost: createWindingCosts(grid, random), isAllowed: isLand })
  const sizes = seeds.map((_, seed) => cells.reduce((count, cell) => count + (owner[cell] === seed ? 1 : 0), 0))
  const bordering = new Set<string>()
  for (const cell of cells) {
    for (let side = 0; side < 6; side++) {
      const other = owner[grid.neighbours[6 * cell + side] ?? -1] ?? -1
      if (other > (owner[cell] ?? 0)) bordering.add(`${owner[cell]} ${other}`)
    }
  }
  const pairs = [...bordering].map((key) => key.split(' ').map(Number))
  pairs.sort((a, b) => sumOf(a, sizes) - sumOf(b, sizes))
  const merging = pairs[0] ?? []
  const order = [...seeds.keys()].filter((seed) => !merging.includes(seed)).concat(merging)
  return {
    order,
    cellsOf: order.map((seed) => cells.filter((cell) => owner[cell] === seed)),
    seats: order.map((seed) => seeds[seed] ?? 0),
  }
}

function sumOf(members: readonly number[], sizes: readonly number[]): number {
  return members.reduce((sum, member) => sum + (sizes[member] ?? 0), 0)
}

function nameMunicipalities({ grid }: Land, seats: readonly number[], order: readonly number[], random: Random): Pick<World, 'municipalities' | 'territories'> {
  const names = inventMunicipalityNames(order.length + 1, random)
  const meanY = seats.reduce((sum, seat) => sum + (grid.y[seat] ?? 0), 0) / seats.length
  const meanX = seats.reduce((sum, seat) => sum + (grid.x[seat] ?? 0), 0) / seats.length
  const findCorop = (seat: number): number => ((grid.y[seat] ?? 0) > meanY ? 0 : (grid.x[seat] ?? 0) < meanX ? 1 : 2)
  const merged = order.length
  const firstMerging = order.length - 2
  const municipalities: Municipality[] = names.map((name, index) => ({
    name,
    code: `GM${9001 + index}`,
    firstYear: index === merged ? MERGER_YEAR : 0,
    lastYear: index >= firstMerging && index < merged ? MERGER_YEAR - 1 : 9999,
    // The two that merge, and what they become, lie in the COROP area of the first of them.
    corop: findCorop(seats[Math.min(index, firstMerging)] ?? 0) % COROPS.length,
  }))
  const territories = order.map((_, index) => ({ before: index, after: index >= firstMerging ? merged : index }))
  return { municipalities, territories }
}

/** Villages in each territory by its size, the seat first; the two of the text among the larger ones. */
function settleVillages({ grid }: Land, cellsOf: readonly (readonly number[])[], seats: readonly number[], random: Random): Settlement[] {
  const total = cellsOf.reduce((sum, cells) => sum + cells.length, 0)
  const names = inventVillageNames(VILLAGES, random)
  const cost = createWindingCosts(grid, random)
  const northernmost = pickExtreme(seats, (seat) => grid.y[seat] ?? 0)
  const southernmost = pickExtreme(seats, (seat) => -(grid.y[seat] ?? 0))
  let placed = 0
  let landPassed = 0
  return cellsOf.flatMap((cells, territory) => {
    landPassed += cells.length
    const count = Math.round((VILLAGES * landPassed) / total) - placed
    placed += count
    const seat = seats[territory] ?? 0
    const centres = [seat, ...pickSpread(grid, cells, count - 1, [seat], random)]
    const inside = new Set(cells)
    const { owner } = spread(grid, { seeds: centres, cost, isAllowed: (cell) => inside.has(cell) })
    const drawnDrift = random.normal(-0.001, 0.003)
    const drift = territory === northernmost ? SHRINKING_DRIFT : drawnDrift
    return centres.map((centre, rank): Settlement => {
      const drawn = drawVillage(rank, drift, random)
      const village = { territory, centre, cells: cells.filter((cell) => owner[cell] === rank), name: names[placed - count + rank] ?? '' }
      if (rank === 1 && territory === northernmost) return { ...village, name: SHRINKING_VILLAGE, size: 'large', startInhabitants: 1940, growth: -0.027 }
      if (rank === 1 && territory === southernmost) return { ...village, name: GROWING_VILLAGE, size: 'large', startInhabitants: 2260, growth: 0.031 }
      return { ...village, ...drawn }
    })
  })
}

/** The territory with the highest score, not one of the two that merge. */
function pickExtreme(seats: readonly number[], score: (seat: number) => number): number {
  const staying = seats.slice(0, -2)
  return staying.reduce((best, seat, index) => (score(seat) > score(staying[best] ?? 0) ? index : best), 0)
}

function drawVillage(rank: number, drift: number, random: Random): Pick<Settlement, 'size' | 'startInhabitants' | 'growth'> {
  const growth = drift + random.normal(0, 0.0045)
  if (rank === 0) return { size: 'town', startInhabitants: Math.round(random.between(5200, 14500)), growth: growth + 0.002 }
  if (rank <= 2) return { size: 'large', startInhabitants: Math.round(random.between(1300, 3600)), growth }
  const startInhabitants = Math.round(Math.min(1250, Math.max(45, Math.exp(random.normal(5.8, 0.8)))))
  return { size: startInhabitants < 190 ? 'hamlet' : 'village', startInhabitants, growth }
}
