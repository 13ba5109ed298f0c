/** Taking a question and its plans along, and opening a question. */
import { useState } from 'react'
import type { SitingOutcome, SitingRunAnswer } from '#domain/answers/siting-answers.ts'
import { useLanguage } from '#web/app/language.tsx'
import { CopyAddress } from '#web/components/copy-address.tsx'
import { DocumentField } from '#web/components/document-field.tsx'
import { DownloadLinks } from '#web/components/download-links.tsx'
import { Section } from '#web/components/page.tsx'
import { saveFile, toFileName } from '#web/map/picture.ts'
import { Faults } from '#web/components/faults.tsx'
import { PlanScenario } from '#web/siting-page/plan-scenario.tsx'
import type { SitingDraft } from '#web/siting-page/siting-state.ts'

const FORMAT = 'topdorp-siting/1'

export function SaveSiting({ run, outcome, resultUrl, plan, title }: { run: SitingRunAnswer; outcome: SitingOutcome; resultUrl: string; plan: number; title: string }) {
  const { t } = useLanguage()
  const save = (): void => saveFile(new Blob([JSON.stringify(run.document, null, 2)], { type: 'application/json' }), `topdorp-${toFileName(run.document.name)}.json`)
  return (
    <Section title={t.siting.save} id="bewaren" className="td-screen-only">
      <p className="utrecht-paragraph">{t.siting.saveText}</p>
      <p className="td-actions">
        <button type="button" className="utrecht-button utrecht-button--primary-action" onClick={save}>
          {t.siting.saveDocument}
        </button>
      </p>
      {plan > 0 && <PlanScenario key={plan} run={run} outcome={outcome} title={title} />}
      <DownloadLinks title={t.siting.download(title)} url={(format) => `${resultUrl}?format=${format}&plan=${plan}`} />
      <p className="td-downloads">
        <a className="utrecht-link utrecht-link--html-a" href={`${resultUrl}?format=geojson&plan=${plan}`} download>
          {t.siting.geojson}
        </a>
      </p>
      <CopyAddress />
    </Section>
  )
}

/** What is wrong inside a question is for the API to say, once plans are asked. */
export function OpenSiting({ onOpen }: { onOpen: (question: SitingDraft) => void }) {
  const { t } = useLanguage()
  const [faults, setFaults] = useState<readonly string[]>([])
  const read = async (document: unknown): Promise<void> => {
    if (isQuestion(document)) onOpen(document)
    else setFaults([t.siting.notQuestion(t.siting.open)])
  }
  const { open, openHint, tooLarge, notJson } = t.siting
  return (
    <DocumentField label={open} hint={openHint} tooLarge={tooLarge} notJson={notJson} onFaults={setFaults} onRead={read}>
      {faults.length > 0 && <Faults title={t.siting.refused} faults={faults} />}
    </DocumentField>
  )
}

function isQuestion(document: unknown): document is SitingDraft {
  if (typeof document !== 'object' || document === null) return false
  const { format, area, facilityType } = document as { format?: unknown; area?: { codes?: unknown; polygon?: unknown } | null; facilityType?: unknown }
  return format === FORMAT && typeof facilityType === 'string' && typeof area === 'object' && area !== null && (Array.isArray(area.codes) || Array.isArray(area.polygon))
}
