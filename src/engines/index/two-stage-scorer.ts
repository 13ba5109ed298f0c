/**
 * Scores in two stages: for an index of dimensions that are brought on a scale before they count, as the English indices are.
 * Each dimension is a product of matrices; a scale that follows from ranks is a table.
 */
import type { Aggregation } from '#engines/index/aggregations/aggregation.ts'
import { LANES } from '#engines/index/draw-kernel.ts'
import type { DrawKernel } from '#engines/index/draw-kernel.ts'
import { MOST_RUNS } from '#engines/index/draw-scorer.ts'
import type { DrawnRun, DrawScorer, ScorerInput } from '#engines/index/draw-scorer.ts'
import { flattenTree } from '#engines/index/flat-tree.ts'
import type { FlatTree } from '#engines/index/flat-tree.ts'
import { LEAST_WEIGHT } from '#engines/index/prepare-figures.ts'
import type { PreparedFigures } from '#engines/index/prepare-figures.ts'
import { isOneProduct, ProductScorer } from '#engines/index/product-scorer.ts'
import { DimensionScaler } from '#engines/index/dimension-scaler.ts'

interface Part {
  /** Of the dimension in the tree. */
  readonly place: number
  readonly scorer: ProductScorer
  readonly scaler: DimensionScaler
  /** Slots of what is in the dimension, and that of its own weight. */
  readonly firstSlot: number
  readonly lastSlot: number
  readonly slot: number
  /** Where the areas of the index stand among those of the dimension; −1 where it has no score. */
  readonly places: Int32Array
  readonly hasGaps: boolean
}

/** Every part of the index is a dimension with a scale, and a product in itself. */
export function isTwoStages(input: ScorerInput): boolean {
  const { dimensions, leaves } = input.tree.dimensions[0]!
  return leaves.length === 0 && dimensions.every((place) => input.tree.dimensions[place]!.node.normalisation !== undefined && isOneProduct(cutDimension(input, place)))
}

/** A dimension as an index of its own, of all areas with a score of it: those of the index first, in their order. */
function cutDimension({ tree, figures, areas, variants }: ScorerInput, place: number): ScorerInput {
  const own = flattenTree(tree.dimensions[place]!.node)
  const firstLeaf = countLeavesBefore(tree, place)
  const leaves = <T>(values: readonly T[]) => values.slice(firstLeaf, firstLeaf + own.leaves.length)
  const places = <T>(values: readonly T[]) => values.slice(place, place + own.dimensions.length)
  const cut: PreparedFigures = {
    areaCount: figures.areaCount, columns: leaves(figures.columns), sorted: leaves(figures.sorted), missing: leaves(figures.missing), outlierCounts: leaves(figures.outlierCounts),
    presentShares: places(figures.presentShares), scored: places(figures.scored),
  }
  const scored = figures.scored[place]!
  const isInIndex = new Uint8Array(figures.areaCount)
  for (const area of areas) isInIndex[area] = 1
  const others = [...scored.keys()].filter((area) => scored[area] === 1 && isInIndex[area] === 0)
  return {
    tree: own, figures: cut, areas: Int32Array.from([...areas.filter((area) => scored[area] === 1), ...others]),
    variants: variants.map(({ normalisation, aggregations }) => ({ normalisation, aggregations: places(aggregations) })),
  }
}

/** Leaves are listed dimension after dimension, in the order of the tree. */
function countLeavesBefore(tree: FlatTree, place: number): number {
  const first = (at: number): number => {
    const { leaves, dimensions } = tree.dimensions[at]!
    return Math.min(...leaves, ...dimensions.map(first))
  }
  return first(place)
}

export class TwoStageScorer implements DrawScorer {
  readonly rowLength: number
  readonly scores: Float64Array
  readonly #input: ScorerInput
  readonly #parts: readonly Part[]
  readonly #missingWeight: Float64Array
  readonly #unscored = new Int32Array(MOST_RUNS)

