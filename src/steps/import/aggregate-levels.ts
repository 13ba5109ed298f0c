/** Figures of provinces, COROP areas and landsdelen (and of the country, where nobody publishes them) from municipalities. */
import type { Area, AreaLevel } from '#domain/area.ts'
import { ALLOWED_MISSING_SHARE, canCount, combineFigures } from '#domain/combine-figures.ts'
import type { Aggregation, Indicator } from '#domain/indicator.ts'
import { explainWhole, findMissingReason, getMissingCode } from '#domain/missing.ts'
import type { AreaRegister } from '#steps/import/build-areas.ts'
import { addSources, getOrCreateColumn, type DraftColumn, type FigureBlocks } from '#steps/import/collect-figures.ts'
import { getBlockKey } from '#statistics/contents.ts'
import type { FigureColumn } from '#statistics/statistics.ts'

const AGGREGATED_LEVELS = ['country', 'landsdeel', 'province', 'corop'] as const satisfies readonly AreaLevel[]

/** Fills in what was not published for the larger levels. Published figures stay as they are. */
export function aggregateLevels(indicators: readonly Indicator[], years: readonly number[], blocks: FigureBlocks, register: AreaRegister): void {
  for (const year of years) {
    const parts = blocks.get(getBlockKey('municipality', year))
    if (!parts) continue
    for (const level of AGGREGATED_LEVELS) {
      const groups = groupMunicipalities(level, year, register)
      for (const indicator of indicators) {
        const part = parts.get(indicator.id)
        if (part && !indicator.formula) fillLevel(indicator, level, year, part, parts, groups, blocks, register)
      }
    }
  }
}

/** Positions of the municipalities of that year, by position of the larger area. */
function groupMunicipalities(level: AreaLevel, year: number, register: AreaRegister): Map<number, number[]> {
  const groups = new Map<number, number[]>()
  register.areas.get('municipality')?.forEach((area: Area, position) => {
    const parent = area.years.includes(year) ? area.parents[level] : undefined
    const group = parent === undefined ? undefined : register.positions.get(parent)
    if (group === undefined) return
    groups.set(group, [...(groups.get(group) ?? []), position])
  })
  return groups
}

function fillLevel(
  indicator: Indicator,
  level: AreaLevel,
  year: number,
  part: DraftColumn,
  parts: ReadonlyMap<string, FigureColumn>,
  groups: ReadonlyMap<number, readonly number[]>,
  blocks: FigureBlocks,
  register: AreaRegister,
): void {
  const target = getOrCreateColumn(blocks, register, level, year, indicator.id)
  const { aggregation } = indicator
  const weights = 'weight' in aggregation ? parts.get(aggregation.weight)?.values : undefined
  for (const [group, members] of groups) {
    if (!Number.isNaN(target.values[group] ?? NaN)) continue
    const value = combine(aggregation, members, part.values, weights)
    target.values[group] = value
    if (!Number.isNaN(value)) {
      target.missing[group] = 0
      addSources(target, part.sources)
    } else {
      const reasons = members.map((member) => findMissingReason(part.missing[member] ?? 0))
      target.missing[group] = getMissingCode(aggregation.kind === 'none' ? 'notForLevel' : explainWhole(reasons))
    }
  }
}

/**
 * The figure of a whole from its members; NaN where too much is missing. A sum needs all of them,
 * a mean allows members without a figure up to ALLOWED_MISSING_SHARE of the weight, and needs the weight of all.
 */
export function combine(aggregation: Aggregation, members: readonly number[], values: ArrayLike<number>, weights: ArrayLike<number> | undefined): number {
  const isMean = 'weight' in aggregation
  const own = members.map((member) => values[member] ?? NaN)
  const ownWeights = members.map((member) => (isMean ? (weights?.[member] ?? NaN) : 1))
  const whole = ownWeights.reduce((sum, weight) => sum + weight, 0)
  const missing = ownWeights.reduce((sum, weight, at) => (canCount(aggregation, own[at] ?? NaN, weight) ? sum : sum + weight), 0)
  const isEnough = missing <= (isMean ? ALLOWED_MISSING_SHARE * whole : 0)
  return isEnough ? combineFigures(aggregation, own, ownWeights) : NaN
}
