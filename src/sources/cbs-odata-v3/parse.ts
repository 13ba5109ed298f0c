/** Pages of the OData v3 feed of CBS: rows that say which area they are about, code lists and column descriptions. */
import type { CodeEntry } from '#domain/table.ts'
import { acceptObjects, getODataRows, type AcceptedRows } from '#sources/shared/odata.ts'
import type { Problems } from '#sources/shared/problems.ts'
import { findText, isObject, writeJson, type JsonObject } from '#sources/shared/read-json.ts'
import { createFailure } from '#sources/shared/source-failures.ts'

/** The row number of CBS, which has gaps where rows are missing. */
export const ROW_ID = 'ID'

/** CBS ends the name of every topic (column of figures) with `_` and its number; dimensions have no number. */
export const TOPIC = /_\d+$/

/** The dimensions among the columns of a row: all that are neither topic nor row number. */
export function listDimensions(row: JsonObject): string[] {
  return Object.keys(row).filter((name) => name !== ROW_ID && !TOPIC.test(name))
}

/** Chooses the rows of a page that can be used: about something, and not about the same thing as a row before. */
export class RowFilter {
  readonly #dimension: string | undefined
  readonly #problems: Problems
  readonly #keys = new Set<string>()
  #dimensions: readonly string[] = []

  /** `dimension` is the one that every row must have, where the data package says so. */
  constructor(dimension: string | undefined, problems: Problems) {
    this.#dimension = dimension
    this.#problems = problems
  }

  accept(values: readonly unknown[], file: string): AcceptedRows {
    const candidates = acceptObjects(values, file, ROW_ID, this.#problems)
    this.#findDimensions(candidates.records, file)
    const accepted: AcceptedRows = { records: [], rows: [] }
    for (const [index, record] of candidates.records.entries()) {
      const row = candidates.rows[index] ?? index + 1
      if (!this.#isUsable(record, file, row)) continue
      accepted.records.push(record)
      accepted.rows.push(row)
    }
    return accepted
  }

  #findDimensions(records: readonly JsonObject[], file: string): void {
    if (this.#dimensions.length > 0 || records.length === 0) return
    const named = this.#dimension
    if (named !== undefined && !records.some((record) => Object.hasOwn(record, named))) throw createFailure('column-missing', file, named)
    const largest = records.reduce((widest, record) => (Object.keys(record).length > Object.keys(widest).length ? record : widest), {})
    this.#dimensions = listDimensions(largest)
    if (this.#dimensions.length === 0 && named === undefined) throw createFailure('column-missing', file, ROW_ID)
  }

  #isUsable(record: JsonObject, file: string, row: number | string): boolean {
    const codes = this.#dimensions.map((name) => (Object.hasOwn(record, name) ? findText(record, name) : undefined))
    const without = codes.indexOf(undefined)
    if (without !== -1) {
      const field = this.#dimensions[without] ?? ''
      this.#problems.refuseRow({
        code: 'row-without-code',
        file,
        row,
        field,
        message: {
          nl: `Deze rij heeft geen code in "${field}". Niet bekend is waar de cijfers over gaan; ze zijn weggelaten.`,
          en: `This row has no code in "${field}". What its figures are about is not known; they were left out.`,
        },
      })
      return false
    }
    const key = codes.join('\t')
    if (this.#keys.has(key)) {
      this.#problems.refuseRow({
        code: 'row-repeated',
        file,
        row,
        field: this.#dimensions.join(', '),
        message: {
          nl: `"${codes.join(', ')}" kwam al eerder voor. De eerste rij telt, deze niet.`,
          en: `"${codes.join(', ')}" was there before. The first row counts, this one does not.`,
        },
      })
      return false
    }
    this.#keys.add(key)
    return true
  }
}

/** What tells whether a followed page brings anything new: the row numbers, or else the rows themselves. */
export function* listRowIds(values: readonly unknown[]): Generator<unknown> {
  for (const value of values) yield isObject(value) ? (value[ROW_ID] ?? writeJson(value)) : writeJson(value)
}

/** Entries of a code list (`Key`, `Title`, and `Municipality` in tables of districts and neighbourhoods). */
export function parseNames(document: unknown, location: string, problems: Problems): CodeEntry[] {
  const entries: CodeEntry[] = []
  for (const [index, value] of getODataRows(document, location).entries()) {
    const code = isObject(value) ? findText(value, 'Key') : undefined
    if (!isObject(value) || code === undefined) {
      problems.add({
        code: 'name-without-code',
        file: location,
        row: index + 1,
        field: 'Key',
        message: { nl: 'Deze naam heeft geen code en is weggelaten.', en: 'This name has no code and was left out.' },
      })
      continue
    }
    entries.push({ code, title: findText(value, 'Title') ?? code, ...describe(value), ...findGroup(value) })
  }
  return entries
}

function describe(value: JsonObject): { description?: string } {
  const description = findText(value, 'Description')
  return description === undefined ? {} : { description }
}

function findGroup(value: JsonObject): { group?: string } {
  const group = findText(value, 'Municipality') ?? findText(value, 'CategoryGroupID')
  return group === undefined ? {} : { group }
}

/** Topics of DataProperties: key, title, unit, description, and the titles of the groups they stand in. */
export function parseTopics(document: unknown, location: string): CodeEntry[] {
  const values = getODataRows(document, location).filter(isObject)
  const byId = new Map(values.map((value) => [findText(value, 'ID') ?? '', value]))
  const topics: CodeEntry[] = []
  for (const value of values) {
    const code = findText(value, 'Key')
    if (value['Type'] !== 'Topic' || code === undefined) continue
    const unit = findText(value, 'Unit')
    const group = listGroups(value, byId).join(' / ')
    topics.push({
      code,
      title: findText(value, 'Title') ?? code,
      ...describe(value),
      ...(group === '' ? {} : { group }),
      ...(unit === undefined ? {} : { unit }),
    })
  }
  return topics
}

/** Topics that the publisher declares to be numbers. */
export function listNumberTopics(document: unknown, location: string): Set<string> {
  const topics = getODataRows(document, location).filter(isObject)
  const numbers = topics.filter((topic) => /^(?:Long|Integer|Double|Float|Decimal)$/.test(findText(topic, 'Datatype') ?? ''))
  return new Set(numbers.flatMap((topic) => findText(topic, 'Key') ?? []))
}

function listGroups(value: JsonObject, byId: ReadonlyMap<string, JsonObject>): string[] {
  const titles: string[] = []
  const passed = new Set<JsonObject>([value])
  let parent = byId.get(findText(value, 'ParentID') ?? '')
  while (parent !== undefined && !passed.has(parent)) {
    passed.add(parent)
    titles.unshift(findText(parent, 'Title') ?? '')
    parent = byId.get(findText(parent, 'ParentID') ?? '')
  }
  return titles
}
