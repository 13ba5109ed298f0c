/** Which draws are made together: as many pairs as a batch of runs holds. */
import { CHOICES } from '#engines/index/uncertainty-plan.ts'
import type { UncertaintyPlan } from '#engines/index/uncertainty-plan.ts'

/** So many that the bins of an area, once fetched, count many draws, and that a variant has many runs of its own; the ranks of all take 7 MB for 14,000 areas. */
export const RUNS_A_BATCH = 252
const RUNS_A_PAIR = 2 + CHOICES.length

/** The pair after the last that fits in a batch that begins with `fromPair`. */
export function findBatchEnd(fromPair: number, toPair: number, sensitivityPairs: number): number {
  let runs = 0
  let pair = fromPair
  for (; pair < toPair; pair++) {
    runs += pair < sensitivityPairs ? RUNS_A_PAIR : 2
    if (runs > RUNS_A_BATCH) break
  }
  return pair
}

/** The first pair of every batch, and the one after the last: the parts in which threads take the draws. Smaller parts cost more, up to three times as much. */
export function divideInBatches({ draws, sensitivityPairs }: Pick<UncertaintyPlan, 'draws' | 'sensitivityPairs'>): number[] {
  const pairCount = Math.ceil(draws / 2)
  const bounds = [0]
  for (let end = 0; end < pairCount;) {
    end = findBatchEnd(end, pairCount, sensitivityPairs)
    bounds.push(end)
  }
  return bounds
}
