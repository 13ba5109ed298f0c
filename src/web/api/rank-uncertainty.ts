/** How sure ranks are: starting the run, following it, stopping it, and its result. */
import type { IndexDocument } from '#domain/index-document.ts'
import type { RankUncertaintyAnswer, RankUncertaintyOrder } from '#domain/rank-uncertainty.ts'
import { apiUrl } from '#web/api/client.ts'
import { useJobRun, type JobRunState } from '#web/api/job-run.ts'

export const DRAWS = 2000

export type RankUncertaintyState = JobRunState<RankUncertaintyAnswer>

/** Everything is drawn; where only one indicator counts there is none to leave out. */
function makeOrder(document: IndexDocument): RankUncertaintyOrder {
  const indicators = document.dimensions.flatMap((own) => [...own.indicators, ...(own.dimensions ?? []).flatMap((inner) => inner.indicators)])
  return { document, draws: DRAWS, vary: { leftOut: indicators.filter(({ weight }) => weight > 0).length > 1 } }
}

/**
 * The run of a document while `wanted`; the same document is the same run, also for others.
 * @param within only the areas in this one, with their rank among all
 * @param onCancelled is called when the run was stopped, here or by somebody else
 */
export function useRankUncertainty(document: IndexDocument, wanted: boolean, onCancelled: () => void, within?: string): RankUncertaintyState {
  return useJobRun({ url: apiUrl('rank-uncertainty-runs'), order: makeOrder(document), wanted, onCancelled, ...(within !== undefined && { resultQuery: `?within=${within}` }) })
}
