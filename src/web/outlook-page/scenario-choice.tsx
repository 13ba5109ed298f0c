/** Under which scenario everything on the page is shown, and what that scenario changes. */
import type { ProjectionAnswer } from '#domain/answers/projection-answers.ts'
import { useLanguage } from '#web/app/language.tsx'
import { useSetUrlState } from '#web/app/url.tsx'
import { Loading, LoadError } from '#web/components/page-states.tsx'
import { SelectField } from '#web/components/select-field.tsx'
import { SCENARIO_ADDRESS, type ScenarioId } from '#web/outlook-page/scenarios.ts'
import { Faults } from '#web/components/faults.tsx'
import { isRefusal, listFaults } from '#web/components/list-faults.ts'

interface ScenarioChoiceProps {
  chosen: ScenarioId
  /** Those there are, the base first. */
  ids: readonly ScenarioId[]
  /** Under the chosen one; undefined for the base, and as long as it is not there. */
  run: ProjectionAnswer | undefined
  error: Error | null
  onRetry: () => void
}

export function ScenarioChoice({ chosen, ids, run, error, onRetry }: ScenarioChoiceProps) {
  const { t } = useLanguage()
  const setState = useSetUrlState()
  const text = t.outlook.scenarioChoice
  return (
    <section className="td-outlook-choice" aria-label={t.outlook.scenario}>
      <SelectField
        label={text.label}
        value={chosen}
        options={ids.map((id) => ({ value: id, text: t.outlook.scenarioNames[id] }))}
        onChange={(id) => setState({ scenario: SCENARIO_ADDRESS[id as ScenarioId] })}
      />
      <p className="td-note">{t.outlook.scenarioText[chosen]}</p>
      {chosen !== 'base' && error !== null && (isRefusal(error) ? <Faults faults={listFaults(error, t)} title={t.outlook.compare.refused} /> : <LoadError error={error} onRetry={onRetry} />)}
      {chosen !== 'base' && error === null && run === undefined && <Loading />}
      {run?.scenario && <ScenarioChanges scenario={run.scenario} />}
    </section>
  )
}

function ScenarioChanges({ scenario }: { scenario: NonNullable<ProjectionAnswer['scenario']> }) {
  const { t, pick, format } = useLanguage()
  const text = t.outlook.scenarioChoice
  return (
    <>
      <details className="td-opens-on-paper">
        <summary>{text.changes}</summary>
        <ul className="utrecht-unordered-list td-list">
          {scenario.changes.map((change) => (
            <li key={change.field} className="utrecht-unordered-list__item">
              {pick(change.text)} ({change.changedFigures === 0 ? text.nothing : text.count(format.number(change.changedFigures))})
            </li>
          ))}
        </ul>
      </details>
      <p className="td-note">{text.intervals}</p>
    </>
  )
}
