/** Taking a selection along as a document or table, and opening one. */
import { useState } from 'react'
import type { SelectionRunAnswer } from '#domain/answers/selection-answers.ts'
import type { SelectionDocument } from '#domain/selection-document.ts'
import { apiUrl, sendDocument } from '#web/api/client.ts'
import { useLanguage } from '#web/app/language.tsx'
import { Faults } from '#web/components/faults.tsx'
import { SaveDocument } from '#web/components/save-document.tsx'
import { DocumentField } from '#web/components/document-field.tsx'
import { toFileName } from '#web/map/picture.ts'
import { listFaults } from '#web/components/list-faults.ts'

export function SaveSelection({ answer }: { answer: SelectionRunAnswer }) {
  const { t } = useLanguage()
  const { document, status } = answer
  return (
    <>
      <p className="utrecht-paragraph">{t.selection.saveText}</p>
      <SaveDocument name={`topdorp-selectie-${toFileName(document.name)}`} saved={document} label={t.selection.saveDocument} tables={status === 'done' ? { path: 'selection-runs', order: document } : undefined} />
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
