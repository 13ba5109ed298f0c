/** Figures as a neutral table, which the writers of CSV, XLSX and Parquet turn into a file. */
import type { FigureColumnAnswer, PlaceAnswer } from '#domain/answers/answers.ts'
import type { Figure } from '#domain/answers/shared.ts'
import { nameAreas } from '#domain/area-names.ts'
import type { Indicator } from '#domain/indicator.ts'
import { describeLicence } from '#domain/licence.ts'
import type { MissingReason } from '#domain/missing.ts'
import type { SourceRecord, Statistics } from '#statistics/statistics.ts'
import { getIndicator, listAreaNames } from '#steps/see/catalogue.ts'
import { LEVEL_WORDS, THEME_WORDS } from '#steps/see/export-words.ts'
import { MISSING_WORDS } from '#steps/see/missing-words.ts'

export type Language = 'nl' | 'en'
export type ExportCell = string | number | null

export interface ExportColumn {
  /** camelCase, for programs. */
  readonly key: string
  /** For people, in the language of the table. */
  readonly title: string
  readonly kind: 'text' | 'number'
  /**
   * The same in every row. A workbook says it once, on the sheet about the source. A CSV says it in every row where people put such files under
   * each other, and in the first row only where it is long: a list of all sources of a projection would be nine tenths of its file.
   */
  readonly constant?: 'everyRow' | 'firstRow'
  /** Width in characters. */
  readonly width?: number
}

export interface ExportTable {
  readonly title: string
  /** Without extension. */
  readonly fileName: string
  readonly language: Language
  readonly columns: readonly ExportColumn[]
  readonly rows: readonly (readonly ExportCell[])[]
  /** What it is, where it comes from, what to mind. */
  readonly about: readonly AboutLine[]
}

/** A label, with the unit where there is a number, and a text or a number. */
export type AboutLine = readonly [label: string, value: string | number]

/** One whose rows all come from the same sources. */
export interface SourcedTable extends ExportTable {
  readonly source: SourceLines
}

/** Sources, moments and licences, each joined to a line. */
export interface SourceLines {
  readonly text: string
  readonly retrieved: string
  readonly licence: string
}

export const say = <Text extends string>(language: Language, nl: Text, en: Text): Text => (language === 'nl' ? nl : en)

/** A column of figures with the names of the areas. Throws SeeError as getFigureColumn. */
export function makeColumnTable(statistics: Statistics, column: FigureColumnAnswer, language: Language, within?: string): ExportTable {
  const indicator = getIndicator(statistics, column.indicator)
  const areas = nameAreas(listAreaNames(statistics, column.level, column.year, within), language)
  const reasons = new Map<number, MissingReason>()
  for (const [reason, positions] of Object.entries(column.missing) as [MissingReason, number[]][]) {
    for (const position of positions) reasons.set(position, reason)
  }
  const source = describeSource(column.source, language)
  const rows = areas.codes.map((code, at) => {
    const reason = reasons.get(at)
    return [
      code,
      areas.names[at] ?? '',
      areas.municipalities[at] ?? '',
      column.year,
      indicator.id,
      indicator.name[language],
      tidy(column.values[at], indicator),
      indicator.unit[language],
      reason ?? null,
      reason === undefined ? null : MISSING_WORDS[reason][language],
      source.text,
      source.retrieved,
      source.licence,
    ]
  })
  const name = indicator.name[language]
  return {
    title: `${name}, ${column.year}`,
    fileName: `topdorp-${toFileName([name, LEVEL_WORDS[column.level][language], within ?? ''].join(' '))}-${column.year}`,
    language,
    columns: columnTableColumns(language),
    rows,
    about: [
      [say(language, 'Cijfer', 'Indicator'), name],
      [say(language, 'Uitleg', 'Explanation'), indicator.explanation[language]],
      [say(language, 'Eenheid', 'Unit'), indicator.unit[language]],
      [say(language, 'Jaar', 'Year'), String(column.year)],
      ...aboutSource(source, language),
      ...aboutStatistics(statistics, language),
    ],
  }
}

function columnTableColumns(language: Language): ExportColumn[] {
  return [
    { key: 'areaCode', title: say(language, 'Code', 'Code'), kind: 'text', width: 12 },
    { key: 'areaName', title: say(language, 'Naam', 'Name'), kind: 'text', width: 36 },
    { key: 'municipality', title: say(language, 'Gemeente', 'Municipality'), kind: 'text', width: 24 },
    { key: 'year', title: say(language, 'Jaar', 'Year'), kind: 'number', width: 8 },
    { key: 'indicator', title: say(language, 'Naam in de catalogus', 'Name in the catalogue'), kind: 'text', constant: 'everyRow' },
    { key: 'indicatorName', title: say(language, 'Cijfer', 'Indicator'), kind: 'text', constant: 'everyRow' },
    { key: 'value', title: say(language, 'Waarde', 'Value'), kind: 'number', width: 14 },
    { key: 'unit', title: say(language, 'Eenheid', 'Unit'), kind: 'text', width: 14 },
    { key: 'missing', title: say(language, 'Ontbreekt (code)', 'Missing (code)'), kind: 'text', width: 18 },
    { key: 'missingReason', title: say(language, 'Waarom ontbreekt het', 'Why it is missing'), kind: 'text', width: 36 },
    ...provenanceColumns(language, 'everyRow'),
  ]
}

