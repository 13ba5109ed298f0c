/** How sure the rank of each area is, by its place in the list of areas. */
import type { RankUncertaintyAnswer } from '#domain/rank-uncertainty.ts'
import { UNCERTAIN_CHOICES, type UncertainChoice } from '#domain/uncertain-choices.ts'

export interface Certainty {
  readonly low: number
  readonly high: number
  /** Share of the draws in the worst tenth, in [0, 1]. */
  readonly worstTenthShare: number
  /** The choice that explains most of the spread by itself; undefined where none explains any. */
  readonly most: UncertainChoice | undefined
}

/** Undefined for an area without a rank. */
export function readCertainty(answer: RankUncertaintyAnswer, at: number): Certainty | undefined {
  const [low, high, worstTenthShare] = [answer.lowRanks[at], answer.highRanks[at], answer.worstTenthShares[at]]
  if (typeof low !== 'number' || typeof high !== 'number' || typeof worstTenthShare !== 'number') return undefined
  const shares = UNCERTAIN_CHOICES.map((choice) => answer.sensitivities[choice][at] ?? 0)
  const largest = Math.max(...shares)
  return { low, high, worstTenthShare, most: largest > 0 ? UNCERTAIN_CHOICES[shares.indexOf(largest)] : undefined }
}
