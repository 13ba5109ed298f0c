const EARTH_METRES = 6_371_008.8
const RADIANS = Math.PI / 180

/** Metres between two points in degrees [longitude, latitude], over a sphere (haversine). NaN where a point is not known. */
export function measureMetres([longitudeA, latitudeA]: readonly [number, number], [longitudeB, latitudeB]: readonly [number, number]): number {
  const half = (degrees: number) => Math.sin((degrees * RADIANS) / 2) ** 2
  const chord = half(latitudeB - latitudeA) + Math.cos(latitudeA * RADIANS) * Math.cos(latitudeB * RADIANS) * half(longitudeB - longitudeA)
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(chord)))
}
