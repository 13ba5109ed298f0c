/** What happened in a step: the parts that explain how many people an area has more or fewer. */
import type { ProjectionShape } from '#engines/projection/projection-shape.ts'

/** People in a step, one figure an area. End = start + births − deaths + arrivals − departures − emigration + immigration + net migration. */
export interface StepFlows {
  /** By age of the mother: a block of ages an area. */
  readonly birthsByAge: Float64Array
  readonly deaths: Float64Array
  readonly internalDepartures: Float64Array
  readonly internalArrivals: Float64Array
  readonly emigration: Float64Array
  readonly immigration: Float64Array
  /** As far as there were people to go. */
  readonly netMigration: Float64Array
  /** What a negative net migration asked for beyond the people there were. */
  readonly unmetDepartures: Float64Array
}

export function createFlows({ areaCount, ageCount }: ProjectionShape): StepFlows {
  const zeros = () => new Float64Array(areaCount)
  return {
    birthsByAge: new Float64Array(areaCount * ageCount),
    deaths: zeros(),
    internalDepartures: zeros(),
    internalArrivals: zeros(),
    emigration: zeros(),
    immigration: zeros(),
    netMigration: zeros(),
    unmetDepartures: zeros(),
  }
}

export function clearFlows(flows: StepFlows): void {
  for (const figures of Object.values(flows) as Float64Array[]) figures.fill(0)
}
