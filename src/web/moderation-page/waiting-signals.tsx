/** Signals by status, the one that waited longest first. */
import { useQuery } from '@tanstack/react-query'
import type { WaitingList } from '#domain/answers/signals.ts'
import { SIGNAL_STATUSES } from '#domain/signal.ts'
import { waitingQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { SiteLink, useSetUrlState, useUrlState } from '#web/app/url.tsx'
import { Section } from '#web/components/page.tsx'
import { Answer } from '#web/components/page-states.tsx'
import { SelectField } from '#web/components/select-field.tsx'
import { writeWhere } from '#web/signal-page/write-where.ts'

const WAITING = 'received,lookedAt'
/** As many as the server gives at once. */
const MOST_LISTED = 200

export function WaitingSignals() {
  const { t } = useLanguage()
  const setState = useSetUrlState()
  const statuses = useUrlState()['status'] ?? WAITING
  const waiting = useQuery(waitingQuery(statuses))
  const { moderation: words } = t.signals
  return (
    <Section title={words.list} id="signalen">
      <div className="td-form td-moderation-choice">
        <SelectField
          label={words.show}
          value={statuses}
          options={[{ value: WAITING, text: words.waiting }, ...SIGNAL_STATUSES.map((status) => ({ value: status, text: t.signals.status[status] }))]}
          onChange={(status) => setState({ status: status === WAITING ? undefined : status })}
        />
      </div>
      <Answer query={waiting}>{(list) => <SignalTable list={list} />}</Answer>
    </Section>
  )
}

function SignalTable({ list }: { list: WaitingList }) {
  const { t, format } = useLanguage()
  const status = useUrlState()['status']
  const { moderation: words } = t.signals
  if (list.signals.length === 0) return <p className="utrecht-paragraph">{words.none}</p>
  return (
    <>
      {list.signals.length === MOST_LISTED && <p className="utrecht-paragraph">{words.first(MOST_LISTED)}</p>}
      <div className="utrecht-table-container td-scroll" role="region" aria-label={t.table.scroll(words.list)} tabIndex={0}>
        <table className="utrecht-table utrecht-table--html-table">
          <thead>
            <tr>
              {[words.id, words.received, words.place, words.basic, words.statusColumn].map((heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {list.signals.map((signal) => (
              <tr key={signal.id}>
                <td>
                  <SiteLink to="/beheer/signalen" search={{ signaal: signal.id, status }} aria-label={words.open(signal.id)}>
                    {signal.id}
                  </SiteLink>
                </td>
                <td>{format.date(signal.receivedAt)}</td>
                <td>
                  {writeWhere(signal.place, signal.municipality)}
                </td>
                <td>{t.theme[signal.basic]}</td>
                <td>{t.signals.status[signal.status]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
