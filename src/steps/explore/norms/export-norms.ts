/** Norms held against an area, as a table for a file. */
import type { NormRunAnswer } from '#domain/answers/norm-answers.ts'
import { FACILITY_WORDS } from '#domain/facility.ts'
import type { Words } from '#domain/words.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { aboutStatistics, say, toFileName, type ExportCell, type ExportTable, type Language } from '#steps/see/export-table.ts'

export const MODE_WORDS: Readonly<Record<NormRunAnswer['lines'][number]['mode'], Words>> = {
  car: { nl: 'auto', en: 'car' },
  bicycle: { nl: 'fiets', en: 'bicycle' },
  foot: { nl: 'lopend', en: 'on foot' },
}

/** One row a norm for the whole; then one a norm and area, village, and facility that is too small. */
export function makeNormTable(statistics: Statistics, answer: NormRunAnswer, language: Language): ExportTable {
  const title = `${say(language, 'Normen', 'Norms')} ${answer.name}${answer.within ? `, ${statistics.findArea(answer.within)?.name ?? answer.within}` : ''}`
  const norm = ({ facilityType, mode, mostMinutes, leastSize }: NormRunAnswer['lines'][number]) => [FACILITY_WORDS[facilityType].name[language], MODE_WORDS[mode][language], mostMinutes ?? null, leastSize ?? null]
  const row = (kind: string, code: string | null, name: string, line: number, more: readonly ExportCell[]): ExportCell[] => [kind, code, name, ...norm(answer.lines[line]!), ...more]
  const whole = answer.within === undefined ? say(language, 'Nederland', 'Netherlands') : (statistics.findArea(answer.within)?.name ?? answer.within)
  return {
    title,
    fileName: `topdorp-${toFileName(title)}`,
    language,
    columns: [
      { key: 'kind', title: say(language, 'Rij', 'Row'), kind: 'text', width: 12 },
      { key: 'code', title: 'Code', kind: 'text', width: 14 },
      { key: 'name', title: say(language, 'Naam', 'Name'), kind: 'text', width: 30 },
      { key: 'facility', title: say(language, 'Voorziening', 'Facility'), kind: 'text', width: 24 },
      { key: 'mode', title: say(language, 'Vervoer', 'Mode'), kind: 'text', width: 10 },
      { key: 'mostMinutes', title: say(language, 'Hoogstens minuten', 'Most minutes'), kind: 'number', width: 10 },
      { key: 'leastSize', title: say(language, 'Minimale omvang', 'Least size'), kind: 'number', width: 10 },
      { key: 'inhabitants', title: say(language, 'Inwoners', 'Inhabitants'), kind: 'number', width: 12 },
      { key: 'beyond', title: say(language, 'Te ver, inwoners', 'Too far, inhabitants'), kind: 'number', width: 12 },
      { key: 'beyond0to14', title: say(language, 'Te ver, tot 15 jaar', 'Too far, under 15'), kind: 'number', width: 12 },
      { key: 'beyond65Plus', title: say(language, 'Te ver, 65 jaar of ouder', 'Too far, 65 or over'), kind: 'number', width: 12 },
      { key: 'beyondBase', title: say(language, 'Te ver zonder scenario', 'Too far without the scenario'), kind: 'number', width: 12 },
      { key: 'minutes', title: say(language, 'Minuten', 'Minutes'), kind: 'number', width: 10 },
      { key: 'size', title: say(language, 'Omvang', 'Size'), kind: 'number', width: 10 },
      { key: 'timeUnknown', title: say(language, 'Geen reistijd bekend, inwoners', 'No travel time known, inhabitants'), kind: 'number', width: 12 },
    ],
    rows: [
      ...answer.lines.map((line, at) => row(say(language, 'geheel', 'whole'), answer.within ?? null, whole, at, [line.inhabitants ?? null, line.beyond?.all ?? null, line.beyond?.age0to14 ?? null, line.beyond?.age65Plus ?? null, line.base?.beyond?.all ?? null, null, null, line.timeUnknown ?? null])),
      ...answer.areas.flatMap(({ code, name, inhabitants, beyond }) => beyond.flatMap((own, at) => (own === null ? [] : [row(say(language, 'gebied', 'area'), code, name, at, [inhabitants, own, null, null, null, null, null, null])]))),
      ...(answer.villages ?? []).flatMap(({ id, name, minutes }) => answer.lines.flatMap(({ mostMinutes, missing }, at) => (mostMinutes === undefined || missing ? [] : [row(say(language, 'dorp', 'village'), id, name, at, [null, null, null, null, null, minutes[at]!, null, null])]))),
      ...answer.tooSmall.map(({ line, id, name, size }) => row(say(language, 'te klein', 'too small'), id, name, line, [null, null, null, null, null, null, size, null])),
    ],
    about: [
      [say(language, 'Let op', 'Please note'), say(language, 'Reistijden zijn schattingen vanaf een punt in elke buurt of elk dorp.', 'Travel times are estimates from a point in every neighbourhood or village.')],
      ...answer.lines.flatMap(({ facilityType, source }): [string, string][] => (source === undefined ? [] : [[say(language, 'Bron van de norm', 'Source of the norm'), `${FACILITY_WORDS[facilityType].name[language]}: ${source}`]])),
      ...answer.remarks.map((remark): [string, string] => [say(language, 'Opmerking', 'Remark'), remark[language]]),
      ...aboutStatistics(statistics, language),
    ],
  }
}
