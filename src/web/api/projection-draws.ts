/** Many trajectories of a place: starting the run, following it, stopping it, and its result. */
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import type { JobAnswer } from '#domain/answers/job-answers.ts'
import type { ProjectionAnswer } from '#domain/answers/projection-answers.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import { fetchJson, sendDocument, stopJob } from '#web/api/client.ts'
import { drawRunUrl, type PlaceKey } from '#web/api/queries.ts'

const LOOK_EVERY_MS = 700
export const DRAWS = 1000

export interface ProjectionDrawsState {
  readonly result: ProjectionAnswer | undefined
  /** Undefined before the start and after the end. */
  readonly job: JobAnswer | undefined
  readonly error: Error | null
  cancel(): void
  retry(): void
}

/**
 * The run of a place under a scenario while `wanted`; the same question is the same run, also for others.
 * @param onCancelled is called when the run was stopped
 */
export function useProjectionDraws(key: PlaceKey, scenario: ScenarioDocument | undefined, wanted: boolean, onCancelled: () => void): ProjectionDrawsState {
  const client = useQueryClient()
  const language = window.document.documentElement.lang
  const start = queryOptions({
    queryKey: ['projection-draws', key, scenario],
    queryFn: async ({ signal }) => (await sendDocument(drawRunUrl(key), { draws: DRAWS, ...(scenario && { scenario }) }, language, signal)).json() as Promise<JobAnswer>,
    retry: false,
  })
  const started = useQuery({ ...start, enabled: wanted })
  const self = started.data?.self
  const follow = queryOptions({
    queryKey: [self, 'job'],
    queryFn: ({ signal }) => fetchJson<JobAnswer>(self!, language, signal),
    refetchInterval: ({ state }) => (state.data && isEnded(state.data) ? false : LOOK_EVERY_MS),
    staleTime: 0,
  })
  const followed = useQuery({ ...follow, enabled: wanted && started.data !== undefined && !isEnded(started.data) })
  const job = started.data && isEnded(started.data) ? started.data : (followed.data ?? started.data)
  const resultUrl = job?.status === 'done' ? job.result : undefined
  const result = useQuery({ queryKey: [resultUrl], queryFn: ({ signal }) => fetchJson<ProjectionAnswer>(resultUrl!, language, signal), enabled: wanted && resultUrl !== undefined })
  const forget = (): void => {
    client.removeQueries({ queryKey: start.queryKey })
    if (self !== undefined) client.removeQueries({ queryKey: follow.queryKey })
  }
  return {
    result: wanted ? result.data : undefined,
    job: wanted && result.data === undefined ? job : undefined,
    error: wanted ? (started.error ?? followed.error ?? result.error) : null,
    cancel: () => {
      if (self !== undefined && !(job && isEnded(job))) {
        void stopJob(self)
        forget()
      }
      onCancelled()
    },
    retry: () => {
      forget()
      void started.refetch()
    },
  }
}

const isEnded = ({ status }: JobAnswer): boolean => status !== 'waiting' && status !== 'running'
