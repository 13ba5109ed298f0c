/** The page for an error that nobody expected, or for a server that is gone: plain words and the way out. */
import { useState } from 'react'
import { ApiError } from '#web/api/client.ts'
import { useLanguage } from '#web/app/language.tsx'
import { isServerThere } from '#web/app/load-page.ts'
import { SiteLink } from '#web/app/url.tsx'
import { Alert } from '#web/components/alert.tsx'
import { describeError } from '#web/components/page-states.tsx'
import { Page } from '#web/components/page.tsx'

export function PageCrash({ error, reset }: { error: unknown; reset?: () => void }) {
  const { t } = useLanguage()
  const [tries, setTries] = useState(0)
  const isGone = error instanceof ApiError && error.status === 0
  // Loading the site anew while the server is gone would leave the reader with the browser's own error page.
  const retry = async (): Promise<void> => {
    if (!isGone && reset) reset()
    else if (await isServerThere()) location.reload()
    else setTries(tries + 1)
  }
  return (
    <Page title={t.state.errorTitle}>
      <Alert kind="error" live>
        <p>{describeError(error, t)}</p>
      </Alert>
      <p className="td-actions">
        <button type="button" className="utrecht-button utrecht-button--primary-action" onClick={() => void retry()}>
          {t.state.retry}
        </button>
        <SiteLink to="/" className="utrecht-button utrecht-button--secondary-action utrecht-button-link">
          {t.state.toStart}
        </SiteLink>
      </p>
      <p role="status">{tries > 0 && t.state.stillGone(tries)}</p>
    </Page>
  )
}
