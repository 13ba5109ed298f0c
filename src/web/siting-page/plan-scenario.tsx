/** Keeping a plan as a scenario of one's own, and taking it along as a file. */
import { useEffect, useRef, useState } from 'react'
import type { SitingOutcome, SitingRunAnswer } from '#domain/answers/siting-answers.ts'
import { planToScenario } from '#domain/plan-to-scenario.ts'
import { keepScenario } from '#web/api/scenarios.ts'
import { useLanguage } from '#web/app/language.tsx'
import { SiteLink } from '#web/app/url.tsx'
import { Alert } from '#web/components/alert.tsx'
import { Faults } from '#web/components/faults.tsx'
import { listFaults } from '#web/components/list-faults.ts'
import { saveFile, toFileName } from '#web/map/picture.ts'
import { putOwn } from '#web/scenarios-page/own-scenarios.ts'
import { describePlanScenario } from '#web/siting-page/plan-description.ts'

/** Shown anew (by key) for each plan. */
export function PlanScenario({ run, outcome, title }: { run: SitingRunAnswer; outcome: SitingOutcome; title: string }) {
  const { t, pick } = useLanguage()
  const [faults, setFaults] = useState<readonly string[]>([])
  const [kept, setKept] = useState<{ name: string; address: string; secret: string; isStored: boolean }>()
  const message = useRef<HTMLDivElement>(null)
  // The button that had the focus can be pressed once.
  useEffect(() => {
    if (kept !== undefined) message.current?.focus()
  }, [kept])
  const scenario = planToScenario(run, outcome, describePlanScenario(run, title, t, pick))
  if (scenario === undefined) return <p className="td-note">{t.siting.scenarioNone}</p>
  const { name } = scenario
  const keep = async (): Promise<void> => {
    setFaults([])
    try {
      const { id, version, secret } = await keepScenario(scenario)
      setKept({ name, address: `${id}.${version}`, secret, isStored: putOwn({ id, version, name, secret, savedAt: new Date().toISOString() }) })
    } catch (error) {
      setFaults(listFaults(error, t))
    }
  }
  const download = (): void => saveFile(new Blob([JSON.stringify(scenario, null, 2)], { type: 'application/json' }), `topdorp-scenario-${toFileName(name)}.json`)
  return (
    <>
      <p className="utrecht-paragraph">{t.siting.scenarioText} {run.document.scenario && t.siting.scenarioTogether(run.document.scenario.name)} {outcome.stops > 0 && t.siting.scenarioStops}</p>
      <div className="td-actions">
        <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={() => void keep()} disabled={kept !== undefined}>
          {t.siting.scenarioKeep}
        </button>
        <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={download}>
          {t.siting.scenarioDownload}
        </button>
      </div>
      {faults.length > 0 && <Faults title={t.scenarios.notKept} faults={faults} />}
      {kept && (
        <div ref={message} tabIndex={-1}>
          <Alert kind="info" title={t.scenarios.keptTitle(kept.name)} live>
            <p>
              {kept.isStored ? t.siting.scenarioKept : t.scenarios.keptNowhere(kept.secret)}{' '}
              <SiteLink to="/scenarios" search={{ bekijk: kept.address }}>
                {t.siting.scenarioSee}
              </SiteLink>
            </p>
            <p className="td-siting__link">{t.siting.scenarioLink(`${location.origin}/scenarios?bekijk=${kept.address}`)}</p>
          </Alert>
        </div>
      )}
    </>
  )
}
