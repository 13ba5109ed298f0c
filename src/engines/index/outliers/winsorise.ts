import { getQuantile } from '#engines/numeric/quantile.ts'
import type { OutlierTreatment } from '#engines/index/outliers/outlier-treatment.ts'

/** Figures below the lower or above the upper quantile (0 ≤ lower < upper ≤ 1) are taken to it. */
export function winsorise(lower: number, upper: number): OutlierTreatment {
  if (!(lower >= 0 && lower < upper && upper <= 1)) throw new RangeError(`winsorise from quantile ${lower} to ${upper}: these must rise within 0 and 1`)
  return { id: 'winsorise', findLimits: (sorted) => [getQuantile(sorted, lower), getQuantile(sorted, upper)] }
}
