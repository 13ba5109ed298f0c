/** West, south, east, north in degrees. */
export type Bounds = readonly [number, number, number, number]

export const NETHERLANDS_BOUNDS: Bounds = [3.3, 50.7, 7.25, 53.6]
