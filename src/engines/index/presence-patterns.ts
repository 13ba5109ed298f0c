/**
 * Areas that lack the same figures share, in every draw, the factor by which what is there makes up for what is not.
 * So the weighted sums of a draw are one product of matrices, and the factors are computed a pattern instead of an area.
 */
import { LANES } from '#engines/index/draw-kernel.ts'
import type { DimensionFactors, DrawKernel } from '#engines/index/draw-kernel.ts'
import { MOST_RUNS } from '#engines/index/draw-scorer.ts'
import type { DrawnRun } from '#engines/index/draw-scorer.ts'
import type { FlatTree } from '#engines/index/flat-tree.ts'
import { LEAST_WEIGHT } from '#engines/index/prepare-figures.ts'
import type { PreparedFigures } from '#engines/index/prepare-figures.ts'

/** What areas lack of one dimension. */
interface OwnPattern {
  /** The areas have a score of the dimension. */
  readonly isScored: boolean
  /** Slots of the indicators and dimensions that are not there. */
  readonly lackedSlots: readonly number[]
}

interface DimensionPatterns {
  /** The first is that of areas without a score. */
  readonly own: readonly OwnPattern[]
  readonly ownOfArea: Int32Array
  /** What areas lack of the dimension and of all it is a part of: the place of the first in `own`, and that of the others in `paths` of the parent. */
  readonly paths: readonly { readonly own: number; readonly parentPath: number }[]
  readonly pathOfArea: Int32Array
  readonly parent: number
  /** Slot of its weight in the parent. */
  readonly slot: number
}

/** A dimension and a pattern of it of which in a draw nothing is left. */
export interface DeadPattern {
  readonly place: number
  readonly own: number
}

export class PresencePatterns {
  /** A dimension of the tree after another. */
  readonly dimensions: readonly DimensionPatterns[]
  /** As `computeFactors` left them. */
  readonly factors: readonly DimensionFactors[]
  readonly #kernel: DrawKernel
  readonly #slotCount: number
  readonly #weights: Float64Array
  /** The areas of a pattern, for each that was asked. */
  readonly #areas: readonly Map<number, Int32Array>[]

  /** @param areas those to score, in the order that is wanted */
  constructor(tree: FlatTree, figures: PreparedFigures, areas: Int32Array, kernel: DrawKernel) {
    const dimensions: DimensionPatterns[] = []
    const factors: DimensionFactors[] = []
    const placeOfArea = new Int32Array(figures.areaCount).fill(-1)
    for (const [at, area] of areas.entries()) placeOfArea[area] = at
    for (const place of tree.dimensions.keys()) {
      const parent = tree.dimensions.findIndex((other) => other.dimensions.includes(place))
      const slot = parent < 0 ? 0 : tree.dimensions[parent]!.dimensionSlots[tree.dimensions[parent]!.dimensions.indexOf(place)]!
      const own = findOwnPatterns(tree, figures, areas, placeOfArea, place)
      const patterns = { ...own, ...findPaths(own, dimensions[parent]), parent, slot }
      dimensions.push(patterns)
      factors.push(createFactors(patterns, factors[parent], kernel))
    }
    this.dimensions = dimensions
    this.factors = factors
    this.#kernel = kernel
    this.#slotCount = tree.chosenWeights.length
    this.#weights = kernel.takeFloats(MOST_RUNS * this.#slotCount)
    this.#areas = dimensions.map(() => new Map<number, Int32Array>())
  }

  /** The areas that have a pattern of a dimension. */
  listAreas(place: number, own: number): Int32Array {
    const known = this.#areas[place]!.get(own)
    if (known) return known
    const { ownOfArea } = this.dimensions[place]!
    const areas = Int32Array.from(ownOfArea.keys()).filter((area) => ownOfArea[area] === own)
    this.#areas[place]!.set(own, areas)
    return areas
  }

