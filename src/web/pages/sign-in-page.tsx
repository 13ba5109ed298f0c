/** A moderator comes in by his link. The token is after the #, which browsers keep to themselves; using it takes a press of the button. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { SessionAnswer } from '#domain/answers/signals.ts'
import { send } from '#web/api/client.ts'
import { useLanguage } from '#web/app/language.tsx'
import { useGoTo } from '#web/app/url.tsx'
import { Page } from '#web/components/page.tsx'
import { LoadError } from '#web/components/page-states.tsx'

export function SignInPage() {
  const { t } = useLanguage()
  const goTo = useGoTo()
  const client = useQueryClient()
  const [token] = useState(() => location.hash.slice(1))
  const signIn = useMutation({
    mutationFn: () => send<SessionAnswer>('POST', 'sessions', { token }),
    onSuccess: () => {
      client.clear()
      goTo('/beheer/signalen')
    },
  })
  const { moderation: words } = t.signals
  return (
    <Page title={words.signInTitle} lead={token === '' ? words.noLink : words.signInText}>
      {signIn.error && <LoadError error={signIn.error} />}
      {token !== '' && (
        <p>
          <button type="button" className="utrecht-button utrecht-button--primary-action" onClick={() => signIn.mutate()}>
            {words.signIn}
          </button>
        </p>
      )}
    </Page>
  )
}
