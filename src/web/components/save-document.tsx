/** Taking a document along, and what it gives as a table. */
import { useState } from 'react'
import { apiUrl, sendDocument } from '#web/api/client.ts'
import { useLanguage } from '#web/app/language.tsx'
import { listFaults } from '#web/components/list-faults.ts'
import { saveFile } from '#web/map/picture.ts'

interface SaveDocumentProps {
  /** Name of the files, without ending. */
  name: string
  saved: object
  label: string
  /** Where the document gives a table, and what is sent there. */
  tables: { readonly path: string; readonly order: object } | undefined
}

export function SaveDocument({ name, saved, label, tables }: SaveDocumentProps) {
  const { t, language } = useLanguage()
  const [faults, setFaults] = useState<readonly string[]>([])
  const saveDocument = (): void => saveFile(new Blob([JSON.stringify(saved, null, 2)], { type: 'application/json' }), `${name}.json`)
  const saveTable = async (path: string, order: object, format: 'csv' | 'xlsx'): Promise<void> => {
    setFaults([])
    const response = await sendDocument(apiUrl(path, { format }), order, language)
    saveFile(await response.blob(), `${name}.${format}`)
  }
  return (
    <div className="td-downloads">
      <span className="td-downloads__title">{t.download.title}</span>
      <button type="button" className="utrecht-button utrecht-button--primary-action" onClick={saveDocument}>
        {label}
      </button>
      {tables &&
        (['csv', 'xlsx'] as const).map((format) => (
          <button
            key={format}
            type="button"
            className="utrecht-button utrecht-button--secondary-action"
            onClick={() => void saveTable(tables.path, tables.order, format).catch((error: unknown) => setFaults(listFaults(error, t)))}
          >
            {t.download[format]}
          </button>
        ))}
      {faults.length > 0 && <p role="alert">{faults.join(' ')}</p>}
    </div>
  )
}
