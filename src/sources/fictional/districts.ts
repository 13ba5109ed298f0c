/** Districts (wijken): a town or large village each, with the small villages that border on it. */
import type { HexGrid } from '#sources/fictional/hex-grid.ts'
import type { District, Settlement } from '#sources/fictional/world.ts'

/** Most villages in one district: their neighbourhoods are numbered by tens. */
const MOST_VILLAGES = 3
/** Villages smaller than this share a district with a neighbour. */
const SMALL = 420

/** Groups the villages of each territory; every district is connected because its villages border on each other. */
export function groupDistricts(grid: HexGrid, villages: readonly Settlement[], territories: number): { districts: District[]; districtOf: number[] } {
  const borders = measureBorders(grid, villages)
  const headOf = villages.map((_, village) => village)
  const members = new Map(villages.map((_, village) => [village, 1]))
  villages.forEach((village, index) => {
    if (village.startInhabitants >= SMALL || village.size === 'town') return
    const head = [...(borders.get(index) ?? [])]
      .filter(([other]) => headOf[other] === other && villages[other]?.territory === village.territory)
      .filter(([other]) => (members.get(other) ?? 0) < MOST_VILLAGES && (villages[other]?.startInhabitants ?? 0) >= SMALL)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0]
    if (head === undefined) return
    headOf[index] = head
    members.set(head, (members.get(head) ?? 0) + 1)
  })
  const heads = headOf.filter((head, village) => head === village)
  const districts: District[] = []
  for (let territory = 0; territory < territories; territory++) {
    const own = heads.filter((head) => villages[head]?.territory === territory)
    own.forEach((head, number) => {
      // After the merger the districts of the second municipality are numbered on from 40.
      const numberAfter = territory === territories - 1 ? 40 + number : number
      districts.push({ name: villages[head]?.name ?? '', territory, numberBefore: number, numberAfter })
    })
  }
  const position = new Map(heads.map((head, index) => [head, index]))
  return { districts, districtOf: headOf.map((head) => position.get(head) ?? 0) }
}

/** Number of cell sides that each pair of villages shares. */
function measureBorders(grid: HexGrid, villages: readonly Settlement[]): Map<number, Map<number, number>> {
  const villageOf = new Int32Array(grid.cellCount).fill(-1)
  villages.forEach(({ cells }, village) => cells.forEach((cell) => (villageOf[cell] = village)))
  const borders = new Map<number, Map<number, number>>()
  villages.forEach(({ cells }, village) => {
    const shared = new Map<number, number>()
    for (const cell of cells) {
      for (let side = 0; side < 6; side++) {
        const other = villageOf[grid.neighbours[6 * cell + side] ?? -1] ?? -1
        if (other >= 0 && other !== village) shared.set(other, (shared.get(other) ?? 0) + 1)
      }
    }
    borders.set(village, shared)
  })
  return borders
}
