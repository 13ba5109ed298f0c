/** Where a run is: on its way, stopped, refused, or done. */
import { useRef, type ReactNode } from 'react'
import type { SitingRunAnswer } from '#domain/answers/siting-answers.ts'
import type { JobRunState } from '#web/api/job-run.ts'
import { useLanguage } from '#web/app/language.tsx'
import { JobProgress } from '#web/components/job-progress.tsx'
import { LoadError } from '#web/components/page-states.tsx'
import { Faults } from '#web/components/faults.tsx'
import { isRefusal, listFaults } from '#web/components/list-faults.ts'

interface SitingRunViewProps {
  state: JobRunState<SitingRunAnswer>
  label: string
  /** The people are expected ones: the outlook is worked out first. */
  isProjected: boolean
  children: (run: SitingRunAnswer) => ReactNode
}

export function SitingRunView({ state, label, isProjected, children }: SitingRunViewProps) {
  const { t, pick } = useLanguage()
  const { result, job, error } = state
  // The button that stops a run goes away when it is pressed: the focus goes to the one that comes in its place.
  const wasStopped = useRef(false)
  if (error) return isRefusal(error) ? <Faults title={t.siting.refused} faults={listFaults(error, t)} /> : <LoadError error={error} onRetry={state.retry} />
  if (result !== undefined) return children(result)
  if (job?.status === 'failed' && job.failure) return <Faults title={t.siting.failed} faults={[pick(job.failure)]} />
  if (job?.status === 'cancelled' || job?.status === 'failed') {
    return (
      <p role="status">
        {job.status === 'failed' ? t.siting.failed : t.siting.cancelled}{' '}
        <button type="button" className="utrecht-button utrecht-button--secondary-action" ref={(button) => void (wasStopped.current && button?.focus())} onClick={state.retry}>
          {t.siting.again}
        </button>
      </p>
    )
  }
  const stop = (): void => {
    wasStopped.current = true
    state.cancel()
  }
  return <JobProgress label={label} preparing={isProjected ? t.siting.preparingOutlook : t.siting.preparing} job={job} onCancel={stop} />
}
