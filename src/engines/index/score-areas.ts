/** Scores of areas from scaled figures and weights: the inner loop of the index and of every draw. */
import type { Aggregation } from '#engines/index/aggregations/aggregation.ts'
import type { FlatTree } from '#engines/index/flat-tree.ts'
import { LEAST_WEIGHT } from '#engines/index/prepare-figures.ts'
import type { PreparedFigures } from '#engines/index/prepare-figures.ts'
import { countBelow } from '#engines/numeric/quantile.ts'

/** Scores of a dimension are rounded to this before they are scaled: what is equal but for rounding must not get another rank, or a deviation of its own. */
const STEPS_PER_POINT = 1e9

/** Takes its memory once; `score` allocates nothing. */
export class AreaScorer {
  readonly #tree: FlatTree
  readonly #figures: PreparedFigures
  readonly #missingWeight: Float64Array
  readonly #onMeanScale: Float64Array
  readonly #sorted: Float64Array
  /** Whether some area lacks a part of the dimension. */
  readonly #hasGaps: readonly boolean[]
  /** The areas without a score a dimension. */
  readonly #unscored: readonly Int32Array[]

  constructor(tree: FlatTree, figures: PreparedFigures) {
    this.#tree = tree
    this.#figures = figures
    this.#missingWeight = new Float64Array(figures.areaCount)
    this.#onMeanScale = new Float64Array(figures.areaCount)
    this.#sorted = new Float64Array(figures.areaCount)
    this.#unscored = figures.scored.map((scored) => Int32Array.from([...scored.keys()].filter((area) => !scored[area])))
    const hasGaps = new Array<boolean>(tree.dimensions.length).fill(false)
    for (let place = hasGaps.length - 1; place >= 0; place--) {
      const { leaves, dimensions } = tree.dimensions[place]!
      hasGaps[place] = leaves.some((leaf) => figures.missing[leaf]!.length > 0) || dimensions.some((child) => hasGaps[child])
    }
    this.#hasGaps = hasGaps
  }

  /** Whether a dimension is brought on a scale by all areas together, so that areas cannot be scored in blocks. */
  get needsAllAreas(): boolean {
    return this.#tree.dimensions.some(({ node }, place) => place > 0 && node.normalisation !== undefined)
  }

  /**
   * Fills `scores`, an array a dimension, for the areas from `from` to before `to`. Areas whose missing parts leave too little get NaN.
   * @param scaled from `scaleFigures`, with the same aggregations
   * @param weights a slot; those of a dimension add up to 1
   */
  score(scaled: Float64Array, weights: Float64Array, aggregations: readonly Aggregation[], scores: readonly Float64Array[], from: number, to: number): void {
    for (let place = this.#tree.dimensions.length - 1; place >= 0; place--) {
      const { leaves, leafSlots, dimensions, dimensionSlots, node } = this.#tree.dimensions[place]!
      const means = scores[place]!
      const gaps = this.#hasGaps[place]!
      means.fill(0, from, to)
      addColumns(means, scaled, this.#figures.areaCount, leaves, leafSlots, weights, from, to)
      if (gaps) for (let at = 0; at < leaves.length; at++) this.#addMissing(this.#figures.missing[leaves[at]!]!, weights[leafSlots[at]!]!, from, to)
      for (let at = 0; at < dimensions.length; at++) {
        aggregations[place]!.forward(scores[dimensions[at]!]!, this.#onMeanScale, from, to)
        this.#addDimension(means, weights[dimensionSlots[at]!]!, from, to)
      }
      if (gaps) this.#divideByPresent(means, from, to)
      aggregations[place]!.back(means, from, to)
      this.#dropUnscored(this.#unscored[place]!, means, from, to)
      if (place > 0 && node.normalisation) this.#normalise(place, means)
    }
  }

  #addMissing(areas: Int32Array, weight: number, from: number, to: number): void {
    const end = countBelow(areas, to)
    for (let at = countBelow(areas, from); at < end; at++) this.#missingWeight[areas[at]!]! += weight
  }

  #addDimension(means: Float64Array, weight: number, from: number, to: number): void {
    const values = this.#onMeanScale
    for (let area = from; area < to; area++) {
      const value = values[area]!
      if (value === value) means[area]! += weight * value
      else this.#missingWeight[area]! += weight
    }
  }

  #divideByPresent(means: Float64Array, from: number, to: number): void {
    const missingWeight = this.#missingWeight
    for (let area = from; area < to; area++) {
      const missing = missingWeight[area]!
      if (missing === 0) continue
      means[area] = 1 - missing > LEAST_WEIGHT ? means[area]! / (1 - missing) : NaN
      missingWeight[area] = 0
    }
  }

  #dropUnscored(areas: Int32Array, means: Float64Array, from: number, to: number): void {
    const end = countBelow(areas, to)
    for (let at = countBelow(areas, from); at < end; at++) means[areas[at]!] = NaN
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

/** Adds weight × column of every leaf, four at a time: a mean is then read and written a quarter as often. */
function addColumns(
  means: Float64Array, scaled: Float64Array, areaCount: number, leaves: readonly number[], slots: readonly number[], weights: Float64Array, from: number, to: number,
): void {
  let at = 0
  for (; at + 3 < leaves.length; at += 4) {
    const [column0, column1, column2, column3] = [leaves[at]! * areaCount, leaves[at + 1]! * areaCount, leaves[at + 2]! * areaCount, leaves[at + 3]! * areaCount]
    const [weight0, weight1, weight2, weight3] = [weights[slots[at]!]!, weights[slots[at + 1]!]!, weights[slots[at + 2]!]!, weights[slots[at + 3]!]!]
    for (let area = from; area < to; area++) {
      means[area]! += weight0 * scaled[column0 + area]! + weight1 * scaled[column1 + area]! + (weight2 * scaled[column2 + area]! + weight3 * scaled[column3 + area]!)
    }
  }
  for (; at < leaves.length; at++) {
    const column = leaves[at]! * areaCount
    const weight = weights[slots[at]!]!
    for (let area = from; area < to; area++) means[area]! += weight * scaled[column + area]!
  }
}
