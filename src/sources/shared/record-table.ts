/** Records (objects with properties) of any kind, batch by batch, into typed columns. */
import type { Table } from '#domain/table.ts'
import { countWords } from '#domain/write-number.ts'
import { ColumnBuilder } from '#sources/shared/column-builder.ts'
import type { Problems } from '#sources/shared/problems.ts'
import { writeJson, type JsonObject } from '#sources/shared/read-json.ts'

export interface RecordBatch {
  readonly records: readonly JsonObject[]
  readonly file: string
  /** How the report names each record: the publisher's row id, or its place in the file. */
  readonly rows: readonly (number | string)[]
}

/**
 * What to do with a column that holds both numbers and texts.
 * refuse: the column is what most of its first batch is, other cells are refused;
 * asText: all become text, nothing is lost.
 */
export type MixedColumns = 'refuse' | 'asText'

export class RecordTable {
  rowCount = 0
  readonly #columns = new Map<string, ColumnBuilder>()
  readonly #problems: Problems
  readonly #mixed: MixedColumns
  #lastFile = ''

  constructor(problems: Problems, mixed: MixedColumns) {
    this.#problems = problems
    this.#mixed = mixed
  }

  /** Adds records. Cells that cannot be used stay empty, with a finding; a column that some records lack is named too. */
  addBatch(batch: RecordBatch): void {
    if (batch.records.length === 0) return
    for (const name of this.#listNames(batch.records)) {
      const column = this.#columns.get(name) ?? new ColumnBuilder(name, this.rowCount)
      if (!this.#columns.has(name) && this.rowCount > 0) this.#reportAbsent(name, this.rowCount, this.#lastFile)
      this.#columns.set(name, column)
      if (column.kind === undefined) this.#chooseKind(column, batch.records)
      this.#fill(column, batch)
    }
    this.rowCount += batch.records.length
    this.#lastFile = batch.file
  }

  finish(): Table {
    return { rowCount: this.rowCount, columns: [...this.#columns.values()].map((column) => column.build()) }
  }

  #listNames(records: readonly JsonObject[]): Set<string> {
    const names = new Set(this.#columns.keys())
    for (const record of records) for (const name in record) names.add(name)
    return names
  }

  #chooseKind(column: ColumnBuilder, records: readonly JsonObject[]): void {
    let numbers = 0
    let texts = 0
    for (const record of records) {
      const value = record[column.name]
      if (typeof value === 'number') numbers++
      else if ((typeof value === 'string' && value.trim() !== '') || typeof value === 'boolean') texts++
    }
    if (numbers + texts === 0) return
    column.become(numbers === 0 || (texts > 0 && (this.#mixed === 'asText' || texts > numbers)) ? 'text' : 'number')
  }

  #fill(column: ColumnBuilder, { records, file, rows }: RecordBatch): void {
    let absent = 0
    let firstAbsent: number | string = 0
    for (const [index, record] of records.entries()) {
      const value = Object.hasOwn(record, column.name) ? record[column.name] : undefined
      const row = rows[index] ?? index + 1
      if (value === undefined && absent++ === 0) firstAbsent = row
      this.#pushCell(column, value, file, row)
    }
    if (absent > 0) this.#reportAbsent(column.name, absent, file, firstAbsent)
  }

  #pushCell(column: ColumnBuilder, value: unknown, file: string, row: number | string): void {
    if (value === undefined || value === null) column.pushEmpty()
    else if (typeof value === 'number' && Number.isFinite(value)) this.#pushNumber(column, value, file, row)
    else if (typeof value === 'string' || typeof value === 'boolean') this.#pushText(column, String(value).trim(), file, row)
    else this.#refuse(column, value, file, row)
  }

  #pushNumber(column: ColumnBuilder, value: number, file: string, row: number | string): void {
    if (column.kind !== 'text') column.pushNumber(value)
    else if (this.#mixed === 'asText') column.pushText(String(value))
    else this.#refuse(column, value, file, row)
  }

  #pushText(column: ColumnBuilder, value: string, file: string, row: number | string): void {
    if (value === '') return column.pushEmpty()
    if (column.kind === 'number') {
      if (this.#mixed === 'refuse') return this.#refuse(column, value, file, row)
      column.become('text')
    }
    column.pushText(value)
  }

  #refuse(column: ColumnBuilder, value: unknown, file: string, row: number | string): void {
    column.pushEmpty()
    const found = writeJson(value, 60)
    this.#problems.add({
      code: 'cell-refused',
      file,
      row,
      field: column.name,
      message: {
        nl: `De waarde ${found} past niet in deze kolom en telt als ontbrekend.`,
        en: `The value ${found} does not fit this column and counts as missing.`,
      },
    })
  }

  #reportAbsent(field: string, count: number, file: string, row?: number | string): void {
    const rows = countWords(count, ['rij', 'rijen'], ['row', 'rows'])
    this.#problems.note({
      severity: this.#mixed === 'refuse' ? 'warning' : 'info',
      code: 'cells-absent',
      file,
      ...(row === undefined ? {} : { row }),
      field,
      count,
      message: {
        nl: `De kolom "${field}" ontbreekt bij ${rows.nl} die hem wel moeten hebben; die cellen blijven leeg.`,
        en: `The column "${field}" is absent from ${rows.en} that should have it; those cells stay empty.`,
      },
    })
  }
}
