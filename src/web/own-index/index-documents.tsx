/** Taking an index along as a document, and opening one. */
import { useId, useState } from 'react'
import type { IndexScoresAnswer } from '#domain/answers/index-answers.ts'
import type { IndexDocument } from '#domain/index-document.ts'
import { apiUrl, sendDocument } from '#web/api/client.ts'
import { useLanguage } from '#web/app/language.tsx'
import { Alert } from '#web/components/alert.tsx'
import { describeError } from '#web/components/page-states.tsx'
import { saveFile, toFileName } from '#web/map/picture.ts'

const LARGEST_FILE_BYTES = 1e6

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
  const id = useId()
  const [fault, setFault] = useState<string>()
  const open = async (file: File): Promise<void> => {
    setFault(undefined)
    if (file.size > LARGEST_FILE_BYTES) return setFault(t.index.own.tooLarge(file.name))
    const parsed = parseJson(await file.text())
    if (parsed === undefined) return setFault(t.index.own.notJson(file.name))
    try {
      const response = await sendDocument(apiUrl('index-runs'), parsed.value, language)
      onOpen(((await response.json()) as IndexScoresAnswer).document)
    } catch (error) {
      setFault(`${t.index.own.refused} ${describeError(error, t)}`)
    }
  }
  return (
    <div className="td-field">
      <label className="utrecht-form-label" htmlFor={id}>
        {t.index.own.open}
      </label>
      <p className="utrecht-form-field-description" id={`${id}-hint`}>
        {t.index.own.openHint}
      </p>
      <input
        id={id}
        type="file"
        className="td-file"
        accept=".json,application/json"
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          event.target.value = ''
          if (file !== undefined) void open(file)
        }}
      />
      {fault !== undefined && (
        <Alert kind="error" live>
          <p>{fault}</p>
        </Alert>
      )}
    </div>
  )
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return undefined
  }
}
