/** Where a moderator handles signals: the list of those that wait, or one of them. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { ApiError, send } from '#web/api/client.ts'
import { sessionQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { useUrlState } from '#web/app/url.tsx'
import { Page } from '#web/components/page.tsx'
import { Answer } from '#web/components/page-states.tsx'
import { ModeratedSignalView } from '#web/moderation-page/moderated-signal-view.tsx'
import { WaitingSignals } from '#web/moderation-page/waiting-signals.tsx'

export function ModerationPage() {
  const { t } = useLanguage()
  const session = useQuery(sessionQuery())
  const id = useUrlState()['signaal']
  const { moderation: words } = t.signals
  if (session.error instanceof ApiError && session.error.status === 401) {
    return <Page title={words.title} lead={`${words.signedOut} ${session.error.problem?.detail ?? ''}`}>{null}</Page>
  }
  return (
    <Page title={words.title}>
      <Answer query={session} tall>
        {({ name }) => (
          <>
            <SignedInAs name={name} />
            {id === undefined ? <WaitingSignals /> : <ModeratedSignalView key={id} id={id} />}
          </>
        )}
      </Answer>
    </Page>
  )
}

function SignedInAs({ name }: { name: string }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const signOut = useMutation({
    mutationFn: () => send('DELETE', 'sessions/current'),
    // What was seen must not stay in the memory of the page.
    onSettled: () => {
      client.clear()
      location.reload()
    },
  })
  const { moderation: words } = t.signals
  return (
    <>
      <p className="utrecht-paragraph">
        {words.signedInAs(name)} {words.logged}
      </p>
      <p>
        <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={() => signOut.mutate()}>
          {words.signOut}
        </button>
      </p>
    </>
  )
}
