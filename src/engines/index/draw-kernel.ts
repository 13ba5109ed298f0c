/** The four loops of the draws: factors, scores, ranks, tally. Here their meaning; `fast-draw-kernel.ts` does the same several numbers at a time. */
import { LEAST_WEIGHT } from '#engines/index/prepare-figures.ts'
import { DescendingRanker } from '#engines/numeric/rank-descending.ts'

/** Areas and draws that are computed at once, in memory next to each other. */
export const LANES = 4

/** What areas can lack of a dimension, and how what is there makes up for it. A number of a thing in a draw is at ((draw ÷ 4) × things + thing) × 4 + draw mod 4. */
export interface DimensionFactors {
  /** The slots that a pattern lacks are those from the end of the one before it to its own. Pattern 0 is another: there is no score of the dimension. */
  readonly lackedEnds: Int32Array
  readonly lackedSlots: Int32Array
  /** 1 ÷ the weight of what is there, a pattern; 0 where that is nothing. */
  readonly inverses: Float64Array
  /** Of every path its pattern, and the path in the parent. */
  readonly patternOfPath: Int32Array
  readonly parentPathOfPath: Int32Array
  /** The inverse of its pattern, a path; times the weight of the dimension and the factor of its parent where it has one. */
  readonly factors: Float64Array
  readonly parent: DimensionFactors | undefined
  /** Of the weight of the dimension in its parent. */
  readonly slot: number
}

/** Indicators of one dimension, and what their sum is multiplied by. */
export interface ProductGroup {
  /** Place after its last indicator. */
  readonly end: number
  /** Without these the factor is 1: a pattern an area, and a factor for it in a draw at ((draw ÷ 4) × patternCount + pattern) × 4 + draw mod 4. */
  readonly patterns?: Int32Array
  readonly patternCount: number
  readonly factors?: Float64Array
}

/** Figures of areas times weights of draws. */
export interface Product {
  readonly indicatorCount: number
  /** A multiple of four; areas after the last are like it. */
  readonly areaCount: number
  readonly groups: readonly ProductGroup[]
  /** The figure of an area for an indicator at ((area ÷ 4) × indicatorCount + indicator) × 4 + area mod 4. */
  readonly figures: Float64Array
  /** The weight of an indicator in a draw at ((draw ÷ 4) × indicatorCount + indicator) × 4 + draw mod 4. */
  readonly weights: Float64Array
  /** The score of an area in a draw at draw × areaCount + area. */
  readonly scores: Float64Array
}

/** Rows of ranks, and what is counted of them; areas are a multiple of four. */
export interface TallyRows {
  /** The rank of an area in a draw at draw × areaCount + area; 0 is none. */
  readonly ranks: Uint16Array
  readonly areaCount: number
  /** The last rank in the worst tenth, a draw. */
  readonly worstTenths: Int32Array
  readonly chosenRanks: Int32Array
  readonly binOfRank: Uint16Array
  /** Of an area: `binCount` from area × binCount. */
  readonly bins: Uint16Array
  readonly binCount: number
  readonly worstTenthDraws: Int32Array
  readonly sums: Float64Array
  readonly squares: Float64Array
}

/** Holds the memory of its arrays, because instructions on several numbers at a time only reach their own. */
export interface DrawKernel {
  takeFloats(length: number): Float64Array
  takeWholes(length: number): Int32Array
  takeShorts(length: number): Uint16Array
  /** Fills inverses and factors for the weights, a slot, of the first `draws` draws, a multiple of four. Gives whether anywhere nothing is left of a pattern. */
  computeFactors(dimension: DimensionFactors, weights: Float64Array, slotCount: number, draws: number): boolean
  /** Scores of the first `draws` draws, a multiple of four: the sum over the groups of factor × (figures × weights), in the order of the indicators. */
  multiply(product: Product, draws: number): void
  /** Fills the ranks of the first `count` scores, as `DescendingRanker` does. No score is NaN. */
  rank(scores: Float64Array, count: number, ranks: Uint16Array): void
  /** Adds the first `draws` rows. */
  tally(rows: TallyRows, draws: number): void
}

/** Says what it means; runs everywhere. */
export function createPlainDrawKernel(): DrawKernel {
  let ranker = new DescendingRanker(0)
  return {
    takeFloats: (length) => new Float64Array(length),
    takeWholes: (length) => new Int32Array(length),
    takeShorts: (length) => new Uint16Array(length),
    computeFactors: computeFactorsPlainly,
    multiply: multiplyPlainly,
    rank(scores, count, ranks) {
      if (ranker.capacity < count) ranker = new DescendingRanker(count)
      ranker.rank(scores.subarray(0, count), ranks)
    },
    tally: tallyPlainly,
  }
}

function computeFactorsPlainly(
  { lackedEnds, lackedSlots, inverses, patternOfPath, parentPathOfPath, factors, parent, slot }: DimensionFactors, weights: Float64Array, slotCount: number, draws: number,
): boolean {
  let isAnyDead = false
  for (let draw = 0; draw < draws; draw++) {
    const find = (count: number, place: number) => (Math.floor(draw / LANES) * count + place) * LANES + (draw % LANES)
    for (let pattern = 1; pattern < lackedEnds.length; pattern++) {
      let lacked = 0
      for (let at = lackedEnds[pattern - 1]!; at < lackedEnds[pattern]!; at++) lacked += weights[find(slotCount, lackedSlots[at]!)]!
      const present = 1 - lacked
      const isDead = !(present > LEAST_WEIGHT)
      inverses[find(lackedEnds.length, pattern)] = isDead ? 0 : 1 / present
      isAnyDead ||= isDead
    }
    for (let path = 0; path < patternOfPath.length; path++) {
      const inverse = inverses[find(lackedEnds.length, patternOfPath[path]!)]!
      const above = parent ? parent.factors[find(parent.patternOfPath.length, parentPathOfPath[path]!)]! * weights[find(slotCount, slot)]! : 1
      factors[find(patternOfPath.length, path)] = above * inverse
    }
  }
  return isAnyDead
}

function multiplyPlainly({ indicatorCount, areaCount, groups, figures, weights, scores }: Product, draws: number): void {
  for (let draw = 0; draw < draws; draw++) {
    const four = Math.floor(draw / LANES)
    const weightAt = four * indicatorCount * LANES + (draw % LANES)
    for (let area = 0; area < areaCount; area++) {
      const figureAt = Math.floor(area / LANES) * indicatorCount * LANES + (area % LANES)
      let score = 0
      let at = 0
      for (const { end, patterns, patternCount, factors } of groups) {
        let sum = 0
        for (; at < end; at++) sum += figures[figureAt + at * LANES]! * weights[weightAt + at * LANES]!
        score += patterns && factors ? sum * factors[(four * patternCount + patterns[area]!) * LANES + (draw % LANES)]! : sum
      }
      scores[draw * areaCount + area] = score
    }
  }
}

function tallyPlainly({ ranks, areaCount, worstTenths, chosenRanks, binOfRank, bins, binCount, worstTenthDraws, sums, squares }: TallyRows, draws: number): void {
  for (let area = 0; area < areaCount; area++) {
    for (let draw = 0; draw < draws; draw++) {
      const rank = ranks[draw * areaCount + area]!
      bins[area * binCount + binOfRank[rank]!]!++
      if (rank === 0) continue
      const difference = rank - chosenRanks[area]!
      if (rank <= worstTenths[draw]!) worstTenthDraws[area]!++
      sums[area]! += difference
      squares[area]! += difference * difference
    }
  }
}
