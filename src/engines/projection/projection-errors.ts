/**
 * How wrong the figures of a projection may be. What a component has is multiplied by exp(error):
 * error of an area in a year = that of the country + that of its region + its own. Each part is a series of its own,
 * e(t) = persistence × e(t − 1) + deviation × z(t), with z standard normal and e(0) = startDeviation × z(0), where t = 1 is the first step.
 * Persistence 1 is a random walk; 0 forgets every year. Estimated from past errors by who calls the engine.
 */
import type { ProjectionShape } from '#engines/projection/projection-shape.ts'

/** What errors are about, in the order of the draws; and the figures that are multiplied. */
export const COMPONENTS = [
  /** fertilityRates */
  'fertility',
  /** 1 − survivalRatios, the share that dies; at most 1 */
  'mortality',
  /** internalOutRates */
  'internalDepartures',
  /** arrivalWeights: how much an area draws of those who move. All arrivals stay equal to all departures. */
  'internalArrivals',
  /** emigrationRates */
  'emigration',
  /** immigrationCounts */
  'immigration',
] as const

export type Component = (typeof COMPONENTS)[number]

/** Of logarithms, a step. 0.05 is some 5 per cent. */
export interface ErrorSeries {
  /** In [0, 1]. */
  readonly persistence: number
  /** Of the shock of a step; one figure for all areas, or one an area where the series is an area's own. */
  readonly deviation: Float64Array
  /** Of what is wrong at the begin already, before the first shock; of the same length. */
  readonly startDeviation: Float64Array
}

export interface ComponentErrors {
  /** The same for all areas. One figure each. */
  readonly national: ErrorSeries
  /** The same within a region. One figure each, for all regions. */
  readonly regional: ErrorSeries
  /** One figure each, or one an area: small areas vary more. */
  readonly own: ErrorSeries
}

export interface ProjectionErrors {
  /** Position of the region of every area: 0 and up. */
  readonly regions: Uint32Array
  readonly components: Readonly<Record<Component, ComponentErrors>>
}

/** The largest deviation that is let through: a factor of e, up or down, in most years is no projection. */
const LARGEST_DEVIATION = 1

export const countRegions = ({ regions }: ProjectionErrors): number => regions.reduce((most, region) => Math.max(most, region + 1), 1)

/** No error at all: every trajectory is the projection itself. */
export function createNoErrors({ areaCount }: ProjectionShape): ProjectionErrors {
  const none: ErrorSeries = { persistence: 0, deviation: Float64Array.of(0), startDeviation: Float64Array.of(0) }
  const components = Object.fromEntries(COMPONENTS.map((component) => [component, { national: none, regional: none, own: none }])) as Record<Component, ComponentErrors>
  return { regions: new Uint32Array(areaCount), components }
}

/** Throws a RangeError that names the component, the part and the area. */
export function checkErrors(shape: ProjectionShape, { regions, components }: ProjectionErrors): void {
  if (regions.length !== shape.areaCount) throw new RangeError(`regions has ${regions.length} figures: there are ${shape.areaCount} areas`)
  const lost = regions.findIndex((region) => region >= shape.areaCount)
  if (lost >= 0) throw new RangeError(`the region of area ${lost} is ${regions[lost]}: regions are counted from 0, and there are not more than areas (${shape.areaCount})`)
  for (const component of COMPONENTS) {
    for (const part of ['national', 'regional', 'own'] as const) checkSeries(shape, `${part} error of ${component}`, components[component][part], part === 'own')
  }
}

function checkSeries(shape: ProjectionShape, name: string, { persistence, deviation, startDeviation }: ErrorSeries, byArea: boolean): void {
  if (!(persistence >= 0 && persistence <= 1)) throw new RangeError(`persistence of the ${name} is ${persistence}: it must be from 0 to 1`)
  for (const [what, figures] of Object.entries({ deviation, startDeviation })) {
    if (figures.length !== 1 && !(byArea && figures.length === shape.areaCount)) {
      throw new RangeError(`${what} of the ${name} has ${figures.length} figures: it must be 1${byArea ? ` or one for each of ${shape.areaCount} areas` : ''}`)
    }
    const at = figures.findIndex((figure) => !(figure >= 0 && figure <= LARGEST_DEVIATION))
    if (at >= 0) throw new RangeError(`${what} of the ${name}${figures.length > 1 ? ` in area ${at}` : ''} is ${figures[at]}: it must be from 0 to ${LARGEST_DEVIATION}`)
  }
}
