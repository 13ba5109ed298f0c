/** The published figures: every bound column laid out in the order of areas, with a reason for every gap. */
import { getAreaLevel, type Area, type AreaLevel } from '#domain/area.ts'
import type { FindingSink } from '#domain/finding.ts'
import type { Indicator } from '#domain/indicator.ts'
import { getMissingCode, type MissingReason } from '#domain/missing.ts'
import type { BoundColumn } from '#steps/import/bind-columns.ts'
import type { AreaRegister } from '#steps/import/build-areas.ts'
import { describeDiffering, describeImpossible, describeUnreadable, nameValues, type NamedRow, type PlacedRow } from '#steps/import/describe-values.ts'
import type { WideTable } from '#steps/import/wide-tables.ts'
import { getBlockKey } from '#statistics/contents.ts'
import type { FigureColumn } from '#statistics/statistics.ts'

/** A column under construction. */
export interface DraftColumn extends FigureColumn {
  readonly sources: string[]
}

/** Figures under construction: by block key, then by indicator. */
export type FigureBlocks = Map<string, Map<string, DraftColumn>>

export interface CollectedFigures {
  readonly blocks: FigureBlocks
  /** Resources that gave at least one figure. */
  readonly used: ReadonlySet<string>
}

/** Lays out all bound columns. Impossible values are refused with a finding; two sources that differ are reported. */
export function collectFigures(bound: readonly BoundColumn[], register: AreaRegister, findings: FindingSink): CollectedFigures {
  const blocks: FigureBlocks = new Map()
  const used = new Set<string>()
  const gaps: Gaps[] = []
  for (const column of [...bound].sort((a, b) => a.preference - b.preference)) {
    if (layOut(column, register, blocks, gaps, findings)) used.add(column.table.resource)
  }
  for (const gap of gaps) explainGaps(gap, register, blocks)
  return { blocks, used }
}

/** A column that was laid out, whose gaps get their reason once all columns are there. */
interface Gaps {
  readonly indicator: Indicator
  readonly level: AreaLevel
  readonly year: number
  readonly listsAllAreas: boolean
}

/** Notes that figures of the column come from these resources, or from columns that do. */
export function addSources(column: DraftColumn, sources: readonly string[]): void {
  for (const source of sources) if (!column.sources.includes(source)) column.sources.push(source)
}

/** The column of an indicator in a block, made when it is not there: every figure missing because it is not in the table. */
export function getOrCreateColumn(blocks: FigureBlocks, register: AreaRegister, level: AreaLevel, year: number, indicator: string): DraftColumn {
  const key = getBlockKey(level, year)
  const block = blocks.get(key) ?? new Map<string, DraftColumn>()
  blocks.set(key, block)
  const known = block.get(indicator)
  if (known) return known
  const areas = register.areas.get(level) ?? []
  const notInTable = getMissingCode('notInTable')
  const noSuchArea = getMissingCode('noSuchArea')
  const column: DraftColumn = {
    sources: [],
    values: new Float64Array(areas.length).fill(NaN),
    missing: Uint8Array.from(areas, (area) => (area.years.includes(year) ? notInTable : noSuchArea)),
  }
  block.set(indicator, column)
  return column
}

function layOut({ indicator, table, column }: BoundColumn, register: AreaRegister, blocks: FigureBlocks, gaps: Gaps[], findings: FindingSink): boolean {
  const values = table.columns.get(column)
  if (!values) return false
  const unreadable: NamedRow[] = []
  const impossible: NamedRow[] = []
  const differing: NamedRow[] = []
  const findRefusal = table.findRefusals?.(column)
  let gaveFigures = false
  const touched = new Map<string, { level: AreaLevel; year: number }>()
  for (let row = 0; row < table.rowCount; row++) {
    const code = table.areaCodes[row]
    const year = table.years[row] ?? 0
    const position = code === undefined ? undefined : register.positions.get(code)
    if (code === undefined || position === undefined) continue
    const level = getAreaLevel(code)
    if (!register.areas.get(level)?.[position]?.years.includes(year)) continue
    const value = values[row] ?? NaN
    const refusal = Number.isNaN(value) ? findRefusal?.(row) : undefined
    if (Number.isNaN(value) && table.isTimeSeries && refusal === undefined) continue
    touched.set(`${level} ${year}`, { level, year })
    const target = getOrCreateColumn(blocks, register, level, year, indicator.id)
    if (refusal !== undefined) {
      refuse(target, position)
      if (refusal !== '') unreadable.push({ row, text: `${code} ("${refusal.slice(0, 40)}")` })
      continue
    }
    if (!placeValue(target, position, value, indicator, { row, code, year }, impossible, differing)) continue
    gaveFigures = true
    addSources(target, [table.resource])
  }
  explainObservations(indicator.id, table, column, register, blocks)
  for (const { level, year } of touched.values()) gaps.push({ indicator, level, year, listsAllAreas: table.listsAllAreas })
  if (unreadable.length > 0) findings.add(describeUnreadable(indicator, table, column, unreadable))
  if (impossible.length > 0) findings.add(describeImpossible(indicator, table, column, impossible))
  if (differing.length > 0) findings.add(describeDiffering(indicator, table, column, differing))
  return gaveFigures
}

