/** What a moderator can do with a signal in the status that it has. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Decision, ModeratedSignal } from '#domain/answers/signals.ts'
import { SIGNAL_LIMITS } from '#domain/signal.ts'
import { send } from '#web/api/client.ts'
import { moderatedQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { LoadError } from '#web/components/page-states.tsx'
import { LineField, TextAreaField } from '#web/signal-page/form-fields.tsx'

export function Decisions({ signal }: { signal: ModeratedSignal }) {
  const { t } = useLanguage()
  const client = useQueryClient()
  const decide = useMutation({
    mutationFn: (decision: Decision) => send<ModeratedSignal>('POST', `moderation/signals/${signal.id}/decisions`, decision),
    onSuccess: (answer) => client.setQueryData(moderatedQuery(signal.id).queryKey, answer),
  })
  const act = (decision: Decision): void => {
    if (!decide.isPending) decide.mutate(decision)
  }
  const { moderation: words } = t.signals
  return (
    <>
      <h3 className="utrecht-heading-3">{words.decide}</h3>
      {decide.error && <LoadError error={decide.error} />}
      <div className="td-decisions">
        <RedactForm signal={signal} onDecide={act} />
        {!signal.isPublished && (
          <Step title={words.publish}>
            <DecisionForm onSubmit={() => act({ kind: 'publish' })}>
              <p>{words.publishHint}</p>
            </DecisionForm>
          </Step>
        )}
        {signal.isPublished && (
          <>
            <NoteForm id="opgepakt" title={words.takeUp} label={words.takeUpLabel} most={SIGNAL_LIMITS.takenUpIn} withReference onNote={(note) => act({ kind: 'takeUp', ...note })} />
            <NoteForm id="antwoord" title={words.answer} label={words.answerLabel} most={SIGNAL_LIMITS.answer} withReference onNote={(note) => act({ kind: 'answer', ...note })} />
          </>
        )}
        {signal.status !== 'refused' && <NoteForm id="reden" title={words.refuse} label={words.refuseLabel} most={SIGNAL_LIMITS.reason} onNote={({ note }) => act({ kind: 'refuse', note })} />}
      </div>
    </>
  )
}

function Step({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details name="besluit">
      <summary>{title}</summary>
      {children}
    </details>
  )
}

function DecisionForm({ onSubmit, children }: { onSubmit: () => void; children: ReactNode }) {
  const { t } = useLanguage()
  return (
    <form
      className="td-form"
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
      <p>
        <button type="submit" className="utrecht-button utrecht-button--primary-action">
          {t.signals.moderation.save}
        </button>
      </p>
    </form>
  )
}

interface NoteFormProps {
  id: string
  title: string
  label: string
  most: number
  withReference?: boolean
  onNote: (note: { note: string; reference?: string }) => void
}

function NoteForm({ id, title, label, most, withReference = false, onNote }: NoteFormProps) {
  const { t } = useLanguage()
  const [note, setNote] = useState('')
  const [reference, setReference] = useState('')
  return (
    <Step title={title}>
      <DecisionForm onSubmit={() => onNote({ note, ...(reference.trim() !== '' && { reference }) })}>
        <TextAreaField id={id} label={label} value={note} most={most} rows={3} onChange={setNote} />
        {withReference && <LineField id={`${id}-waar`} label={t.signals.moderation.reference} value={reference} most={SIGNAL_LIMITS.reference} onChange={setReference} />}
      </DecisionForm>
    </Step>
  )
}

function RedactForm({ signal, onDecide }: { signal: ModeratedSignal; onDecide: (decision: Decision) => void }) {
  const { t } = useLanguage()
  const [text, setText] = useState(signal.text ?? '')
  const [whereExactly, setWhere] = useState(signal.whereExactly ?? '')
  const { moderation: words } = t.signals
  return (
    <Step title={words.redact}>
      <DecisionForm onSubmit={() => onDecide({ kind: 'redact', text, whereExactly })}>
        <TextAreaField id="nieuwe-tekst" label={words.redactLabel} hint={words.redactHint} value={text} most={SIGNAL_LIMITS.text} onChange={setText} />
        {signal.whereExactly !== undefined && <LineField id="nieuw-waar" label={t.signals.place.where} value={whereExactly} most={SIGNAL_LIMITS.whereExactly} onChange={setWhere} />}
      </DecisionForm>
    </Step>
  )
}
