import type { SignalEventAnswer } from '#domain/answers/signals.ts'
import { useLanguage } from '#web/app/language.tsx'

/** What was done with a signal, step by step. */
export function SignalEvents({ events }: { events: readonly SignalEventAnswer[] }) {
  const { t, format } = useLanguage()
  return (
    <ol className="td-steps">
      {events.map((event) => (
        <li key={`${event.at} ${event.status}`}>
          <span className="td-steps__head">
            <strong>{t.signals.status[event.status]}</strong>
            {event.status === 'takenUp' && ` ${event.note ?? ''}`} <span className="td-form__soft">{format.date(event.at)}</span>
          </span>
          {event.status !== 'takenUp' && event.note !== undefined && <p className="td-plain">{event.note}</p>}
          {event.reference !== undefined && <Reference text={event.reference} />}
        </li>
      ))}
    </ol>
  )
}

/** A link where it is an address of the web, text otherwise. */
function Reference({ text }: { text: string }) {
  const isAddress = /^https?:\/\//i.test(text) && URL.canParse(text)
  return (
    <p className="td-plain">
      {isAddress ? (
        <a className="utrecht-link utrecht-link--html-a" href={text} rel="noreferrer nofollow">
          {text}
        </a>
      ) : (
        text
      )}
    </p>
  )
}
