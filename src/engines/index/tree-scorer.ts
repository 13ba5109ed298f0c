/** Scores a dimension at a time, for any index: with scales and ways to put together that differ between dimensions. */
import { LANES } from '#engines/index/draw-kernel.ts'
import type { DrawKernel } from '#engines/index/draw-kernel.ts'
import { MOST_RUNS } from '#engines/index/draw-scorer.ts'
import type { DrawnRun, DrawScorer, ScorerInput } from '#engines/index/draw-scorer.ts'
import { scaleFigures } from '#engines/index/scale-figures.ts'
import { AreaScorer } from '#engines/index/score-areas.ts'
import type { ScoredRun } from '#engines/index/score-areas.ts'
import { createPlainFourColumns } from '#engines/numeric/four-columns.ts'

/** Areas at a time: their figures stay in the cache of a core. */
const BLOCK_AREAS = 256

export class TreeScorer implements DrawScorer {
  readonly rowLength: number
  readonly scores: Float64Array
  readonly #input: ScorerInput
  readonly #scorer: AreaScorer
  readonly #scaled: (Float64Array | undefined)[]
  readonly #one: Float64Array[]
  readonly #other: Float64Array[]
  readonly #unscored = new Int32Array(MOST_RUNS)

  constructor(input: ScorerInput, kernel: DrawKernel) {
    const { tree, figures, areas } = input
    this.rowLength = Math.ceil(areas.length / LANES) * LANES
    this.scores = kernel.takeFloats(MOST_RUNS * this.rowLength)
    this.#input = input
    this.#scorer = new AreaScorer(tree, figures, BLOCK_AREAS, createPlainFourColumns())
    this.#scaled = input.variants.map(() => undefined)
    this.#one = tree.dimensions.map(() => new Float64Array(figures.areaCount))
    this.#other = tree.dimensions.map(() => new Float64Array(figures.areaCount))
  }

  score(runs: readonly DrawnRun[]): Int32Array {
    const variant = runs[0]!.variant
    const { aggregations } = this.#input.variants[variant]!
    const scaled = this.#scale(variant)
    for (let at = 0; at < runs.length; at += 2) {
      const one: ScoredRun = { weights: runs[at]!.weights, scores: this.#one }
      const isPair = at + 1 < runs.length
      const other: ScoredRun = isPair ? { weights: runs[at + 1]!.weights, scores: this.#other } : one
      for (let block = 0; block < this.#scorer.blockCount; block++) this.#scorer.score(scaled, aggregations, one, other, block)
      this.#keep(this.#one[0]!, at)
      if (isPair) this.#keep(this.#other[0]!, at + 1)
    }
    return this.#unscored
  }

  #keep(scores: Float64Array, run: number): void {
    const { areas } = this.#input
    const first = run * this.rowLength
    let unscored = 0
    for (let at = 0; at < this.rowLength; at++) {
      const score = scores[areas[at < areas.length ? at : areas.length - 1]!]!
      this.scores[first + at] = score
      if (score !== score && at < areas.length) unscored++
    }
    this.#unscored[run] = unscored
  }

  /** Made when first drawn, for all aggregations of a normalisation. */
  #scale(variant: number): Float64Array {
    const made = this.#scaled[variant]
    if (made) return made
    const { tree, figures, variants } = this.#input
    const { normalisation } = variants[variant]!
    const alike = [...variants.entries()].filter(([, own]) => own.normalisation === normalisation)
    const matrices = scaleFigures(figures, tree, normalisation, alike.map(([, { aggregations }]) => aggregations), (length) => new Float64Array(length))
    for (const [at, [own]] of alike.entries()) this.#scaled[own] = matrices[at]!
    return this.#scaled[variant]!
  }
}
