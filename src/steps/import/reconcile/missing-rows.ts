/**
 * Rows that must have been in a table and are not there. CBS numbers the rows of a table, municipality by
 * municipality; a gap in the numbers is a row that is not in the file. Which area it was follows from the same
 * municipality in a complete table of another year: as many rows, of the same levels in the same order.
 */
import { getAreaLevel, type AreaCode, type AreaLevel } from '#domain/area.ts'
import type { MissingRow, MissingRowsLine } from '#domain/report.ts'
import type { WideTable } from '#steps/import/wide-tables.ts'

/** A municipality's stretch of a table: one place a row, undefined for a gap. */
interface Block {
  readonly municipality: AreaCode
  readonly places: readonly { readonly rowId: number; readonly code?: AreaCode; readonly row?: number }[]
}

export interface MissingRowsInputs {
  readonly wideTables: readonly WideTable[]
  /** Name of an area in a year, for showing. */
  readonly findName: (code: AreaCode, year: number) => string | undefined
  /** Number of inhabitants by row of a table, where the table has it. */
  readonly findPopulation: (table: WideTable) => Float64Array | undefined
}

export interface MissingRowsResult {
  readonly lines: readonly MissingRowsLine[]
  /** Areas identified, by year: they exist, but their row is missing. */
  readonly rowMissing: ReadonlyMap<number, ReadonlySet<AreaCode>>
}

/** Half the step that CBS rounds small areas to: the most a figure can be off. */
const HALF_ROUNDING_STEP = 2.5

/** Finds the gaps of every table that numbers its rows and lists all areas. Tables without gaps give no line. */
export function findMissingRows(inputs: MissingRowsInputs): MissingRowsResult {
  const tables = inputs.wideTables.filter((table) => table.listsAllAreas && table.rowIds)
  const blocksByTable = new Map(tables.map((table) => [table, splitBlocks(table)]))
  const lines: MissingRowsLine[] = []
  const rowMissing = new Map<number, Set<AreaCode>>()
  for (const [table, blocks] of blocksByTable) {
    const year = table.years[0] ?? 0
    const others = [...blocksByTable].filter(([other]) => other !== table).sort(([a], [b]) => Math.abs((a.years[0] ?? 0) - year) - Math.abs((b.years[0] ?? 0) - year))
    const affected = blocks.filter((block) => block.places.some((place) => place.code === undefined))
    if (affected.length === 0) continue
    const listed = affected.flatMap((block) => identifyRows(block, year, table, others, inputs))
    lines.push({
      year,
      table: table.tableId,
      resource: table.resource,
      rows: listed.length,
      byLevel: countLevels(listed),
      inhabitants: sumInhabitants(affected, inputs.findPopulation(table)),
      listed,
    })
    const present = new Set(table.areaCodes)
    rowMissing.set(year, new Set(listed.flatMap(({ code }) => (code !== undefined && !present.has(code) ? [code] : []))))
  }
  return { lines, rowMissing }
}

/** Cuts a table into municipalities. Rows before the first municipality (the country) are left out. */
function splitBlocks(table: WideTable): Block[] {
  const blocks: { municipality: AreaCode; places: { rowId: number; code?: AreaCode; row?: number }[] }[] = []
  let previousId: number | undefined
  for (let row = 0; row < table.rowCount; row++) {
    const rowId = table.rowIds?.[row] ?? NaN
    const code = table.areaCodes[row]
    const current = blocks.at(-1)
    if (previousId !== undefined) {
      for (let gap = previousId + 1; gap < rowId; gap++) if (!table.refusedRowIds?.has(gap)) current?.places.push({ rowId: gap })
    }
    previousId = rowId
    if (code === undefined) continue
    if (getAreaLevel(code) === 'municipality') blocks.push({ municipality: code, places: [{ rowId, code, row }] })
    else if (current) current.places.push({ rowId, code, row })
  }
  return blocks
}

function identifyRows(
  block: Block,
  year: number,
  table: WideTable,
  others: readonly (readonly [WideTable, readonly Block[]])[],
  { findName }: MissingRowsInputs,
): MissingRow[] {
  const twin = findTwin(block, others)
  return block.places.flatMap((place, index): MissingRow[] => {
    if (place.code !== undefined) return []
    const code = twin?.block.places[index]?.code
    const name = code && twin && findName(code, twin.year)
    return [
      {
        year,
        table: table.tableId,
        rowId: place.rowId,
        municipality: block.municipality,
        municipalityName: findName(block.municipality, year) ?? block.municipality,
        ...(code ? { level: getAreaLevel(code), code } : {}),
        ...(name ? { name } : {}),
      },
    ]
  })
}

/** Share of the rows that must have the same code in both years before a row is named after the other year. */
const SAME_CODES_NEEDED = 0.9

/** The same municipality in the nearest year in which it is complete and has, row by row, the same levels and codes. */
function findTwin(block: Block, others: readonly (readonly [WideTable, readonly Block[]])[]): { block: Block; year: number } | undefined {
  for (const [table, blocks] of others) {
    const candidate = blocks.find(({ municipality }) => municipality === block.municipality)
    if (candidate && isTwin(block, candidate)) return { block: candidate, year: table.years[0] ?? 0 }
  }
  return undefined
}

function isTwin(block: Block, candidate: Block): boolean {
  if (candidate.places.length !== block.places.length) return false
  let known = 0
  let same = 0
  for (const [index, { code }] of candidate.places.entries()) {
    const here = block.places[index]?.code
    if (code === undefined || (here !== undefined && getAreaLevel(here) !== getAreaLevel(code))) return false
    if (here !== undefined) known++
    if (here === code) same++
  }
  return same >= SAME_CODES_NEEDED * known
}

function countLevels(rows: readonly MissingRow[]): Partial<Record<AreaLevel, number>> {
  const counts: Partial<Record<AreaLevel, number>> = {}
  for (const { level } of rows) if (level) counts[level] = (counts[level] ?? 0) + 1
  return counts
}

/** Per level, the municipalities with gaps less their rows of that level; within what rounding can do it is left out. */
function sumInhabitants(blocks: readonly Block[], population: Float64Array | undefined): Partial<Record<AreaLevel, number>> {
  const totals: Partial<Record<AreaLevel, number>> = {}
  if (!population) return totals
  for (const level of ['district', 'neighbourhood'] as const) {
    let sum = 0
    for (const { places } of blocks) {
      const rows = places.flatMap(({ code, row }) => (code !== undefined && row !== undefined && getAreaLevel(code) === level ? [row] : []))
      const whole = population[places[0]?.row ?? 0] ?? NaN
      const difference = whole - rows.reduce((total, row) => total + (population[row] || 0), 0)
      if (difference > HALF_ROUNDING_STEP * (rows.length + 1)) sum += difference
    }
    if (sum > 0) totals[level] = sum
  }
  return totals
}
