/** The sender follows his signal by its code. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReceiptStatus } from '#domain/answers/signals.ts'
import { ApiError, send } from '#web/api/client.ts'
import { receiptQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { placePath, SiteLink, usePathPart } from '#web/app/url.tsx'
import { Alert } from '#web/components/alert.tsx'
import { Answer, LoadError } from '#web/components/page-states.tsx'
import { Page, Section } from '#web/components/page.tsx'
import { CodeForm } from '#web/signal-page/code-form.tsx'
import { SignalEvents } from '#web/signal-page/signal-events.tsx'

export function SignalReceiptPage() {
  const { t } = useLanguage()
  const code = usePathPart('code') ?? ''
  const receipt = useQuery(receiptQuery(code))
  if (receipt.error instanceof ApiError && receipt.error.status === 404) {
    return (
      <Page title={t.signals.receipt.unknownTitle} lead={receipt.error.problem?.detail}>
        <CodeForm />
      </Page>
    )
  }
  return (
    <Page title={receipt.data ? t.signals.receipt.title(receipt.data.id) : t.state.loading}>
      <Answer query={receipt} tall>
        {(answer) => <Receipt receipt={answer} code={code} />}
      </Answer>
    </Page>
  )
}

function Receipt({ receipt, code }: { receipt: ReceiptStatus; code: string }) {
  const { t } = useLanguage()
  const { receipt: words } = t.signals
  const state = receipt.status === 'refused' ? words.refused : receipt.isPublished ? words.public : words.notPublic
  return (
    <>
      <p className="utrecht-paragraph">
        <SiteLink to={placePath(receipt.place.id)}>{words.about(receipt.place.name)}</SiteLink> · {t.theme[receipt.basic]}
      </p>
      <Alert kind={receipt.status === 'refused' ? 'warning' : 'info'}>
        <p>{state}</p>
      </Alert>
      <Section title={words.steps} id="verloop">
        <SignalEvents events={receipt.events} />
      </Section>
      <Section title={words.yourText} id="tekst">
        <p className="td-plain">{receipt.text ?? words.erased}</p>
      </Section>
      <Contact receipt={receipt} code={code} />
    </>
  )
}

function Contact({ receipt, code }: { receipt: ReceiptStatus; code: string }) {
  const { t, format } = useLanguage()
  const client = useQueryClient()
  const erase = useMutation({
    mutationFn: () => send('DELETE', `receipts/${encodeURIComponent(code)}/contact`),
    onSuccess: () => client.invalidateQueries(receiptQuery(code)),
  })
  if (receipt.contactErasedAt !== undefined) return <p className="utrecht-paragraph">{t.signals.receipt.contactErased(format.date(receipt.contactErasedAt))}</p>
  if (!receipt.hasContact) return null
  return (
    <>
      <p className="utrecht-paragraph">{t.signals.receipt.hasContact}</p>
      {erase.error && <LoadError error={erase.error} />}
      <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={() => erase.mutate()}>
        {t.signals.receipt.takeBack}
      </button>
    </>
  )
}
