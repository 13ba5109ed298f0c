/** Says on every page that the figures are made up, and how to get the real ones. */
import { useQuery } from '@tanstack/react-query'
import { statusQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'

export function FictionalBanner() {
  const { t } = useLanguage()
  const status = useQuery(statusQuery()).data
  if (status?.fictional !== true) return null
  return (
    <aside className="td-banner" aria-label={t.fictional.title}>
      <div className="td-banner__inner">
        <p>
          <strong>{t.fictional.title}.</strong> {t.fictional.text}
        </p>
        <details>
          <summary>{t.fictional.how}</summary>
          <p>{t.fictional.howText}</p>
          <p>
            <code className="utrecht-code">{t.fictional.command}</code>
          </p>
          <p>{t.fictional.howPackage}</p>
        </details>
      </div>
    </aside>
  )
}
