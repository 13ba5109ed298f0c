/** The number of published signals of each place as a table. */
import type { SignalCountListAnswer } from '#domain/answers/signals.ts'
import { BASICS, type SignalStatus } from '#domain/signal.ts'
import { say, type ExportColumn, type ExportTable, type Language } from '#steps/see/export-table.ts'
import { THEME_WORDS } from '#steps/see/export-words.ts'
import { STATUS_WORDS } from '#steps/see/signals/export-signals.ts'

/** What a published signal can be. */
const STATUSES = ['published', 'takenUp', 'answered'] as const satisfies readonly SignalStatus[]

export function makeSignalCountTable({ places, total, ofOtherLevels, nowhere }: SignalCountListAnswer, language: Language): ExportTable {
  const number = (key: string, title: string): ExportColumn => ({ key, title, kind: 'number', width: 14 })
  return {
    title: say(language, 'Signalen per plaats', 'Signals by place'),
    fileName: say(language, 'signalen-per-plaats', 'signals-by-place'),
    language,
    columns: [
      { key: 'placeId', title: say(language, 'code plaats', 'place code'), kind: 'text' },
      { key: 'place', title: say(language, 'plaats', 'place'), kind: 'text', width: 36 },
      { key: 'municipality', title: say(language, 'gemeente', 'municipality'), kind: 'text', width: 24 },
      number('total', say(language, 'signalen', 'signals')),
      ...STATUSES.map((status) => number(status, STATUS_WORDS[status][language])),
      ...BASICS.map((basic) => number(basic, THEME_WORDS[basic][language])),
      { key: 'lastReceivedAt', title: say(language, 'laatste ontvangen op', 'last received on'), kind: 'text', width: 22 },
    ],
    rows: places.map((place) => [
      place.id,
      place.name,
      place.municipality?.name ?? null,
      place.total,
      ...STATUSES.map((status) => place.byStatus.find((one) => one.status === status)?.count ?? 0),
      ...BASICS.map((basic) => place.byBasic.find((one) => one.basic === basic)?.count ?? 0),
      place.lastReceivedAt,
    ]),
    about: [
      [say(language, 'Wat', 'What'), say(language, `${total} geplaatste signalen van bewoners`, `${total} published signals of residents`)],
      [
        say(language, 'Niet in deze tabel', 'Not in this table'),
        say(language, `${ofOtherLevels} over een ander soort gebied, ${nowhere} waarvan niet bekend is waar ze nu bij horen`, `${ofOtherLevels} about another kind of area, ${nowhere} of which it is not known where they belong now`),
      ],
      [say(language, 'Let op', 'Mind'), say(language, 'Signalen zijn geen steekproef: wie niets laat weten, telt niet mee.', 'Signals are no sample: who leaves none is not counted.')],
    ],
  }
}
