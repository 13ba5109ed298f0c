/** Change since an earlier year, as a percentage of that year, on the boundaries of the later year. */
import { AREA_LEVELS, type AreaCode, type AreaLevel } from '#domain/area.ts'
import type { BoundaryChange } from '#domain/boundary-change.ts'
import { buildBridge, type Bridge } from '#domain/bridge.ts'
import { createStepBackwards, findComparable } from '#domain/follow-area.ts'
import type { Indicator } from '#domain/indicator.ts'
import { getMissingCode } from '#domain/missing.ts'
import { remember } from '#domain/remember.ts'
import type { AreaRegister } from '#steps/import/build-areas.ts'
import { addSources, getOrCreateColumn, type FigureBlocks } from '#steps/import/collect-figures.ts'
import { getBlockKey } from '#statistics/contents.ts'

interface Tools {
  readonly blocks: FigureBlocks
  readonly register: AreaRegister
  readonly getBridge: (fromYear: number, toYear: number) => Bridge
  /** Positions in the earlier year of the areas of a level, in their order; -1 where an area cannot be compared with that year. */
  readonly listFormer: (level: AreaLevel, year: number, earlier: number) => Int32Array
}

/** Adds a column for every indicator of change, where its count has a column in both years. */
export function deriveChanges(
  indicators: readonly Indicator[],
  years: readonly number[],
  changes: readonly BoundaryChange[],
  blocks: FigureBlocks,
  register: AreaRegister,
): void {
  const tools: Tools = {
    blocks,
    register,
    getBridge: rememberBridges(changes, blocks, register),
    listFormer: remember((level, year, earlier) => findFormer(level, year, earlier, changes, blocks, register)),
  }
  for (const { id, formula } of indicators) {
    if (formula?.kind !== 'change') continue
    for (const level of AREA_LEVELS) {
      for (const year of years) deriveColumn(id, formula.of, formula.years, level, year, tools)
    }
  }
}

function rememberBridges(changes: readonly BoundaryChange[], blocks: FigureBlocks, register: AreaRegister): Tools['getBridge'] {
  const municipalities = register.areas.get('municipality') ?? []
  const getPopulation = readLevel('population', 'municipality', blocks, register)
  return remember((fromYear, toYear) => {
    const existing = municipalities.filter((area) => area.years.includes(fromYear)).map((area) => area.code)
    return buildBridge({ changes, fromYear, toYear, municipalities: existing, getPopulation })
  })
}

function findFormer(level: AreaLevel, year: number, earlier: number, changes: readonly BoundaryChange[], blocks: FigureBlocks, register: AreaRegister): Int32Array {
  const areas = register.areas.get(level) ?? []
  if (level !== 'district' && level !== 'neighbourhood') return Int32Array.from(areas, ({ years }, position) => (years.includes(earlier) ? position : -1))
  const getPopulation = readLevel('population', level, blocks, register)
  const getComparability = readLevel('boundaryComparability', level, blocks, register)
  const stepBackwards = createStepBackwards({ areas, changes, getPopulation, getComparability })
  return Int32Array.from(areas, (area) => {
    const former = area.years.includes(year) ? findComparable(stepBackwards, area, year, earlier) : undefined
    return (former && register.positions.get(former.code)) ?? -1
  })
}

/** Reads one indicator of one level, NaN where there is no figure. */
function readLevel(indicator: string, level: AreaLevel, blocks: FigureBlocks, register: AreaRegister): (code: AreaCode, year: number) => number {
  return (code, year) => blocks.get(getBlockKey(level, year))?.get(indicator)?.values[register.positions.get(code) ?? -1] ?? NaN
}

function deriveColumn(id: string, of: string, span: number, level: AreaLevel, year: number, { blocks, register, getBridge, listFormer }: Tools): void {
  const now = blocks.get(getBlockKey(level, year))?.get(of)
  const earlier = blocks.get(getBlockKey(level, year - span))?.get(of)
  const parts = blocks.get(getBlockKey('municipality', year - span))?.get(of)
  if (!now || !earlier || now.values.every(Number.isNaN)) return
  const bridged = isAddedUp(level) && parts ? addUpBridged(level, year, parts.values, getBridge(year - span, year), register) : undefined
  const former = bridged ? undefined : listFormer(level, year, year - span)
  const target = getOrCreateColumn(blocks, register, level, year, id)
  addSources(target, [...now.sources, ...earlier.sources])
  register.areas.get(level)?.forEach((area, position) => {
    const then = former?.[position] ?? position
    const before = bridged?.get(area.code) ?? earlier.values[then] ?? NaN
    const reason = now.missing[position] || findReason(before, then, bridged ? undefined : earlier.missing)
    target.values[position] = reason ? NaN : (100 * ((now.values[position] ?? NaN) - before)) / before
    target.missing[position] = reason
  })
}

/** Why there is no change since the earlier figure, as a number that is stored; 0 where there is. */
function findReason(before: number, then: number, missing: Uint8Array | undefined): number {
  if (then < 0) return getMissingCode('noSuchArea')
  if (Number.isNaN(before)) return missing?.[then] || getMissingCode('partsMissing')
  return before === 0 ? getMissingCode('impossible') : 0
}

/** Levels that are followed over time through their municipalities. */
function isAddedUp(level: AreaLevel): boolean {
  return level === 'landsdeel' || level === 'province' || level === 'corop' || level === 'municipality'
}

/** Earlier counts on the municipalities of `year`, added up by the larger area each lies in. */
function addUpBridged(level: AreaLevel, year: number, values: Float64Array, bridge: Bridge, register: AreaRegister): Map<string, number> {
  const totals = new Map<string, number>()
  for (const area of register.areas.get('municipality') ?? []) {
    if (!area.years.includes(year)) continue
    const group = level === 'municipality' ? area.code : area.parents[level]
    if (group === undefined) continue
    const parts = bridge.get(area.code)?.parts ?? []
    const count = parts.length === 0 ? NaN : parts.reduce((sum, { from, share }) => sum + share * (values[register.positions.get(from) ?? -1] ?? NaN), 0)
    totals.set(group, (totals.get(group) ?? 0) + count)
  }
  return totals
}
