/** Anybody leaves a signal about a place. What is typed stays in the page until it was received. */
import { useMutation } from '@tanstack/react-query'
import { useRef, useState, type FormEvent } from 'react'
import type { Receipt } from '#domain/answers/signals.ts'
import { SIGNAL_LIMITS } from '#domain/signal.ts'
import { ApiError, send } from '#web/api/client.ts'
import { useLanguage } from '#web/app/language.tsx'
import { SiteLink, useUrlState } from '#web/app/url.tsx'
import { describeError } from '#web/components/page-states.tsx'
import { Page } from '#web/components/page.tsx'
import { BasicField } from '#web/signal-page/basic-field.tsx'
import { CodeForm } from '#web/signal-page/code-form.tsx'
import { ErrorSummary } from '#web/signal-page/error-summary.tsx'
import { LineField, TextAreaField } from '#web/signal-page/form-fields.tsx'
import { PlaceChoiceField } from '#web/signal-page/place-choice-field.tsx'
import { SentMessage } from '#web/signal-page/sent-message.tsx'
import { checkDraft, EMPTY_DRAFT, makeKey, placeErrors, writeBody, type FormErrors, type SignalDraft } from '#web/signal-page/signal-form.ts'

export function SignalFormPage() {
  const { t } = useLanguage()
  const [receipt, setReceipt] = useState<Receipt>()
  if (receipt !== undefined) {
    return (
      <Page title={t.signals.sent.title}>
        <SentMessage receipt={receipt} onAnother={() => setReceipt(undefined)} />
      </Page>
    )
  }
  return (
    <Page title={t.signals.form.title} lead={t.signals.form.lead}>
      <p className="utrecht-paragraph">{t.signals.form.how}</p>
      <SignalForm onSent={setReceipt} />
      <CodeForm />
    </Page>
  )
}

function SignalForm({ onSent }: { onSent: (receipt: Receipt) => void }) {
  const { t, format } = useLanguage()
  const placeId = useUrlState()['plaats']
  const [draft, setDraft] = useState<SignalDraft>(EMPTY_DRAFT)
  const [errors, setErrors] = useState<FormErrors>({})
  const [attempt, setAttempt] = useState(0)
  /** The same for every attempt: what arrived without our hearing of it is not kept twice. */
  const sending = useRef({ key: makeKey(), since: Date.now() })
  const mutation = useMutation({
    mutationFn: (body: object) => send<Receipt>('POST', 'signals', body),
    onSuccess: onSent,
    onError: (error) => {
      setErrors(error instanceof ApiError ? placeErrors(error.problem?.fields ?? []) : {})
      setAttempt((count) => count + 1)
    },
  })
  const change = (part: Partial<SignalDraft>): void => setDraft((former) => ({ ...former, ...part }))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (mutation.isPending) return
    mutation.reset()
    const found = checkDraft(draft, placeId, t, format.number(SIGNAL_LIMITS.text))
    setErrors(found)
    if (Object.keys(found).length > 0 || placeId === undefined || draft.basic === undefined) return setAttempt((count) => count + 1)
    mutation.mutate(writeBody(draft, placeId, draft.basic, sending.current.key, (Date.now() - sending.current.since) / 1000))
  }
  const failure = mutation.error !== null && Object.keys(errors).length === 0 ? describeError(mutation.error, t) : undefined
  return (
    <div className="td-form">
      <ErrorSummary errors={errors} failure={failure} attempt={attempt} />
      <PlaceChoiceField id={placeId} error={errors.plaats} />
      <form className="td-form" onSubmit={submit} noValidate>
        <BasicField value={draft.basic} error={errors.onderwerp} onChange={(basic) => change({ basic })} />
        <TextAreaField id="tekst" label={t.signals.form.text} hint={t.signals.form.textHint} error={errors.tekst} value={draft.text} most={SIGNAL_LIMITS.text} onChange={(text) => change({ text })} />
        <LineField id="waar" label={t.signals.form.whereExactly} hint={t.signals.form.whereHint} error={errors.waar} value={draft.whereExactly} most={SIGNAL_LIMITS.whereExactly} onChange={(whereExactly) => change({ whereExactly })} />
        <LineField id="contact" label={t.signals.form.contact} hint={t.signals.form.contactHint} error={errors.contact} value={draft.contact} most={SIGNAL_LIMITS.contact} onChange={(contact) => change({ contact })} />
        <div className="td-visually-hidden" aria-hidden="true">
          <label htmlFor="website">{t.signals.form.website}</label>
          <input id="website" name="website" type="text" tabIndex={-1} autoComplete="off" value={draft.website} onChange={(event) => change({ website: event.target.value })} />
        </div>
        <p>
          <SiteLink to="/privacy" target="_blank">
            {t.signals.form.privacy}
          </SiteLink>
        </p>
        <p>
          <button type="submit" className="utrecht-button utrecht-button--primary-action" aria-disabled={mutation.isPending}>
            {mutation.isPending ? t.signals.form.sending : t.signals.form.send}
          </button>
        </p>
      </form>
    </div>
  )
}
