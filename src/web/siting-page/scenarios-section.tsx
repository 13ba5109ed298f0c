/** The same question under the base, growth and shrink scenarios, side by side. */
import { useState } from 'react'
import type { SitingRunAnswer } from '#domain/answers/siting-answers.ts'
import type { SitingOrder } from '#domain/siting-document.ts'
import { apiUrl } from '#web/api/client.ts'
import { useJobRun } from '#web/api/job-run.ts'
import { useLanguage } from '#web/app/language.tsx'
import { focusHeading } from '#web/components/focus-heading.ts'
import { JobStopped } from '#web/components/job-end.tsx'
import { Section } from '#web/components/page.tsx'
import { GROWTH, makeScenario, SHRINK } from '#web/outlook-page/scenarios.ts'
import { PlanFigures } from '#web/siting-page/plan-figures.tsx'
import { SitingRunView } from '#web/siting-page/siting-run-view.tsx'

/** `order` is the question as it was asked, without a scenario. */
export function ScenariosSection({ base, order }: { base: SitingRunAnswer; order: SitingOrder }) {
  const { t } = useLanguage()
  const [wanted, setWanted] = useState(false)
  const [isStopped, setStopped] = useState(false)
  const areas = base.municipalities.map(({ code }) => code)
  const jumpOff = base.jumpOff ?? base.year
  const start = (): void => {
    setWanted(true)
    focusHeading('scenarios')
  }
  const stop = (): void => {
    setStopped(true)
    setWanted(false)
  }
  const ask = (name: string, dials: typeof GROWTH) => ({ url: apiUrl('siting-runs'), order: { ...order, scenario: makeScenario(name, dials, jumpOff, areas) }, wanted, onCancelled: stop })
  const growth = useJobRun<SitingRunAnswer>(ask(t.siting.scenarioNames.growth, GROWTH))
  const shrink = useJobRun<SitingRunAnswer>(ask(t.siting.scenarioNames.shrink, SHRINK))
  return (
    <Section title={t.siting.scenarios} id="scenarios" className={wanted ? '' : 'td-screen-only'}>
      <p className="utrecht-paragraph">{t.siting.scenariosLead}</p>
      {!wanted && isStopped && <JobStopped text={t.job.stopped} takesFocus onAgain={start} />}
      {!wanted && !isStopped && (
        <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={start}>
          {t.siting.scenariosStart}
        </button>
      )}
      {wanted && (
        <SitingRunView isProjected state={growth} label={`${t.siting.busy} ${t.siting.scenarioNames.growth}`}>
          {(more) => (
            <SitingRunView isProjected state={shrink} label={`${t.siting.busy} ${t.siting.scenarioNames.shrink}`}>
              {(fewer) => <Compared runs={[base, more, fewer]} />}
            </SitingRunView>
          )}
        </SitingRunView>
      )}
    </Section>
  )
}

type State = 'keeps' | 'mobile' | 'closes'

/** What there is of a site in the best plan: open, a stop on some days, or nothing. */
function findState(run: SitingRunAnswer, id: string): State {
  const fate = run.plans[0]?.sites.find(({ site }) => run.sites[site]!.id === id)?.fate
  return fate === 'keeps' || fate === 'new' ? 'keeps' : fate === 'mobile' ? 'mobile' : 'closes'
}

function Compared({ runs }: { runs: readonly SitingRunAnswer[] }) {
  const { t, format, pick } = useLanguage()
  const names = (['base', 'growth', 'shrink'] as const).map((id) => t.siting.scenarioNames[id])
  const possible = runs.flatMap((run, at) => (run.plans[0] === undefined ? [] : [{ run, name: names[at]!, outcome: run.plans[0] }]))
  const sites = new Map(possible.flatMap(({ run }) => run.sites.filter(({ kind }) => kind !== 'outside').map((site) => [site.id, site] as const)))
  const different = [...sites.values()].filter(({ id }) => new Set(possible.map(({ run }) => findState(run, id))).size > 1)
  return (
    <div role="status">
      {runs.map((run, at) => run.plans.length === 0 && <p key={names[at]}>{`${names[at]}: ${run.remarks[0] === undefined ? '' : pick(run.remarks[0])}`}</p>)}
      <PlanFigures caption={t.siting.scenariosTable} run={runs[0]!} columns={possible} extra={[[t.siting.scenarioPeople, possible.map(({ outcome }) => format.number(outcome.people))]]} />
      <h3 className="utrecht-heading-3">{t.siting.scenarioDifferent}</h3>
      {different.length === 0 ? (
        <p className="utrecht-paragraph">{t.siting.scenarioSame}</p>
      ) : (
        <ul className="utrecht-unordered-list td-list">
          {different.map(({ id, name, village }) => (
            <li key={id} className="utrecht-unordered-list__item">
              {name} ({village}): {possible.map(({ run, name: scenario }) => `${scenario} ${t.siting.fates[findState(run, id)].toLocaleLowerCase()}`).join(', ')}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
