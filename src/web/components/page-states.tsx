/** What stands in place of content that is on its way or does not come. */
import { ApiError } from '#web/api/client.ts'
import { useLanguage } from '#web/app/language.tsx'
import { Alert } from '#web/components/alert.tsx'
import type { Messages } from '#web/messages/nl/index.ts'

export function Loading({ tall = false }: { tall?: boolean }) {
  const { t } = useLanguage()
  return (
    <p className={tall ? 'td-loading td-loading--tall' : 'td-loading'} role="status">
      {t.state.loading}
    </p>
  )
}

export function LoadError({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useLanguage()
  return (
    <Alert kind="error" title={t.state.errorTitle} live>
      <p>{describeError(error, t)}</p>
      {onRetry && (
        <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={onRetry}>
          {t.state.retry}
        </button>
      )}
    </Alert>
  )
}

/** What to tell the user: what the API said where it refuses, never the text of an exception. */
export function describeError(error: unknown, t: Messages): string {
  if (!(error instanceof ApiError)) return t.state.errorPage
  if (error.status === 0) return t.state.errorOffline
  if (error.status === 429) return t.state.errorBusy
  if (error.status >= 500) return t.state.errorServer
  return error.problem?.detail ?? t.state.errorServer
}

interface QueryState<Data> {
  data: Data | undefined
  error: unknown
  refetch: () => unknown
}

/** The content once the answer is there; until then loading, or what went wrong with a way to try again. */
export function Answer<Data>({ query, tall, children }: { query: QueryState<Data>; tall?: boolean; children: (data: Data) => React.ReactNode }) {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.error) return <LoadError error={query.error} onRetry={() => void query.refetch()} />
  return <Loading {...(tall !== undefined && { tall })} />
}
