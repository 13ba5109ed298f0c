/** The page for an error that nobody expected: plain words and the way out. */
import { useLanguage } from '#web/app/language.tsx'
import { SiteLink } from '#web/app/url.tsx'
import { Alert } from '#web/components/alert.tsx'
import { Page } from '#web/components/page.tsx'

export function PageCrash({ reset }: { error: unknown; reset?: () => void }) {
  const { t } = useLanguage()
  return (
    <Page title={t.state.errorTitle}>
      <Alert kind="error" live>
        <p>{t.state.errorPage}</p>
      </Alert>
      <p className="td-actions">
        <button type="button" className="utrecht-button utrecht-button--primary-action" onClick={() => (reset ? reset() : location.reload())}>
          {t.state.retry}
        </button>
        <SiteLink to="/" className="utrecht-button utrecht-button--secondary-action utrecht-button-link">
          {t.state.toStart}
        </SiteLink>
      </p>
    </Page>
  )
}
