/** Change since an earlier year, as a percentage of that year, on the boundaries of the later year. */
import { AREA_LEVELS, type Area, type AreaLevel } from '#domain/area.ts'
import type { BoundaryChange } from '#domain/boundary-change.ts'
import { buildBridge, type Bridge } from '#domain/bridge.ts'
import type { Indicator } from '#domain/indicator.ts'
import { getMissingCode } from '#domain/missing.ts'
import type { AreaRegister } from '#steps/import/build-areas.ts'
import { addSources, getOrCreateColumn, type FigureBlocks } from '#steps/import/collect-figures.ts'
import { normaliseName } from '#steps/import/names.ts'
import { getBlockKey } from '#statistics/contents.ts'

interface Tools {
  readonly blocks: FigureBlocks
  readonly register: AreaRegister
  readonly getBridge: (fromYear: number, toYear: number) => Bridge
}

/** Adds a column for every indicator of change, where its count has a column in both years. */
export function deriveChanges(
  indicators: readonly Indicator[],
  years: readonly number[],
  changes: readonly BoundaryChange[],
  blocks: FigureBlocks,
  register: AreaRegister,
): void {
  const tools: Tools = { blocks, register, getBridge: rememberBridges(changes, blocks, register) }
  for (const { id, formula } of indicators) {
    if (formula?.kind !== 'change') continue
    for (const level of AREA_LEVELS) {
      for (const year of years) deriveColumn(id, formula.of, formula.years, level, year, tools)
    }
  }
}

function rememberBridges(changes: readonly BoundaryChange[], blocks: FigureBlocks, register: AreaRegister): Tools['getBridge'] {
  const known = new Map<string, Bridge>()
  const municipalities = register.areas.get('municipality') ?? []
  const getPopulation = (code: string, year: number): number =>
    blocks.get(getBlockKey('municipality', year))?.get('population')?.values[register.positions.get(code) ?? -1] ?? NaN
  return (fromYear, toYear) => {
    const key = `${fromYear} ${toYear}`
    const existing = municipalities.filter((area) => area.years.includes(fromYear)).map((area) => area.code)
    const bridge = known.get(key) ?? buildBridge({ changes, fromYear, toYear, municipalities: existing, getPopulation })
    known.set(key, bridge)
    return bridge
  }
}

function deriveColumn(id: string, of: string, span: number, level: AreaLevel, year: number, { blocks, register, getBridge }: Tools): void {
  const now = blocks.get(getBlockKey(level, year))?.get(of)
  const earlier = blocks.get(getBlockKey(level, year - span))?.get(of)
  const parts = blocks.get(getBlockKey('municipality', year - span))?.get(of)
  if (!now || !earlier) return
  const areas = register.areas.get(level) ?? []
  const bridged = isAddedUp(level) && parts ? addUpBridged(level, year, parts.values, getBridge(year - span, year), register) : undefined
  if (![...now.values].some((value) => !Number.isNaN(value))) return
  const target = getOrCreateColumn(blocks, register, level, year, id)
  addSources(target, [...now.sources, ...earlier.sources])
  areas.forEach((area, position) => {
    if ((now.missing[position] ?? 0) > 0) {
      target.missing[position] = now.missing[position] ?? 0
      return
    }
    const isSame = bridged !== undefined || level === 'country' || isSameArea(area, year, year - span)
    const before = bridged?.get(area.code) ?? (isSame ? (earlier.values[position] ?? NaN) : NaN)
    const value = (100 * ((now.values[position] ?? NaN) - before)) / before
    const reason = !isSame ? 'noSuchArea' : before === 0 ? 'impossible' : Number.isNaN(before) ? 'partsMissing' : undefined
    target.values[position] = reason ? NaN : value
    target.missing[position] = reason ? getMissingCode(reason) : 0
  })
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

/** A district or neighbourhood is followed only where it had the same code and the same name in both years. */
function isSameArea(area: Area, year: number, earlier: number): boolean {
  if (!area.years.includes(earlier)) return false
  const nameIn = (at: number): string => normaliseName(area.namesByYear?.[at] ?? area.name)
  return nameIn(year) === nameIn(earlier)
}