/** The figures of a place beside those of the larger areas, one row an indicator. */
export function makePlaceTable(statistics: Statistics, answer: PlaceAnswer, language: Language): ExportTable {
  const place = nameAreas(answer, language)
  const byResource = new Map(statistics.sources.map((source) => [source.resource, source]))
  const rows = place.figures.map((figure) => {
    const indicator = getIndicator(statistics, figure.indicator)
    const source = describeSource(figure.sources.flatMap((resource) => byResource.get(resource) ?? []), language)
    const missing = [
      ...explain(place.name, figure.here, language),
      ...place.comparedWith.flatMap((area, at) => explain(area.name, figure.elsewhere[at], language)),
    ]
    return [
      indicator.name[language],
      indicator.unit[language],
      figure.year,
      tidy(figure.here.value, indicator),
      ...place.comparedWith.map((_area, at) => tidy(figure.elsewhere[at]?.value, indicator)),
      missing.length === 0 ? null : missing.join('; '),
      THEME_WORDS[figure.theme][language],
      indicator.id,
      source.text,
      source.retrieved,
      source.licence,
    ]
  })
  const members = place.members.map((member) => `${member.name} (${member.code})`).join(', ')
  return {
    title: `${place.name}, ${place.year}`,
    fileName: `topdorp-${toFileName(place.name)}-${place.year}`,
    language,
    columns: placeTableColumns(place, language),
    rows,
    about: [
      [say(language, 'Plaats', 'Place'), `${place.name} (${place.figuresOf?.code ?? place.id})`],
      ...(members === '' ? [] : [[say(language, 'Buurten', 'Buurten'), members] as const]),
      [say(language, 'Jaar', 'Year'), String(place.year)],
      ...place.remarks.map((remark) => [say(language, 'Let op', 'Please note'), remark[language]] as const),
      ...aboutStatistics(statistics, language),
    ],
  }
}

function placeTableColumns(place: PlaceAnswer, language: Language): ExportColumn[] {
  return [
    { key: 'indicatorName', title: say(language, 'Cijfer', 'Indicator'), kind: 'text', width: 44 },
    { key: 'unit', title: say(language, 'Eenheid', 'Unit'), kind: 'text', width: 14 },
    { key: 'year', title: say(language, 'Jaar', 'Year'), kind: 'number', width: 8 },
    { key: 'value', title: place.name, kind: 'number', width: 18 },
    ...place.comparedWith.map((area): ExportColumn => ({ key: area.level, title: area.name, kind: 'number', width: 18 })),
    { key: 'missingReason', title: say(language, 'Waarom ontbreekt het', 'Why it is missing'), kind: 'text', width: 44 },
    { key: 'theme', title: say(language, 'Thema', 'Theme'), kind: 'text', width: 12 },
    { key: 'indicator', title: say(language, 'Naam in de catalogus', 'Name in the catalogue'), kind: 'text', width: 26 },
    ...provenanceColumns(language),
  ]
}

/** `constant` where all rows have the same source. */
export function provenanceColumns(language: Language, constant?: 'everyRow' | 'firstRow'): ExportColumn[] {
  const same = constant === undefined ? {} : { constant }
  const name = (nl: string, en: string) => (constant === 'firstRow' ? say(language, `${nl} (van alle rijen)`, `${en} (of all rows)`) : say(language, nl, en))
  return [
    { key: 'source', title: name('Bron', 'Source'), kind: 'text', width: 44, ...same },
    { key: 'retrieved', title: name('Opgehaald op', 'Retrieved on'), kind: 'text', width: 14, ...same },
    { key: 'licence', title: name('Licentie', 'Licence'), kind: 'text', width: 14, ...same },
  ]
}

/** The same for the sheet about the source. */
export function aboutSource(source: SourceLines, language: Language): (readonly [string, string])[] {
  return [
    [say(language, 'Bron', 'Source'), source.text],
    [say(language, 'Opgehaald op', 'Retrieved on'), source.retrieved],
    [say(language, 'Licentie', 'Licence'), source.licence],
  ]
}

export function aboutStatistics(statistics: Statistics, language: Language): (readonly [string, string])[] {
  const made: [string, string] = [
    say(language, 'Gemaakt met', 'Made with'),
    `Topdorp; ${statistics.packageTitle[language]}, ${say(language, 'versie', 'version')} ${statistics.version}`,
  ]
  if (!statistics.fictional) return [made]
  return [made, [say(language, 'Let op', 'Please note'), say(language, 'Deze cijfers zijn verzonnen.', 'These figures are made up.')]]
}

type SourceText = Pick<SourceRecord, 'title' | 'publisher' | 'licence' | 'retrievedAt'>

export function describeSource(sources: readonly SourceText[], language: Language): SourceLines {
  const join = (texts: readonly string[]) => [...new Set(texts)].join('; ')
  return {
    text: join(sources.map(({ publisher, title }) => `${publisher}, ${title[language]}`)),
    retrieved: join(sources.map(({ retrievedAt }) => retrievedAt.slice(0, 10))),
    licence: join(sources.map(({ licence }) => describeLicence(licence)[language])),
  }
}

function explain(name: string, figure: Figure | undefined, language: Language): string[] {
  return figure?.missing === undefined ? [] : [`${name}: ${MISSING_WORDS[figure.missing][language]}`]
}

/**
 * With the digits that it supports. A count is exact and stays as it is, but for the noise of binary fractions. A share or mean gets one decimal
 * more than on the page: published ones lose nothing, and computed ones do not look more exact than what they are computed from.
 */
function tidy(value: number | null | undefined, { kind, decimals }: Pick<Indicator, 'kind' | 'decimals'>): number | null {
  if (value === null || value === undefined) return null
  // Adding 0 makes −0 a plain 0.
  return kind === 'rate' ? Number(value.toFixed(decimals + 1)) + 0 : Number(value.toPrecision(12))
}

/** So many decimals; adding 0 makes −0 a plain 0. */
export function roundTo(value: number | null, decimals: number): number | null {
  return value === null ? null : Number(value.toFixed(decimals)) + 0
}

export function toFileName(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '').slice(0, 80) || 'dorp'
}
