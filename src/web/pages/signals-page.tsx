/** Which places have signals of residents, about what, and what was done with them. */
import { useQuery } from '@tanstack/react-query'
import type { PlaceSignalCount, SignalCountLevel, SignalCountListAnswer } from '#domain/answers/signals.ts'
import type { SignalStatus } from '#domain/signal.ts'
import { apiUrl } from '#web/api/client.ts'
import { signalCountsQuery } from '#web/api/queries.ts'
import { listUnused } from '#web/app/address-check.ts'
import { useLanguage } from '#web/app/language.tsx'
import { getLevelWord } from '#web/app/level-words.ts'
import { SiteLink, placePath, useSetUrlState, useUrlState } from '#web/app/url.tsx'
import { AddressNotice } from '#web/components/address-notice.tsx'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'
import { DownloadLinks } from '#web/components/download-links.tsx'
import { Answer } from '#web/components/page-states.tsx'
import { Page } from '#web/components/page.tsx'
import { SelectField } from '#web/components/select-field.tsx'

const LEVELS = ['province', 'municipality', 'district', 'neighbourhood', 'village'] as const
type Level = (typeof LEVELS)[number]
const VILLAGE_WORD = 'dorp'
const PAGE_SIZE = 50

export function SignalsPage() {
  const { t } = useLanguage()
  const state = useUrlState()
  const setState = useSetUrlState()
  const chosen = readLevel(state['niveau'])
  const level = chosen ?? 'municipality'
  const counts = useQuery({ ...signalCountsQuery(level), placeholderData: (former) => former })
  const name = (one: Level) => (one === 'village' ? t.signals.counts.village : t.level[one].toLowerCase())
  return (
    <Page title={t.signals.counts.title} lead={t.signals.counts.lead} wide>
      <AddressNotice unused={listUnused(state, { niveau: { isTaken: chosen !== undefined, shown: name(level) } })} />
      <Answer query={counts}>
        {(answer) =>
          answer.total === 0 ? (
            <p className="utrecht-paragraph">{t.signals.counts.none}</p>
          ) : (
            <>
              <Totals answer={answer} />
              <div className="td-controls td-controls--even">
                <SelectField label={t.signals.counts.level} value={level} options={LEVELS.map((one) => ({ value: one, text: name(one) }))} onChange={(value) => setState({ niveau: writeLevel(value as Level) })} />
              </div>
              <CountTable level={level} places={answer.places} />
              <DownloadLinks url={(format) => apiUrl('signal-counts', { level, format })} />
            </>
          )
        }
      </Answer>
      <p>
        <SiteLink to="/signaal" className="utrecht-button utrecht-button--primary-action utrecht-button-link">
          {t.signals.give}
        </SiteLink>
      </p>
    </Page>
  )
}

function Totals({ answer: { total, ofOtherLevels, nowhere } }: { answer: SignalCountListAnswer }) {
  const { t, format } = useLanguage()
  const words = t.signals.counts
  return (
    <>
      <p className="utrecht-paragraph" aria-live="polite">
        <strong>{words.total(format.number(total))}</strong> {ofOtherLevels > 0 && words.ofOtherLevels(format.number(ofOtherLevels))} {nowhere > 0 && words.nowhere(format.number(nowhere))}
      </p>
      <p className="utrecht-paragraph">{words.mind}</p>
    </>
  )
}

function CountTable({ level, places }: { level: SignalCountLevel; places: readonly PlaceSignalCount[] }) {
  const { t, format } = useLanguage()
  const words = t.signals.counts
  const hasMunicipality = places.some(({ municipality }) => municipality !== undefined)
  const status = (id: SignalStatus, header: string): TableColumn<PlaceSignalCount> => ({ id, header, numeric: true, value: ({ byStatus }) => byStatus.find((one) => one.status === id)?.count ?? 0 })
  const columns: TableColumn<PlaceSignalCount>[] = [
    { id: 'place', header: words.place, rowHeader: true, value: ({ name }) => name, render: ({ id, name }) => <SiteLink to={placePath(id)}>{name}</SiteLink> },
    { id: 'total', header: words.count, numeric: true, value: ({ total }) => total },
    status('published', words.open),
    status('takenUp', words.takenUp),
    status('answered', words.answered),
    { id: 'about', header: words.about, value: ({ byBasic }) => byBasic.map(({ basic, count }) => `${t.theme[basic]} ${count}`).join(', ') },
    ...(hasMunicipality ? [{ id: 'municipality', header: words.municipality, value: ({ municipality }: PlaceSignalCount) => municipality?.name }] : []),
    { id: 'last', header: words.last, value: ({ lastReceivedAt }) => lastReceivedAt, render: ({ lastReceivedAt }) => format.date(lastReceivedAt) },
  ]
  return <DataTable key={level} caption={words.caption} columns={columns} rows={places} rowKey={({ id }) => id} initialSort={{ column: 'total', descending: true }} pageSize={PAGE_SIZE} searchable={places.length > 10} />
}

/** Undefined for a word that is no level of this page. */
function readLevel(word: string | undefined): Level | undefined {
  return LEVELS.find((level) => writeLevel(level) === word)
}

function writeLevel(level: Level): string {
  return level === 'village' ? VILLAGE_WORD : getLevelWord(level)
}
