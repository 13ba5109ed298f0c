/** Taking an index along as a document, and opening one. */
import { useState } from 'react'
import type { IndexScoresAnswer } from '#domain/answers/index-answers.ts'
import type { IndexDocument } from '#domain/index-document.ts'
import { apiUrl, sendDocument } from '#web/api/client.ts'
import { useLanguage } from '#web/app/language.tsx'
import { DocumentField } from '#web/components/document-field.tsx'
import { Faults } from '#web/components/faults.tsx'
import { listFaults } from '#web/components/list-faults.ts'
import { SaveDocument } from '#web/components/save-document.tsx'
import { toFileName } from '#web/map/picture.ts'

/** The document with what it was made on, and the scores as a file. */
export function SaveIndex({ scores }: { scores: IndexScoresAnswer }) {
  const { t } = useLanguage()
  const { document, version } = scores
  return <SaveDocument name={`topdorp-index-${toFileName(document.name)}`} saved={{ ...document, statisticsVersion: version }} label={t.index.downloadDocument} tables={{ path: 'index-runs', order: document }} />
}

/** A file is only taken when the API can compute it; otherwise it says why, and everything stays as it was. */
export function OpenDocument({ onOpen }: { onOpen: (document: IndexDocument) => void }) {
  const { t, language } = useLanguage()
  const [faults, setFaults] = useState<readonly string[]>([])
  const read = async (document: unknown): Promise<void> => {
    try {
      const response = await sendDocument(apiUrl('index-runs'), document, language)
      onOpen(((await response.json()) as IndexScoresAnswer).document)
    } catch (error) {
      setFaults(listFaults(error, t))
    }
  }
  const { open, openHint, tooLarge, notJson } = t.index.own
  return (
    <DocumentField label={open} hint={openHint} tooLarge={tooLarge} notJson={notJson} onFaults={setFaults} onRead={read}>
      {faults.length > 0 && <Faults faults={faults} title={t.index.own.refused} />}
    </DocumentField>
  )
}