/** Takes over why the publisher gives no figure, in columns that have figures of other areas. */
function explainObservations(indicator: string, table: WideTable, column: string, register: AreaRegister, blocks: FigureBlocks): void {
  if (!table.findReason) return
  for (let row = 0; row < table.rowCount; row++) {
    const code = table.areaCodes[row]
    const reason = code === undefined ? undefined : table.findReason(column, row)
    const position = code === undefined ? undefined : register.positions.get(code)
    if (code === undefined || reason === undefined || position === undefined) continue
    const target = blocks.get(getBlockKey(getAreaLevel(code), table.years[row] ?? 0))?.get(indicator)
    if (target?.missing[position] === getMissingCode('notInTable')) target.missing[position] = getMissingCode(reason)
  }
}

/** Marks a figure that no other source gave as refused. */
function refuse(target: FigureColumn, position: number): void {
  if (Number.isNaN(target.values[position] ?? NaN)) target.missing[position] = getMissingCode('refused')
}

/** Puts one value in place, unless a source that is preferred already did. Says whether it is a figure. */
function placeValue(target: FigureColumn, position: number, value: number, indicator: Indicator, place: PlacedRow, impossible: NamedRow[], differing: NamedRow[]): boolean {
  const known = target.values[position] ?? NaN
  if (!Number.isNaN(known)) {
    if (!Number.isNaN(value) && value !== known) differing.push(nameValues(place, known, value))
    return false
  }
  if (Number.isNaN(value)) {
    if (target.missing[position] !== getMissingCode('refused')) target.missing[position] = getMissingCode('suppressed')
    return false
  }
  if (!isPossible(value, indicator)) {
    impossible.push(nameValues(place, value))
    refuse(target, position)
    return false
  }
  target.values[position] = value
  target.missing[position] = 0
  return true
}

/** A count is not negative, a percentage that is published lies between 0 and 100. */
export function isPossible(value: number, indicator: Pick<Indicator, 'kind' | 'unit'>): boolean {
  if (!Number.isFinite(value)) return false
  if (indicator.kind === 'count') return value >= 0
  return indicator.unit.nl !== '%' || (value >= 0 && value <= 100)
}

/** Sharpens the reason of every gap of a column: not in this edition, impossible, row missing, or suppressed. */
function explainGaps({ indicator, level, year, listsAllAreas }: Gaps, register: AreaRegister, blocks: FigureBlocks): void {
  const column = getOrCreateColumn(blocks, register, level, year, indicator.id)
  const base = indicator.base === undefined ? undefined : blocks.get(getBlockKey(level, year))?.get(indicator.base)
  const nothingThere = column.values.every(Number.isNaN)
  const suppressed = getMissingCode('suppressed')
  const notInTable = getMissingCode('notInTable')
  register.areas.get(level)?.forEach((area, position) => {
    const reason = column.missing[position]
    if (reason === notInTable && listsAllAreas) column.missing[position] = getMissingCode(findRowReason(area, year, register))
    if (reason !== suppressed) return
    if (nothingThere) column.missing[position] = getMissingCode('notInEdition')
    else if (base?.values[position] === 0) column.missing[position] = getMissingCode('impossible')
  })
}

function findRowReason(area: Area, year: number, register: AreaRegister): MissingReason {
  return register.rowMissing.get(year)?.has(area.code) ? 'rowMissing' : 'notInTable'
}
