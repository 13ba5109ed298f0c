/** What is done with figures far from the others, before they are brought on one scale. */
export interface OutlierTreatment {
  readonly id: string
  /** The lowest and highest figure that count as they are; those beyond are taken to the limit. */
  findLimits(sorted: Float64Array): readonly [number, number]
}
