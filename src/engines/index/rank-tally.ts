/** What is kept of the draws: counts and sums of whole numbers an area, so that tallies add up to the same whatever their order. */
import { CHOICES } from '#engines/index/uncertainty-plan.ts'

/** More ranks than this are counted in bins. */
const MOST_BINS = 1024

/** Its memory grows with the number of areas, not with the number of draws. */
export interface RankTally {
  readonly areaCount: number
  /** Ranks with the chosen weights and variants; 0 where there is no score. */
  readonly chosenRanks: Int32Array
  /** How many ranks share a bin. */
  readonly rankStep: number
  readonly binCount: number
  /** The bin of a rank. */
  readonly binOfRank: Uint16Array
  /** Draws with a rank in a bin: that of area a in bin b is at a × binCount + b. */
  readonly bins: Uint16Array
  /** Draws in which the area has a rank, and those with a rank in the worst tenth. */
  readonly rankedDraws: Int32Array
  readonly worstTenthDraws: Int32Array
  /** Sums over the draws of rank − chosen rank, and of its square. */
  readonly sums: Float64Array
  readonly squares: Float64Array
  /** A choice after another, areas within it: sums of B × (A with that choice of B − A), and the number of pairs. */
  readonly products: Float64Array
  readonly pairs: Int32Array
}

export function createRankTally(chosenRanks: Int32Array): RankTally {
  const areaCount = chosenRanks.length
  const rankStep = Math.ceil(areaCount / MOST_BINS)
  const binCount = Math.ceil(areaCount / rankStep)
  return {
    areaCount, chosenRanks, rankStep, binCount,
    binOfRank: Uint16Array.from({ length: areaCount + 1 }, (_, rank) => Math.floor(Math.max(0, rank - 1) / rankStep)),
    bins: new Uint16Array(areaCount * binCount),
    rankedDraws: new Int32Array(areaCount),
    worstTenthDraws: new Int32Array(areaCount),
    sums: new Float64Array(areaCount),
    squares: new Float64Array(areaCount),
    products: new Float64Array(areaCount * CHOICES.length),
    pairs: new Int32Array(areaCount * CHOICES.length),
  }
}

/** The ranks of one draw, in which `ranked` areas have one. */
export interface DrawnRanks {
  readonly ranks: Int32Array
  readonly ranked: number
}

/** Adds the first `count` draws: area by area, so that the bins of an area are fetched once for all of them. */
export function tallyDraws(tally: RankTally, draws: readonly DrawnRanks[], count: number): void {
  const { areaCount, chosenRanks, binCount, binOfRank, bins, rankedDraws, worstTenthDraws, sums, squares } = tally
  for (let area = 0; area < areaCount; area++) {
    const chosen = chosenRanks[area]!
    const firstBin = area * binCount
    let ranks = 0
    let worstTenths = 0
    let sum = 0
    let square = 0
    for (let at = 0; at < count; at++) {
      const draw = draws[at]!
      const rank = draw.ranks[area]!
      if (rank === 0) continue
      const difference = rank - chosen
      bins[firstBin + binOfRank[rank]!]!++
      ranks++
      if (10 * rank <= draw.ranked) worstTenths++
      sum += difference
      square += difference * difference
    }
    rankedDraws[area]! += ranks
    worstTenthDraws[area]! += worstTenths
    sums[area]! += sum
    squares[area]! += square
  }
}

/** Adds a pair of draws A and B and the run that is A but for one choice, which is that of B. Areas without a rank in one of them are passed over. */
export function tallyPair(tally: RankTally, choice: number, a: Int32Array, b: Int32Array, mixed: Int32Array): void {
  const { areaCount, chosenRanks, products, pairs } = tally
  const first = choice * areaCount
  for (let area = 0; area < areaCount; area++) {
    if (a[area] === 0 || b[area] === 0 || mixed[area] === 0) continue
    products[first + area]! += (b[area]! - chosenRanks[area]!) * (mixed[area]! - a[area]!)
    pairs[first + area]!++
  }
}

/** Adds the tally of other draws of the same plan, as of another worker. */
export function addRankTally(tally: RankTally, other: RankTally): void {
  if (tally.areaCount !== other.areaCount) throw new RangeError(`tally of ${other.areaCount} areas for one of ${tally.areaCount}`)
  for (const key of ['bins', 'rankedDraws', 'worstTenthDraws', 'sums', 'squares', 'products', 'pairs'] as const) {
    const own = tally[key]
    for (let at = 0; at < own.length; at++) own[at]! += other[key][at]!
  }
}
