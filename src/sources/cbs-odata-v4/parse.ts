/** Answers of the OData v4 service of CBS: observations in long form, code lists, and the description of the table. */
import type { CodeEntry, Table } from '#domain/table.ts'
import { writeNumber } from '#domain/write-number.ts'
import { ColumnBuilder } from '#sources/shared/column-builder.ts'
import { acceptObjects, getODataRows } from '#sources/shared/odata.ts'
import type { Problems } from '#sources/shared/problems.ts'
import { findText, isObject, writeJson, type JsonObject } from '#sources/shared/read-json.ts'
import { createFailure } from '#sources/shared/source-failures.ts'

/** The row number of CBS. */
export const ROW_ID = 'Id'

/** The name of the code list of the column `Measure`. */
export const MEASURES = 'Measures'

/** Names of the dimensions of a table, in its order. */
export function parseDimensions(document: unknown, location: string): string[] {
  const names = getODataRows(document, location).map((value) => (isObject(value) ? findText(value, 'Identifier') : undefined))
  const known = names.filter((name) => name !== undefined)
  if (known.length === 0 || known.length < names.length) throw createFailure('shape-of-file', location, 'Dimensions: "Identifier"')
  return known
}

/** Entries of a code list, of a dimension or of the measures. */
export function parseCodes(document: unknown, location: string, problems: Problems): CodeEntry[] {
  const entries: CodeEntry[] = []
  for (const [index, value] of getODataRows(document, location).entries()) {
    const code = isObject(value) ? findText(value, 'Identifier') : undefined
    if (!isObject(value) || code === undefined) {
      problems.add({
        code: 'name-without-code',
        file: location,
        row: index + 1,
        field: 'Identifier',
        message: { nl: 'Deze naam heeft geen code en is weggelaten.', en: 'This name has no code and was left out.' },
      })
      continue
    }
    const description = findText(value, 'Description')
    const group = findText(value, 'DimensionGroupId') ?? findText(value, 'MeasureGroupId')
    const unit = findText(value, 'Unit')
    entries.push({
      code,
      title: findText(value, 'Title') ?? code,
      ...(description === undefined ? {} : { description }),
      ...(group === undefined ? {} : { group }),
      ...(unit === undefined ? {} : { unit }),
    })
  }
  return entries
}

interface CodeColumn {
  readonly column: ColumnBuilder
  readonly known: ReadonlySet<string>
  /** Codes that are not in the list, how often, and where first. */
  readonly unknown: Map<string, { count: number; row: number | string; file: string }>
}

/** Observations, page by page, into one table in long form. */
export class ObservationTable {
  readonly #problems: Problems
  readonly #id = new ColumnBuilder(ROW_ID, 0, 'number')
  readonly #attribute = new ColumnBuilder('ValueAttribute', 0, 'text')
  readonly #value = new ColumnBuilder('Value', 0, 'number')
  readonly #stringValue = new ColumnBuilder('StringValue', 0, 'text')
  readonly #codes: CodeColumn[]
  readonly #seen = new Set<unknown>()

