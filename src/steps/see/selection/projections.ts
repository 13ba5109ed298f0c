/** Through this small door a selection asks for projected figures. */
import type { AreaLevel } from '#domain/area.ts'
import type { Statistics } from '#statistics/statistics.ts'

/** A projected count in two years, on the areas of a level. Arrays follow `statistics.listAreas(level)`; NaN where there is none. */
export interface ProjectedColumn {
  readonly from: Float64Array
  readonly to: Float64Array
  /** Missing code per area (see domain/missing.ts), 0 where both figures are present. */
  readonly missing: Uint8Array
  /** Resources that the projection was made from. */
  readonly sources: readonly string[]
}

export interface Projections {
  /** Undefined where the projection does not have that indicator, level or year. */
  findProjectedColumn(indicator: string, level: AreaLevel, fromYear: number, toYear: number): ProjectedColumn | undefined
}

const kept = new WeakMap<Statistics, Projections>()

/** Puts the projection of these figures where selections look for it. */
export function keepProjections(statistics: Statistics, projections: Projections): void {
  kept.set(statistics, projections)
}

/** The projection of these figures, where it was made. Without one, what needs it waits, and says so. */
export const findProjections = (statistics: Statistics): Projections | undefined => kept.get(statistics)
