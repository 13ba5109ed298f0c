/** Coordinates in files: with five decimals, which is a metre. */

type Degrees = number | readonly Degrees[]

const roundAll = (degrees: Degrees): Degrees => (typeof degrees === 'number' ? Math.round(1e5 * degrees) / 1e5 : degrees.map(roundAll))

/** Longitude and latitude for two cells of a table. */
export const roundPoint = (point: readonly [number, number]): [longitude: number, latitude: number] => roundAll(point) as [number, number]

/** RFC 7946, section 11.2: more digits would tell of a precision that is not there. */
export function writeGeoJson(collection: { readonly type: 'FeatureCollection'; readonly features: readonly object[] }): string {
  return JSON.stringify(collection, (key, value: unknown) => (key === 'coordinates' ? roundAll(value as Degrees) : value))
}
