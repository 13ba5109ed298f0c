/** Through this small door a selection learns which areas a region of daily life holds. */
import type { AreaCode } from '#domain/area.ts'
import type { Statistics } from '#statistics/statistics.ts'

export interface DailyRegionAreas {
  readonly name: string
  /** Municipalities (by most of their people), districts and neighbourhoods of the reference year. */
  readonly members: ReadonlySet<AreaCode>
}

const kept = new WeakMap<Statistics, Map<string, DailyRegionAreas>>()

/** Puts a region of these figures where selections look for it, by its code. */
export function keepDailyRegion(statistics: Statistics, code: string, region: DailyRegionAreas): void {
  const own = kept.get(statistics) ?? new Map<string, DailyRegionAreas>()
  own.set(code, region)
  kept.set(statistics, own)
}

export const findDailyRegion = (statistics: Statistics, code: string): DailyRegionAreas | undefined => kept.get(statistics)?.get(code)
