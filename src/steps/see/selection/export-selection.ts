/** A selection as a table for a file: every place with its verdict, its figures, and how close it was. */
import type { SelectionCriterionAnswer, SelectionResult, SelectionRunAnswer } from '#domain/answers/selection-answers.ts'
import type { MissingReason } from '#domain/missing.ts'
import type { SelectionDocument } from '#domain/selection-document.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { aboutStatistics, describeSource, provenanceColumns, roundTo, say, toFileName, type ExportCell, type ExportColumn, type ExportTable, type Language } from '#steps/see/export-table.ts'
import { MISSING_WORDS } from '#steps/see/missing-words.ts'
import { COMPARISON_WORDS, VERDICT_WORDS } from '#steps/see/selection/selection-words.ts'

/** One row a place. A selection that waits has no rows, and says why. */
export function makeSelectionTable(statistics: Statistics, answer: SelectionRunAnswer, language: Language): ExportTable {
  const { document, year, result } = answer
  const source = describeSource(result?.source ?? [], language)
  return {
    title: `${document.name}, ${year}`,
    fileName: nameSelectionFile(document, year, language),
    language,
    columns: listColumns(result?.criteria ?? [], language),
    rows: result ? listRows(result, year, language, [source.text, source.retrieved, source.licence]) : [],
    about: [
      [say(language, 'Selectie', 'Selection'), document.name],
      [say(language, 'Jaar', 'Year'), String(year)],
      ...answer.waiting.map(({ name, reason }): [string, string] => [name[language], reason[language]]),
      ...(result?.criteria ?? []).map((criterion): [string, string] => [say(language, 'Voorwaarde', 'Criterion'), describeCriterion(criterion, language)]),
      ...(result ? [[say(language, 'Uitkomst', 'Outcome'), describeCounts(result, language)] as [string, string]] : []),
      ['JSON', JSON.stringify(document)],
      [say(language, 'Bron', 'Source'), source.text],
      ...aboutStatistics(statistics, language),
    ],
  }
}

/** Without ending. */
export function nameSelectionFile({ name }: SelectionDocument, year: number, language: Language): string {
  return `topdorp-${say(language, 'selectie', 'selection')}-${toFileName(name)}-${year}`
}

/** "Inwoners, 2024: 200 of meer" */
export function describeCriterion({ name, unit, compare, threshold }: SelectionCriterionAnswer, language: Language): string {
  const amount = `${threshold.toLocaleString(language === 'nl' ? 'nl-NL' : 'en-GB', { maximumFractionDigits: 6 })}${unit[language] === '' ? '' : ` ${unit[language]}`}`
  return `${name[language]}: ${COMPARISON_WORDS[compare][language](amount)}`
}

function describeCounts({ counts: { yes, no, unknown } }: SelectionResult, language: Language): string {
  return say(language, `${yes} wel, ${no} niet, ${unknown} onbekend`, `${yes} yes, ${no} no, ${unknown} unknown`)
}

function listColumns(criteria: readonly SelectionCriterionAnswer[], language: Language): ExportColumn[] {
  const about = criteria.flatMap(({ name, unit }, at): ExportColumn[] => {
    const title = `${name[language]}${unit[language] === '' ? '' : ` (${unit[language]})`}`
    return [
      { key: `value${at + 1}`, title, kind: 'number', width: 18 },
      { key: `margin${at + 1}`, title: say(language, `Hoe ver binnen (+) of buiten (-) de grens: ${name.nl}`, `How far inside (+) or outside (-) the threshold: ${name.en}`), kind: 'number', width: 18 },
    ]
  })
  return [
    { key: 'code', title: say(language, 'Code', 'Code'), kind: 'text', width: 12 },
    { key: 'name', title: say(language, 'Naam', 'Name'), kind: 'text', width: 36 },
    { key: 'municipality', title: say(language, 'Gemeente', 'Municipality'), kind: 'text', width: 24 },
    { key: 'year', title: say(language, 'Jaar', 'Year'), kind: 'number', width: 8 },
    { key: 'selected', title: say(language, 'Voldoet', 'Meets'), kind: 'text', width: 12 },
    { key: 'inhabitants', title: say(language, 'Inwoners', 'Inhabitants'), kind: 'number', width: 12 },
    { key: 'distance', title: say(language, 'Afstand tot omslaan (1 = verschil tussen laagste en hoogste kwart)', 'Distance to turning (1 = difference between lowest and highest quarter)'), kind: 'number', width: 20 },
    ...about,
    { key: 'missingReason', title: say(language, 'Welk cijfer ontbreekt, en waarom', 'Which figure is missing, and why'), kind: 'text', width: 44 },
    ...provenanceColumns(language, true),
  ]
}

function listRows({ places, criteria }: SelectionResult, year: number, language: Language, source: readonly ExportCell[]): ExportCell[][] {
  const reasons = criteria.map(({ missing }) => new Map(Object.entries(missing).flatMap(([reason, own]) => own.map((place) => [place, reason as MissingReason] as const))))
  return places.codes.map((code, place) => [
    code,
    places.names[place]!,
    places.municipalities[place]!,
    year,
    VERDICT_WORDS[places.verdicts[place]!][language],
    round(places.inhabitants[place]!),
    roundTo(places.distances[place]!, DISTANCE_DECIMALS),
    ...criteria.flatMap(({ values, compare, threshold, decimals }) => {
      const value = values[place]!
      return [roundTo(value, decimals), value === null ? null : roundTo(compare === 'below' || compare === 'atMost' ? threshold - value : value - threshold, decimals)]
    }),
    criteria.flatMap(({ name }, at) => {
      const reason = reasons[at]!.get(place)
      return reason === undefined ? [] : [`${name[language]}: ${MISSING_WORDS[reason][language]}`]
    }).join('; ') || null,
    ...source,
  ])
}

/** Inhabitants of part of a municipality are estimated: whole people. */
function round(value: number | null): number | null {
  return value === null ? null : Math.round(value)
}

/** As on the page; JSON has all digits. */
const DISTANCE_DECIMALS = 2
