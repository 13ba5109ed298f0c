/** How far a run is, with a button to stop it. For any job of the API. */
import { useId } from 'react'
import type { JobAnswer } from '#domain/answers/job-answers.ts'
import { useLanguage } from '#web/app/language.tsx'

interface JobProgressProps {
  /** What is being done. */
  label: string
  /** What is done first, before there is a share to tell; "0 percent" where there is no such thing. */
  preparing?: string
  /** Undefined until the server answered. */
  job: JobAnswer | undefined
  onCancel: () => void
}

/** Read out in steps, not at every percent. */
const SPOKEN_STEP = 25

export function JobProgress({ label, preparing, job, onCancel }: JobProgressProps) {
  const { t } = useLanguage()
  const id = useId()
  const percent = Math.floor(100 * (job?.progress ?? 0))
  const spoken = Math.floor(percent / SPOKEN_STEP) * SPOKEN_STEP
  const isWaiting = job?.status === 'waiting'
  const isPreparing = preparing !== undefined && !isWaiting && !job?.progress
  const tell = (share: number): string => (isWaiting ? t.job.waiting(job.ahead) : isPreparing ? preparing : t.job.percent(share))
  return (
    <div className="td-job">
      <p className="td-job__label" id={id}>
        {label}
      </p>
      <progress className="td-job__bar" max={100} {...(!isPreparing && { value: percent })} aria-labelledby={id} />
      <p className="td-job__state" aria-hidden="true">
        {tell(percent)}
        {job?.secondsLeft !== undefined && ` ${t.job.secondsLeft(job.secondsLeft)}`}
      </p>
      <span className="td-visually-hidden" role="status">
        {isWaiting ? tell(spoken) : `${label} ${tell(spoken)}`}
      </span>
      <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={onCancel}>
        {t.job.stop}
      </button>
    </div>
  )
}
