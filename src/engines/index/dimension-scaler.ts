/** Brings the scores of a dimension in a draw on its scale, and from there on the scale of the mean they go into. */
import type { Aggregation } from '#engines/index/aggregations/aggregation.ts'
import { LANES } from '#engines/index/draw-kernel.ts'
import type { DrawKernel } from '#engines/index/draw-kernel.ts'
import type { Normalisation } from '#engines/index/normalisations/normalisation.ts'

/** As in `AreaScorer`: what is equal but for rounding must not get a deviation of its own. */
const STEPS_PER_POINT = 1e9
/** The same for the logarithms of a geometric mean, of which a hundredth is a point or less. */
const STEPS_PER_LOGARITHM = 1e11
/** 1.5 × 2⁵²: to add it and take it off again rounds a number of less than 2⁵¹ to a whole one, in a third of the time of `Math.round`. */
const ROUNDER = 6_755_399_441_055_744

export class DimensionScaler {
  readonly #normalisation: Normalisation
  readonly #kernel: DrawKernel
  readonly #count: number
  readonly #ranks: Uint16Array
  /** Those that are there, where some are not: means, places and ranks. */
  readonly #means: Float64Array
  readonly #places: Int32Array
  readonly #ranksThere: Uint16Array
  readonly #sharing: Int32Array
  readonly #table: Float64Array
  /** The values of ranks that nobody shares, when all areas have one. */
  readonly #unsharedTables = new Map<Aggregation, Float64Array>()
  readonly #scaled: Float64Array
  readonly #sorted: Float64Array
  /** What was scaled before, where the order is the same in every draw. */
  readonly #kept: Map<Aggregation, Float64Array> | undefined

  /**
   * @param count areas with a score of the dimension
   * @param hasOneIndicator whatever is drawn, the order of the areas is then that of its figures
   */
  constructor(normalisation: Normalisation, count: number, hasOneIndicator: boolean, kernel: DrawKernel) {
    this.#kept = hasOneIndicator && normalisation.fromRank !== undefined ? new Map() : undefined
    this.#normalisation = normalisation
    this.#kernel = kernel
    this.#count = count
    this.#ranks = kernel.takeShorts(count)
    this.#means = kernel.takeFloats(Math.ceil(count / LANES) * LANES)
    this.#places = new Int32Array(count)
    this.#ranksThere = kernel.takeShorts(count)
    this.#sharing = new Int32Array(count + 1)
    this.#table = new Float64Array(count + 1)
    this.#scaled = new Float64Array(count)
    this.#sorted = new Float64Array(count)
  }

  /**
   * The scaled scores; NaN where there is none. The array may be used again in the next call. The dimension must count.
   * @param means on the scale of the mean `inner`, higher is worse
   * @param unscored how many of them are NaN
   */
  scale(means: Float64Array, unscored: number, inner: Aggregation, outer: Aggregation): Float64Array {
    const kept = this.#kept?.get(outer)
    if (kept) return kept
    if (this.#normalisation.fromRank === undefined) this.#scaleValues(means, inner, outer)
    else this.#scaleRanks(means, unscored, inner, outer)
    this.#kept?.set(outer, this.#scaled.slice())
    return this.#scaled
  }

  #scaleRanks(means: Float64Array, unscored: number, inner: Aggregation, outer: Aggregation): void {
    const ranks = this.#ranks
    const steps = inner.isFalling ? STEPS_PER_LOGARITHM : STEPS_PER_POINT
    if (unscored === 0) this.#rankAll(means, steps)
    else this.#rankThere(means, steps)
    const table = this.#fillTable(unscored, outer)
    const scaled = this.#scaled
    for (let at = 0; at < ranks.length; at++) scaled[at] = table[ranks[at]!]!
  }

  #rankAll(means: Float64Array, steps: number): void {
    const rounded = this.#means
    for (let at = 0; at < this.#count; at++) rounded[at] = means[at]! * steps + ROUNDER - ROUNDER
    rounded.fill(rounded[this.#count - 1]!, this.#count)
    this.#kernel.rank(rounded, this.#count, this.#ranks)
  }

  /** Ranks the means that are there; 0 for NaN. */
  #rankThere(means: Float64Array, steps: number): void {
    let there = 0
    for (let at = 0; at < this.#count; at++) {
      const mean = means[at]!
      this.#ranks[at] = 0
      if (mean !== mean) continue
      this.#means[there] = mean * steps + ROUNDER - ROUNDER
      this.#places[there++] = at
    }
    if (there === 0) return
    this.#means.fill(this.#means[there - 1]!, there)
    this.#kernel.rank(this.#means, there, this.#ranksThere)
    for (let at = 0; at < there; at++) this.#ranks[this.#places[at]!] = this.#ranksThere[at]!
  }

  /** The value of every rank that occurs; NaN for 0, which is none. */
  #fillTable(unscored: number, outer: Aggregation): Float64Array {
    const table = this.#table
    const sharing = this.#sharing.fill(0)
    for (let at = 0; at < this.#ranks.length; at++) sharing[this.#ranks[at]!]!++
    if (unscored === 0) table.set(this.#makeUnshared(outer))
    for (let rank = 1; rank <= this.#count; rank++) {
      if (sharing[rank] === 0 || (unscored === 0 && sharing[rank] === 1)) continue
      table[rank] = this.#normalisation.fromRank!(rank, sharing[rank]!, this.#count - unscored)
      outer.forward(table, table, rank, rank + 1)
    }
    table[0] = NaN
    return table
  }

  #makeUnshared(outer: Aggregation): Float64Array {
    const made = this.#unsharedTables.get(outer)
    if (made) return made
    const table = Float64Array.from({ length: this.#count + 1 }, (_, rank) => (rank === 0 ? NaN : this.#normalisation.fromRank!(rank, 1, this.#count)))
    outer.forward(table, table, 1, table.length)
    this.#unsharedTables.set(outer, table)
    return table
  }

  #scaleValues(means: Float64Array, inner: Aggregation, outer: Aggregation): void {
    const scaled = this.#scaled
    for (let at = 0; at < scaled.length; at++) scaled[at] = inner.isFalling ? -means[at]! : means[at]!
    inner.back(scaled, 0, scaled.length)
    let there = 0
    for (let at = 0; at < scaled.length; at++) {
      const value = Math.round(scaled[at]! * STEPS_PER_POINT) / STEPS_PER_POINT
      scaled[at] = value
      if (value === value) this.#sorted[there++] = value
    }
    this.#normalisation.normalise(scaled, this.#sorted.subarray(0, there).sort(), scaled)
    outer.forward(scaled, scaled, 0, scaled.length)
  }
}
