/** Where a run is: on its way, stopped, refused, or done. */
import type { ReactNode } from 'react'
import type { SitingRunAnswer } from '#domain/answers/siting-answers.ts'
import type { JobRunState } from '#web/api/job-run.ts'
import { useLanguage } from '#web/app/language.tsx'
import { hasEnded, JobEnd } from '#web/components/job-end.tsx'
import { JobProgress } from '#web/components/job-progress.tsx'

interface SitingRunViewProps {
  state: JobRunState<SitingRunAnswer>
  label: string
  /** The people are expected ones: the outlook is worked out first. */
  isProjected: boolean
  children: (run: SitingRunAnswer) => ReactNode
}

export function SitingRunView({ state, label, isProjected, children }: SitingRunViewProps) {
  const { t } = useLanguage()
  if (hasEnded(state)) return <JobEnd state={state} refused={t.siting.refused} />
  if (state.result !== undefined) return children(state.result)
  return <JobProgress label={label} preparing={isProjected ? t.siting.preparingOutlook : t.siting.preparing} job={state.job} onCancel={state.cancel} />
}
