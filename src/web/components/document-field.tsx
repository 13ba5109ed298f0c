/** A field to open a document with: a JSON file, which the caller has judged before anything changes. */
import { useId, type ReactNode } from 'react'
import { useLanguage } from '#web/app/language.tsx'

const LARGEST_FILE_BYTES = 1e6

interface DocumentFieldProps {
  label: string
  hint: string
  tooLarge: (fileName: string) => string
  notJson: (fileName: string) => string
  /** What is wrong with the last file, nothing when it is being read. */
  onFaults: (faults: readonly string[]) => void
  onRead: (document: unknown) => Promise<void>
  /** The faults, under the field. */
  children: ReactNode
}

export function DocumentField({ label, hint, tooLarge, notJson, onFaults, onRead, children }: DocumentFieldProps) {
  const { t } = useLanguage()
  const id = useId()
  const open = async (file: File): Promise<void> => {
    onFaults([])
    if (file.size > LARGEST_FILE_BYTES) return onFaults([tooLarge(file.name)])
    const parsed = parseJson(await file.text())
    if (parsed === undefined) return onFaults([notJson(file.name)])
    await onRead(parsed.value)
  }
  return (
    <div className="td-field">
      <label className="utrecht-form-label" htmlFor={id}>
        {label}
      </label>
      <p className="utrecht-form-field-description" id={`${id}-hint`}>
        {hint}
      </p>
      <input
        id={id}
        type="file"
        className="td-file__input"
        accept=".json,application/json"
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          event.target.value = ''
          if (file !== undefined) void open(file)
        }}
      />
      <label className="utrecht-button utrecht-button--secondary-action td-file__button" htmlFor={id}>
        {t.state.chooseFile}
      </label>
      {children}
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