  /** `codes` holds the list of every dimension, and that of the measures. */
  constructor(codes: ReadonlyMap<string, readonly CodeEntry[]>, problems: Problems) {
    this.#problems = problems
    this.#codes = [...codes].map(([name, entries]) => ({
      column: new ColumnBuilder(name === MEASURES ? 'Measure' : name, 0, 'text'),
      known: new Set(entries.map(({ code }) => code)),
      unknown: new Map(),
    }))
  }

  addPage(values: readonly unknown[], file: string): void {
    const { records, rows } = acceptObjects(values, file, ROW_ID, this.#problems)
    this.#checkColumns(records, file)
    for (const [index, record] of records.entries()) this.#addRow(record, file, rows[index] ?? index + 1)
  }

  /** The table, after naming the codes that no list explains. */
  finish(): Table {
    for (const { column, unknown } of this.#codes) {
      for (const [code, { count, row, file }] of unknown) this.#problems.add(describeUnknown(code, column.name, count, row, file))
    }
    const measure = this.#codes.find(({ column }) => column.name === 'Measure')?.column
    const dimensions = this.#codes.map(({ column }) => column).filter((column) => column !== measure)
    const columns = [this.#id, ...(measure ? [measure] : []), this.#attribute, this.#value, this.#stringValue, ...dimensions]
    return { rowCount: this.#id.length, columns: columns.map((column) => column.build()) }
  }

  #checkColumns(records: readonly JsonObject[], file: string): void {
    if (records.length === 0) return
    for (const name of [...this.#codes.map(({ column }) => column.name), 'Value']) {
      if (!records.some((record) => Object.hasOwn(record, name))) throw createFailure('column-missing', file, name)
    }
  }

  #addRow(record: JsonObject, file: string, row: number | string): void {
    const codes = this.#codes.map(({ column }) => findText(record, column.name))
    const without = codes.indexOf(undefined)
    if (without !== -1) return this.#refuse('row-without-code', file, row, this.#codes[without]?.column.name ?? '')
    const id = record[ROW_ID]
    const key = typeof id === 'number' ? id : codes.join('\t')
    if (this.#seen.has(key)) return this.#refuse('row-repeated', file, row, typeof id === 'number' ? ROW_ID : 'Measure')
    this.#seen.add(key)

    this.#codes.forEach((target, index) => pushCode(target, codes[index] ?? '', row, file))
    this.#id.pushNumber(typeof id === 'number' ? id : NaN)
    pushText(this.#attribute, record['ValueAttribute'])
    pushText(this.#stringValue, record['StringValue'])
    this.#pushValue(record['Value'], file, row)
  }

  #pushValue(value: unknown, file: string, row: number | string): void {
    const isNumber = typeof value === 'number' && Number.isFinite(value)
    this.#value.pushNumber(isNumber ? value : NaN)
    if (isNumber || value === null || value === undefined) return
    const found = writeJson(value, 60)
    this.#problems.add({
      code: 'cell-refused',
      file,
      row,
      field: 'Value',
      message: { nl: `De waarde ${found} is geen getal en telt als ontbrekend.`, en: `The value ${found} is no number and counts as missing.` },
    })
  }

  #refuse(code: 'row-without-code' | 'row-repeated', file: string, row: number | string, field: string): void {
    const message =
      code === 'row-repeated'
        ? {
            nl: 'Deze waarneming kwam al eerder voor. De eerste telt, deze niet.',
            en: 'This observation was there before. The first counts, this one does not.',
          }
        : {
            nl: `Deze waarneming heeft geen code in "${field}" en is weggelaten.`,
            en: `This observation has no code in "${field}" and was left out.`,
          }
    this.#problems.refuseRow({ code, file, row, field, message })
  }
}

function pushCode({ column, known, unknown }: CodeColumn, code: string, row: number | string, file: string): void {
  column.pushText(code)
  if (known.has(code)) return
  const tally = unknown.get(code) ?? { count: 0, row, file }
  tally.count++
  unknown.set(code, tally)
}

function pushText(column: ColumnBuilder, value: unknown): void {
  const text = typeof value === 'string' ? value.trim() : ''
  if (text === '') column.pushEmpty()
  else column.pushText(text)
}

function describeUnknown(code: string, field: string, count: number, row: number | string, file: string): Parameters<Problems['add']>[0] {
  return {
    code: 'code-unknown',
    file,
    row,
    field,
    count,
    message: {
      nl: `De code "${code}" staat niet in de codelijst van "${field}". De waarnemingen zijn bewaard, hun naam is niet bekend.`,
      en: `The code "${code}" is not in the code list of "${field}". The observations were kept, their name is not known.`,
    },
  }
}

export interface Expected {
  /** The table that the data package names. */
  readonly table: string | undefined
  readonly rowsRead: number
  /** All observations of the table were asked, without a filter. */
  readonly expectAll: boolean
}

/** The checks that the description of a table makes possible: is it the right one, and did all observations come in. */
export function checkProperties(document: unknown, location: string, { table, rowsRead, expectAll }: Expected, problems: Problems): void {
  if (!isObject(document)) throw createFailure('shape-of-file', location, 'Properties')
  const identifier = findText(document, 'Identifier')
  if (table !== undefined && identifier !== undefined && identifier.toLowerCase() !== table.toLowerCase()) {
    problems.note({
      code: 'other-table',
      file: location,
      field: 'Identifier',
      message: {
        nl: `Het datapakket noemt tabel ${table}, maar dit is ${identifier}. Controleer het adres.`,
        en: `The data package names table ${table}, but this is ${identifier}. Check the address.`,
      },
    })
  }
  const published = document['ObservationCount']
  if (expectAll && typeof published === 'number' && published !== rowsRead) {
    problems.note({
      code: 'incomplete',
      file: location,
      field: 'ObservationCount',
      count: Math.abs(published - rowsRead),
      message: {
        nl: `CBS noemt ${writeNumber(published, 'nl')} waarnemingen; er zijn er ${writeNumber(rowsRead, 'nl')} binnengekomen.`,
        en: `CBS names ${writeNumber(published, 'en')} observations; ${writeNumber(rowsRead, 'en')} came in.`,
      },
    })
  }
}