  constructor(input: ScorerInput, kernel: DrawKernel) {
    this.rowLength = Math.ceil(input.areas.length / LANES) * LANES
    this.scores = kernel.takeFloats(MOST_RUNS * this.rowLength)
    this.#input = input
    this.#missingWeight = new Float64Array(input.areas.length)
    const { dimensions, dimensionSlots } = input.tree.dimensions[0]!
    this.#parts = dimensions.map((place, at) => makePart(input, place, dimensionSlots[at]!, kernel))
  }

  score(runs: readonly DrawnRun[]): Int32Array {
    const unscored = this.#parts.map(({ scorer, firstSlot, lastSlot }) =>
      scorer.score(runs.map(({ weights, variant }) => ({ weights: weights.subarray(firstSlot, lastSlot), variant }))).slice(),
    )
    const { aggregations } = this.#input.variants[runs[0]!.variant]!
    for (const [run, { weights }] of runs.entries()) {
      const row = this.scores.subarray(run * this.rowLength, (run + 1) * this.rowLength).fill(0)
      let hasGaps = false
      for (const [at, part] of this.#parts.entries()) {
        // Of a dimension with nothing left nothing counts, and nobody lacks it.
        if (weights[part.slot] === 0) continue
        const own = part.hasGaps || unscored[at]![run]! > 0
        hasGaps ||= own
        this.#addPart(part, row, run, weights[part.slot]!, unscored[at]![run]!, aggregations, own)
      }
      this.#unscored[run] = this.#complete(row, hasGaps, aggregations[0]!)
    }
    return this.#unscored
  }

  #addPart({ scorer, scaler, places, place }: Part, row: Float64Array, run: number, weight: number, unscored: number, aggregations: readonly Aggregation[], hasGaps: boolean): void {
    const means = scorer.scores.subarray(run * scorer.rowLength, (run + 1) * scorer.rowLength)
    const scaled = scaler.scale(means, unscored, aggregations[place]!, aggregations[0]!)
    if (!hasGaps) {
      for (let at = 0; at < places.length; at++) row[at]! += weight * scaled[places[at]!]!
      return
    }
    const missingWeight = this.#missingWeight
    for (let at = 0; at < places.length; at++) {
      const own = places[at]!
      const value = own < 0 ? NaN : scaled[own]!
      if (value === value) row[at]! += weight * value
      else missingWeight[at]! += weight
    }
  }

  /** Makes means of sums, higher is worse. Gives how many areas have nothing left. */
  #complete(row: Float64Array, hasGaps: boolean, aggregation: Aggregation): number {
    const count = this.#input.areas.length
    const missingWeight = this.#missingWeight
    let unscored = 0
    if (hasGaps) {
      for (let at = 0; at < count; at++) {
        const present = 1 - missingWeight[at]!
        row[at] = present > LEAST_WEIGHT ? row[at]! / present : NaN
        if (!(present > LEAST_WEIGHT)) unscored++
      }
      missingWeight.fill(0)
    }
    if (aggregation.isFalling) for (let at = 0; at < count; at++) row[at] = -row[at]!
    row.fill(row[count - 1]!, count)
    return unscored
  }
}

function makePart(input: ScorerInput, place: number, slot: number, kernel: DrawKernel): Part {
  const cut = cutDimension(input, place)
  const { node, firstSlot } = input.tree.dimensions[place]!
  const placeOfArea = new Int32Array(input.figures.areaCount).fill(-1)
  for (const [at, area] of cut.areas.entries()) placeOfArea[area] = at
  const places = input.areas.map((area) => placeOfArea[area]!)
  return {
    scorer: new ProductScorer(cut, kernel), scaler: new DimensionScaler(node.normalisation!, cut.areas.length, cut.tree.leaves.length === 1, kernel),
    place, slot, firstSlot, lastSlot: firstSlot + cut.tree.chosenWeights.length, places, hasGaps: places.includes(-1),
  }
}
