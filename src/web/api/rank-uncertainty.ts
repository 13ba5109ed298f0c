/** How sure ranks are: starting the run, following it, stopping it, and its result. */
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import type { JobAnswer } from '#domain/answers/job-answers.ts'
import type { IndexDocument } from '#domain/index-document.ts'
import type { RankUncertaintyAnswer, RankUncertaintyOrder } from '#domain/rank-uncertainty.ts'
import { apiUrl, fetchJson, sendDocument, stopJob } from '#web/api/client.ts'

const LOOK_EVERY_MS = 700
export const DRAWS = 2000

export interface RankUncertaintyState {
  readonly result: RankUncertaintyAnswer | undefined
  /** Undefined before the start and after the end. */
  readonly job: JobAnswer | undefined
  readonly error: unknown
  /** Where the result is, for downloads. */
  readonly resultUrl: string | undefined
  cancel(): void
  retry(): void
}

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
  const client = useQueryClient()
  const language = window.document.documentElement.lang
  const start = queryOptions({
    queryKey: ['rank-uncertainty', document],
    queryFn: async ({ signal }) => (await sendDocument(apiUrl('rank-uncertainty-runs'), makeOrder(document), language, signal)).json() as Promise<JobAnswer>,
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
  const result = useQuery({
    queryKey: [resultUrl, within],
    queryFn: ({ signal }) => fetchJson<RankUncertaintyAnswer>(within === undefined ? resultUrl! : `${resultUrl}?within=${within}`, language, signal),
    enabled: wanted && resultUrl !== undefined,
  })
  const forget = (): void => {
    client.removeQueries({ queryKey: start.queryKey })
    if (self !== undefined) client.removeQueries({ queryKey: follow.queryKey })
  }
  return {
    result: wanted ? result.data : undefined,
    job: wanted && result.data === undefined ? job : undefined,
    error: wanted ? (started.error ?? followed.error ?? result.error) : undefined,
    resultUrl: wanted ? resultUrl : undefined,
    cancel: () => {
      if (self !== undefined && !(job && isEnded(job))) void stopJob(self)
      forget()
      onCancelled()
    },
    retry: () => {
      forget()
      void started.refetch()
    },
  }
}

const isEnded = ({ status }: JobAnswer): boolean => status !== 'waiting' && status !== 'running'
