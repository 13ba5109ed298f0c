/** A run that takes longer than a request: starting it, following it, stopping it, and its result. */
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import type { JobAnswer } from '#domain/answers/job-answers.ts'
import { fetchJson, sendForJson, stopJob } from '#web/api/client.ts'

const LOOK_EVERY_MS = 700

export interface JobRunState<Result> {
  readonly result: Result | undefined
  /** Undefined before the start and after the end. */
  readonly job: JobAnswer | undefined
  readonly error: unknown
  /** Where the result is, for downloads. */
  readonly resultUrl: string | undefined
  cancel(): void
  retry(): void
}

interface JobRun {
  /** Where the order is sent. */
  readonly url: string
  /** The same order is the same run, also for others. */
  readonly order: object
  readonly wanted: boolean
  /** Behind the address of the result: `?within=GM1680`. */
  readonly resultQuery?: string | undefined
  /** Called when the run was stopped here. */
  readonly onCancelled: () => void
}

export function useJobRun<Result>({ url, order, wanted, resultQuery = '', onCancelled }: JobRun): JobRunState<Result> {
  const client = useQueryClient()
  const language = window.document.documentElement.lang
  const start = queryOptions({
    queryKey: [url, order],
    // Without a signal: an order on its way is not taken back by whoever leaves, and is not sent again by whoever comes back meanwhile.
    queryFn: () => sendForJson<JobAnswer>(url, order),
    retry: false,
  })
  const started = useQuery({ ...start, enabled: wanted })
  const self = started.data?.self
  const follow = queryOptions({
    queryKey: [self, 'job'],
    queryFn: ({ signal }) => fetchJson<JobAnswer>(self!, language, signal),
    refetchInterval: ({ state }) => (state.data && isEnded(state.data) ? false : LOOK_EVERY_MS),
    staleTime: 0,
    // Who looks at something else meanwhile still waits for it.
    refetchIntervalInBackground: true,
  })
  const followed = useQuery({ ...follow, enabled: wanted && started.data !== undefined && !isEnded(started.data) })
  const job = started.data && isEnded(started.data) ? started.data : (followed.data ?? started.data)
  const resultUrl = job?.status === 'done' ? job.result : undefined
  const result = useQuery({
    queryKey: [resultUrl, resultQuery],
    queryFn: ({ signal }) => fetchJson<Result>(`${resultUrl!}${resultQuery}`, language, signal),
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
