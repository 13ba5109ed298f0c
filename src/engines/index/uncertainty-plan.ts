/** The choices of an index that are drawn, and which value each has in a draw. */
import type { Aggregation } from '#engines/index/aggregations/aggregation.ts'
import { rescaleWeights } from '#engines/index/flat-tree.ts'
import type { FlatTree } from '#engines/index/flat-tree.ts'
import type { Normalisation } from '#engines/index/normalisations/normalisation.ts'
import { drawShares } from '#engines/numeric/dirichlet.ts'
import { CounterRandom } from '#engines/numeric/philox.ts'

/** The choices, in the order of the sensitivities. */
export const CHOICES = ['weights', 'normalisation', 'aggregation', 'leftOut'] as const
export type Choice = (typeof CHOICES)[number]

export interface UncertaintyPlan {
  /** Whole number in [0, 2^53). */
  readonly seed: number
  /** 1 to 65,535. */
  readonly draws: number
  /** Of the Dirichlet distribution of the weights within each dimension: a share s has variance s (1 − s) ÷ (concentration + 1). At least 0.001; Infinity keeps the weights as chosen. */
  readonly concentration: number
  /** Drawn with equal chance; one is no choice. */
  readonly normalisations: readonly Normalisation[]
  /** For all dimensions alike; none keeps those of the model. */
  readonly aggregations: readonly Aggregation[]
  /** Whether a draw leaves out one indicator: any of them, or none, with equal chance. */
  readonly leavesOut: boolean
  /** How many pairs of draws (first with second, third with fourth …) also give sensitivities; 0 to draws ÷ 2. Each costs four more runs. */
  readonly sensitivityPairs: number
}

export function checkUncertaintyPlan(plan: UncertaintyPlan, tree: FlatTree): void {
  const { draws, concentration, normalisations, leavesOut, sensitivityPairs } = plan
  if (!Number.isInteger(draws) || draws < 1 || draws > 65_535) throw new RangeError(`${draws} draws: there must be 1 to 65535`)
  if (!(concentration >= 0.001)) throw new RangeError(`concentration ${concentration} is not 0.001 or more`)
  if (normalisations.length === 0) throw new RangeError('0 normalisations to draw from: there must be at least 1')
  if (!Number.isInteger(sensitivityPairs) || sensitivityPairs < 0 || 2 * sensitivityPairs > draws) {
    throw new RangeError(`${sensitivityPairs} pairs for sensitivity in ${draws} draws: there must be 0 to ${Math.floor(draws / 2)}`)
  }
  const counting = listCountingLeaves(tree).length
  if (leavesOut && counting < 2) throw new RangeError(`${counting} indicators that count: leaving one out needs at least 2`)
}

/** Slots of the leaves with a weight, all the way up. */
function listCountingLeaves(tree: FlatTree): number[] {
  const slots: number[] = []
  const visit = (place: number): void => {
    const { leafSlots, dimensions, dimensionSlots } = tree.dimensions[place]!
    slots.push(...leafSlots.filter((slot) => tree.chosenWeights[slot]! > 0))
    for (const [at, child] of dimensions.entries()) if (tree.chosenWeights[dimensionSlots[at]!]! > 0) visit(child)
  }
  visit(0)
  return slots
}

/** The value of every choice comes from a draw with a number of its own: a run takes all from one draw, or one of them from another. */
export class ChoiceDrawer {
  readonly #tree: FlatTree
  readonly #plan: UncertaintyPlan
  readonly #random: CounterRandom
  readonly #leaves: readonly number[]
  readonly #siblings: readonly { readonly chosen: Float64Array; readonly drawn: Float64Array }[]

  constructor(tree: FlatTree, plan: UncertaintyPlan) {
    this.#tree = tree
    this.#plan = plan
    this.#random = new CounterRandom(plan.seed)
    this.#leaves = listCountingLeaves(tree)
    this.#siblings = tree.dimensions.map(({ firstSlot, childCount }) => ({
      chosen: tree.chosenWeights.slice(firstSlot, firstSlot + childCount),
      drawn: new Float64Array(childCount),
    }))
  }

  /** Place in the list of normalisations. */
  drawNormalisation(draw: number): number {
    return this.#drawPlace(draw, 0, this.#plan.normalisations.length)
  }

  /** Place in the list of aggregations; 0 where there is none. */
  drawAggregation(draw: number): number {
    return this.#drawPlace(draw, 1, Math.max(1, this.#plan.aggregations.length))
  }

  /** Fills `weights`, a slot: those of every dimension add up to 1, without the indicator that `leftOutDraw` leaves out. */
  drawWeights(weightsDraw: number, leftOutDraw: number, weights: Float64Array): void {
    if (this.#plan.concentration === Infinity) weights.set(this.#tree.chosenWeights)
    else this.#drawShares(weightsDraw, weights)
    const leftOut = this.#plan.leavesOut ? this.#drawPlace(leftOutDraw, 2, this.#leaves.length + 1) : this.#leaves.length
    if (leftOut === this.#leaves.length) return
    const slot = this.#leaves[leftOut]!
    weights[slot] = 0
    // Rounding can leave nothing of a drawn weight; then the chosen ones count, without the one left out.
    if (rescaleWeights(this.#tree, weights)) return
    weights.set(this.#tree.chosenWeights)
    weights[slot] = 0
    rescaleWeights(this.#tree, weights)
  }

  #drawShares(draw: number, weights: Float64Array): void {
    for (let place = 0; place < this.#siblings.length; place++) {
      const { chosen, drawn } = this.#siblings[place]!
      this.#random.open(draw, 3 + place)
      drawShares(this.#random, chosen, this.#plan.concentration, drawn)
      weights.set(drawn, this.#tree.dimensions[place]!.firstSlot)
    }
  }

  #drawPlace(draw: number, purpose: number, count: number): number {
    this.#random.open(draw, purpose)
    return Math.floor(this.#random.next() * count)
  }
}
