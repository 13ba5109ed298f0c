/** Asking how sure ranks are: a button, how far it is, a way to stop, and what came out of it as a whole. */
import { useState, type ReactNode } from 'react'
import { UNCERTAIN_CHOICES } from '#domain/uncertain-choices.ts'
import type { RankUncertaintyState } from '#web/api/rank-uncertainty.ts'
import { useLanguage } from '#web/app/language.tsx'
import { DownloadLinks } from '#web/components/download-links.tsx'
import { hasEnded, JobEnd, JobStopped } from '#web/components/job-end.tsx'
import { JobProgress } from '#web/components/job-progress.tsx'

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
  const [isStopped, setStopped] = useState(false)
  if (!wanted && isStopped) return <JobStopped text={t.job.stopped} button={button} takesFocus onAgain={onStart} />
  if (!wanted) {
    return (
      <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={onStart}>
        {button}
      </button>
    )
  }
  if (hasEnded(state)) return <JobEnd state={state} refused={t.state.errorTitle} />
  if (state.result !== undefined) return <div role="status">{children}</div>
  const stop = (): void => {
    setStopped(true)
    state.cancel()
  }
  return <JobProgress label={t.index.sure.busy} job={state.job} onCancel={stop} />
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
