/** Which points of a list lie within so many metres of another point. */
import { measureMetres } from '#domain/measure-metres.ts'
import KDBush from 'kdbush'

/** A degree of latitude is never shorter than this, so that a search in degrees finds no point too few. */
const METRES_A_DEGREE = 110_500
/** A degree of longitude in the south of the country is longer than one in the north; this is the shortest, at 54° north. */
const SHORTEST_LONGITUDE = Math.cos((54 * Math.PI) / 180)

/** Its number in the list, and how far it is. */
export interface NearPoint {
  readonly at: number
  readonly metres: number
}

export class NearbyPoints {
  readonly #longitudes: ArrayLike<number>
  readonly #latitudes: ArrayLike<number>
  #index: KDBush | undefined

  /** Degrees (WGS84), south of 54° north. */
  constructor(longitudes: ArrayLike<number>, latitudes: ArrayLike<number>) {
    this.#longitudes = longitudes
    this.#latitudes = latitudes
  }

  /** Made when first searched: of a million crossings it takes a second, and mostly only another thread searches these. */
  get #planted(): KDBush {
    if (this.#index !== undefined) return this.#index
    this.#index = new KDBush(this.#longitudes.length)
    for (let at = 0; at < this.#longitudes.length; at++) this.#index.add(this.#longitudes[at]! * SHORTEST_LONGITUDE, this.#latitudes[at]!)
    return this.#index.finish()
  }

  /** Numbers of the points within that distance, with their distance in metres, in no order. */
  listWithin(point: readonly [number, number], metres: number): NearPoint[] {
    return this.#planted
      .within(point[0] * SHORTEST_LONGITUDE, point[1], metres / METRES_A_DEGREE)
      .map((at) => ({ at, metres: measureMetres(point, [this.#longitudes[at]!, this.#latitudes[at]!]) }))
      .filter((found) => found.metres <= metres)
  }

  /** The nearest point within that distance; of several the one with the lowest number. */
  findNearest(point: readonly [number, number], metres: number): NearPoint | undefined {
    return this.listNearest(point, metres, 1)[0]
  }

  /** The k nearest points within that distance that are accepted, the nearest first. Looks near by first. */
  listNearest(point: readonly [number, number], metres: number, k: number, accepts?: (found: NearPoint) => boolean): readonly NearPoint[] {
    for (let within = Math.min(500, metres); ; within = Math.min(4 * within, metres)) {
      const found = this.listWithin(point, within)
      if (found.length < k && within < metres) continue
      const sorted = found.sort((a, b) => a.metres - b.metres || a.at - b.at)
      const nearest = accepts === undefined ? sorted.slice(0, k) : takeAccepted(sorted, k, accepts)
      if (nearest.length === k || within >= metres) return nearest
    }
  }
}

function takeAccepted(sorted: readonly NearPoint[], k: number, accepts: (found: NearPoint) => boolean): NearPoint[] {
  const taken: NearPoint[] = []
  for (const found of sorted) {
    if (accepts(found)) taken.push(found)
    if (taken.length === k) break
  }
  return taken
}
