/** Many trajectories of a place, as a run. */
import type { ProjectionAnswer } from '#domain/answers/projection-answers.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import { useJobRun, type JobRunState } from '#web/api/job-run.ts'
import { drawRunUrl, type PlaceKey } from '#web/api/queries.ts'

export const DRAWS = 1000

export type ProjectionDrawsState = JobRunState<ProjectionAnswer>

/**
 * The run of a place under a scenario while `wanted`; the same question is the same run, also for others.
 * @param onCancelled is called when the run was stopped
 */
export function useProjectionDraws(key: PlaceKey, scenario: ScenarioDocument | undefined, wanted: boolean, onCancelled: () => void): ProjectionDrawsState {
  return useJobRun({ url: drawRunUrl(key), order: { draws: DRAWS, ...(scenario && { scenario }) }, wanted, onCancelled })
}
