/** Published signals as a table: no contact details, no texts that are not public. */
import type { SignalListAnswer } from '#domain/answers/signals.ts'
import type { Basic, SignalStatus } from '#domain/signal.ts'
import type { ExportColumn, ExportTable, Language } from '#steps/see/export-table.ts'
import { THEME_WORDS } from '#steps/see/export-words.ts'

export const STATUS_WORDS: Readonly<Record<SignalStatus, Readonly<Record<Language, string>>>> = {
  received: { nl: 'ontvangen', en: 'received' },
  lookedAt: { nl: 'bekeken', en: 'looked at' },
  published: { nl: 'geplaatst', en: 'published' },
  takenUp: { nl: 'opgepakt', en: 'taken up' },
  answered: { nl: 'beantwoord', en: 'answered' },
  refused: { nl: 'niet geplaatst', en: 'not published' },
}

const COLUMNS: readonly (readonly [key: string, nl: string, en: string, width?: number])[] = [
  ['id', 'kenmerk', 'identifier'],
  ['placeId', 'code plaats', 'place code'],
  ['place', 'plaats', 'place'],
  ['municipality', 'gemeente', 'municipality'],
  ['basic', 'onderwerp', 'subject'],
  ['text', 'signaal', 'signal', 60],
  ['whereExactly', 'waar precies', 'where exactly'],
  ['status', 'status', 'status'],
  ['receivedAt', 'ontvangen op', 'received on', 22],
  ['publishedAt', 'geplaatst op', 'published on', 22],
  ['takenUpIn', 'opgepakt in', 'taken up in', 30],
  ['reference', 'verwijzing', 'reference'],
  ['answer', 'antwoord', 'answer', 60],
]

export function makeSignalTable({ signals, total }: SignalListAnswer, language: Language): ExportTable {
  const say = (nl: string, en: string): string => (language === 'nl' ? nl : en)
  const columns: ExportColumn[] = COLUMNS.map(([key, nl, en, width]) => ({ key, title: say(nl, en), kind: 'text', ...(width !== undefined && { width }) }))
  const rows = signals.map((signal) => {
    const last = (status: SignalStatus) => signal.events.findLast((event) => event.status === status)
    const takenUp = last('takenUp')
    return [
      signal.id,
      signal.place.id,
      signal.place.name,
      signal.municipality.name,
      describeBasic(signal.basic, language),
      signal.text,
      signal.whereExactly ?? null,
      STATUS_WORDS[signal.status][language],
      signal.receivedAt,
      signal.publishedAt,
      takenUp?.note ?? null,
      takenUp?.reference ?? last('answered')?.reference ?? null,
      last('answered')?.note ?? null,
    ]
  })
  return {
    title: say('Signalen', 'Signals'),
    fileName: say('signalen', 'signals'),
    language,
    columns,
    rows,
    about: [
      [say('Wat', 'What'), say(`${rows.length} van ${total} geplaatste signalen van bewoners`, `${rows.length} of ${total} published signals of residents`)],
      [say('Let op', 'Mind'), say('Signalen zijn geen steekproef: wie niets laat weten, telt niet mee.', 'Signals are no sample: who leaves none is not counted.')],
    ],
  }
}

function describeBasic(basic: Basic, language: Language): string {
  return THEME_WORDS[basic][language]
}
