/** A button that copies the address of the page, and says whether that went well. */
import { useState } from 'react'
import { useLanguage } from '#web/app/language.tsx'

export function CopyAddress() {
  const { t } = useLanguage()
  const [outcome, setOutcome] = useState<'copied' | 'failed'>()
  const copy = (): void => {
    // There is no clipboard on a page without https.
    const copying = navigator.clipboard?.writeText(location.href) ?? Promise.reject(new Error('no clipboard'))
    copying.then(
      () => setOutcome('copied'),
      () => setOutcome('failed'),
    )
  }
  return (
    <p>
      <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={copy}>
        {t.own.copy}
      </button>{' '}
      <span role="status">{outcome === 'copied' ? t.own.copied : outcome === 'failed' ? t.own.copyFailed : ''}</span>
    </p>
  )
}
