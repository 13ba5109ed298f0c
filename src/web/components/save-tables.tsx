/** The figures that a document gives, as a file: what links cannot ask, since the document is sent along. */
import { useState } from 'react'
import { sendDocument } from '#web/api/client.ts'
import { useLanguage } from '#web/app/language.tsx'
import { listFaults } from '#web/components/list-faults.ts'
import { saveFile } from '#web/map/picture.ts'

interface TableButtonsProps {
  /** The address for a format of the API. */
  url: (format: string) => string
  /** What is sent there. */
  order: object
  /** Of the files, without ending. */
  name: string
  /** A form beside the two that there always are. */
  further?: { readonly format: string; readonly label: string }
}

/** A button for each form, and what went wrong. */
export function TableButtons({ url, order, name, further }: TableButtonsProps) {
  const { t, language } = useLanguage()
  const [faults, setFaults] = useState<readonly string[]>([])
  const save = async (format: string): Promise<void> => {
    setFaults([])
    try {
      const response = await sendDocument(url(format), order, language)
      saveFile(await response.blob(), `${name}.${format}`)
    } catch (error) {
      setFaults(listFaults(error, t))
    }
  }
  const forms = [...(['csv', 'xlsx'] as const).map((format) => ({ format, label: t.download[format] })), ...(further ? [further] : [])]
  return (
    <>
      {forms.map(({ format, label }) => (
        <button key={format} type="button" className="utrecht-button utrecht-button--secondary-action" onClick={() => void save(format)}>
          {label}
        </button>
      ))}
      {faults.length > 0 && <p role="alert">{faults.join(' ')}</p>}
    </>
  )
}

/** The same with a heading. */
export function SaveTables(props: TableButtonsProps) {
  const { t } = useLanguage()
  return (
    <div className="td-downloads">
      <span className="td-downloads__title">{t.download.title}</span>
      <TableButtons {...props} />
    </div>
  )
}
