import { useState } from 'react'
import { useLanguage } from '#web/app/language.tsx'
import { useGoTo } from '#web/app/url.tsx'
import { Section } from '#web/components/page.tsx'
import { LineField } from '#web/signal-page/form-fields.tsx'

const LONGEST_CODE = 40

/** Whoever has a code goes on to his signal. */
export function CodeForm() {
  const { t } = useLanguage()
  const goTo = useGoTo()
  const [code, setCode] = useState('')
  return (
    <Section title={t.signals.receipt.formTitle} id="code">
      <form
        className="td-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (code.trim() !== '') goTo(`/signaal/${encodeURIComponent(code.trim())}`)
        }}
      >
        <LineField id="uw-code" label={t.signals.receipt.label} hint={t.signals.receipt.hint} value={code} most={LONGEST_CODE} onChange={setCode} />
        <p>
          <button type="submit" className="utrecht-button utrecht-button--secondary-action">
            {t.signals.receipt.open}
          </button>
        </p>
      </form>
    </Section>
  )
}
