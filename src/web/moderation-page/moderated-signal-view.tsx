/** One signal, whole, with what a moderator can do. */
import { useMutation, useQuery } from '@tanstack/react-query'
import type { ContactAnswer, ModeratedSignal } from '#domain/answers/signals.ts'
import { apiUrl, fetchJson } from '#web/api/client.ts'
import { moderatedQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { placePath, SiteLink, useUrlState } from '#web/app/url.tsx'
import { Answer, LoadError } from '#web/components/page-states.tsx'
import { Section } from '#web/components/page.tsx'
import { Decisions } from '#web/moderation-page/decisions.tsx'
import { writeWhere } from '#web/signal-page/write-where.ts'
import { SignalEvents } from '#web/signal-page/signal-events.tsx'

export function ModeratedSignalView({ id }: { id: string }) {
  const { t } = useLanguage()
  const status = useUrlState()['status']
  const signal = useQuery(moderatedQuery(id))
  const { moderation: words } = t.signals
  return (
    <Section title={words.detail(id)} id="signaal">
      <p>
        <SiteLink to="/beheer/signalen" search={{ status }}>
          {words.back}
        </SiteLink>
      </p>
      <Answer query={signal}>
        {(answer) => (
          <div className="td-moderated">
            <Content signal={answer} />
            {answer.text !== undefined && <Decisions key={answer.status + String(answer.isRedacted)} signal={answer} />}
          </div>
        )}
      </Answer>
    </Section>
  )
}

function Content({ signal }: { signal: ModeratedSignal }) {
  const { t } = useLanguage()
  const { moderation: words } = t.signals
  return (
    <>
      <p className="utrecht-paragraph">
        <SiteLink to={placePath(signal.place.id)}>{writeWhere(signal.place, signal.municipality)}</SiteLink> · {t.theme[signal.basic]} · {t.signals.status[signal.status]}
      </p>
      <h3 className="utrecht-heading-3">{words.text}</h3>
      <p className="td-plain">{signal.text ?? t.signals.receipt.erased}</p>
      {signal.whereExactly !== undefined && (
        <p className="td-plain">
          {t.signals.place.where}: {signal.whereExactly}
        </p>
      )}
      {signal.hasContact && <Contact key={signal.status} id={signal.id} />}
      <h3 className="utrecht-heading-3">{words.history}</h3>
      <SignalEvents events={signal.events} />
    </>
  )
}

/** Contact details are asked for on purpose only: that is logged. */
function Contact({ id }: { id: string }) {
  const { t, format, language } = useLanguage()
  const contact = useMutation({ mutationFn: () => fetchJson<ContactAnswer>(apiUrl(`moderation/signals/${id}/contact`), language) })
  const { moderation: words } = t.signals
  return (
    <>
      <h3 className="utrecht-heading-3">{words.contact}</h3>
      {contact.error && <LoadError error={contact.error} />}
      {contact.data ? (
        <div role="status">
          <p className="td-plain">{contact.data.contact}</p>
          <p className="td-form__soft">{words.contactErase(format.date(contact.data.eraseAt))}</p>
        </div>
      ) : (
        <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={() => contact.mutate()}>
          {words.showContact}
        </button>
      )}
    </>
  )
}
