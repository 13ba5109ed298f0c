/** Which points of a list lie within so many metres of another point. */
import { measureMetres } from '#domain/measure-metres.ts'
import KDBush from 'kdbush'

/** A degree of latitude is never shorter than this, so that a search in degrees finds no point too few. */
const METRES_A_DEGREE = 110_500
/** A degree of longitude in the south of the country is longer than one in the north; this is the shortest, at 54° north. */
const SHORTEST_LONGITUDE = Math.cos((54 * Math.PI) / 180)

export class NearbyPoints {
  readonly #longitudes: ArrayLike<number>
  readonly #latitudes: ArrayLike<number>
  readonly #index: KDBush

  /** Degrees (WGS84), south of 54° north. */
  constructor(longitudes: ArrayLike<number>, latitudes: ArrayLike<number>) {
    this.#longitudes = longitudes
    this.#latitudes = latitudes
    this.#index = new KDBush(longitudes.length)
    for (let at = 0; at < longitudes.length; at++) this.#index.add(longitudes[at]! * SHORTEST_LONGITUDE, latitudes[at]!)
    this.#index.finish()
  }

  /** Numbers of the points within that distance, with their distance in metres, in no order. */
  listWithin(point: readonly [number, number], metres: number): { readonly at: number; readonly metres: number }[] {
    return this.#index
      .within(point[0] * SHORTEST_LONGITUDE, point[1], metres / METRES_A_DEGREE)
      .map((at) => ({ at, metres: measureMetres(point, [this.#longitudes[at]!, this.#latitudes[at]!]) }))
      .filter((found) => found.metres <= metres)
  }

  /** The nearest point within that distance. Looks near by first. */
  findNearest(point: readonly [number, number], metres: number): { readonly at: number; readonly metres: number } | undefined {
    for (let within = Math.min(500, metres); ; within = Math.min(4 * within, metres)) {
      const [first, ...others] = this.listWithin(point, within)
      if (first !== undefined) return others.reduce((best, own) => (own.metres < best.metres || (own.metres === best.metres && own.at < best.at) ? own : best), first)
      if (within >= metres) return undefined
    }
  }
}
