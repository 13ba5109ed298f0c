/** Municipal boundary changes in words, as CBS writes them in the description of a region code. */
import type { Count, Quantities } from '#sources/fictional/quantities.ts'
import { addUp } from '#sources/fictional/quantities.ts'
import { MERGER_YEAR, type World } from '#sources/fictional/world.ts'

/** Uninhabited land that moves between two municipalities that go on. */
const CORRECTION = { date: '01-01-2023', hectares: 14 } as const
const BEGINNING = 'Begindatum voor 1830\r\n'

/** The description of each municipality, by code. */
export function writeBoundaryWords(world: World, counts: Count): Map<string, string> {
  const words = new Map<string, string>()
  const merged = world.municipalities.find(({ firstYear }) => firstYear === MERGER_YEAR)
  const date = `01-01-${MERGER_YEAR}`
  const parts = world.territories.flatMap(({ before, after }, territory) => {
    const from = world.municipalities[before]
    return from && merged && world.municipalities[after] === merged ? [{ from, moved: describeMoved(world, counts, territory) }] : []
  })
  for (const { from, moved } of parts) {
    words.set(from.code, `Opgeheven per ${date}, overgegaan naar:\r\n- ${merged?.name} (${merged?.code}),\r\n... ${moved}\r\n\r\n${BEGINNING}`)
  }
  if (merged) {
    const received = parts.map(({ from, moved }) => `- ${from.name} (${from.code}),\r\n... ${moved}\r\n`).join('')
    words.set(merged.code, `Ontstaan per ${date}, ontvangen van:\r\n${received}\r\n`)
  }
  const [giver, receiver] = findNeighbours(world).map((territory) => world.municipalities[world.territories[territory]?.before ?? -1])
  const change = `Grenswijziging per ${CORRECTION.date}`
  const moved = `... ${CORRECTION.hectares} hectare met 0 woningen en 0 inwoners\r\n`
  if (giver && receiver) {
    words.set(giver.code, `${change}, overgegaan naar:\r\n- ${receiver.name} (${receiver.code}),\r\n${moved}\r\n${BEGINNING}`)
    words.set(receiver.code, `${change}, ontvangen van:\r\n- ${giver.name} (${giver.code}),\r\n${moved}\r\n${BEGINNING}`)
  }
  for (const { code } of world.municipalities) if (!words.has(code)) words.set(code, BEGINNING)
  return words
}

function describeMoved(world: World, counts: Count, territory: number): string {
  const year = counts.byYear[counts.years.indexOf(MERGER_YEAR)] ?? []
  const sums: Quantities = addUp(year.filter((_, index) => world.neighbourhoods[index]?.territory === territory))
  return `${sums.totalHectares} hectare met ${sums.homes} woningen en ${sums.inhabitants} inwoners`
}

/** Two territories that border on each other and both go on. */
function findNeighbours({ land: { grid }, villages, territories }: World): number[] {
  const territoryOf = new Int32Array(grid.cellCount).fill(-1)
  for (const { cells, territory } of villages) {
    if (territories[territory]?.before === territories[territory]?.after) for (const cell of cells) territoryOf[cell] = territory
  }
  for (let cell = 0; cell < grid.cellCount; cell++) {
    const territory = territoryOf[cell] ?? -1
    for (let side = 0; side < 6; side++) {
      const other = territoryOf[grid.neighbours[6 * cell + side] ?? -1] ?? -1
      if (territory >= 0 && other >= 0 && other !== territory) return [territory, other]
    }
  }
  return []
}
