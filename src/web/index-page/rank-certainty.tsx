/** Asking how sure ranks are: a button, how far it is, a way to stop, and what came out of it as a whole. */
import { useRef, type ReactNode } from 'react'
import { UNCERTAIN_CHOICES } from '#domain/uncertain-choices.ts'
import type { RankUncertaintyState } from '#web/api/rank-uncertainty.ts'
import { useLanguage } from '#web/app/language.tsx'
import { DownloadLinks } from '#web/components/download-links.tsx'
import { JobProgress } from '#web/components/job-progress.tsx'
import { LoadError } from '#web/components/page-states.tsx'

interface RankCertaintyProps {
  state: RankUncertaintyState
  wanted: boolean
  button: string
  onStart: () => void
  /** What is shown once it is there. */
  children?: ReactNode
}

export function RankCertainty({ state, wanted, button, onStart, children }: RankCertaintyProps) {
  const { t } = useLanguage()
  const { result, job, error } = state
  // The button that stops a run goes away when it is pressed: the focus goes to the one that comes in its place.
  const wasStopped = useRef(false)
  const takeFocus = (start: HTMLButtonElement | null): void => {
    if (start === null || !wasStopped.current) return
    wasStopped.current = false
    start.focus()
  }
  if (!wanted) {
    return (
      <button type="button" ref={takeFocus} className="utrecht-button utrecht-button--secondary-action" onClick={onStart}>
        {button}
      </button>
    )
  }
  if (error) return <LoadError error={error} onRetry={state.retry} />
  if (result !== undefined) return <div role="status">{children}</div>
  if (job?.status === 'cancelled' || job?.status === 'failed') {
    return (
      <p role="status">
        {job.status === 'failed' ? t.index.sure.failed : t.index.sure.cancelled}{' '}
        <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={state.retry}>
          {t.index.sure.again}
        </button>
      </p>
    )
  }
  const stop = (): void => {
    wasStopped.current = true
    state.cancel()
  }
  return <JobProgress label={t.index.sure.busy} job={job} onCancel={stop} />
}

/** What holds for all areas together, and the files. */
export function CertaintySummary({ state: { result, resultUrl } }: { state: RankUncertaintyState }) {
  const { t, format } = useLanguage()
  if (result === undefined) return null
  const parts = UNCERTAIN_CHOICES.map((choice) => `${t.index.sure.choices[choice]} ${format.number(100 * Math.max(0, result.overallSensitivities[choice]))}%`)
  return (
    <>
      <p className="utrecht-paragraph">{t.index.sure.done(format.number(result.draws), String(result.seed))}</p>
      <p className="utrecht-paragraph">{t.index.sure.overall(parts.join(', '))}</p>
      {resultUrl !== undefined && <DownloadLinks title={t.index.sure.download} url={(kind) => `${resultUrl}?format=${kind}`} />}
    </>
  )
}
