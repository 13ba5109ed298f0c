/** What residents see here, beside the figures, and what was done with it. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PlaceAnswer } from '#domain/answers/answers.ts'
import type { SignalAnswer, SignalListAnswer } from '#domain/answers/signals.ts'
import { placeSignalsQuery, placeUrl, type PlaceKey } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { SiteLink } from '#web/app/url.tsx'
import { DownloadLinks } from '#web/components/download-links.tsx'
import { Section } from '#web/components/page.tsx'
import { Answer } from '#web/components/page-states.tsx'
import { SignalEvents } from '#web/signal-page/signal-events.tsx'

const FIRST = 5
const MOST = 1000

export function SignalsSection({ place }: { place: PlaceAnswer }) {
  const { t } = useLanguage()
  const [limit, setLimit] = useState(FIRST)
  const signals = useQuery({ ...placeSignalsQuery(makeKey(place), limit), placeholderData: (former) => former })
  const isSmall = place.kind === 'village' || /^(GM|WK|BU)/.test(place.id)
  return (
    <Section title={t.signals.place.title} id="signalen">
      <p className="utrecht-paragraph">{t.signals.place.lead}</p>
      {isSmall && (
        <p>
          <SiteLink to="/signaal" search={{ plaats: place.id }} className="utrecht-button utrecht-button--primary-action utrecht-button-link">
            {t.signals.give}
          </SiteLink>
        </p>
      )}
      <Answer query={signals}>{(answer) => <SignalList place={place} list={answer} onMore={() => setLimit(MOST)} />}</Answer>
    </Section>
  )
}

function makeKey({ kind, id, name, members }: PlaceAnswer): PlaceKey {
  return kind === 'ownVillage' ? { id, name, members: members.map(({ code }) => code) } : { id }
}

function SignalList({ place, list, onMore }: { place: PlaceAnswer; list: SignalListAnswer; onMore: () => void }) {
  const { t } = useLanguage()
  if (list.total === 0) return <p className="utrecht-paragraph">{t.signals.place.none}</p>
  return (
    <>
      <p className="utrecht-paragraph">
        <strong>{t.signals.place.count(list.total)}</strong>: {list.byBasic.map(({ basic, count }) => `${t.theme[basic]} ${count}`).join(', ')}.
      </p>
      <ul className="td-signals">
        {list.signals.map((signal) => (
          <SignalCard key={signal.id} signal={signal} placeId={place.id} />
        ))}
      </ul>
      {list.signals.length < list.total && (
        <p>
          <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={onMore}>
            {t.signals.place.more(list.total)}
          </button>
        </p>
      )}
      <DownloadLinks title={t.signals.place.download} url={(format) => placeUrl(makeKey(place), '/signals', { format })} />
    </>
  )
}

function SignalCard({ signal, placeId }: { signal: SignalAnswer; placeId: string }) {
  const { t, format, pick } = useLanguage()
  const { place: words } = t.signals
  return (
    <li className="td-signal" id={signal.id}>
      <p className="td-signal__head">
        <strong>{t.theme[signal.basic]}</strong>
        {signal.place.id !== placeId && ` ${words.about(signal.place.name)}`} <span className="td-form__soft">{words.receivedOn(format.date(signal.receivedAt))}</span>
      </p>
      <p className="td-plain">{signal.text}</p>
      {signal.whereExactly !== undefined && (
        <p className="td-plain td-form__soft">
          {words.where}: {signal.whereExactly}
        </p>
      )}
      {signal.isRedacted && <p className="td-form__soft">{words.redacted}</p>}
      {signal.moved !== undefined && <p className="td-form__soft">{pick(signal.moved)}</p>}
      <SignalEvents events={signal.events.filter(({ status }) => status !== 'received')} />
    </li>
  )
}
