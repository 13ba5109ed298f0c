/** Taking an index along as a document, and opening one. */
import { useState } from 'react'
import type { IndexScoresAnswer } from '#domain/answers/index-answers.ts'
import type { IndexDocument } from '#domain/index-document.ts'
import { apiUrl, sendDocument } from '#web/api/client.ts'
import { useLanguage } from '#web/app/language.tsx'
import { Alert } from '#web/components/alert.tsx'
import { DocumentField } from '#web/components/document-field.tsx'
import { describeError } from '#web/components/page-states.tsx'
import { saveFile, toFileName } from '#web/map/picture.ts'

/** The document with what it was made on, and the scores as a file. */
export function SaveIndex({ scores }: { scores: IndexScoresAnswer }) {
  const { t, language } = useLanguage()
  const [fault, setFault] = useState<string>()
  const { document } = scores
  const name = `topdorp-index-${toFileName(document.name)}`
  const saveDocument = (): void => {
    const text = JSON.stringify({ ...document, statisticsVersion: scores.version }, null, 2)
    saveFile(new Blob([text], { type: 'application/json' }), `${name}.json`)
  }
  const saveScores = async (format: 'csv' | 'xlsx'): Promise<void> => {
    const response = await sendDocument(apiUrl('index-runs', { format }), document, language)
    saveFile(await response.blob(), `${name}.${format}`)
  }
  return (
    <div className="td-downloads">
      <span className="td-downloads__title">{t.download.title}</span>
      <button type="button" className="utrecht-button utrecht-button--primary-action" onClick={saveDocument}>
        {t.index.downloadDocument}
      </button>
      {(['csv', 'xlsx'] as const).map((format) => (
        <button
          key={format}
          type="button"
          className="utrecht-button utrecht-button--secondary-action"
          onClick={() => saveScores(format).catch((error: unknown) => setFault(describeError(error, t)))}
        >
          {t.download[format]}
        </button>
      ))}
      {fault !== undefined && <p role="alert">{fault}</p>}
    </div>
  )
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
      setFaults([`${t.index.own.refused} ${describeError(error, t)}`])
    }
  }
  const { open, openHint, tooLarge, notJson } = t.index.own
  return (
    <DocumentField label={open} hint={openHint} tooLarge={tooLarge} notJson={notJson} onFaults={setFaults} onRead={read}>
      {faults.map((fault) => (
        <Alert key={fault} kind="error" live>
          <p>{fault}</p>
        </Alert>
      ))}
    </DocumentField>
  )
}
