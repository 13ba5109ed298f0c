/** Erasing a scenario with its secret, for who kept it in a browser that keeps nothing. */
import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import type { KeptScenarioAnswer } from '#domain/answers/scenario-answers.ts'
import { eraseScenario, keptScenarioQuery } from '#web/api/scenarios.ts'
import { useLanguage } from '#web/app/language.tsx'
import { Faults } from '#web/components/faults.tsx'
import { listFaults } from '#web/components/list-faults.ts'
import { TextField } from '#web/components/text-field.tsx'
import { referTo, useOwnScenarios } from '#web/scenarios-page/own-scenarios.ts'

/** Nothing for one's own: these have a button in the list. */
export function EraseWithKey({ scenario }: { scenario: KeptScenarioAnswer }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const isOwn = useOwnScenarios().some(({ id }) => id === scenario.id)
  const [key, setKey] = useState('')
  const [faults, setFaults] = useState<readonly string[]>([])
  if (isOwn) return null
  const text = t.scenarios.withKey
  const erase = async (): Promise<void> => {
    setFaults([])
    if (key.trim() === '') return setFaults([text.first])
    if (!window.confirm(t.scenarios.eraseSure(scenario.document.name))) return
    try {
      await eraseScenario(scenario.id, key.trim())
      // Asked anew, the page says that it is gone.
      await client.resetQueries({ queryKey: keptScenarioQuery(referTo(scenario)).queryKey })
    } catch (error) {
      setFaults(listFaults(error, t))
    }
  }
  return (
    <details className="td-details">
      <summary>{text.title}</summary>
      <TextField label={text.key} value={key} onChange={setKey} hint={text.hint} />
      <p className="td-actions">
        <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={() => void erase()}>
          {t.scenarios.erase}
        </button>
      </p>
      {faults.length > 0 && <Faults title={t.scenarios.notErased} faults={faults} />}
    </details>
  )
}
