/** A thousand possible futures of a municipality or region: how far the run is, a way to stop it, and the seed. */
import type { ProjectionAnswer } from '#domain/answers/projection-answers.ts'
import type { ProjectionDrawsState } from '#web/api/projection-draws.ts'
import { useLanguage } from '#web/app/language.tsx'
import { JobProgress } from '#web/components/job-progress.tsx'
import { Section } from '#web/components/page.tsx'
import { LoadError } from '#web/components/page-states.tsx'

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

function Draws({ state: { result, job, error, retry, cancel }, wanted, onStart }: Omit<DrawsSectionProps, 'level'>) {
  const { t, format } = useLanguage()
  const text = t.outlook.draws
  const button = 'utrecht-button utrecht-button--secondary-action'
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
  if (error) return <LoadError error={error} onRetry={retry} />
  if (result?.draws !== undefined) {
    return (
      <>
        <p className="utrecht-paragraph" role="status">
          {text.done(format.number(result.draws.count), String(result.draws.seed))}
        </p>
        <button type="button" className={button} onClick={cancel}>
          {text.without}
        </button>
      </>
    )
  }
  if (job?.status === 'cancelled' || job?.status === 'failed') {
    return (
      <p role="status">
        {job.status === 'failed' ? text.failed : text.cancelled}{' '}
        <button type="button" className={button} onClick={retry}>
          {text.again}
        </button>
      </p>
    )
  }
  return <JobProgress label={text.busy} job={job} onCancel={cancel} />
}