  /** Fills the factors for the weights of at most `MOST_RUNS` runs. Gives for each the patterns of which nothing is left; the factors of their areas are wrong. */
  computeFactors(runs: readonly DrawnRun[]): DeadPattern[][] {
    for (const [run, { weights }] of runs.entries()) {
      for (let slot = 0; slot < weights.length; slot++) this.#weights[findPlace(run, this.#slotCount, slot)] = weights[slot]!
    }
    const draws = Math.ceil(runs.length / LANES) * LANES
    const dead = runs.map((): DeadPattern[] => [])
    for (const [place, own] of this.factors.entries()) {
      if (this.#kernel.computeFactors(own, this.#weights, this.#slotCount, draws)) addDead(dead, place, own)
    }
    return dead
  }

  /** The factors of one area, a dimension, when some of its dimensions can have nothing left; the first is 0 when nothing is left of the index. */
  computeFactorsOfArea(area: number, weights: Float64Array, factors: Float64Array): void {
    for (let place = this.dimensions.length - 1; place >= 0; place--) {
      const { own, ownOfArea } = this.dimensions[place]!
      const { isScored, lackedSlots } = own[ownOfArea[area]!]!
      let present = 1 - sumWeights(lackedSlots, weights)
      for (let child = place + 1; child < this.dimensions.length; child++) {
        const { parent, slot } = this.dimensions[child]!
        if (parent === place && factors[child] === 0 && !lackedSlots.includes(slot)) present -= weights[slot]!
      }
      factors[place] = isScored && present > LEAST_WEIGHT ? 1 / present : 0
    }
    for (let place = 1; place < this.dimensions.length; place++) {
      const { parent, slot } = this.dimensions[place]!
      factors[place]! *= factors[parent]! * weights[slot]!
    }
  }
}

/** Of a number of a thing in a run, in the memory of the kernel. */
export const findPlace = (run: number, count: number, thing: number): number => ((run >> 2) * count + thing) * LANES + (run & 3)

function createFactors({ own, paths, slot }: Pick<DimensionPatterns, 'own' | 'paths' | 'slot'>, parent: DimensionFactors | undefined, kernel: DrawKernel): DimensionFactors {
  const take = (values: readonly number[]) => {
    const taken = kernel.takeWholes(values.length)
    taken.set(values)
    return taken
  }
  let end = 0
  return {
    lackedEnds: take(own.map(({ lackedSlots }) => (end += lackedSlots.length))), lackedSlots: take(own.flatMap(({ lackedSlots }) => lackedSlots)),
    inverses: kernel.takeFloats(MOST_RUNS * own.length),
    patternOfPath: take(paths.map((path) => path.own)), parentPathOfPath: take(paths.map(({ parentPath }) => parentPath)),
    factors: kernel.takeFloats(MOST_RUNS * paths.length), parent, slot,
  }
}

/** Adds to every run the patterns of a dimension of which nothing is left. */
function addDead(dead: readonly DeadPattern[][], place: number, { lackedEnds, inverses }: DimensionFactors): void {
  for (const [run, patterns] of dead.entries()) {
    for (let own = 1; own < lackedEnds.length; own++) if (inverses[findPlace(run, lackedEnds.length, own)] === 0) patterns.push({ place, own })
  }
}

function sumWeights(slots: readonly number[], weights: Float64Array): number {
  let sum = 0
  for (let at = 0; at < slots.length; at++) sum += weights[slots[at]!]!
  return sum
}

function findOwnPatterns(tree: FlatTree, figures: PreparedFigures, areas: Int32Array, placeOfArea: Int32Array, place: number): Pick<DimensionPatterns, 'own' | 'ownOfArea'> {
  const { leaves, leafSlots, dimensions, dimensionSlots } = tree.dimensions[place]!
  const lacked: (number[] | undefined)[] = new Array(areas.length)
  const note = (area: number, slot: number): void => {
    const at = placeOfArea[area]!
    if (at < 0) return
    const slots = lacked[at]
    if (slots) slots.push(slot)
    else lacked[at] = [slot]
  }
  for (const [at, leaf] of leaves.entries()) for (const area of figures.missing[leaf]!) note(area, leafSlots[at]!)
  for (const [at, child] of dimensions.entries()) for (const area of areas) if (!figures.scored[child]![area]) note(area, dimensionSlots[at]!)
  // Where there is no score it does not matter what is lacking.
  const own: OwnPattern[] = [{ isScored: false, lackedSlots: [] }]
  const known = new Map<string, number>()
  const findPattern = (lackedSlots: readonly number[]): number => {
    const key = lackedSlots.join(' ')
    const pattern = known.get(key) ?? own.push({ isScored: true, lackedSlots }) - 1
    known.set(key, pattern)
    return pattern
  }
  // Most areas lack nothing: these are not asked for one by one.
  let whole: number | undefined
  const ownOfArea = Int32Array.from(areas, (area, at) => {
    if (figures.scored[place]![area] !== 1) return 0
    const lackedSlots = lacked[at]
    return lackedSlots ? findPattern(lackedSlots) : (whole ??= findPattern([]))
  })
  return { own, ownOfArea }
}

function findPaths({ own, ownOfArea }: Pick<DimensionPatterns, 'own' | 'ownOfArea'>, parent: DimensionPatterns | undefined): Pick<DimensionPatterns, 'paths' | 'pathOfArea'> {
  const paths: { own: number; parentPath: number }[] = []
  const known = new Map<number, number>()
  const pathOfArea = ownOfArea.map((pattern, at) => {
    const parentPath = parent === undefined || !own[pattern]!.isScored ? 0 : parent.pathOfArea[at]!
    const key = parentPath * own.length + pattern
    const path = known.get(key) ?? paths.push({ own: pattern, parentPath }) - 1
    known.set(key, path)
    return path
  })
  return { paths, pathOfArea }
}
