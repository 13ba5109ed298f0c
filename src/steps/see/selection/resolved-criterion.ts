/** A criterion on its way from document to verdicts. */
import type { AreaLevel } from '#domain/area.ts'
import type { PlacedCriterion } from '#domain/selection-document.ts'
import type { Statistics } from '#statistics/statistics.ts'
import type { CriterionColumn } from '#steps/see/selection/criterion-column.ts'
import type { Projections } from '#steps/see/selection/projections.ts'
import type { SelectionPlaces } from '#steps/see/selection/selection-places.ts'
import type { Words } from '#domain/words.ts'

export interface CriterionContext {
  readonly statistics: Statistics
  readonly places: SelectionPlaces
  /** Level at which figures are looked up: that of the places, and municipalities for regions. */
  readonly level: AreaLevel
  readonly projections: Projections | undefined
}

export interface CriterionWords {
  readonly name: Words
  readonly unit: Words
  readonly decimals: number
  readonly years: readonly number[]
}

/** A criterion in which nothing is wrong; its figures are yet to be read. */
export interface ReadableCriterion extends PlacedCriterion, CriterionWords {
  readonly read: () => CriterionColumn
}

export interface ResolvedCriterion extends PlacedCriterion, CriterionWords {
  readonly column: CriterionColumn
}

export interface WaitingCriterion extends PlacedCriterion, CriterionWords {
  readonly reason: Words
}
