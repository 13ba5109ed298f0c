/** One's own scenarios, as this browser knows them. */
import { useState } from 'react'
import { eraseScenario } from '#web/api/scenarios.ts'
import { ApiError } from '#web/api/client.ts'
import { useLanguage } from '#web/app/language.tsx'
import { SiteLink } from '#web/app/url.tsx'
import { Section } from '#web/components/page.tsx'
import { dropOwn, referTo, useOwnScenarios } from '#web/scenarios-page/own-scenarios.ts'
import type { OwnScenario } from '#web/scenarios-page/parse-own.ts'
import { Faults } from '#web/components/faults.tsx'
import { listFaults } from '#web/components/list-faults.ts'

interface OwnSectionProps {
  compared: readonly string[]
  onCompare: (reference: string, isWanted: boolean) => void
  onChange: (own: OwnScenario) => void
  mostCompared: number
}

export function OwnSection({ compared, onCompare, onChange, mostCompared }: OwnSectionProps) {
  const { t, format } = useLanguage()
  const own = useOwnScenarios()
  const [faults, setFaults] = useState<readonly string[]>([])
  const erase = async (scenario: OwnScenario): Promise<void> => {
    setFaults([])
    if (!window.confirm(t.scenarios.eraseSure(scenario.name))) return
    try {
      await eraseScenario(scenario.id, scenario.secret)
    } catch (error) {
      // One that is gone already need not be in the list either.
      if (!(error instanceof ApiError && error.status === 404)) return setFaults(listFaults(error, t))
    }
    dropOwn(scenario.id)
    for (const reference of compared) if (reference.startsWith(`${scenario.id}.`)) onCompare(reference, false)
  }
  return (
    <Section title={t.scenarios.ownTitle} id="eigen">
      <p className="td-note">{own.length === 0 ? t.scenarios.ownNone : t.scenarios.ownNote}</p>
      {faults.length > 0 && <Faults title={t.scenarios.notErased} faults={faults} />}
      <ul className="td-scenario-list">
        {own.map((scenario) => {
          const reference = referTo(scenario)
          const isCompared = compared.includes(reference)
          return (
            <li key={scenario.id} className="td-scenario-list__item">
              <label className="td-scenario-list__name">
                <input type="checkbox" className="utrecht-checkbox utrecht-checkbox--html-input" checked={isCompared} disabled={!isCompared && compared.length >= mostCompared} onChange={({ target }) => onCompare(reference, target.checked)} />
                <span>
                  <strong>{scenario.name}</strong> <span className="td-note">{t.scenarios.version(scenario.version, format.date(scenario.savedAt))}</span>
                </span>
              </label>
              <span className="td-actions">
                <SiteLink to="/scenarios" search={{ bekijk: reference }}>
                  {t.scenarios.link}
                </SiteLink>
                <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={() => onChange(scenario)} aria-label={t.scenarios.changeOf(scenario.name)}>
                  {t.scenarios.change}
                </button>
                <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={() => void erase(scenario)} aria-label={t.scenarios.eraseOf(scenario.name)}>
                  {t.scenarios.erase}
                </button>
              </span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
