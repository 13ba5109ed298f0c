/** A selection as a table for a file: every place with its verdict, its figures, and how close it was. */
import type { SelectionCriterionAnswer, SelectionResult, SelectionRunAnswer } from '#domain/answers/selection-answers.ts'
import type { MissingReason } from '#domain/missing.ts'
import type { SelectionDocument } from '#domain/selection-document.ts'
import { measureMargin, meetsThreshold, numberCriterion, rateCloseness } from '#domain/threshold.ts'
import { writeList } from '#domain/words.ts'
import { writeNumber } from '#domain/write-number.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { aboutSource, aboutStatistics, describeSource, provenanceColumns, roundTo, say, toFileName, type ExportCell, type ExportColumn, type ExportTable, type Language } from '#steps/see/export-table.ts'
import { MISSING_WORDS } from '#steps/see/missing-words.ts'
import { CLOSENESS_WORDS, COMPARISON_WORDS, SIDE_WORDS, VERDICT_WORDS } from '#steps/see/selection/selection-words.ts'

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
      ...aboutSource(source, language),
      ...aboutStatistics(statistics, language),
    ],
  }
}

/** Without ending. */
export function nameSelectionFile({ name }: SelectionDocument, year: number, language: Language): string {
  return `topdorp-${say(language, 'selectie', 'selection')}-${toFileName(name)}-${year}`
}

/** "Inwoners, 2024: minstens 200" */
export function describeCriterion(criterion: SelectionCriterionAnswer, language: Language): string {
  return `${criterion.name[language]}: ${describeThreshold(criterion, language)}`
}

function describeThreshold({ unit, compare, threshold }: SelectionCriterionAnswer, language: Language): string {
  const amount = writeNumber(threshold, language, { maximumFractionDigits: 6 })
  const written = unit[language] === '%' ? `${amount}%` : `${amount}${unit[language] === '' ? '' : ` ${unit[language]}`}`
  return COMPARISON_WORDS[compare][language](written)
}

function describeCounts({ counts: { yes, no, unknown } }: SelectionResult, language: Language): string {
  return say(language, `${yes} wel, ${no} niet, ${unknown} onbekend`, `${yes} yes, ${no} no, ${unknown} unknown`)
}

function listColumns(criteria: readonly SelectionCriterionAnswer[], language: Language): ExportColumn[] {
  return [
    { key: 'code', title: say(language, 'Code', 'Code'), kind: 'text', width: 12 },
    { key: 'name', title: say(language, 'Naam', 'Name'), kind: 'text', width: 36 },
    { key: 'municipality', title: say(language, 'Gemeente', 'Municipality'), kind: 'text', width: 24 },
    { key: 'year', title: say(language, 'Jaar', 'Year'), kind: 'number', width: 8 },
    { key: 'selected', title: say(language, 'Voldoet aan alles wat is gevraagd', 'Meets what was asked'), kind: 'text', width: 12 },
    { key: 'inhabitants', title: say(language, 'Inwoners', 'Inhabitants'), kind: 'number', width: 12 },
    { key: 'closeness', title: say(language, 'Hoe dicht bij omslaan', 'How close to turning'), kind: 'text', width: 16 },
    { key: 'turnsBy', title: say(language, 'Slaat om door', 'Turns by'), kind: 'text', width: 20 },
    { key: 'distance', title: say(language, 'Afstand tot omslaan (0 = op de grens, 1 = het verschil tussen een lage en een hoge plaats)', 'Distance to turning (0 = on the threshold, 1 = the difference between a low and a high place)'), kind: 'number', width: 20 },
    ...criteria.flatMap((criterion, at) => listCriterionColumns(criterion, at + 1, language)),
    { key: 'missingReason', title: say(language, 'Welk cijfer ontbreekt, en waarom', 'Which figure is missing, and why'), kind: 'text', width: 44 },
    ...provenanceColumns(language, 'firstRow'),
  ]
}

function listCriterionColumns(criterion: SelectionCriterionAnswer, at: number, language: Language): ExportColumn[] {
  const { name, unit, field } = criterion
  const called = `${say(language, 'Voorwaarde', 'Criterion')} ${numberCriterion(field)}`
  const inUnit = (of: string) => (of === '' ? '' : ` (${of})`)
  const margin = unit[language] === '%' ? say(language, 'procentpunt', 'percentage points') : unit[language]
  return [
    { key: `value${at}`, title: `${called}: ${name[language]}${inUnit(unit[language])}`, kind: 'number', width: 18 },
    { key: `meets${at}`, title: `${called}: ${describeThreshold(criterion, language)}`, kind: 'text', width: 14 },
    { key: `margin${at}`, title: `${called}: ${say(language, 'hoe ver aan de goede kant van de grens; met een min aan de andere kant', 'how far on the right side of the threshold; with a minus on the other side')}${inUnit(margin)}`, kind: 'number', width: 18 },
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
    ...describeCloseness(places.distances[place]!, places.changing[place]!.map((at) => numberCriterion(criteria[at]!.field)), language),
    ...criteria.flatMap((criterion) => describeSide(criterion, criterion.values[place]!, language)),
    criteria.flatMap(({ name }, at) => {
      const reason = reasons[at]!.get(place)
      return reason === undefined ? [] : [`${name[language]}: ${MISSING_WORDS[reason][language]}`]
    }).join('; ') || null,
    ...source,
  ])
}

function describeCloseness(distance: number | null, numbers: readonly string[], language: Language): ExportCell[] {
  if (distance === null) return [null, null, null]
  // With the word before it: a spreadsheet takes a bare 1.2 for a number or a day.
  const by = numbers.length > 1 ? say(language, 'voorwaarden', 'criteria') : say(language, 'voorwaarde', 'criterion')
  return [CLOSENESS_WORDS[rateCloseness(distance)][language], `${by} ${writeList(numbers, say(language, 'en', 'and'))}`, roundTo(distance, DISTANCE_DECIMALS)]
}

function describeSide(criterion: SelectionCriterionAnswer, value: number | null, language: Language): ExportCell[] {
  if (value === null) return [null, SIDE_WORDS.unknown[language], null]
  const side = meetsThreshold(value, criterion) ? 'met' : 'notMet'
  return [roundTo(value, criterion.decimals), SIDE_WORDS[side][language], roundTo(measureMargin(value, criterion), criterion.decimals)]
}

/** Inhabitants of part of a municipality are estimated: whole people. */
function round(value: number | null): number | null {
  return value === null ? null : Math.round(value)
}

/** JSON has all digits. */
const DISTANCE_DECIMALS = 2
