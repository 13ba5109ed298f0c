import type { OutlierTreatment } from '#engines/index/outliers/outlier-treatment.ts'

/** Every figure counts as it is. */
export const keepOutliers: OutlierTreatment = { id: 'none', findLimits: () => [-Infinity, Infinity] }
