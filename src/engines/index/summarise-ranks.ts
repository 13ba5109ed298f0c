/** What the draws say of every area: how sure its rank is, and which choice moves it. */
import type { RankTally } from '#engines/index/rank-tally.ts'
import { CHOICES } from '#engines/index/uncertainty-plan.ts'
import type { Choice } from '#engines/index/uncertainty-plan.ts'

const TAIL = 0.05

export interface RankUncertainty {
  /** 0 where there is no rank, as in all others. */
  readonly chosenRanks: Int32Array
  /** At least half of the draws are at or below this rank, and at least half at or above. */
  readonly medianRanks: Int32Array
  /** Between these ranks, both included, are at least 90 percent of the draws, and at most 5 percent on either side. */
  readonly lowRanks: Int32Array
  readonly highRanks: Int32Array
  /** The interval of an area is wider than the draws by less than this on either side; 1 is exact. */
  readonly rankStep: number
  /** Ranks up to this one are exact, whatever the step. */
  readonly exactRanks: number
  /** Share in [0, 1] of the draws with a rank in the worst tenth; NaN where there is no rank. */
  readonly worstTenthShares: Float64Array
  /** In how many draws the area has no rank, because all it has is left out. */
  readonly unrankedDraws: Int32Array
  /**
   * Which share of the variance of the rank a choice explains by itself, an area: an estimate that can be a little below 0 or above 1.
   * Exactly 0 for a choice that never moves the area, and where no draw moves it.
   */
  readonly sensitivities: Readonly<Record<Choice, Float64Array>>
  /** The same of all areas together: variance explained ÷ variance. More certain than that of one area. */
  readonly overallSensitivities: Readonly<Record<Choice, number>>
}

/** @param draws how many the tally holds */
export function summariseRanks(tally: RankTally, draws: number): RankUncertainty {
  const { chosenRanks, areas, binCount, firstRanks, bins, worstTenthDraws } = tally
  const create = () => new Int32Array(chosenRanks.length)
  const [medianRanks, lowRanks, highRanks, unrankedDraws] = [create(), create(), create(), create()]
  const worstTenthShares = new Float64Array(chosenRanks.length).fill(NaN)
  for (const [at, area] of areas.entries()) {
    const ranked = draws - bins[at * binCount]!
    unrankedDraws[area] = draws - ranked
    if (ranked === 0) continue
    const below = Math.floor(TAIL * ranked)
    const last = (bin: number) => firstRanks[bin + 1]! - 1
    lowRanks[area] = firstRanks[findBin(tally, at, below)]!
    highRanks[area] = last(findBin(tally, at, ranked - 1 - below))
    const middle = findBin(tally, at, Math.floor((ranked - 1) / 2))
    medianRanks[area] = Math.floor((firstRanks[middle]! + last(middle)) / 2)
    worstTenthShares[area] = worstTenthDraws[at]! / ranked
  }
  const widths = firstRanks.subarray(2).map((first, bin) => first - firstRanks[bin + 1]!)
  const rankStep = Math.max(1, ...widths)
  const exactRanks = rankStep === 1 ? areas.length : widths.findIndex((width) => width > 1)
  return { chosenRanks, medianRanks, lowRanks, highRanks, rankStep, exactRanks, worstTenthShares, unrankedDraws, ...summariseChoices(tally, draws) }
}

/** The bin of the draw at the given place, from 0, when the ranks of an area ascend. */
function findBin({ bins, binCount }: RankTally, at: number, place: number): number {
  let passed = 0
  for (let bin = 1; bin < binCount; bin++) {
    passed += bins[at * binCount + bin]!
    if (passed > place) return bin
  }
  throw new RangeError(`draw ${place} of ${passed} of the area at ${at}`)
}

/** First-order sensitivity by the estimator of Saltelli et al. (2010), table 2 (b): the mean of f(B) (f(A with the choice of B) − f(A)), divided by the variance. */
function summariseChoices(tally: RankTally, draws: number): Pick<RankUncertainty, 'sensitivities' | 'overallSensitivities'> {
  const { chosenRanks, areas, binCount, bins, sums, squares, products, pairs } = tally
  const variances = Float64Array.from(areas, (_, at) => {
    const ranked = draws - bins[at * binCount]!
    return Math.max(0, (squares[at]! - sums[at]! ** 2 / ranked) / ranked) || 0
  })
  const total = variances.reduce((sum, variance) => sum + variance, 0)
  const explained = CHOICES.map((_, choice) => Float64Array.from(areas, (__, place) => {
    const at = choice * areas.length + place
    return products[at] === 0 ? 0 : products[at]! / pairs[at]!
  }))
  const share = (part: number, whole: number) => (part === 0 || whole === 0 ? 0 : part / whole)
  return {
    sensitivities: recordChoices((choice) => {
      const shares = new Float64Array(chosenRanks.length)
      for (const [at, area] of areas.entries()) shares[area] = share(explained[choice]![at]!, variances[at]!)
      return shares
    }),
    overallSensitivities: recordChoices((choice) => share(explained[choice]!.reduce((sum, part) => sum + part, 0), total)),
  }
}

function recordChoices<T>(get: (choice: number) => T): Record<Choice, T> {
  return Object.fromEntries(CHOICES.map((name, choice) => [name, get(choice)])) as Record<Choice, T>
}
