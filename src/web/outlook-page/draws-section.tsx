/** A thousand possible futures of a municipality or region: how far the run is, a way to stop it, and the seed. */
import { useState } from 'react'
import type { ProjectionAnswer } from '#domain/answers/projection-answers.ts'
import type { ProjectionDrawsState } from '#web/api/projection-draws.ts'
import { useLanguage } from '#web/app/language.tsx'
import { hasEnded, JobEnd, JobStopped } from '#web/components/job-end.tsx'
import { JobProgress } from '#web/components/job-progress.tsx'
import { Section } from '#web/components/page.tsx'

interface DrawsSectionProps {
  level: ProjectionAnswer['level']
  state: ProjectionDrawsState
  wanted: boolean
  onStart: () => void
}

export function DrawsSection({ level, state, wanted, onStart }: DrawsSectionProps) {
  const { t } = useLanguage()
  const text = t.outlook.draws
  return (
    <Section title={text.title} id="trekkingen" {...(!wanted && { className: 'td-section--offer' })}>
      {level === 'smallArea' ? <p className="utrecht-paragraph">{text.smallArea}</p> : <Draws state={state} wanted={wanted} onStart={onStart} />}
    </Section>
  )
}

function Draws({ state, wanted, onStart }: Omit<DrawsSectionProps, 'level'>) {
  const { t, format } = useLanguage()
  const [isStopped, setStopped] = useState(false)
  const { result, job, cancel } = state
  const text = t.outlook.draws
  const button = 'utrecht-button utrecht-button--secondary-action'
  if (!wanted && isStopped) return <JobStopped text={t.job.stopped} button={text.start} takesFocus onAgain={onStart} />
  if (!wanted) {
    return (
      <>
        <p className="utrecht-paragraph">{text.lead}</p>
        <button type="button" className={button} onClick={onStart}>
          {text.start}
        </button>
      </>
    )
  }
  if (hasEnded(state)) return <JobEnd state={state} refused={t.state.errorTitle} />
  // What is taken away after its end was not stopped.
  const showWithout = (): void => {
    setStopped(false)
    cancel()
  }
  if (result?.draws !== undefined) {
    return (
      <>
        <p className="utrecht-paragraph" role="status">
          {text.done(format.number(result.draws.count), String(result.draws.seed))}
        </p>
        <button type="button" className={button} onClick={showWithout}>
          {text.without}
        </button>
      </>
    )
  }
  const stop = (): void => {
    setStopped(true)
    cancel()
  }
  return <JobProgress label={text.busy} job={job} onCancel={stop} />
}
