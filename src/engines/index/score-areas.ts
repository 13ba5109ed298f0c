/** Scores of areas from scaled figures and weights: the inner loop of the index and of every draw. */
import type { Aggregation } from '#engines/index/aggregations/aggregation.ts'
import type { FlatTree } from '#engines/index/flat-tree.ts'
import { LEAST_WEIGHT } from '#engines/index/prepare-figures.ts'
import type { PreparedFigures } from '#engines/index/prepare-figures.ts'
import type { FourColumns } from '#engines/numeric/four-columns.ts'
import { countBelow } from '#engines/numeric/quantile.ts'

/** Scores of a dimension are rounded to this before they are scaled: what is equal but for rounding must not get another rank, or a deviation of its own. */
const STEPS_PER_POINT = 1e9

/** The weights of a run, a slot, and the arrays for its scores, a dimension: the first for the index, the others for means that `finish` makes scores. */
export interface ScoredRun {
  readonly weights: Float64Array
  readonly scores: Float64Array[]
}

/** Areas of one list, with where each block of areas begins in it. */
interface BlockedAreas {
  readonly areas: Int32Array
  readonly starts: Int32Array
}

/** Scores areas a block at a time. Takes its memory once; `score` allocates nothing. */
export class AreaScorer {
  readonly blockCount: number
  readonly #blockAreas: number
  readonly #tree: FlatTree
  readonly #areaCount: number
  readonly #kernel: FourColumns
  readonly #ignored: Float64Array
  readonly #missingWeight: Float64Array
  readonly #onMeanScale: Float64Array
  readonly #sorted: Float64Array
  /** The dimension that each is a part of; −1 for the index. */
  readonly #parents: readonly number[]
  /** Whether some area lacks a part of the dimension. */
  readonly #hasGaps: readonly boolean[]
  /** The areas without a figure, a leaf, and without a score, a dimension. */
  readonly #missing: readonly BlockedAreas[]
  readonly #unscored: readonly BlockedAreas[]

