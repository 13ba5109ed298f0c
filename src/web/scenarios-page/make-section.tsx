/** Making a scenario: its name, its steps, and keeping it. */
import { useState } from 'react'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import { keepScenario, keepScenarioVersion } from '#web/api/scenarios.ts'
import { useLanguage } from '#web/app/language.tsx'
import { useSetUrlState } from '#web/app/url.tsx'
import { Alert } from '#web/components/alert.tsx'
import { DocumentField } from '#web/components/document-field.tsx'
import { Section } from '#web/components/page.tsx'
import { TextField } from '#web/components/text-field.tsx'
import { saveFile, toFileName } from '#web/map/picture.ts'
import { ScenarioEditor } from '#web/scenario-editor/scenario-editor.tsx'
import { EMPTY_SCENARIO, listSteps } from '#web/scenario-editor/scenario-steps.ts'
import { putOwn } from '#web/scenarios-page/own-scenarios.ts'
import type { OwnScenario } from '#web/scenarios-page/parse-own.ts'
import { Faults } from '#web/components/faults.tsx'
import { listFaults } from '#web/components/list-faults.ts'

interface MakeSectionProps {
  scenario: ScenarioDocument
  onChange: (scenario: ScenarioDocument) => void
  /** The one of one's own that is being changed; undefined for a new one. */
  changing: OwnScenario | undefined
  /** It is one's own now, and kept again as its next version; undefined to begin a new one. */
  onChanging: (own: OwnScenario | undefined) => void
}

export function MakeSection({ scenario, onChange, changing, onChanging }: MakeSectionProps) {
  const { t } = useLanguage()
  return (
    <Section title={changing ? t.scenarios.changeTitle(changing.name) : t.scenarios.makeTitle} id="maken">
      <TextField label={t.scenarios.name} value={scenario.name} onChange={(name) => onChange({ ...scenario, name })} hint={t.scenarios.nameHint} />
      <ScenarioEditor scenario={scenario} onChange={onChange} />
      <KeepButtons scenario={scenario} changing={changing} onChanging={onChanging} onChange={onChange} />
    </Section>
  )
}

function KeepButtons({ scenario, changing, onChanging, onChange }: MakeSectionProps) {
  const { t } = useLanguage()
  const setState = useSetUrlState()
  const [faults, setFaults] = useState<readonly string[]>([])
  const [kept, setKept] = useState<{ own: OwnScenario; isStored: boolean }>()
  const isNamed = scenario.name.trim() !== ''
  const isEmpty = listSteps(scenario).length === 0
  const keep = async (): Promise<void> => {
    setFaults([])
    if (!isNamed) return setFaults([t.scenarios.nameFirst])
    try {
      const { id, version, secret } = changing ? { ...(await keepScenarioVersion(changing.id, changing.secret, scenario)), secret: changing.secret } : await keepScenario(scenario)
      const own = { id, version, name: scenario.name, secret, savedAt: new Date().toISOString() }
      setKept({ own, isStored: putOwn(own) })
      setState({ bekijk: `${id}.${version}` })
      onChanging(own)
    } catch (error) {
      setFaults(listFaults(error, t))
    }
  }
  const download = (): void => saveFile(new Blob([JSON.stringify(scenario, null, 2)], { type: 'application/json' }), `topdorp-scenario-${toFileName(scenario.name || t.scenarios.unnamed)}.json`)
  const button = 'utrecht-button utrecht-button--secondary-action'
  return (
    <>
      <div className="td-actions">
        <button type="button" className="utrecht-button utrecht-button--primary-action" onClick={() => void keep()}>
          {changing ? t.scenarios.keepVersion : t.scenarios.keep}
        </button>
        <button type="button" className={button} onClick={download}>
          {t.scenarios.download}
        </button>
        {(!isEmpty || changing !== undefined || isNamed) && (
          <button
            type="button"
            className={button}
            onClick={() => {
              onChange(EMPTY_SCENARIO)
              onChanging(undefined)
              setKept(undefined)
            }}
          >
            {t.scenarios.startOver}
          </button>
        )}
      </div>
      <p className="td-note">{t.scenarios.keepNote}</p>
      {faults.length > 0 && <Faults title={t.scenarios.notKept} faults={faults} />}
      {kept && (
        <Alert kind="info" title={t.scenarios.keptTitle(kept.own.name)} live>
          <p>{kept.isStored ? t.scenarios.keptText : t.scenarios.keptNowhere(kept.own.secret)}</p>
        </Alert>
      )}
      <OpenFile onOpen={onChange} />
    </>
  )
}

function OpenFile({ onOpen }: { onOpen: (scenario: ScenarioDocument) => void }) {
  const { t } = useLanguage()
  const [faults, setFaults] = useState<readonly string[]>([])
  const read = async (document: unknown): Promise<void> => {
    // What is wrong inside is said by the check under the steps; here it must look like a scenario at all.
    if (typeof document !== 'object' || document === null || typeof (document as { name?: unknown }).name !== 'string') setFaults([t.scenarios.noScenario])
    else onOpen({ ...EMPTY_SCENARIO, ...(document as ScenarioDocument) })
  }
  return (
    <DocumentField label={t.scenarios.openFile} hint={t.scenarios.openFileHint} tooLarge={t.selection.tooLarge} notJson={t.selection.notJson} onFaults={setFaults} onRead={read}>
      {faults.length > 0 && <Faults title={t.scenarios.refused} faults={faults} />}
    </DocumentField>
  )
}
