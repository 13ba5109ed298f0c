/** What the draws say of every area: how sure its rank is, and which choice moves it. */
import type { RankTally } from '#engines/index/rank-tally.ts'
import { CHOICES } from '#engines/index/uncertainty-plan.ts'
import type { Choice } from '#engines/index/uncertainty-plan.ts'

const TAIL = 0.05

export interface RankUncertainty {
  readonly chosenRanks: Int32Array
  /** Between these ranks, both included, are at least 90 percent of the draws, and at most 5 percent on either side. 0 where there is no rank. */
  readonly lowRanks: Int32Array
  readonly highRanks: Int32Array
  /** The interval is wider than the draws by less than this on either side; 1 is exact. */
  readonly rankStep: number
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
  const { areaCount, chosenRanks, rankStep, rankedDraws, worstTenthDraws } = tally
  const lowRanks = new Int32Array(areaCount)
  const highRanks = new Int32Array(areaCount)
  for (let area = 0; area < areaCount; area++) {
    const ranked = rankedDraws[area]!
    if (ranked === 0) continue
    const below = Math.floor(TAIL * ranked)
    lowRanks[area] = findBin(tally, area, below) * rankStep + 1
    highRanks[area] = Math.min(areaCount, (findBin(tally, area, ranked - 1 - below) + 1) * rankStep)
  }
  return {
    chosenRanks, lowRanks, highRanks, rankStep,
    worstTenthShares: Float64Array.from(worstTenthDraws, (count, area) => count / rankedDraws[area]!),
    unrankedDraws: rankedDraws.map((count, area) => (chosenRanks[area] === 0 ? 0 : draws - count)),
    ...summariseChoices(tally),
  }
}

/** The bin of the draw at the given place, from 0, when the ranks of an area ascend. */
function findBin({ bins, binCount }: RankTally, area: number, place: number): number {
  let passed = 0
  for (let bin = 0; bin < binCount; bin++) {
    passed += bins[area * binCount + bin]!
    if (passed > place) return bin
  }
  throw new RangeError(`draw ${place} of ${passed} of area ${area}`)
}

/** First-order sensitivity by the estimator of Saltelli et al. (2010), table 2 (b): the mean of f(B) (f(A with the choice of B) − f(A)), divided by the variance. */
function summariseChoices({ areaCount, rankedDraws, sums, squares, products, pairs }: RankTally): Pick<RankUncertainty, 'sensitivities' | 'overallSensitivities'> {
  const variances = Float64Array.from(squares, (square, area) => Math.max(0, (square - sums[area]! ** 2 / rankedDraws[area]!) / rankedDraws[area]!) || 0)
  const total = variances.reduce((sum, variance) => sum + variance, 0)
  const explain = (choice: number) => Float64Array.from(variances, (_, area) => {
    const at = choice * areaCount + area
    return products[at] === 0 ? 0 : products[at]! / pairs[at]!
  })
  const explained = CHOICES.map((_, choice) => explain(choice))
  const share = (part: number, whole: number) => (part === 0 || whole === 0 ? 0 : part / whole)
  return {
    sensitivities: recordChoices((choice) => explained[choice]!.map((part, area) => share(part, variances[area]!))),
    overallSensitivities: recordChoices((choice) => share(explained[choice]!.reduce((sum, part) => sum + part, 0), total)),
  }
}

function recordChoices<T>(get: (choice: number) => T): Record<Choice, T> {
  return Object.fromEntries(CHOICES.map((name, choice) => [name, get(choice)])) as Record<Choice, T>
}
