import { useEffect, useRef } from 'react'
import { useLanguage } from '#web/app/language.tsx'
import { Alert } from '#web/components/alert.tsx'
import type { FieldId, FormErrors } from '#web/signal-page/signal-form.ts'

/** What is wrong, with a link to each field; takes the focus when it comes. */
export function ErrorSummary({ errors, failure, attempt }: { errors: FormErrors; failure: string | undefined; attempt: number }) {
  const { t } = useLanguage()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (attempt > 0) box.current?.focus()
  }, [attempt])
  const list = Object.entries(errors) as [FieldId, string][]
  if (list.length === 0 && failure === undefined) return null
  return (
    <div ref={box} tabIndex={-1} className="td-form__summary">
      <Alert kind="error" title={list.length > 0 ? t.signals.form.errorTitle : t.signals.form.notSent} live>
        {failure !== undefined && <p>{failure}</p>}
        {list.length > 0 && (
          <ul className="utrecht-unordered-list td-list">
            {list.map(([id, message]) => (
              <li key={id}>
                <a
                  className="utrecht-link utrecht-link--html-a"
                  href={`#${id}`}
                  onClick={(event) => {
                    event.preventDefault()
                    document.getElementById(id)?.focus()
                  }}
                >
                  {message}
                </a>
              </li>
            ))}
          </ul>
        )}
        <p>{t.signals.form.kept}</p>
      </Alert>
    </div>
  )
}
