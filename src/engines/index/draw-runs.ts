/** Which runs a batch of draws consists of, and the choices of each. */
import type { FlatTree } from '#engines/index/flat-tree.ts'
import type { DrawnRun } from '#engines/index/draw-scorer.ts'
import { CHOICES, ChoiceDrawer } from '#engines/index/uncertainty-plan.ts'
import type { UncertaintyPlan } from '#engines/index/uncertainty-plan.ts'

/** A pair of draws in a batch: the places of its runs. A mix is A but for one choice, which is that of B; A itself where both are the same in that. */
export interface DrawnPair {
  a: number
  b: number
  readonly mixes: Int32Array
  hasMixes: boolean
}

/** Draws the choices of runs, at most `capacity` a batch. The memory is used again in every batch. */
export class RunDrawer {
  readonly runs: readonly DrawnRun[]
  readonly pairs: readonly DrawnPair[]
  readonly #plan: UncertaintyPlan
  readonly #drawer: ChoiceDrawer
  readonly #aggregationCount: number

  constructor(tree: FlatTree, plan: UncertaintyPlan, capacity: number) {
    this.#plan = plan
    this.#drawer = new ChoiceDrawer(tree, plan)
    this.#aggregationCount = Math.max(1, plan.aggregations.length)
    this.runs = Array.from({ length: capacity }, () => ({ weights: new Float64Array(tree.chosenWeights.length), variant: 0 }))
    this.pairs = Array.from({ length: capacity / 2 }, () => ({ a: 0, b: 0, mixes: new Int32Array(CHOICES.length), hasMixes: false }))
  }

  /** Draws A and B of every pair first, then the mixes. Gives the number of runs. */
  draw(fromPair: number, toPair: number): number {
    const count = toPair - fromPair
    let next = 2 * count
    for (let at = 0; at < count; at++) {
      const own = this.pairs[at]!
      const [a, b] = [2 * (fromPair + at), 2 * (fromPair + at) + 1]
      own.a = 2 * at
      own.b = 2 * at + 1
      this.#prepareRun(own.a, a, a, a, a)
      this.#prepareRun(own.b, b, b, b, b)
      own.hasMixes = fromPair + at < this.#plan.sensitivityPairs
      if (!own.hasMixes) continue
      for (let choice = 0; choice < CHOICES.length; choice++) {
        const [weights, normalisation, aggregation, leftOut] = [0, 1, 2, 3].map((other) => (other === choice ? b : a)) as [number, number, number, number]
        this.#prepareRun(next, weights, normalisation, aggregation, leftOut)
        const same = this.#isSame(next, own.a)
        own.mixes[choice] = same ? own.a : next
        if (!same) next++
      }
    }
    return next
  }

  #prepareRun(at: number, weightsDraw: number, normalisationDraw: number, aggregationDraw: number, leftOutDraw: number): void {
    const run = this.runs[at]!
    run.variant = this.#drawer.drawNormalisation(normalisationDraw) * this.#aggregationCount + this.#drawer.drawAggregation(aggregationDraw)
    this.#drawer.drawWeights(weightsDraw, leftOutDraw, run.weights)
  }

  #isSame(at: number, other: number): boolean {
    const [one, two] = [this.runs[at]!, this.runs[other]!]
    for (let slot = 0; slot < one.weights.length; slot++) if (one.weights[slot] !== two.weights[slot]) return false
    return one.variant === two.variant
  }
}
