/** Taking a selection along as a document or table, and opening one. */
import { useState } from 'react'
import type { SelectionRunAnswer } from '#domain/answers/selection-answers.ts'
import type { SelectionDocument } from '#domain/selection-document.ts'
import { apiUrl, sendDocument } from '#web/api/client.ts'
import { useLanguage } from '#web/app/language.tsx'
import { Alert } from '#web/components/alert.tsx'
import { DocumentField } from '#web/components/document-field.tsx'
import { saveFile, toFileName } from '#web/map/picture.ts'
import { listFaults } from '#web/selection-page/selection-faults.ts'

export function SaveSelection({ answer }: { answer: SelectionRunAnswer }) {
  const { t, language } = useLanguage()
  const [faults, setFaults] = useState<readonly string[]>([])
  const name = `topdorp-${toFileName(answer.document.name)}`
  const saveDocument = (): void => saveFile(new Blob([JSON.stringify(answer.document, null, 2)], { type: 'application/json' }), `${name}.json`)
  const saveTable = async (format: 'csv' | 'xlsx'): Promise<void> => {
    setFaults([])
    const response = await sendDocument(apiUrl('selection-runs', { format }), answer.document, language)
    saveFile(await response.blob(), `${name}.${format}`)
  }
  return (
    <>
      <p className="utrecht-paragraph">{t.selection.saveText}</p>
      <div className="td-downloads">
        <span className="td-downloads__title">{t.download.title}</span>
        <button type="button" className="utrecht-button utrecht-button--primary-action" onClick={saveDocument}>
          {t.selection.saveDocument}
        </button>
        {answer.status === 'done' &&
          (['csv', 'xlsx'] as const).map((format) => (
            <button key={format} type="button" className="utrecht-button utrecht-button--secondary-action" onClick={() => void saveTable(format).catch((error: unknown) => setFaults(listFaults(error, t)))}>
              {t.download[format]}
            </button>
          ))}
        {faults.length > 0 && <p role="alert">{faults.join(' ')}</p>}
      </div>
    </>
  )
}

/** A file is only taken when the API can carry it out; otherwise it says why, and everything stays as it was. */
export function OpenSelection({ onOpen }: { onOpen: (document: SelectionDocument) => void }) {
  const { t, language } = useLanguage()
  const [faults, setFaults] = useState<readonly string[]>([])
  const read = async (document: unknown): Promise<void> => {
    try {
      const response = await sendDocument(apiUrl('selection-runs'), document, language)
      onOpen(((await response.json()) as SelectionRunAnswer).document)
    } catch (error) {
      setFaults(listFaults(error, t))
    }
  }
  const { open, openHint, tooLarge, notJson } = t.selection
  return (
    <DocumentField label={open} hint={openHint} tooLarge={tooLarge} notJson={notJson} onFaults={setFaults} onRead={read}>
      {faults.length > 0 && <Faults faults={faults} />}
    </DocumentField>
  )
}

export function Faults({ faults, title }: { faults: readonly string[]; title?: string }) {
  const { t } = useLanguage()
  return (
    <Alert kind="error" title={title ?? t.selection.refused} live>
      <ul>
        {faults.map((fault) => (
          <li key={fault}>{fault}</li>
        ))}
      </ul>
    </Alert>
  )
}
