/** Asking how sure ranks are: a button, how far it is, a way to stop, and what came out of it as a whole. */
import type { ReactNode } from 'react'
import { UNCERTAIN_CHOICES } from '#web/index-page/certainty-rows.ts'
import type { RankUncertaintyState } from '#web/api/rank-uncertainty.ts'
import { useLanguage } from '#web/app/language.tsx'
import { DownloadLinks } from '#web/components/download-links.tsx'
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
  if (!wanted) {
    return (
      <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={onStart}>
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
  return <Progress state={state} />
}

function Progress({ state: { job, cancel } }: { state: RankUncertaintyState }) {
  const { t, format } = useLanguage()
  const share = job?.status === 'running' ? job.progress : job?.status === 'done' ? 1 : 0
  const words = job?.status === 'running' || job?.status === 'done' ? t.index.sure.running(`${format.number(100 * share)}%`) : t.index.sure.waiting(job?.ahead ?? 0)
  return (
    <div className="td-certainty__progress">
      <progress className="td-certainty__bar" value={share} max={1} aria-label={t.index.sure.title} />
      <p>
        {words} {job?.secondsLeft !== undefined && job.secondsLeft > 1 && t.index.sure.secondsLeft(job.secondsLeft)}
      </p>
      <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={cancel}>
        {t.index.sure.stop}
      </button>
    </div>
  )
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
