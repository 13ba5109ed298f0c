/** The nodes that roads use: how often, and where they are. Sorted numbers, so that millions of them fit in memory. */
export class RoadNodes {
  readonly #ids: Float64Array
  readonly #uses: Uint8Array
  readonly #longitudes: Float64Array
  readonly #latitudes: Float64Array

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

  /** Roads meet here, or one ends. */
  isCrossing(id: number): boolean {
    return this.#uses[this.#find(id)] === 2
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
