import { useEffect, useRef } from 'react'
import type { Receipt } from '#domain/answers/signals.ts'
import { showReceiptCode } from '#domain/signal.ts'
import { useLanguage } from '#web/app/language.tsx'
import { SiteLink } from '#web/app/url.tsx'

/** What stands there once a signal was received: the code to keep. */
export function SentMessage({ receipt, onAnother }: { receipt: Receipt; onAnother: () => void }) {
  const { t } = useLanguage()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.focus()
    scrollTo(0, 0)
  }, [])
  const code = showReceiptCode(receipt.code)
  return (
    <div ref={box} tabIndex={-1} className="td-receipt" role="status">
      <p className="td-receipt__label">{t.signals.sent.code}</p>
      <p className="td-receipt__code">{code}</p>
      <p className="utrecht-paragraph">{t.signals.sent.keep}</p>
      <div className="td-actions">
        <SiteLink to={`/signaal/${code}`} className="utrecht-button utrecht-button--primary-action utrecht-button-link">
          {t.signals.sent.follow}
        </SiteLink>
        <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={() => print()}>
          {t.signals.sent.print}
        </button>
        <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={onAnother}>
          {t.signals.sent.another}
        </button>
      </div>
    </div>
  )
}
