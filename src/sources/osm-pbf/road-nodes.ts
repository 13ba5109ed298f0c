/** The nodes that roads use: how often, where they are, and whom they stop. Sorted numbers, so that millions of them fit in memory. */
export class RoadNodes {
  readonly #ids: Float64Array
  readonly #uses: Uint8Array
  readonly #longitudes: Float64Array
  readonly #latitudes: Float64Array
  /** For nodes with a barrier: whether it stops each means, in the order of `profiles`. */
  readonly #stops = new Map<number, readonly boolean[]>()

  /** @param references the nodes of all roads, each as often as it is used; the ends of a road once more, so that they count as crossings. */
  constructor(references: Float64Array) {
    const sorted = references.slice().sort()
    let count = 0
    for (let at = 0; at < sorted.length; at++) if (at === 0 || sorted[at] !== sorted[at - 1]) count++
    this.#ids = new Float64Array(count)
    this.#uses = new Uint8Array(count)
    this.#longitudes = new Float64Array(count).fill(Number.NaN)
    this.#latitudes = new Float64Array(count).fill(Number.NaN)
    let last = -1
    for (const id of sorted) {
      if (last < 0 || this.#ids[last] !== id) this.#ids[++last] = id
      this.#uses[last] = Math.min(2, this.#uses[last]! + 1)
    }
  }

  /** Notes where a node is, if a road uses it. */
  place(id: number, longitude: number, latitude: number): void {
    const at = this.#find(id)
    if (at < 0) return
    this.#longitudes[at] = longitude
    this.#latitudes[at] = latitude
  }

  /** Notes whom a barrier on a node stops, if a road uses it. */
  placeBarrier(id: number, stops: readonly boolean[]): void {
    if (stops.includes(true) && this.#find(id) >= 0) this.#stops.set(id, stops)
  }

  /** Whom a barrier on the node stops; undefined where there is none that stops anybody. */
  findBarrier(id: number): readonly boolean[] | undefined {
    return this.#stops.get(id)
  }

  /** Roads meet here, one ends, or a barrier stops somebody. */
  isCrossing(id: number): boolean {
    return this.#uses[this.#find(id)] === 2 || this.#stops.has(id)
  }

  /** Degrees; NaN where the file does not say where the node is. */
  getPoint(id: number): readonly [longitude: number, latitude: number] {
    const at = this.#find(id)
    return [this.#longitudes[at] ?? Number.NaN, this.#latitudes[at] ?? Number.NaN]
  }

  #find(id: number): number {
    let [low, high] = [0, this.#ids.length - 1]
    while (low <= high) {
      const middle = (low + high) >> 1
      const own = this.#ids[middle]!
      if (own === id) return middle
      if (own < id) low = middle + 1
      else high = middle - 1
    }
    return -1
  }
}
