/** Taking a document along, and what it gives as a table. */
import { apiUrl } from '#web/api/client.ts'
import { useLanguage } from '#web/app/language.tsx'
import { TableButtons } from '#web/components/save-tables.tsx'
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
  const { t } = useLanguage()
  return (
    <div className="td-downloads">
      <span className="td-downloads__title">{t.download.title}</span>
      <button type="button" className="utrecht-button utrecht-button--primary-action" onClick={() => saveFile(new Blob([JSON.stringify(saved, null, 2)], { type: 'application/json' }), `${name}.json`)}>
        {label}
      </button>
      {tables && <TableButtons url={(format) => apiUrl(tables.path, { format })} order={tables.order} name={name} />}
    </div>
  )
}
