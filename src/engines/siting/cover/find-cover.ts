/**
 * Sites that leave nobody out. What must be covered is first made as small as it can be (Toregas & ReVelle 1973): a place that is covered whenever
 * another one is, and a site that covers no more than another one, do not matter. The rest is a question for `selectSites`: fewest places left out.
 */
import type { SitingControl } from '#engines/siting/control.ts'
import { BitTable } from '#engines/siting/cover/bit-table.ts'
import type { Frame } from '#engines/siting/frame.ts'
import { selectSites } from '#engines/siting/median/select-sites.ts'
import { sortCells } from '#engines/siting/sorted-cells.ts'

export interface CoverTask {
  /** What is left to cover, and by which columns of the frame. */
  readonly table: BitTable
  readonly columns: Int32Array
  /** Columns that are open anyway. */
  readonly locked: Int32Array
  /** No cover has fewer sites, locked ones included; Infinity where a place cannot be covered at all. */
  readonly leastCount: number
}

export function createCoverTask(frame: Frame, mostMinutes: number): CoverTask {
  const { problem, places, sites } = frame
  const isNear = (place: number, column: number) => problem.minutes[place * problem.siteCount + sites[column]!]! <= mostMinutes
  const locked = Int32Array.from(sites.keys()).filter((column) => frame.locked[column] === 1)
  let columns = Int32Array.from(sites.keys()).filter((column) => frame.locked[column] === 0)
  const open = places.filter((place) => !locked.some((column) => isNear(place, column)))
  let table = new BitTable(open.length, columns.length)
  for (const [row, place] of open.entries()) for (const [at, column] of columns.entries()) if (isNear(place, column)) table.add(row, at)
  for (let before = -1; before !== table.rowCount + table.columnCount; ) {
    before = table.rowCount + table.columnCount
    const rows = table.listTightRows()
    const wide = table.keep(rows, Int32Array.from(columns.keys())).turn().listWideRows()
    table = table.keep(rows, wide)
    columns = wide.map((at) => columns[at]!)
  }
  const isImpossible = Array.from({ length: table.rowCount }, (_, row) => table.count(row)).includes(0)
  return { table, columns, locked, leastCount: isImpossible ? Infinity : locked.length + table.countIndependentRows() }
}

/** Columns of the frame that cover everything, at most `openCount`. 'none': proved that there are none. 'unknown': stopped before it was settled. */
export function findCover({ table, columns, locked, leastCount }: CoverTask, openCount: number, control: SitingControl): Int32Array | 'none' | 'unknown' {
  if (leastCount > openCount) return 'none'
  if (table.rowCount === 0) return locked
  const left = openCount - locked.length
  if (left >= columns.length) return Int32Array.from([...locked, ...columns]).sort()
  const cells = sortCells({
    rowCount: table.rowCount,
    columnCount: columns.length,
    costOf: (row, column) => (table.has(row, column) ? 0 : Infinity),
    unservedCostOf: () => 1,
  })
  const { value, bound, columns: chosen } = selectSites(cells, left, new Uint8Array(columns.length), control, { below: 1 })
  if (value === 0) return Int32Array.from([...locked, ...Array.from(chosen, (place) => columns[place]!)]).sort()
  return bound >= 1 ? 'none' : 'unknown'
}

/** A cover made by opening, again and again, the site that covers most of what is left. */
export function coverGreedily({ table, columns, locked }: CoverTask): Int32Array {
  const chosen: number[] = []
  const bySite = table.turn()
  const isCovered = new Uint8Array(table.rowCount)
  const gainOf = (column: number) => isCovered.reduce((gain, covered, row) => gain + Number(covered === 0 && bySite.has(column, row)), 0)
  while (isCovered.includes(0)) {
    const gains = Array.from(columns.keys(), gainOf)
    const best = gains.indexOf(Math.max(...gains))
    if (!(gains[best]! > 0)) break
    chosen.push(columns[best]!)
    for (let row = 0; row < table.rowCount; row++) if (bySite.has(best, row)) isCovered[row] = 1
  }
  return Int32Array.from([...locked, ...chosen]).sort()
}
