/** Scores as a product of matrices: for an index whose dimensions are all put together in the same way, and not brought on a scale again. */
import { LANES } from '#engines/index/draw-kernel.ts'
import type { DrawKernel, Product, ProductGroup } from '#engines/index/draw-kernel.ts'
import { MOST_RUNS } from '#engines/index/draw-scorer.ts'
import type { DrawnRun, DrawScorer, ScorerInput } from '#engines/index/draw-scorer.ts'
import type { Normalisation } from '#engines/index/normalisations/normalisation.ts'
import { findPlace, PresencePatterns } from '#engines/index/presence-patterns.ts'
import type { DeadPattern } from '#engines/index/presence-patterns.ts'
import { eachScaledColumn } from '#engines/index/scale-figures.ts'
import type { SharedFigures } from '#engines/index/shared-figures.ts'
import { claim, publish, waitFor } from '#engines/numeric/shared-work.ts'

/** A mean in a mean of the same kind is one mean of all, with the products of the weights. */
export function isOneProduct({ tree, variants }: ScorerInput): boolean {
  return tree.dimensions.every(({ node }, place) => place === 0 || node.normalisation === undefined)
    && variants.every(({ aggregations }) => aggregations.every((own) => own === aggregations[0]))
}

/** A dimension with indicators, and where they stand in the matrix. */
interface Group {
  readonly place: number
  readonly first: number
  readonly leaves: readonly number[]
  readonly slots: readonly number[]
  /** Not where all areas have the same: the factor is then in the weights. */
  readonly hasFactors: boolean
}

/** Areas whose packed figures stay in the cache while they are written. */
const PACKED_AREAS = 128

export class ProductScorer implements DrawScorer {
  readonly rowLength: number
  readonly scores: Float64Array
  readonly #input: ScorerInput
  readonly #kernel: DrawKernel
  readonly #patterns: PresencePatterns
  readonly #groups: readonly Group[]
  readonly #product: Omit<Product, 'figures'>
  readonly #figures: (Float64Array | undefined)[]
  readonly #scales: readonly Normalisation[]
  readonly #factorsOfArea: Float64Array
  readonly #unscored = new Int32Array(MOST_RUNS)

  constructor(input: ScorerInput, kernel: DrawKernel) {
    const { tree, figures, areas } = input
    this.rowLength = Math.ceil(areas.length / LANES) * LANES
    this.scores = kernel.takeFloats(MOST_RUNS * this.rowLength)
    this.#input = input
    this.#kernel = kernel
    this.#patterns = new PresencePatterns(tree, figures, areas, kernel)
    this.#figures = input.variants.map(() => undefined)
    this.#scales = [...new Set(input.variants.map(({ normalisation }) => normalisation))]
    this.#factorsOfArea = new Float64Array(tree.dimensions.length)
    this.#groups = this.#listGroups()
    const weights = kernel.takeFloats(MOST_RUNS * tree.leaves.length)
    this.#product = { indicatorCount: tree.leaves.length, areaCount: this.rowLength, groups: this.#describeGroups(), weights, scores: this.scores }
  }

  score(runs: readonly DrawnRun[]): Int32Array {
    const figures = this.#getFigures(runs[0]!.variant)
    const dead = this.#patterns.computeFactors(runs)
    for (const [at, { weights }] of runs.entries()) this.#setWeights(weights, at)
    this.#kernel.multiply({ ...this.#product, figures }, Math.ceil(runs.length / LANES) * LANES)
    for (const [at, { weights }] of runs.entries()) this.#unscored[at] = dead[at]!.length > 0 ? this.#scoreAlone(dead[at]!, figures, weights, at) : 0
    return this.#unscored
  }

  /** Those whose factor is in the weights come first. */
  #listGroups(): Group[] {
    const dimensions = [...this.#input.tree.dimensions.entries()].filter(([, { leaves }]) => leaves.length > 0)
    const isSame = (place: number) => this.#patterns.dimensions[place]!.paths.length === 1
    const ordered = [...dimensions.filter(([place]) => isSame(place)), ...dimensions.filter(([place]) => !isSame(place))]
    let next = 0
    return ordered.map(([place, { leaves, leafSlots }]) => {
      const first = next
      next += leaves.length
      return { place, first, leaves, slots: leafSlots, hasFactors: !isSame(place) }
    })
  }

