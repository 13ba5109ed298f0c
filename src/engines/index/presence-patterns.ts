/**
 * Areas that lack the same figures share, in every draw, the factor by which what is there makes up for what is not.
 * So the weighted sums of a draw are one product of matrices, and the factors are computed a pattern instead of an area.
 */
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
  /** Factor a path of every dimension, as `computeFactors` left them. */
  readonly factors: readonly Float64Array[]
  readonly #inverses: readonly Float64Array[]
  /** The areas of a pattern, for each that was asked. */
  readonly #areas: readonly Map<number, Int32Array>[]

  /** @param areas those to score, in the order that is wanted */
  constructor(tree: FlatTree, figures: PreparedFigures, areas: Int32Array) {
    const dimensions: DimensionPatterns[] = []
    const placeOfArea = new Int32Array(figures.areaCount).fill(-1)
    for (const [at, area] of areas.entries()) placeOfArea[area] = at
    for (const place of tree.dimensions.keys()) {
      const parent = tree.dimensions.findIndex((other) => other.dimensions.includes(place))
      const slot = parent < 0 ? -1 : tree.dimensions[parent]!.dimensionSlots[tree.dimensions[parent]!.dimensions.indexOf(place)]!
      const own = findOwnPatterns(tree, figures, areas, placeOfArea, place)
      dimensions.push({ ...own, ...findPaths(own, dimensions[parent]), parent, slot })
    }
    this.dimensions = dimensions
    this.factors = dimensions.map(({ paths }) => new Float64Array(paths.length))
    this.#inverses = dimensions.map(({ own }) => new Float64Array(own.length))
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

  /** Fills the factors for the weights of a draw, a slot. Gives the patterns of which nothing is left; the factors of their areas are wrong. */
  computeFactors(weights: Float64Array): DeadPattern[] {
    const dead: DeadPattern[] = []
    for (let place = 0; place < this.dimensions.length; place++) {
      const { own, paths, parent, slot } = this.dimensions[place]!
      const inverses = this.#inverses[place]!
      for (let at = 0; at < own.length; at++) {
        const present = own[at]!.isScored ? 1 - sumWeights(own[at]!.lackedSlots, weights) : 0
        inverses[at] = present > LEAST_WEIGHT ? 1 / present : 0
        if (own[at]!.isScored && inverses[at] === 0) dead.push({ place, own: at })
      }
      const factors = this.factors[place]!
      for (let at = 0; at < paths.length; at++) {
        const path = paths[at]!
        factors[at] = parent < 0 ? inverses[path.own]! : this.factors[parent]![path.parentPath]! * weights[slot]! * inverses[path.own]!
      }
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

function sumWeights(slots: readonly number[], weights: Float64Array): number {
  let sum = 0
  for (let at = 0; at < slots.length; at++) sum += weights[slots[at]!]!
  return sum
}

function findOwnPatterns(tree: FlatTree, figures: PreparedFigures, areas: Int32Array, placeOfArea: Int32Array, place: number): Pick<DimensionPatterns, 'own' | 'ownOfArea'> {
  const { leaves, leafSlots, dimensions, dimensionSlots } = tree.dimensions[place]!
  const lacked = new Map<number, number[]>()
  const note = (area: number, slot: number): void => {
    const at = placeOfArea[area]!
    if (at < 0) return
    const slots = lacked.get(at)
    if (slots) slots.push(slot)
    else lacked.set(at, [slot])
  }
  for (const [at, leaf] of leaves.entries()) for (const area of figures.missing[leaf]!) note(area, leafSlots[at]!)
  for (const [at, child] of dimensions.entries()) for (const area of areas) if (!figures.scored[child]![area]) note(area, dimensionSlots[at]!)
  const own: OwnPattern[] = []
  const known = new Map<string, number>()
  const ownOfArea = Int32Array.from(areas, (area, at) => {
    const isScored = figures.scored[place]![area] === 1
    // Where there is no score it does not matter what is lacking.
    const lackedSlots = isScored ? (lacked.get(at) ?? []) : []
    const key = `${isScored} ${lackedSlots.join(' ')}`
    const pattern = known.get(key) ?? own.push({ isScored, lackedSlots }) - 1
    known.set(key, pattern)
    return pattern
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