  /**
   * @param blockAreas areas in a block; all of them, where a dimension is brought on a scale by all areas together
   * @param kernel takes memory for as many numbers as there are areas here; the scaled figures and the scores must be allocated by it too
   */
  constructor(tree: FlatTree, figures: PreparedFigures, blockAreas: number, kernel: FourColumns) {
    const { areaCount } = figures
    const needsAllAreas = tree.dimensions.some(({ node }, place) => place > 0 && node.normalisation !== undefined)
    this.#tree = tree
    this.#areaCount = areaCount
    this.#blockAreas = needsAllAreas ? areaCount : Math.min(areaCount, blockAreas)
    this.blockCount = Math.ceil(areaCount / this.#blockAreas)
    this.#kernel = kernel
    this.#ignored = kernel.allocate(areaCount)
    this.#missingWeight = new Float64Array(areaCount)
    this.#onMeanScale = new Float64Array(areaCount)
    this.#sorted = new Float64Array(areaCount)
    this.#parents = tree.dimensions.map((_, place) => tree.dimensions.findIndex(({ dimensions }) => dimensions.includes(place)))
    const divide = (areas: Int32Array): BlockedAreas => ({ areas, starts: Int32Array.from({ length: this.blockCount + 1 }, (_, block) => countBelow(areas, block * this.#blockAreas)) })
    this.#missing = figures.missing.map(divide)
    this.#unscored = figures.scored.map((scored) => divide(Int32Array.from([...scored.keys()].filter((area) => !scored[area]))))
    const hasGaps = new Array<boolean>(tree.dimensions.length).fill(false)
    for (let place = hasGaps.length - 1; place >= 0; place--) {
      const { leaves, dimensions } = tree.dimensions[place]!
      hasGaps[place] = leaves.some((leaf) => figures.missing[leaf]!.length > 0) || dimensions.some((child) => hasGaps[child])
    }
    this.#hasGaps = hasGaps
  }

  /**
   * Scores the areas of a block in two runs at once, that differ in their weights: figures are then read once for both.
   * Areas without enough figures, or whose figures have no weight, get NaN.
   * @param scaled from `scaleFigures`, with the same aggregations
   */
  score(scaled: Float64Array, aggregations: readonly Aggregation[], one: ScoredRun, other: ScoredRun, block: number): void {
    const from = block * this.#blockAreas
    const to = Math.min(this.#areaCount, from + this.#blockAreas)
    for (let place = this.#tree.dimensions.length - 1; place >= 0; place--) {
      const { leaves, leafSlots } = this.#tree.dimensions[place]!
      const sums = one.scores[place]!
      const otherSums = one === other ? this.#ignored : other.scores[place]!
      sums.fill(0, from, to)
      otherSums.fill(0, from, to)
      for (let at = 0; at < leaves.length; at += 4) {
        this.#setFour(leaves, leafSlots, one.weights, other.weights, at)
        this.#kernel.add(sums, otherSums, scaled, from, to)
      }
      this.#complete(place, aggregations, one, block, from, to)
      if (one !== other) this.#complete(place, aggregations, other, block, from, to)
    }
  }

  /** The four leaves from `first` on; where there are fewer, the last with weight 0 in their place. */
  #setFour(leaves: readonly number[], slots: readonly number[], one: Float64Array, other: Float64Array, first: number): void {
    const { starts, weights } = this.#kernel
    const last = leaves.length - 1
    for (let column = 0; column < 4; column++) {
      const at = first + column
      starts[column] = leaves[at > last ? last : at]! * this.#areaCount
      weights[column] = at > last ? 0 : one[slots[at]!]!
      weights[4 + column] = at > last ? 0 : other[slots[at]!]!
    }
  }

  /** Makes means of a dimension of sums over its indicators. */
  #complete(place: number, aggregations: readonly Aggregation[], { scores, weights }: ScoredRun, block: number, from: number, to: number): void {
    const { leaves, leafSlots, dimensions, dimensionSlots, node } = this.#tree.dimensions[place]!
    const means = scores[place]!
    const gaps = this.#hasGaps[place]!
    if (gaps) for (let at = 0; at < leaves.length; at++) this.#addMissing(this.#missing[leaves[at]!]!, weights[leafSlots[at]!]!, block)
    for (let at = 0; at < dimensions.length; at++) {
      const child = dimensions[at]!
      const onScale = this.#staysOnMeanScale(child, aggregations)
      if (!onScale) aggregations[place]!.forward(scores[child]!, this.#onMeanScale, from, to)
      this.#addDimension(means, onScale ? scores[child]! : this.#onMeanScale, weights[dimensionSlots[at]!]!, from, to, this.#hasGaps[child]!)
    }
    if (gaps) this.#divideByPresent(means, from, to)
    if (!this.#staysOnMeanScale(place, aggregations)) aggregations[place]!.back(means, from, to)
    this.#dropUnscored(this.#unscored[place]!, means, block)
    if (place > 0 && node.normalisation) this.#normalise(place, means)
  }

  /** Makes scores of the means of all dimensions, after all blocks. */
  finish(aggregations: readonly Aggregation[], scores: readonly Float64Array[]): void {
    for (const [place, means] of scores.entries()) if (this.#staysOnMeanScale(place, aggregations)) aggregations[place]!.back(means, 0, this.#areaCount)
  }

  /** A mean that goes into another mean of the same kind need not come back to the scale of the values in between. */
  #staysOnMeanScale(place: number, aggregations: readonly Aggregation[]): boolean {
    const parent = this.#parents[place]!
    return parent >= 0 && aggregations[parent] === aggregations[place] && !this.#tree.dimensions[place]!.node.normalisation
  }

  #addMissing({ areas, starts }: BlockedAreas, weight: number, block: number): void {
    const end = starts[block + 1]!
    for (let at = starts[block]!; at < end; at++) this.#missingWeight[areas[at]!]! += weight
  }

  #addDimension(means: Float64Array, values: Float64Array, weight: number, from: number, to: number, gaps: boolean): void {
    if (!gaps) {
      for (let area = from; area < to; area++) means[area]! += weight * values[area]!
      return
    }
    for (let area = from; area < to; area++) {
      const value = values[area]!
      if (value === value) means[area]! += weight * value
      else this.#missingWeight[area]! += weight
    }
  }

  /** Divides everywhere: by 1 where nothing is missing, which changes nothing and is faster than asking. */
  #divideByPresent(means: Float64Array, from: number, to: number): void {
    const missingWeight = this.#missingWeight
    let most = 0
    for (let area = from; area < to; area++) {
      const missing = missingWeight[area]!
      means[area]! /= 1 - missing
      if (missing > most) most = missing
    }
    if (1 - most <= LEAST_WEIGHT) for (let area = from; area < to; area++) if (1 - missingWeight[area]! <= LEAST_WEIGHT) means[area] = NaN
    missingWeight.fill(0, from, to)
  }

  #dropUnscored({ areas, starts }: BlockedAreas, means: Float64Array, block: number): void {
    const end = starts[block + 1]!
    for (let at = starts[block]!; at < end; at++) means[areas[at]!] = NaN
  }

  #normalise(place: number, values: Float64Array): void {
    let count = 0
    for (let area = 0; area < values.length; area++) {
      const value = Math.round(values[area]! * STEPS_PER_POINT) / STEPS_PER_POINT
      values[area] = value
      if (value === value) this.#sorted[count++] = value
    }
    this.#tree.dimensions[place]!.node.normalisation!.normalise(values, this.#sorted.subarray(0, count).sort(), values)
  }
}