  #describeGroups(): ProductGroup[] {
    const same = this.#groups.filter(({ hasFactors }) => !hasFactors)
    const last = same.at(-1)
    const first: ProductGroup[] = last ? [{ end: last.first + last.leaves.length, patternCount: 0 }] : []
    return [...first, ...this.#groups.filter(({ hasFactors }) => hasFactors).map(({ place, first: start, leaves }) => {
      const { pathOfArea, paths } = this.#patterns.dimensions[place]!
      const patterns = this.#kernel.takeWholes(this.rowLength)
      patterns.set(pathOfArea)
      patterns.fill(pathOfArea.at(-1) ?? 0, pathOfArea.length)
      return { end: start + leaves.length, patterns, patternCount: paths.length, factors: this.#patterns.factors[place]!.factors }
    })]
  }

  /** The weights of a run in their places, with the factor that all areas have. */
  #setWeights(weights: Float64Array, run: number): void {
    const { indicatorCount, weights: out } = this.#product
    for (const { place, first, slots, hasFactors } of this.#groups) {
      const shared = hasFactors ? 1 : this.#patterns.factors[place]!.factors[findPlace(run, 1, 0)]!
      for (let at = 0; at < slots.length; at++) out[findPlace(run, indicatorCount, first + at)] = shared * weights[slots[at]!]!
    }
  }

  /** Scores the areas of which in this draw a dimension has nothing left, one by one. Gives how many of them have no score at all. */
  #scoreAlone(dead: readonly DeadPattern[], figures: Float64Array, weights: Float64Array, run: number): number {
    const { indicatorCount } = this.#product
    const factors = this.#factorsOfArea
    let unscored = 0
    for (const area of this.#listAreas(dead)) {
      this.#patterns.computeFactorsOfArea(area, weights, factors)
      let score = 0
      for (const { place, first, slots } of this.#groups) {
        let sum = 0
        const from = (Math.floor(area / LANES) * indicatorCount + first) * LANES + (area % LANES)
        for (const [at, slot] of slots.entries()) sum += figures[from + at * LANES]! * weights[slot]!
        score += sum * factors[place]!
      }
      this.scores[run * this.rowLength + area] = factors[0] === 0 ? NaN : score
      if (factors[0] === 0) unscored++
    }
    return unscored
  }

  #listAreas(dead: readonly DeadPattern[]): Iterable<number> {
    const lists = dead.map(({ place, own }) => this.#patterns.listAreas(place, own))
    return lists.length === 1 ? lists[0]! : new Set(lists.flatMap((areas) => [...areas]))
  }

  /** Made when first drawn, for all aggregations of a normalisation. */
  #getFigures(variant: number): Float64Array {
    if (this.#figures[variant] === undefined) {
      const scale = this.#scales.indexOf(this.#input.variants[variant]!.normalisation)
      if (this.#input.shared) this.#shareFigures(this.#input.shared, scale)
      else this.#makeFigures(scale)
    }
    return this.#figures[variant]!
  }

  /** Makes the figures of a scale, or takes over what another thread makes of them; while that one is at it, makes others. */
  #shareFigures(shared: SharedFigures, scale: number): void {
    const others = this.#scales.keys().filter((own) => own !== scale)
    for (const own of [scale, ...others]) {
      if (claim(shared.states, own)) {
        this.#makeFigures(own)
        for (const variant of this.#listVariants(own)) this.#getPlace(shared, variant).set(this.#figures[variant]!)
        publish(shared.states, own)
      }
      if (this.#figures[this.#listVariants(scale)[0]!]) return
    }
    waitFor(shared.states, scale)
    for (const variant of this.#listVariants(scale)) {
      this.#figures[variant] = this.#kernel.takeFloats(this.rowLength * this.#product.indicatorCount)
      this.#figures[variant].set(this.#getPlace(shared, variant))
    }
  }

  #getPlace({ figures }: SharedFigures, variant: number): Float64Array {
    const length = this.rowLength * this.#product.indicatorCount
    return figures.subarray(variant * length, (variant + 1) * length)
  }

  /** Those of one scale. */
  #listVariants(scale: number): number[] {
    return this.#input.variants.flatMap(({ normalisation }, variant) => (normalisation === this.#scales[scale] ? [variant] : []))
  }

  #makeFigures(scale: number): void {
    const { tree, figures, areas, variants } = this.#input
    const { indicatorCount } = this.#product
    const alike = this.#listVariants(scale)
    const sets = alike.map((variant) => variants[variant]!.aggregations)
    const matrices = alike.map(() => new Float64Array(this.rowLength * indicatorCount))
    const indicatorOfLeaf = new Int32Array(indicatorCount)
    for (const [at, leaf] of this.#groups.flatMap(({ leaves }) => leaves).entries()) indicatorOfLeaf[leaf] = at
    eachScaledColumn(figures, tree, this.#scales[scale]!, sets, (column, leaf, set) => {
      const first = indicatorOfLeaf[leaf]! * this.rowLength
      putInOrder(column, areas, matrices[set]!.subarray(first, first + this.rowLength), sets[set]![0]!.isFalling ? -1 : 1)
    })
    for (const [at, variant] of alike.entries()) this.#figures[variant] = this.#pack(matrices[at]!)
  }

  /** Four areas after another, their indicators within them. */
  #pack(columns: Float64Array): Float64Array {
    const { indicatorCount } = this.#product
    const packed = this.#kernel.takeFloats(this.rowLength * indicatorCount)
    for (let from = 0; from < this.rowLength; from += PACKED_AREAS) {
      const to = Math.min(this.rowLength, from + PACKED_AREAS)
      for (let indicator = 0; indicator < indicatorCount; indicator++) {
        const first = indicator * this.rowLength
        for (let place = from; place < to; place++) packed[((place >> 2) * indicatorCount + indicator) * LANES + (place & 3)] = columns[first + place]!
      }
    }
    return packed
  }
}

/** The values of the areas, in their order; what is after the last area is like it. */
function putInOrder(column: Float64Array, areas: Int32Array, out: Float64Array, sign: number): void {
  for (let place = 0; place < areas.length; place++) out[place] = sign * column[areas[place]!]!
  out.fill(out[areas.length - 1]!, areas.length)
}
