/** How large the part of a buurt is that people live in, taken as a disk around its point. Method: docs/methods/reach.md. */
import type { Area } from '#domain/area.ts'
import { normaliseName } from '#domain/names.ts'
import type { Statistics } from '#statistics/statistics.ts'

/**
 * Inhabitants a square kilometre where people live close together. In 2001 90 percent of the 15.99 million inhabitants lived in population cores, and these took 10 percent of the 33,870 km² of land (CBS, Bevolkingskernen in Nederland).
 * A village has 19 homes a hectare (Handreiking woonmilieus, "dorps"), which at 2.2 persons a home is the same.
 */
export const CORE_DENSITY = (0.9 * 15_987_075) / (0.1 * 33_870)

/** Where CBS and municipalities call a buurt scattered homes or countryside, people live all over it. */
const SCATTERED = /verspr|buitengebied|landelijk gebied/

export const LIVED_IN_KINDS = ['together', 'scattered', 'unknown'] as const
export type LivedInKind = (typeof LIVED_IN_KINDS)[number]

export interface LivedInDisk {
  readonly kind: LivedInKind
  /** 0 where it is not known how many people live there, or on how much land: then all is reckoned from the point. */
  readonly radiusMetres: number
}

/** Of buurten in a year. As large as its people need in a population core, and at most its land; scattered homes take all of the land. */
export function findLivedInDisks(statistics: Statistics, areas: readonly Area[], year: number): LivedInDisk[] {
  const read = (indicator: string) => statistics.findColumn(indicator, 'neighbourhood', year)?.values
  const [people, densities] = [read('population'), read('populationDensity')]
  return areas.map(({ code, name }) => {
    const position = statistics.getPosition(code)
    const [inhabitants, density] = [people?.[position] ?? NaN, densities?.[position] ?? NaN]
    if (!(inhabitants > 0 && density > 0)) return { kind: 'unknown', radiusMetres: 0 }
    const isScattered = SCATTERED.test(normaliseName(name))
    const livedInDensity = isScattered ? density : Math.max(density, CORE_DENSITY)
    return { kind: isScattered ? 'scattered' : 'together', radiusMetres: 1000 * Math.sqrt(inhabitants / livedInDensity / Math.PI) }
  })
}
