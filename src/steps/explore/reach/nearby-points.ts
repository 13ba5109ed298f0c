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

/** The tree that points are searched by, as bytes: made once, and in shared memory of use to every thread. Of a million points it takes half a second. */
export const plantTree = (longitudes: ArrayLike<number>, latitudes: ArrayLike<number>): Uint8Array => new Uint8Array(plant(longitudes, latitudes).data)

export class NearbyPoints {
  readonly #longitudes: ArrayLike<number>
  readonly #latitudes: ArrayLike<number>
  #index: KDBush | undefined

  /**
   * Degrees (WGS84), south of 54° north.
   * @param tree of these very points, with a buffer of its own; planted when first searched where it is not given.
   */
  constructor(longitudes: ArrayLike<number>, latitudes: ArrayLike<number>, tree?: Uint8Array) {
    this.#longitudes = longitudes
    this.#latitudes = latitudes
    this.#index = tree && KDBush.from(tree.buffer)
  }

  get #planted(): KDBush {
    return (this.#index ??= plant(this.#longitudes, this.#latitudes))
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

function plant(longitudes: ArrayLike<number>, latitudes: ArrayLike<number>): KDBush {
  const index = new KDBush(longitudes.length)
  for (let at = 0; at < longitudes.length; at++) index.add(longitudes[at]! * SHORTEST_LONGITUDE, latitudes[at]!)
  return index.finish()
}

function takeAccepted(sorted: readonly NearPoint[], k: number, accepts: (found: NearPoint) => boolean): NearPoint[] {
  const taken: NearPoint[] = []
  for (const found of sorted) {
    if (accepts(found)) taken.push(found)
    if (taken.length === k) break
  }
  return taken
}
