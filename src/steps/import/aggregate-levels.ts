/** Figures of provinces, COROP areas and landsdelen (and of the country, where nobody publishes them) from municipalities. */
import type { Area, AreaLevel } from '#domain/area.ts'
import type { Aggregation, Indicator } from '#domain/indicator.ts'
import { getMissingCode } from '#domain/missing.ts'
import type { AreaRegister } from '#steps/import/build-areas.ts'
import { addSources, getOrCreateColumn, type DraftColumn, type FigureBlocks } from '#steps/import/collect-figures.ts'
import { getBlockKey } from '#statistics/contents.ts'
import type { FigureColumn } from '#statistics/statistics.ts'

/** A mean is not shown where the parts without a figure hold more than this share of the weight. */
export const MISSING_SHARE_ALLOWED = 0.05

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
  const weights = aggregation.kind === 'weightedMean' || aggregation.kind === 'harmonicMean' ? parts.get(aggregation.weight)?.values : undefined
  for (const [group, members] of groups) {
    if (!Number.isNaN(target.values[group] ?? NaN)) continue
    const value = combine(aggregation, members, part.values, weights)
    target.values[group] = value
    if (!Number.isNaN(value)) {
      target.missing[group] = 0
      addSources(target, part.sources)
    } else if (aggregation.kind === 'none') target.missing[group] = getMissingCode('notForLevel')
    else target.missing[group] = members.every((member) => part.missing[member] === part.missing[members[0] ?? 0]) ? (part.missing[members[0] ?? 0] ?? 0) : getMissingCode('partsMissing')
  }
}

/**
 * The figure of a whole from its parts; NaN where too much is missing.
 * Sum: Σ v, all parts needed. Weighted mean: Σ w·v ÷ Σ w. Harmonic mean: Σ w ÷ Σ (w ÷ v), for a count per unit.
 * Means allow parts without a figure up to MISSING_SHARE_ALLOWED of the weight.
 */
export function combine(aggregation: Aggregation, members: ArrayLike<number>, values: ArrayLike<number>, weights: ArrayLike<number> | undefined): number {
  if (aggregation.kind === 'none' || members.length === 0) return NaN
  let total = 0
  let weightPresent = 0
  let weightMissing = 0
  for (let index = 0; index < members.length; index++) {
    const member = members[index] ?? 0
    const value = values[member] ?? NaN
    if (aggregation.kind === 'sum') {
      total += value
      continue
    }
    const weight = weights?.[member] ?? NaN
    if (Number.isNaN(weight)) return NaN
    if (weight === 0) continue
    if (Number.isNaN(value)) weightMissing += weight
    else {
      weightPresent += weight
      total += aggregation.kind === 'weightedMean' ? weight * value : value > 0 ? weight / value : 0
    }
  }
  if (aggregation.kind === 'sum') return total
  if (weightPresent === 0 || weightMissing > MISSING_SHARE_ALLOWED * (weightPresent + weightMissing)) return NaN
  return aggregation.kind === 'weightedMean' ? total / weightPresent : total === 0 ? NaN : weightPresent / total
}
