/** Villages and towns: named places, and the postcodes people look them up by. */
import type { AreaCode } from '#domain/area.ts'

export const LOCATED_BY = ['neighbourhoodShape', 'neighbourhoodName', 'districtShape', 'districtName', 'municipality'] as const

export interface Place {
  /** Stable: `WP` and the woonplaats number, else `GN` and the GeoNames number. */
  readonly id: string
  readonly name: string
  /** WGS84 degrees. */
  readonly point: readonly [number, number]
  readonly municipality: AreaCode
  /** Smallest CBS area of the reference year that contains the point. */
  readonly area: AreaCode
  /** How that area was found: its shape contains the point, it has the same name, or only the municipality is known. */
  readonly locatedBy: (typeof LOCATED_BY)[number]
  /** Year of the shapes used for it. */
  readonly shapeYear?: number
  /** Inhabitants according to the publisher of the place, for ordering search results only. */
  readonly population?: number
}

export interface Postcode {
  /** Four digits. */
  readonly pc4: string
  readonly placeName: string
  readonly municipality: AreaCode
}
