/** Why a run gives nothing: it was refused, stopped, went wrong or is gone. With a way to start it again. */
import { useEffect, useRef } from 'react'
import { ApiError } from '#web/api/client.ts'
import type { JobRunState } from '#web/api/job-run.ts'
import { useLanguage } from '#web/app/language.tsx'
import { Alert } from '#web/components/alert.tsx'
import { Faults } from '#web/components/faults.tsx'
import { isRefusal, listFaults } from '#web/components/list-faults.ts'
import { LoadError } from '#web/components/page-states.tsx'

type EndState = Pick<JobRunState<unknown>, 'error' | 'job' | 'retry'>

export const hasEnded = ({ error, job }: Pick<EndState, 'error' | 'job'>): boolean => Boolean(error) || job?.status === 'cancelled' || job?.status === 'failed'

interface JobEndProps {
  state: EndState
  /** Above what is wrong with the question. */
  refused: string
}

/** Only for a run that has ended without a result. */
export function JobEnd({ state: { error, job, retry }, refused }: JobEndProps) {
  const { t, pick } = useLanguage()
  if (isGone(error)) return <JobStopped text={t.job.gone} onAgain={retry} />
  if (error) return isRefusal(error) ? <Faults title={refused} faults={listFaults(error, t)} /> : <LoadError error={error} onRetry={retry} />
  if (job?.status !== 'failed') return <JobStopped text={t.job.stopped} onAgain={retry} />
  return (
    <Alert kind="error" title={t.job.failed} live>
      {job.failure && <p>{pick(job.failure)}</p>}
      <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={retry}>
        {t.job.again}
      </button>
    </Alert>
  )
}

/** A server that began again has forgotten its runs. */
const isGone = (error: unknown): boolean => error instanceof ApiError && ['unknownJob', 'unknownResult'].includes(error.problem?.code ?? '')

interface JobStoppedProps {
  text: string
  /** On the button; otherwise that it starts again. */
  button?: string
  /** The button that stopped the run has gone: the focus goes to this one. */
  takesFocus?: boolean
  onAgain: () => void
}

export function JobStopped({ text, button, takesFocus = false, onAgain }: JobStoppedProps) {
  const { t } = useLanguage()
  const again = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (takesFocus) again.current?.focus()
  }, [takesFocus])
  return (
    <p>
      <span role="status">{text}</span>{' '}
      <button type="button" ref={again} className="utrecht-button utrecht-button--secondary-action" onClick={onAgain}>
        {button ?? t.job.again}
      </button>
    </p>
  )
}
