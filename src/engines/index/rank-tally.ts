/** What is kept of the draws: counts and sums of whole numbers an area, so that tallies add up to the same whatever their order. */
import { LANES } from '#engines/index/draw-kernel.ts'
import { CHOICES } from '#engines/index/uncertainty-plan.ts'

/** Ranks up to here are counted one by one: that is where places are chosen. */
const EXACT_RANKS = 512
/** Those after it in at most so many bins. */
const WIDE_BINS = 512

/** Its memory grows with the number of areas, not with the number of draws. */
export interface RankTally {
  /** Ranks with the chosen weights and variants, of all areas; 0 where there is no score. */
  readonly chosenRanks: Int32Array
  /** The areas with a score, by rank. All below is in this order, with room up to a multiple of four. */
  readonly areas: Int32Array
  readonly rowLength: number
  readonly chosenRanksOfRow: Int32Array
  /** Bin 0 counts draws without a rank; the ranks of bin b are `firstRanks[b]` to before `firstRanks[b + 1]`. */
  readonly binCount: number
  readonly firstRanks: Int32Array
  readonly binOfRank: Uint16Array
  /** Draws with a rank in a bin: those of the area at a in bin b at a × binCount + b. */
  readonly bins: Uint16Array
  /** Draws with a rank in the worst tenth. */
  readonly worstTenthDraws: Int32Array
  /** Sums over the draws of rank − chosen rank, and of its square. */
  readonly sums: Float64Array
  readonly squares: Float64Array
  /** A choice after another, areas within it: sums of B × (A with that choice of B − A), and the number of pairs. */
  readonly products: Float64Array
  readonly pairs: Int32Array
}

/** Where the arrays that grow with the areas come from. */
interface Memory {
  takeFloats(length: number): Float64Array
  takeWholes(length: number): Int32Array
  takeShorts(length: number): Uint16Array
}

export function createRankTally(chosenRanks: Int32Array, memory: Memory): RankTally {
  const areas = Int32Array.from(chosenRanks.keys()).filter((area) => chosenRanks[area]! > 0).sort((a, b) => chosenRanks[a]! - chosenRanks[b]! || a - b)
  const rowLength = Math.ceil(areas.length / LANES) * LANES
  const firstRanks = divideRanks(areas.length)
  const binCount = firstRanks.length - 1
  const chosenRanksOfRow = memory.takeWholes(rowLength)
  chosenRanksOfRow.set(areas.map((area) => chosenRanks[area]!))
  const binOfRank = memory.takeShorts(areas.length + 1)
  for (let bin = 1; bin < binCount; bin++) binOfRank.fill(bin, firstRanks[bin], firstRanks[bin + 1])
  return {
    chosenRanks, areas, rowLength, chosenRanksOfRow, binCount, firstRanks, binOfRank,
    bins: memory.takeShorts(rowLength * binCount),
    worstTenthDraws: memory.takeWholes(rowLength),
    sums: memory.takeFloats(rowLength),
    squares: memory.takeFloats(rowLength),
    products: new Float64Array(areas.length * CHOICES.length),
    pairs: new Int32Array(areas.length * CHOICES.length),
  }
}

/** The first rank of every bin, and one after the last rank. */
function divideRanks(count: number): Int32Array {
  const exact = Math.min(count, EXACT_RANKS)
  const step = Math.max(1, Math.ceil((count - exact) / WIDE_BINS))
  const wide = Math.ceil((count - exact) / step)
  return Int32Array.from({ length: exact + wide + 2 }, (_, bin) => (bin <= exact ? bin : Math.min(count + 1, exact + 1 + (bin - exact - 1) * step)))
}

/** Adds a pair of draws A and B and the run that is A but for one choice, which is that of B. Areas without a rank in one of them are passed over. */
export function tallyPair(tally: RankTally, choice: number, a: Uint16Array, b: Uint16Array, mixed: Uint16Array): void {
  const { areas, chosenRanksOfRow, products, pairs } = tally
  const count = areas.length
  const first = choice * count
  for (let at = 0; at < count; at++) {
    if (a[at] === 0 || b[at] === 0 || mixed[at] === 0) continue
    products[first + at]! += (b[at]! - chosenRanksOfRow[at]!) * (mixed[at]! - a[at]!)
    pairs[first + at]!++
  }
}

/** What another worker sends of its draws. */
export type TallySums = Pick<RankTally, 'bins' | 'worstTenthDraws' | 'sums' | 'squares' | 'products' | 'pairs'>

/** Adds what was tallied of other draws of the same plan, as by another worker. */
export function addTally(tally: TallySums, other: TallySums): void {
  for (const key of ['bins', 'worstTenthDraws', 'sums', 'squares', 'products', 'pairs'] as const) {
    const own = tally[key]
    const more = other[key]
    if (own.length !== more.length) throw new RangeError(`tally with ${more.length} ${key} for one with ${own.length}`)
    for (let at = 0; at < own.length; at++) own[at]! += more[at]!
  }
}
